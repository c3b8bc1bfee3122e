import type { GoalScale } from '@/lib/api/survey-views';
import type { SurveyGoal } from '@/lib/crm/survey-goals';
import type { Survey } from '@/lib/crm/surveys';
import { csatOf, meanOf, npsOf } from '@/lib/insight/satisfaction';
import type { Scored } from '@/lib/insight/satisfaction-goal';
import { ratedScale } from '@/lib/insight/satisfaction-index';
import { scaleOf } from '@/lib/surveys/scale';
import { same } from './edits';
import type { PackedAnswer } from './packed-answers';
import type { Asked, Scoped } from './results-scope';
import { newestOfEach } from './views/analysis-compare';
import { indexOf, ratingIn } from './views/analysis-index';

const SCORES = ['nps', 'csat', 'ces'] as const;

/** What a survey asks that goals can be set on: each question on one of these scales as the last version asks it, and the index. */
export function goalScales(questions: readonly Asked[]): GoalScale[] {
  const asked = SCORES.flatMap((of): GoalScale[] => {
    const alike = newest(questions).filter(({ type }) => type === of);
    return alike.map((question) => ({
      of,
      questionId: question.id,
      title: alike.length > 1 ? question.title : null,
      ends: of === 'nps' ? [-100, 100] : of === 'csat' ? [0, 1] : scaleOf(question)!,
    }));
  });
  const isRated = questions.some(({ question }) => ratedScale(question));
  return isRated ? [...asked, { of: 'index', questionId: null, title: null, ends: [0, 100] }] : asked;
}

/** Each question once: the last scale of one that was asked on several stands first. */
function newest(questions: readonly Asked[]): Asked['question'][] {
  const seen = new Set<string>();
  return questions.flatMap(({ question }) =>
    seen.has(question.id) || !seen.add(question.id) ? [] : [question],
  );
}

/** The score that a goal is on; undefined where it is asked no more, on other ends than when it was set, or on such as do not hold its value. */
export function scaleFor(
  scales: readonly GoalScale[],
  { of, questionId, value, ends }: Pick<SurveyGoal, 'of' | 'questionId' | 'value' | 'ends'>,
): GoalScale | undefined {
  const scale = scales.find((one) => one.of === of && (questionId ?? one.questionId) === one.questionId);
  if (!scale || (ends && !same(ends, scale.ends))) return undefined;
  return value > scale.ends[0] && value < scale.ends[1] ? scale : undefined;
}

/** Of what goals are judged: answers newest first, of everybody. */
export interface GoalGround {
  survey: Survey;
  questions: Asked[];
  counted: PackedAnswer[];
  people: Scoped<PackedAnswer>['people'];
  rootOf: (contactId: string) => string;
}

/**
 * What the score of a goal comes to. Of a question all answers to it count; the index is of people: of each the newest answer that rates something.
 * @param among ids of those whose answers count; null for everybody, known or not
 * @returns with how many answers that give the score are left out because nobody knows whose they are
 */
export function scoreOf(
  scale: GoalScale,
  among: ReadonlySet<string> | null,
  { survey, questions, counted, people, rootOf }: GoalGround,
): { scored: Scored | null; unplaced: number } {
  const asked = questions.find(({ question }) => question.id === scale.questionId);
  const giving = asked ? answering(asked, counted) : ratingIn({ survey, questions }, counted);
  const strangers = asked ? giving : newestOfEach(giving, rootOf);
  const own = among ? giving.filter(({ contactId }) => among.has(rootOf(contactId ?? ''))) : giving;
  return {
    scored: asked
      ? scoredOf(asked, own)
      : meanScored(indexOf({ survey, questions }, newestOfEach(own, rootOf)).total),
    unplaced: among ? strangers.filter(({ contactId }) => !people.has(contactId ?? '')).length : 0,
  };
}

const answering = ({ question, versions }: Asked, counted: readonly PackedAnswer[]): PackedAnswer[] =>
  counted.filter(({ version, values }) => versions.has(version) && typeof values[question.id] === 'number');

function scoredOf({ question }: Asked, answers: readonly PackedAnswer[]): Scored | null {
  const scores = answers.map(({ values }) => values[question.id] as number);
  const scale = scaleOf(question) ?? undefined;
  if (question.type === 'nps') {
    const figure = npsOf(scores);
    return figure && { by: 'nps', figure };
  }
  if (question.type !== 'csat') return meanScored(meanOf(scores, scale));
  const figure = csatOf(scores, scale);
  return figure && { by: 'share', figure };
}

const meanScored = (figure: ReturnType<typeof meanOf>): Scored | null => figure && { by: 'mean', figure };
