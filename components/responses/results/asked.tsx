import { useState } from 'preact/hooks';
import { cells } from '@/components/insights/cells';
import { useQuery } from '@/components/query/use-query';
import { Button } from '@/components/ui/button';
import type { Results } from '@/lib/api/results';
import { t } from '@/lib/i18n';
import { shortDate } from '@/lib/i18n/format';
import { toPeople } from '../counted';
import { counted, peopleOf, SaidWords } from '../counted-words';

const AT_FIRST = 12;

type Invited = Results['invites.asked'][number];

/** Who was asked by a personal link, when, and by which other surveys: so that nobody is asked too often. */
export function Asked({ surveyId }: { surveyId: string }) {
  const asked = useQuery('invites.asked', { surveyId }, { keep: true });
  const [all, setAll] = useState(false);
  const here = (asked.value ?? []).filter((one) => one.surveyId === surveyId && !one.withAnswer);
  if (here.length === 0) return null;
  const known = here.filter((invite) => !invite.isGone);
  const answered = peopleIn(known.filter((invite) => invite.answeredAt !== null));
  const to = (who: 'all' | 'answered') => toPeople(cells.asked(surveyId, who));
  const otherOf = (contactId: string) =>
    asked.value?.find((invite) => invite.contactId === contactId && invite.surveyId !== surveyId);
  return (
    <section class="asked" aria-label={t('results.asked')}>
      <h2>{t('results.asked')}</h2>
      {known.length > 0 && (
        <p>
          <SaidWords
            of={counted('results.asked_rate', {
              answered: peopleOf(answered, to('answered'), t('insights.cell_answered')),
              count: peopleOf(peopleIn(known), to('all'), t('insights.cell_asked')),
            })}
          />
        </p>
      )}
      <ul>
        {here.slice(0, all ? here.length : AT_FIRST).map((invite) => (
          <li key={`${invite.contactId} ${invite.at}`}>
            <a class="name" href={`#/contacts/${invite.contactId}`}>
              {invite.name || t('results.somebody')}
            </a>
            <span class="quiet-text small">{whenWords(invite, otherOf(invite.contactId))}</span>
          </li>
        ))}
      </ul>
      {!all && here.length > AT_FIRST && (
        <Button kind="bare" onClick={() => setAll(true)}>
          {t('results.asked_all')}
        </Button>
      )}
    </section>
  );
}

/** Who was asked twice is one of those asked. */
const peopleIn = (invites: readonly Invited[]): number =>
  new Set(invites.map(({ contactId }) => contactId)).size;

function whenWords({ at, answeredAt }: Invited, other: Invited | undefined): string {
  const day = (moment: number) => shortDate(moment, Date.now());
  return [
    t('results.asked_when', { day: day(at) }),
    answeredAt === null ? t('results.asked_waits') : t('results.asked_answered', { day: day(answeredAt) }),
    ...(other ? [t('results.asked_also', { survey: other.survey, day: day(other.at) })] : []),
  ].join(' · ');
}
