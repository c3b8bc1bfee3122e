import { momentOfDay } from '@/components/advice/words';
import type { SchedulePreview } from '@/lib/api/schedule-views';
import { language, t } from '@/lib/i18n';
import { number } from '@/lib/i18n/format';
import { dateFormat } from '@/lib/i18n/formatters';
import { dayWords } from './words';

type Days = SchedulePreview['days'];

const [PITCH, BAR, HEIGHT, SHORTEST] = [14, 10, 52, 3];
const WEEK = 7;

/** How many would be asked on each of the coming days: bars for the eye, a sentence and a table for everybody. */
export function Weeks({ days }: { days: Days }) {
  const total = days.reduce((sum, { count }) => sum + count, 0);
  const most = Math.max(...days.map(({ count }) => count));
  const top = days.find(({ count }) => count === most);
  return (
    <section aria-label={t('schedules.weeks')}>
      <h3>{t('schedules.weeks')}</h3>
      {total === 0 || !top ? (
        <p class="quiet-text">{t('schedules.weeks_none')}</p>
      ) : (
        <>
          <p>{t('schedules.weeks_of', { count: total, day: dayWords(top.day) })}</p>
          <Bars days={days} most={most} />
          <p class="quiet-text small">{t('schedules.weeks_note')}</p>
          <details class="schedule-table">
            <summary class="quiet-text small">{t('results.trend_table')}</summary>
            <table class="figures" aria-label={t('schedules.weeks')}>
              <thead>
                <tr>
                  <th scope="col">{t('schedules.day')}</th>
                  <th scope="col" class="end">
                    {t('schedules.people')}
                  </th>
                </tr>
              </thead>
              <tbody>
                {days
                  .filter(({ count }) => count > 0)
                  .map(({ day, count }) => (
                    <tr key={day}>
                      <th scope="row">{dayWords(day)}</th>
                      <td class="end num">{number(count)}</td>
                    </tr>
                  ))}
              </tbody>
            </table>
          </details>
        </>
      )}
    </section>
  );
}

/** A bar a day, weekends paler, a word under each first day of a week. */
function Bars({ days, most }: { days: Days; most: number }) {
  const width = days.length * PITCH;
  return (
    <svg class="schedule-weeks" viewBox={`0 0 ${width} ${HEIGHT + 18}`} width={width} aria-hidden="true">
      <line class="schedule-axis" x1="0" y1={HEIGHT + 0.5} x2={width} y2={HEIGHT + 0.5} />
      {days.map(({ day, count }, at) => {
        const height = count === 0 ? 0 : Math.max(SHORTEST, Math.round((HEIGHT * count) / most));
        return (
          <g key={day}>
            <rect
              class={isWeekend(day) ? 'schedule-bar weekend' : 'schedule-bar'}
              x={at * PITCH}
              y={HEIGHT - height}
              width={BAR}
              height={height}
            />
            {at % WEEK === 0 && (
              <text class="schedule-tick" x={at * PITCH} y={HEIGHT + 14}>
                {tickWords(day)}
              </text>
            )}
          </g>
        );
      })}
    </svg>
  );
}

function isWeekend(day: string): boolean {
  return [0, 6].includes(new Date(momentOfDay(day)).getDay());
}

/** "22 Nov": without the year, which five weeks can do without. */
function tickWords(day: string): string {
  const form = dateFormat(language.value, { day: 'numeric', month: 'short' });
  return form.format(momentOfDay(day));
}
