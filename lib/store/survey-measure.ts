import type { Interval } from '@/lib/api/survey-views';
import type { SurveyResponse } from '@/lib/crm/surveys';
import { csatOf, meanOf, npsOf } from '@/lib/insight/satisfaction';
import { scaleOf } from '@/lib/surveys/scale';
import type { Asked } from './results-scope';

/** The score that an answer gave; null where it gave none, or on another scale. */
export function scoreIn(
  { asked: { question, versions } }: Measured,
  { version, values }: Pick<SurveyResponse, 'version' | 'values'>,
): number | null {
  const value = values[question.id];
  return typeof value === 'number' && versions.has(version) ? value : null;
}

/** What a survey measures above all: the question, and the figure of answers to it. */
export interface Measured {
  asked: Asked;
  type: 'nps' | 'csat' | 'ces';
  figure: (scores: number[]) => Interval | null;
}

/** The first nps, else the first csat, else the first ces, on its last scale; null where there is none. */
export function measureOf(questions: Asked[]): Measured | null {
  for (const type of ['nps', 'csat', 'ces'] as const) {
    const asked = questions.find(({ question }) => question.type === type);
    if (!asked) continue;
    const scale = scaleOf(asked.question) ?? undefined;
    const figures = {
      nps: (scores: number[]) => npsOf(scores),
      csat: (scores: number[]) => csatOf(scores, scale),
      ces: (scores: number[]) => meanOf(scores, scale),
    };
    return { asked, type, figure: figures[type] };
  }
  return null;
}
