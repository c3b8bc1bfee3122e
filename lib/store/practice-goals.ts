import { v7 as uuid } from 'uuid';
import { addDays } from '@/lib/crm/calendar';
import type { PracticeLanguage } from '@/lib/crm/practice/shape';
import { SEGMENT_SCHEMA, type Segment } from '@/lib/crm/segments';
import type { SurveyGoal } from '@/lib/crm/survey-goals';
import type { Survey, SurveyResponse } from '@/lib/crm/surveys';
import { npsOf } from '@/lib/insight/satisfaction';
import type { Today } from '@/lib/insight/today';
import type { PracticeSurveys } from './practice-surveys';

const DAY = 86_400_000;

const IN_TOUCH: Readonly<Record<PracticeLanguage, { name: string; note: string }>> = {
  en: { name: 'In touch lately', note: 'Who wrote, called or met within the last 90 days.' },
  'zh-Hans': { name: '近期有联系', note: '最近 90 天内有过邮件往来、通话或见面的人。' },
  'zh-Hant': { name: '近期有聯絡', note: '最近 90 天內有郵件往來、通話或見面的人。' },
};

/** When the goals were set: enough had answered the short survey to say what its score was. In days. */
const SET_AGO = 90;
const NPS_ENDS: SurveyGoal['ends'] = [-100, 100];

/**
 * Goals of the practice surveys, one of which is about a segment: the score of the short one is open still, with the other the index is reached, and the
 * score of those who were in touch lately is missed. The surveys are changed: goals stand in them.
 * @returns the segment
 */
export function practiceGoals(
  { surveys, responses }: Pick<PracticeSurveys, 'surveys' | 'responses'>,
  { now, day }: Today,
  { clock, language }: { clock: string; language: PracticeLanguage },
): Segment {
  const segment: Segment = {
    id: uuid(),
    schema: SEGMENT_SCHEMA,
    clock,
    deletedAt: null,
    ...IN_TOUCH[language],
    query: { ask: 'count', types: [], exchange: true, within: { lastDays: 90 }, times: { min: 1 } },
    createdAt: now - 2 * SET_AGO * DAY,
  };
  const [whole, short] = surveys as [Survey, Survey];
  const goal = { of: 'nps', questionId: 'q1', ends: NPS_ENDS } as const;
  const was = scoreThen(short, responses, now - SET_AGO * DAY);
  short.goals = { [uuid()]: { ...goal, value: 50, by: addDays(day, 45), ...(was && { was }) } };
  whole.goals = {
    [uuid()]: { of: 'index', value: 60, by: addDays(day, 30), ends: [0, 100] },
    [uuid()]: { ...goal, value: 0, by: addDays(day, 75), segmentId: segment.id },
  };
  return segment;
}

/** The score of all who had answered by then. */
function scoreThen(survey: Survey, responses: readonly SurveyResponse[], at: number): SurveyGoal['was'] {
  const scores = responses.flatMap((one) =>
    one.surveyId === survey.id && one.at <= at ? [Number(one.values.q1)] : [],
  );
  const found = npsOf(scores);
  return found ? { at, value: found.value, low: found.low, high: found.high, n: found.n } : undefined;
}
