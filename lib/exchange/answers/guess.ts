import type { QuestionType } from '@/lib/surveys/form';
import { readMoment } from '../moment';
import { fingerprintOf } from '../propose-mapping';
import { besideOf, isTickCell, numberIn, partsOf } from './cells';
import { answersFormatOf, headingColumn } from './headings';
import { matrixGroups } from './matrix';
import type { AnswerColumn, AnswersFormat, AnswersMapping, AnswerWhy } from './meaning';
import { type AnswersTable, valuesIn } from './propose';
import { plainTitle, plainWords } from './titles';
import { NO, YES } from './yes-no';

/** Different texts that are taken for choices, and how long one may be. */
const MOST_CHOICES = 15;
const LONGEST_CHOICE = 80;
/** Fewer answers tell no choices. */
const ENOUGH = 4;
const LONG_TEXT = 60;
/** Above this share of numbers a column is one of numbers; what else stands in it is held back. */
const MOSTLY = 0.9;
/** A question of somebody's willingness to recommend is an NPS; any other 0 to 10 is none. */
const RECOMMENDS = /\bnps\b|\brecommend|推荐|推薦/;
/** `3(A)`, `3: A`: the question and one of its choices. */
const OF_GROUP = /^(.{1,200}?)\s*[(（[:：]\s*([^()（）[\]:：]{1,80})[)）\]]?$/s;

/** What each column is likely to hold when a survey is made of the file: what is known of the answer, else the type of a question, by its values. */
export function guessAnswers(table: AnswersTable): AnswersMapping {
  const { header } = table;
  const format = answersFormatOf(header);
  const values = header.map((_, at) => valuesIn(table, at, format));
  const groups = groupsOf(header, values);
  const knowns = header.map((heading, at) => headingColumn(heading, format, values[at]!));
  const matrices = matrixGroups(header, values, {
    isFree: (at) => knowns[at] === undefined,
    isTick: (at) => groups[at] !== undefined,
  });
  const found = header.map((heading, at): { column: AnswerColumn | null; why: AnswerWhy } => {
    const known = knowns[at];
    if (known !== undefined) return { column: known, why: format === 'csv' ? 'heading' : 'format' };
    const matrix = matrices[at];
    if (matrix) return { column: { is: 'ask', type: 'matrix', group: matrix }, why: 'values' };
    const group = groups[at];
    if (group) return { column: { is: 'ask', type: 'multiple', group }, why: 'values' };
    if (values[at]!.length === 0) return { column: null, why: 'none' };
    return { column: { is: 'ask', type: typeOf(heading, values[at]!, format) }, why: 'values' };
  });
  return {
    fingerprint: fingerprintOf(header),
    columns: found.map((one) => one.column),
    why: found.map((one) => one.why),
  };
}

/** Columns beside each other that each tick one choice: by their own words in the cells, or by a question that their headings share. */
function groupsOf(header: readonly string[], values: readonly string[][]): (string | undefined)[] {
  const base = header.map((heading, at) => {
    const own = values[at]!;
    if (own.length === 0 || !own.every((cell) => isTickCell(cell, heading) || isOneChoice(cell, heading)))
      return undefined;
    if (own.every((cell) => plainWords(cell) === plainWords(heading))) return 'own words';
    const [, question] = OF_GROUP.exec(heading.trim()) ?? [];
    return question && plainTitle(question) ? question.trim() : undefined;
  });
  return base.map((one, at) => {
    if (one === undefined || (base[at - 1] !== one && base[at + 1] !== one)) return undefined;
    if (one !== 'own words') return one;
    let first = at;
    while (base[first - 1] === one) first -= 1;
    return `#${first}`;
  });
}

const isOneChoice = (cell: string, heading: string): boolean =>
  plainWords(OF_GROUP.exec(heading.trim())?.[2] ?? '') === plainWords(cell);

function typeOf(heading: string, values: readonly string[], format: AnswersFormat): QuestionType {
  const numbers = values.map(numberIn).filter((one) => one !== null);
  const isScore = format === 'delighted' && /^score$/i.test(heading.trim());
  if (numbers.length > (isScore ? 0 : values.length * MOSTLY)) return scaleType(heading, numbers, format);
  if (values.every((one) => YES.test(one.trim()) || NO.test(one.trim()))) return 'yesno';
  if (values.every((one) => 'moment' in readMoment(one, 'en') || 'moment' in readMoment(one, 'zh-Hans')))
    return 'date';
  if (isSeveral(values)) return 'multiple';
  const texts = new Set(values.map((one) => plainWords(besideOf(one)?.named ?? one)));
  const isShort = values.every((one) => one.length <= LONGEST_CHOICE);
  if (
    isShort &&
    texts.size > 1 &&
    values.length >= ENOUGH &&
    texts.size <= MOST_CHOICES &&
    texts.size * 2 <= values.length
  )
    return 'single';
  return values.some((one) => one.length > LONG_TEXT || one.includes('\n')) ? 'longtext' : 'text';
}

function scaleType(heading: string, numbers: readonly number[], format: AnswersFormat): QuestionType {
  const [low, high] = [Math.min(...numbers), Math.max(...numbers)];
  const isWhole = numbers.every(Number.isInteger);
  if (!isWhole || low < 0 || high > 10) return 'number';
  if (high <= 1 && format !== 'delighted') return 'yesno';
  if (RECOMMENDS.test(plainWords(heading))) return 'nps';
  // Delighted writes `Score` whatever was asked: from 0 to 10 it is the NPS.
  if (format === 'delighted' && (low === 0 || high > 7)) return 'nps';
  return low === 0 ? 'slider' : 'csat';
}

/** Several of few texts in one cell. */
function isSeveral(values: readonly string[]): boolean {
  if (values.some((one) => one.includes('┋'))) return true;
  const counts = new Map<string, number>();
  for (const value of values) {
    for (const part of partsOf(value, () => false))
      counts.set(plainWords(part), (counts.get(plainWords(part)) ?? 0) + 1);
  }
  const parts = [...counts.values()].reduce((sum, count) => sum + count, 0);
  return (
    parts >= values.length * 1.2 &&
    counts.size <= MOST_CHOICES &&
    counts.size * 3 <= parts &&
    [...counts.keys()].every((text) => text.length <= LONGEST_CHOICE)
  );
}
