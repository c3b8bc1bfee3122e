import type { GoalView, Interval } from '@/lib/api/survey-views';

interface RulerProps {
  of: Interval;
  /** Both ends of what the figure can be. */
  ends: [number, number];
  /** What it is to come to. */
  goals?: readonly GoalView[];
}

/** Where a figure lies, and between what and what it may lie. The words beside it say the same. */
export function Ruler({ of, ends: [least, most], goals = [] }: RulerProps) {
  const at = (value: number) => (100 * (value - least)) / (most - least);
  return (
    <svg class="ruler" aria-hidden="true" width="100%" height="12">
      <line class="ruler-scale" x1="0" x2="100%" y1="6" y2="6" />
      {least < 0 && <line class="ruler-scale" x1={`${at(0)}%`} x2={`${at(0)}%`} y1="3" y2="9" />}
      <line class="ruler-range" x1={`${at(of.low)}%`} x2={`${at(of.high)}%`} y1="6" y2="6" />
      {goals.map(({ id, value }) => (
        <line key={id} class="ruler-goal" x1={`${at(value)}%`} x2={`${at(value)}%`} y1="0" y2="12" />
      ))}
      <circle class="ruler-figure" cx={`${at(of.value)}%`} cy="6" r="4" />
    </svg>
  );
}
