import { t } from '@/lib/i18n';
import { monthYear, shortDate } from '@/lib/i18n/format';
import { type PulseFrame, pulseBars, type Week, weekX } from './pulse-bars';
import './pulse.css';

const WEEK_MS = 7 * 86_400_000;
const FRAME: PulseFrame = { pitch: 3, bar: 2, axis: 19, tallest: 14, shortest: 3 };
const HEIGHT = 40;
/** Weeks to come that the line still shows. */
const AHEAD = 6;

interface PulseProps {
  /** Oldest first, the running week last. 104 make the two years. */
  weeks: readonly Week[];
  /** Epoch milliseconds. */
  now: number;
  /** When the next contact was, or is, to be expected; epoch milliseconds. */
  expectedAt?: number | null;
}

/** The rhythm of an exchange: a bar a week, received above the line and sent below, today, and what was expected. */
export function Pulse({ weeks, now, expectedAt = null }: PulseProps) {
  const bars = pulseBars(weeks, FRAME);
  const today = weekX(weeks.length, FRAME) + 1;
  const width = weekX(weeks.length + AHEAD, FRAME) + FRAME.bar;
  const expected =
    expectedAt === null ? null : today + Math.round(((expectedAt - now) / WEEK_MS) * FRAME.pitch);
  const axis = FRAME.axis + 0.5;

  return (
    <figure class="pulse">
      <svg
        viewBox={`0 0 ${width} ${HEIGHT}`}
        width={width}
        height={HEIGHT}
        role="img"
        aria-label={summary(weeks, now)}
      >
        <path class="pulse-in" d={bars.received} />
        <path class="pulse-out" d={bars.sent} />
        <path class="pulse-axis" d={`M0 ${axis}H${today}`} />
        <path class="pulse-axis ahead" d={`M${today} ${axis}H${width}`} />
        <path class="pulse-today" d={`M${today + 0.5} 3V37`} />
        {expected !== null && (
          <g class="pulse-expected" transform={`translate(${Math.max(3, Math.min(expected, width - 3))} 0)`}>
            <path d={`M0 ${axis}V5`} />
            <circle cy="4" r="2.8" />
          </g>
        )}
      </svg>
      <figcaption class="pulse-caption" aria-hidden="true">
        <span>{monthYear(now - weeks.length * WEEK_MS)}</span>
        <span class="pulse-sides">{t('common.pulse_received')}</span>
        {expectedAt !== null && (
          <span class="pulse-expected">
            {t('common.pulse_expected', { date: shortDate(expectedAt, now) })}
          </span>
        )}
        <span>{t('common.age_today')}</span>
      </figcaption>
    </figure>
  );
}

function summary(weeks: readonly Week[], now: number): string {
  const latest = weeks.findLastIndex((week) => week.received + week.sent > 0);
  if (latest < 0) return t('common.pulse_summary_empty');
  return t('common.pulse_summary', {
    received: weeks.reduce((sum, week) => sum + week.received, 0),
    sent: weeks.reduce((sum, week) => sum + week.sent, 0),
    latest: shortDate(now - (weeks.length - 1 - latest) * WEEK_MS, now),
  });
}
