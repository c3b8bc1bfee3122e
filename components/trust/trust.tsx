import { useQuery } from '@/components/query/use-query';
import type { TrustView } from '@/lib/api/care-views';
import { language, t } from '@/lib/i18n';
import { age, number, sentences } from '@/lib/i18n/format';
import { dateFormat } from '@/lib/i18n/formatters';
import { PromiseLine } from './promise-line';
import './trust.css';

const HOUR = 3_600_000;

/** What the contact can hold the user to: promises with what became of each, how soon they answer, and when to write. */
export function Trust({ contactId }: { contactId: string }) {
  const { value } = useQuery('trust.view', { contactId });
  if (!value || (value.promises.length === 0 && !value.reply && !value.writes && !value.writesOn))
    return null;
  const n = value.kept + value.late + value.overdue;
  return (
    <section aria-label={t('care.trust')}>
      <h2>{t('care.trust')}</h2>
      <dl class="trust">
        {n > 0 && (
          <>
            <dt>{t('care.trust_kept')}</dt>
            <dd class="num">{t('care.trust_of', { kept: number(value.kept), n: number(n) })}</dd>
            <dd class="trust-why small quiet-text">
              {sentences(
                t('care.trust_score', { kept: number(value.kept - value.counted), n: number(n) }),
                ...(value.counted > 0 ? [t('care.trust_counted', { count: value.counted })] : []),
                t('care.trust_open_left_out'),
              )}
            </dd>
          </>
        )}
        {value.theirs.n > 0 && (
          <>
            <dt>{t('care.trust_theirs')}</dt>
            <dd class="num">
              {t('care.trust_of', { kept: number(value.theirs.kept), n: number(value.theirs.n) })}
            </dd>
          </>
        )}
        {value.reply && (
          <>
            <dt>{t('care.trust_reply')}</dt>
            <dd class="num">
              {t('care.trust_hours', {
                time: age(0, value.reply.hours * HOUR),
                count: number(value.reply.n),
              })}
            </dd>
          </>
        )}
        {value.writes && (
          <>
            <dt>{t('care.best_time')}</dt>
            <dd class="num">{t('care.best_time_words', { ...hoursOf(value.writes) })}</dd>
          </>
        )}
        {value.writesOn && (
          <>
            <dt>{t('care.best_day')}</dt>
            <dd class="num">{t('care.best_day_words', { ...dayOf(value.writesOn) })}</dd>
          </>
        )}
      </dl>
      {value.promises.length > 0 && (
        <ul class="trust-promises">
          {value.promises.slice(0, 20).map((one) => (
            <PromiseLine key={one.id} promised={one} />
          ))}
        </ul>
      )}
    </section>
  );
}

function hoursOf({ from, to, n, of }: NonNullable<TrustView['writes']>) {
  const clock = (hour: number) => `${String(hour).padStart(2, '0')}:00`;
  return { from: clock(from), to: clock(to), n: number(n), of: number(of) };
}

function dayOf({ weekday, n, of }: NonNullable<TrustView['writesOn']>) {
  // The first of January 2023 was a Sunday.
  const day = dateFormat(language.value, { weekday: 'long', timeZone: 'UTC' });
  return { day: day.format(Date.UTC(2023, 0, 1 + weekday)), n: number(n), of: number(of) };
}
