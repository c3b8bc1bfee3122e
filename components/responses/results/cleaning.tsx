import type { ComponentChildren } from 'preact';
import { useState } from 'preact/hooks';
import { useAction } from '@/components/contacts/command';
import { useQuery } from '@/components/query/use-query';
import { Button } from '@/components/ui/button';
import type { ResponseRow } from '@/lib/api/survey-views';
import { t } from '@/lib/i18n';
import { dayName } from '@/lib/i18n/format';
import { SetAside } from '../set-aside';
import { flagWords, lookWords, scoreFigure } from '../words';

const AT_ONCE = 30;

/** Answers that look careless, and what was decided about those that somebody looked at. Nothing leaves the results by itself. */
export function Cleaning({ surveyId }: { surveyId: string }) {
  const ask = { surveyId, limit: AT_ONCE };
  const flagged = useQuery('responses.list', { ...ask, which: 'flagged' }, { keep: true });
  const aside = useQuery('responses.list', { ...ask, which: 'aside' }, { keep: true });
  const kept = useQuery('responses.list', { ...ask, which: 'kept' }, { keep: true });
  const [leaving, setLeaving] = useState<ResponseRow | null>(null);
  if (!flagged.value || !aside.value || !kept.value) return null;
  const lists = [flagged.value, aside.value, kept.value];
  return (
    <section class="cleaning" aria-label={t('results.cleaning')}>
      <h2>{t('results.cleaning')}</h2>
      <p class="quiet-text small">{t('results.cleaning_how')}</p>
      {flagged.value.items.length === 0 && <p>{t('results.cleaning_none')}</p>}
      <LookedList title={t('results.cleaning_flagged')} rows={flagged.value.items}>
        {(row) => (
          <>
            <Keep of={row} />
            <Button aria-label={t('results.set_aside_named', whoWhen(row))} onClick={() => setLeaving(row)}>
              {t('results.set_aside')}
            </Button>
          </>
        )}
      </LookedList>
      <LookedList title={t('results.cleaning_aside')} rows={aside.value.items}>
        {(row) => <Keep of={row} />}
      </LookedList>
      <LookedList title={t('results.cleaning_kept')} rows={kept.value.items} />
      {lists.some(({ more }) => more) && <p class="quiet-text small">{t('results.cleaning_more')}</p>}
      {leaving && <SetAside of={leaving} onClose={() => setLeaving(null)} />}
    </section>
  );
}

function Keep({ of }: { of: ResponseRow }) {
  const act = useAction();
  return (
    <Button
      aria-label={t('results.keep_named', whoWhen(of))}
      onClick={() => void act('responses.keep', { ids: [of.id] }, t('responses.kept'))}
    >
      {t('results.keep')}
    </Button>
  );
}

interface LookedListProps {
  title: string;
  rows: ResponseRow[];
  /** What can be done about a row. */
  children?: (row: ResponseRow) => ComponentChildren;
}

function LookedList({ title, rows, children }: LookedListProps) {
  if (rows.length === 0) return null;
  return (
    <>
      <h3>{title}</h3>
      <ul>
        {rows.map((row) => (
          <li key={row.id} class="cleaning-row">
            <span class="cleaning-what">
              <a href={`#/responses/${row.id}`}>{whatWords(row)}</a>
              <span class="quiet-text small">{whyWords(row)}</span>
            </span>
            {children?.(row)}
          </li>
        ))}
      </ul>
    </>
  );
}

function whatWords(of: ResponseRow): string {
  const { name, day } = whoWhen(of);
  return [name, day, scoreFigure(of)].filter(Boolean).join(' · ');
}

/** The last decision, else the flags. */
function whyWords({ looks, flags, aside }: ResponseRow): string {
  const last = looks.at(-1);
  if (last && (aside || last.kept)) return lookWords(last, Date.now());
  return aside ? aside.why : flags.map(flagWords).join('; ');
}

function whoWhen(of: ResponseRow): { name: string; day: string } {
  return { name: of.name ?? t('results.somebody'), day: dayName(of.at, Date.now()) };
}
