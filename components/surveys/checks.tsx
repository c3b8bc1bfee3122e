import { useMemo } from 'preact/hooks';
import { t } from '@/lib/i18n';
import { wordingNotes } from '@/lib/surveys/wording';
import { useBench } from './bench';
import { Estimate } from './estimate';
import { FaultList } from './fault-list';
import { useFaults } from './faults';
import { partAt } from './part-at';
import { WordingList } from './wording-list';
import './checks.css';

/** What should be looked at before people are asked: faults, wording, time, and how sure the answers will be. */
export function Checks() {
  const { form, lang, choose } = useBench();
  const faults = useFaults(form);
  const notes = useMemo(() => wordingNotes(form, [lang]), [form, lang]);
  return (
    <section class="checks" aria-label={t('surveys.checks')}>
      <h2>{t('surveys.checks')}</h2>
      {faults.length > 0 && (
        <div>
          <p class="small">{t('surveys.faults_block', { count: faults.length })}</p>
          <FaultList form={form} faults={faults} onFault={(where) => choose(partAt(form, where))} />
        </div>
      )}
      {notes.length > 0 && (
        <div>
          <p class="small">{t('surveys.notes', { count: notes.length })}</p>
          <WordingList notes={notes} />
        </div>
      )}
      {faults.length + notes.length === 0 && <p class="small quiet-text">{t('surveys.all_well')}</p>}
      <Estimate />
    </section>
  );
}
