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

/** Everything that was written, the longest text first; addresses and names that were asked for are left out. */
export function writtenIn(form: AuthorForm | null, values: Values): string {
  return textsOf(form, values, ['longtext', 'text']);
}

/** What was written as a comment: a short text is one where nothing longer is asked. Beside a field for comments it is a place, or the number of an order. */
export function commentOf(form: AuthorForm | null, values: Values): string {
  const isLong = form?.pages.some(({ questions }) => questions.some(({ type }) => type === 'longtext'));
  return textsOf(form, values, [isLong ? 'longtext' : 'text']);
}

/** Texts of questions of these types, and what was meant by "other", the longest first. */
function textsOf(form: AuthorForm | null, values: Values, types: readonly string[]): string {
  const written = (form?.pages ?? [])
    .flatMap((page) => page.questions)
    .flatMap(({ id, type, dimension }) => {
      const isName = type === 'text' && (dimension === 'name' || id === 'name');
      return [types.includes(type) && !isName ? values[id] : undefined, values[`${id}.other`]];
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

/** The text of the answer's activity: score, and what was written. */
export function activityText(form: AuthorForm | null, response: SurveyResponse): string {
  const score = scoreOf(form, response);
  return [score ? scoreText(score) : '', writtenIn(form, response.values)].filter(Boolean).join('\n');
}

/** The first line, cut where it becomes too long for a title. */
export function titleOf(text: string, most = 80): string {
  const line = text.trim().split('\n')[0] ?? '';
  return line.length > most ? `${cutText(line, most - 1).trimEnd()}…` : line;
}
