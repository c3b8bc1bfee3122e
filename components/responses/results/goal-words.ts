import type { GoalView, ResultsView } from '@/lib/api/survey-views';
import { t } from '@/lib/i18n';
import { daysBetween, fullDate, number, sentences } from '@/lib/i18n/format';

/** A score as it is typed and read: a share in per cent. */
export function inWords(of: GoalView['of'], value: number): string {
  return number(of === 'csat' ? 100 * value : value, { maximumFractionDigits: 1 });
}

/** The goal, and whether it is reached for sure: "Goal by 31 December 2026: NPS 50. It is reached for sure: …" */
export function goalWords(goal: GoalView): string {
  const day = fullDate(dayAt(goal.by));
  const is = t('results.goal_is', {
    day,
    goal: t(`results.goal_${goal.of}`, { value: inWords(goal.of, goal.value) }),
  });
  return sentences(is, ...verdictWords(goal));
}

function verdictWords({ of, figure, verdict, needs }: GoalView): string[] {
  if (verdict === 'unasked') return [t('results.goal_unasked')];
  if (verdict === 'none' || !figure) return [t('results.goal_none')];
  const end = (value: number) =>
    of === 'csat' ? t('results.per_cent', { value: inWords(of, value) }) : inWords(of, value);
  const found = t(`results.goal_${verdict}`, {
    count: figure.n,
    low: end(figure.low),
    high: end(figure.high),
  });
  return verdict === 'open' ? [found, needsWords(needs)] : [found];
}

function needsWords(needs: GoalView['needs']): string {
  if (needs === null) return t('results.goal_few');
  return needs === 'never' ? t('results.goal_never') : t('results.goal_needs', { count: needs });
}

/** How long there is until the day of a goal. @param now epoch ms */
export function leftWords({ by }: GoalView, now: number): string {
  const count = daysBetween(now, dayAt(by));
  if (count < 0) return t('results.goal_passed');
  return count === 0 ? t('results.goal_today') : t('results.goal_left', { count });
}

const dayAt = (day: string): Date => new Date(`${day}T00:00`);

/** The goal of what the results measure above all; undefined where it is on something else. */
export function goalOn({ goal, measure }: ResultsView): number | undefined {
  return goal && goal.of === measure && goal.verdict !== 'unasked' ? goal.value : undefined;
}
