import type { SurveyResponse } from '@/lib/crm/surveys';
import { cutText } from '@/lib/crm/whole-text';
import type { AuthorForm, Values } from '@/lib/surveys/form';
import { isLow, mainScore } from '@/lib/surveys/score';

/** An answer in few words, in whatever language it was given: its score, and what was written. */

export type Score = { type: 'nps' | 'csat' | 'ces'; value: number; range: [number, number] };

export function scoreOf(form: AuthorForm | null, { values }: Pick<SurveyResponse, 'values'>): Score | null {
  const score = form && mainScore(form, values);
  return score ? { type: score.type, value: score.value, range: score.range } : null;
}

/** Whether somebody should do something about it: see the decision page on surveys. */
export function isLowScore(score: Score | null): boolean {
  return score !== null && isLow(score);
}

/** What was written, the longest text first; addresses and names that were asked for are no comment. */
export function commentOf(form: AuthorForm | null, values: Values): string {
  const written = (form?.pages ?? [])
    .flatMap((page) => page.questions)
    .flatMap(({ id, type, dimension }) => {
      const own = type === 'longtext' || (type === 'text' && dimension !== 'name' && id !== 'name');
      return [own ? values[id] : undefined, values[`${id}.other`]];
    })
    .filter((text): text is string => typeof text === 'string' && text.trim() !== '');
  return written
    .map((text) => text.trim())
    .sort((a, b) => b.length - a.length)
    .join('\n');
}

/** `3 / 10`, which needs no word of any language. */
export function scoreText({ value, range }: Score): string {
  return `${value} / ${range[1]}`;
}

/** The text of the answer's activity: score and comment. */
export function activityText(form: AuthorForm | null, response: SurveyResponse): string {
  const score = scoreOf(form, response);
  return [score ? scoreText(score) : '', commentOf(form, response.values)].filter(Boolean).join('\n');
}

/** The first line, cut where it becomes too long for a title. */
export function titleOf(text: string, most = 80): string {
  const line = text.trim().split('\n')[0] ?? '';
  return line.length > most ? `${cutText(line, most - 1).trimEnd()}…` : line;
}
