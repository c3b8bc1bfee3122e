import type { SchedulePreview } from '@/lib/api/schedule-views';
import { t } from '@/lib/i18n';
import { list, number } from '@/lib/i18n/format';
import { dayWords, REASONS, whyWords } from './words';

type Left = SchedulePreview['left'][number];

/** Who of the audience is not asked today, by reason, with the first names of each. */
export function LeftList({ left }: { left: Left[] }) {
  const rows = REASONS.flatMap((why) => left.filter((one) => one.why === why));
  return (
    <section aria-label={t('schedules.left')}>
      <h3>{t('schedules.left')}</h3>
      {rows.length === 0 ? (
        <p class="quiet-text">{t('schedules.left_none')}</p>
      ) : (
        <ul class="schedule-left">
          {rows.map((row) => (
            <li key={row.why}>
              <span class="num">{number(row.count)}</span>
              <span>
                {whyWords(row.why)} <span class="quiet-text small">{namesWords(row)}</span>
              </span>
            </li>
          ))}
        </ul>
      )}
    </section>
  );
}

function namesWords({ count, names }: Left): string {
  const said = names.map(({ name, day }) =>
    day === null ? name : t('common.in_brackets', { what: name, more: dayWords(day) }),
  );
  const more = count - names.length;
  return list(more > 0 ? [...said, t('schedules.and_more', { count: more })] : said);
}
