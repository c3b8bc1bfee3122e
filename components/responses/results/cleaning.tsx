import type { ComponentChildren } from 'preact';
import { useState } from 'preact/hooks';
import { useAction } from '@/components/contacts/command';
import { useQuery } from '@/components/query/use-query';
import { Button } from '@/components/ui/button';
import type { ResponseRow } from '@/lib/api/survey-views';
import { t } from '@/lib/i18n';
import { dayName } from '@/lib/i18n/format';
import { SetAside } from '../set-aside';
import { flagWords, scoreFigure } from '../words';

const AT_ONCE = 30;

/** Answers that look careless, and those that were set aside with the reason. Nothing leaves the results by itself. */
export function Cleaning({ surveyId }: { surveyId: string }) {
  const ask = { surveyId, limit: AT_ONCE };
  const flagged = useQuery('responses.list', { ...ask, which: 'flagged' }, { keep: true });
  const aside = useQuery('responses.list', { ...ask, which: 'aside' }, { keep: true });
  const [leaving, setLeaving] = useState<ResponseRow | null>(null);
  const act = useAction();
  if (!flagged.value || !aside.value) return null;
  return (
    <section class="cleaning" aria-label={t('results.cleaning')}>
      <h2>{t('results.cleaning')}</h2>
      <p class="quiet-text small">{t('results.cleaning_how')}</p>
      {flagged.value.items.length === 0 ? (
        <p>{t('results.cleaning_none')}</p>
      ) : (
        <h3>{t('results.cleaning_flagged')}</h3>
      )}
      <ul>
        {flagged.value.items.map((row) => (
          <Looked key={row.id} of={row} why={row.flags.map(flagWords).join('; ')}>
            <Button aria-label={t('results.set_aside_named', whoWhen(row))} onClick={() => setLeaving(row)}>
              {t('results.set_aside')}
            </Button>
          </Looked>
        ))}
      </ul>
      {aside.value.items.length > 0 && <h3>{t('results.cleaning_aside')}</h3>}
      <ul>
        {aside.value.items.map((row) => (
          <Looked key={row.id} of={row} why={row.aside?.why ?? ''}>
            <Button
              aria-label={t('results.keep_named', whoWhen(row))}
              onClick={() =>
                void act('responses.setAside', { ids: [row.id], why: null }, t('responses.kept'))
              }
            >
              {t('results.keep')}
            </Button>
          </Looked>
        ))}
      </ul>
      {(flagged.value.more || aside.value.more) && (
        <p class="quiet-text small">{t('results.cleaning_more')}</p>
      )}
      {leaving && <SetAside of={leaving} onClose={() => setLeaving(null)} />}
    </section>
  );
}

interface LookedProps {
  of: ResponseRow;
  why: string;
  children: ComponentChildren;
}

function Looked({ of, why, children }: LookedProps) {
  const { name, day } = whoWhen(of);
  return (
    <li class="cleaning-row">
      <span class="cleaning-what">
        <a href={`#/responses/${of.id}`}>{[name, day, scoreFigure(of)].filter(Boolean).join(' · ')}</a>
        <span class="quiet-text small">{why}</span>
      </span>
      {children}
    </li>
  );
}

function whoWhen(of: ResponseRow): { name: string; day: string } {
  return { name: of.name ?? t('results.somebody'), day: dayName(of.at, Date.now()) };
}
