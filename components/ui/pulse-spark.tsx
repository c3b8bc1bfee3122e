import { type PulseFrame, pulseBars, type Week, weekX } from './pulse-bars';
import './pulse.css';

const FRAME: PulseFrame = { pitch: 3, bar: 2, axis: 8, tallest: 7, shortest: 2 };
const HEIGHT = 17;

interface PulseSparkProps {
  /** Oldest first, the running week last. 26 make the half year. */
  weeks: readonly Week[];
  /** What it shows, in words. Leave it out where the row already says it. */
  label?: string;
}

/** A pulse for a cell of a table. */
export function PulseSpark({ weeks, label }: PulseSparkProps) {
  const bars = pulseBars(weeks, FRAME);
  const width = weekX(weeks.length, FRAME);
  return (
    <svg
      class="pulse-spark"
      viewBox={`0 0 ${width} ${HEIGHT}`}
      width={width}
      height={HEIGHT}
      role={label ? 'img' : undefined}
      aria-label={label}
      aria-hidden={!label}
    >
      <path class="pulse-axis" d={`M0 ${FRAME.axis + 0.5}H${width}`} />
      {bars.received && <path class="pulse-in" d={bars.received} />}
      {bars.sent && <path class="pulse-out" d={bars.sent} />}
    </svg>
  );
}
