import { t } from '@/lib/i18n';
import type { AuthorForm } from '@/lib/surveys/form';
import { type Chosen, useBench } from './bench';
import { questionOf } from './draft/questions';
import { FaultList } from './fault-list';
import { useFaults } from './faults';
import './checks.css';

/** What should be looked at before people are asked. */
export function Checks() {
  const { form, choose } = useBench();
  const faults = useFaults(form);
  return (
    <section class="checks" aria-label={t('surveys.checks')}>
      <h2>{t('surveys.checks')}</h2>
      {faults.length > 0 && (
        <div>
          <p class="small">{t('surveys.faults_block', { count: faults.length })}</p>
          <FaultList form={form} faults={faults} onFault={(where) => choose(partAt(form, where))} />
        </div>
      )}
    </section>
  );
}

/** The part of a form with this id: a question, a page, an ending, the showing, else the beginning. */
export function partAt(form: AuthorForm, id: string): Chosen {
  if (id === 'show') return { kind: 'show' };
  if (questionOf(form, id)) return { kind: 'question', id };
  if (form.pages.some((page) => page.id === id)) return { kind: 'page', id };
  if (form.endings.some((ending) => ending.id === id)) return { kind: 'ending', id };
  return { kind: 'survey' };
}
