import type { Interval } from '@/lib/api/survey-views';
import { csatOf, meanOf, npsOf } from '@/lib/insight/satisfaction';
import type { Question, Texts } from '@/lib/surveys/form';
import { scaleOf } from '@/lib/surveys/scale';

/** What a survey measures above all: the question, and the figure of answers to it. */
export interface Measured {
  question: Question<Texts>;
  type: 'nps' | 'csat' | 'ces';
  figure: (scores: number[]) => Interval | null;
}

/** The first nps, else the first csat, else the first ces; null where there is none. */
export function measureOf(questions: Question<Texts>[]): Measured | null {
  for (const type of ['nps', 'csat', 'ces'] as const) {
    const question = questions.find((one) => one.type === type);
    if (!question) continue;
    const scale = scaleOf(question) ?? undefined;
    const figures = {
      nps: (scores: number[]) => npsOf(scores),
      csat: (scores: number[]) => csatOf(scores, scale),
      ces: (scores: number[]) => meanOf(scores, scale),
    };
    return { question, type, figure: figures[type] };
  }
  return null;
}
