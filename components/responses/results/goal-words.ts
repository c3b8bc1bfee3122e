import { inShort } from '@/components/surveys/draft/texts';
import type { GoalScale, GoalView, Interval, ResultsView } from '@/lib/api/survey-views';
import { t } from '@/lib/i18n';
import { daysBetween, fullDate, list, number, sentences, share } from '@/lib/i18n/format';
import { own } from './question-words';

/** A score as it is typed and read: a share in per cent. */
export function inWords(of: GoalView['of'], value: number): string {
  return number(of === 'csat' ? 100 * value : value, { maximumFractionDigits: 1 });
}

/** A score as it is chosen; of several questions of its kind with what it asks. */
export function scoreWords({ of, title }: Pick<GoalScale, 'of' | 'title'>): string {
  const score = t(`results.${of}`);
  return title ? t('results.goal_on', { score, question: inShort(own(title)) }) : score;
}

/** What is to be reached: "NPS 50", "80% satisfied (Was it on time?)". */
export function aimWords({ of, title, value }: GoalView): string {
  const score = t(`results.goal_${of}`, { value: inWords(of, value) });
  return title ? t('results.goal_on', { score, question: inShort(own(title)) }) : score;
}

/** The goal, and whether it is reached for sure: "Goal by 31 December 2026: NPS 50. It is reached for sure: …" */
export function goalWords(goal: GoalView): string {
  return sentences(isWords(goal), ...verdictWords(goal), ...wasWords(goal));
}

/** "Goal by 31 December 2026 for Regulars: NPS 50." */
function isWords(goal: GoalView): string {
  const day = fullDate(dayAt(goal.by));
  const aim = aimWords(goal);
  if (!goal.segment) return t('results.goal_is', { day, goal: aim });
  const { name } = goal.segment;
  // What is no name is not written as one.
  return name === null
    ? t('results.goal_is_of_gone', { day, goal: aim })
    : t('results.goal_is_of', { day, goal: aim, segment: name });
}

function verdictWords({ of, figure, verdict, needs, unplaced }: GoalView): string[] {
  if (verdict === 'unasked' || verdict === 'gone' || verdict === 'unclear')
    return [t(`results.goal_${verdict}`)];
  const left = unplaced > 0 ? [t('results.goal_unplaced', { count: unplaced })] : [];
  if (verdict === 'none' || !figure) return [t('results.goal_none'), ...left];
  const found = t(`results.goal_${verdict}`, { count: figure.n, ...endsIn(of, figure) });
  return [found, ...(verdict === 'open' ? [needsWords(needs)] : []), ...left];
}

/** Both ends of an interval as they are read. */
function endsIn(of: GoalView['of'], { low, high }: Interval): { low: string; high: string } {
  return { low: figureIn(of, low), high: figureIn(of, high) };
}

const figureIn = (of: GoalView['of'], value: number): string =>
  of === 'csat' ? share(value, 1) : inWords(of, value);

function needsWords(needs: GoalView['needs']): string {
  return typeof needs === 'number' ? t('results.goal_needs', { count: needs }) : t('results.goal_never');
}

/** What the score was when the goal was set: "On 3 March 2026, when it was set, it was 20 (between 5 and 35, of 40 answers)." */
function wasWords({ of, was }: GoalView): string[] {
  if (!was) return [];
  const ends = endsIn(of, was);
  return [
    t('results.goal_was', { day: fullDate(was.at), figure: figureIn(of, was.value), ...ends, count: was.n }),
  ];
}

/** How long there is until the day of a goal. @param now epoch ms */
export function leftWords({ by }: GoalView, now: number): string {
  const count = daysBetween(now, dayAt(by));
  if (count < 0) return t('results.goal_passed');
  return count === 0 ? t('results.goal_today') : t('results.goal_left', { count });
}

const dayAt = (day: string): Date => new Date(`${day}T00:00`);

/** Goals of what the results measure above all, of the people whose answers are shown: they can stand beside the figure. */
export function goalsOn({ goals, measure, questions }: ResultsView): GoalView[] {
  const lead = questions.find(({ question }) => question.type === measure)?.question.id;
  return goals.filter(({ questionId, isShown }) => isShown && questionId === lead);
}

/** What the dashed lines of a drawing are. */
export function lineWords(goals: readonly GoalView[]): string[] {
  if (goals.length < 2) return goals.map(() => t('results.goal_line'));
  return [t('results.goal_lines', { goals: list(goals.map(dueWords)) })];
}

const dueWords = (goal: GoalView): string =>
  t('results.goal_due', { goal: aimWords(goal), day: fullDate(dayAt(goal.by)) });
