import type { GoalView } from '@/lib/api/survey-views';
import { FEWEST, goalsOf, type SurveyGoal } from '@/lib/crm/survey-goals';
import { answersToTell, verdictOf } from '@/lib/insight/satisfaction-goal';
import type { Database } from '../database';
import { type GoalPeople, goalPeople } from '../goal-people';
import { type GoalGround, goalScales, scaleFor, scoreOf } from '../goal-scores';
import type { Scope } from '../results-scope';
import type { When } from '../segment-frame';

/** By segment whom it holds. */
type Whom = ReadonlyMap<string, GoalPeople>;

/** Whom the segments hold that goals of a survey are limited to: found before the answers are read, for that takes a transaction of its own. */
export async function peopleOfGoals(db: Database, surveyId: string, when: When): Promise<Whom> {
  const survey = (await db.surveys.get(surveyId))?.body;
  const ids = new Set(
    survey ? Object.values(goalsOf(survey)).flatMap(({ segmentId }) => segmentId ?? []) : [],
  );
  const whom = new Map<string, GoalPeople>();
  for (const id of ids) whom.set(id, await goalPeople(db, id, when));
  return whom;
}

/** Which answers the page shows. */
type Shown = Pick<Scope, 'tagId' | 'lang'> & { segmentId?: string | undefined };

/** How the goals of a survey stand, those with the nearest day first. */
export function goalViews(ground: GoalGround, whom: Whom, shown: Shown): GoalView[] {
  return Object.entries(goalsOf(ground.survey))
    .sort(([a, one], [b, other]) => one.by.localeCompare(other.by) || a.localeCompare(b))
    .map(([id, goal]) => goalView([id, goal], ground, { whom, shown }));
}

function goalView(
  [id, goal]: [string, SurveyGoal],
  ground: GoalGround,
  { whom, shown }: { whom: Whom; shown: Shown },
): GoalView {
  const { of, value, by, segmentId, was } = goal;
  const people = segmentId ? (whom.get(segmentId) ?? { name: null, ids: null }) : null;
  const scale = scaleFor(goalScales(ground.questions), goal);
  const bare = {
    id,
    of,
    questionId: scale?.questionId ?? goal.questionId ?? null,
    title: scale?.title ?? null,
    value,
    by,
    segment: segmentId ? { id: segmentId, name: people?.name ?? null } : null,
    was: was ? { at: was.at, value: was.value, low: was.low, high: was.high, n: was.n } : null,
    figure: null,
    needs: null,
    unplaced: 0,
    isShown: false,
  };
  if (!scale) return { ...bare, verdict: 'unasked' };
  if (people && !people.ids) return { ...bare, verdict: people.name === null ? 'gone' : 'unclear' };
  const { scored, unplaced } = scoreOf(scale, people?.ids ?? null, ground);
  const isShown = !shown.tagId && !shown.lang && shown.segmentId === segmentId;
  const counted = { ...bare, unplaced, isShown };
  if (!scored) return { ...counted, verdict: 'none' };
  const { value: found, low, high, n } = scored.figure;
  const figure = { value: found, low, high, n };
  if (n < FEWEST) return { ...counted, figure, verdict: 'few' };
  const verdict = verdictOf(scored.figure, value);
  return { ...counted, figure, verdict, needs: verdict === 'open' ? answersToTell(scored, value) : null };
}
