import type { AuthorForm, Question, Texts } from '@/lib/surveys/form';
import { fault } from '@/lib/surveys/validate';
import { fingerprintOf } from '../propose-mapping';
import { cellValue, columnValue, isBlank, isCoded, isTickCell } from './cells';
import { answersFormatOf, headingColumn } from './headings';
import type { AnswerColumn, AnswersFormat, AnswersMapping, AnswerWhy } from './meaning';
import { numberOf, type Place, placesOf, plainTitle, plainWords } from './titles';

/** Rows that are looked at. */
const LOOKED_AT = 500;
/** Share of a column's values that must fit a question which no words name. */
const FITS = 0.5;

/** A table of answers: its header and its rows. */
export interface AnswersTable {
  header: string[];
  rows: { number: number; cells: string[] }[];
}

interface Taken {
  column: AnswerColumn | null;
  why: AnswerWhy;
}

/** What stands in a column, blanks left out. */
export function valuesIn({ rows }: AnswersTable, at: number, format: AnswersFormat): string[] {
  return rows
    .slice(0, LOOKED_AT)
    .map(({ cells }) => cells[at] ?? '')
    .filter((cell) => !isBlank(cell, format === 'wjx'));
}

/** What each column of a table is likely to hold, of answers to this form: by words, by number, by the values that a question takes. */
export function proposeAnswers(table: AnswersTable, form: Pick<AuthorForm, 'pages'>): AnswersMapping {
  const { header } = table;
  const format = answersFormatOf(header);
  const places = placesOf(form);
  const free = new Set(places);
  const values = header.map((_, at) => valuesIn(table, at, format));
  const taken: (Taken | null)[] = header.map((heading, at) => {
    const place = places.find((one) => free.has(one) && isNamed(one, heading, values[at]!));
    const column = headingColumn(heading, format, values[at]!);
    // In a file of a program that is known its own columns are what they are called; else the words of a question come first.
    if (column !== undefined && (format !== 'csv' || !place)) {
      return { column, why: format === 'csv' ? 'heading' : 'format' };
    }
    return place ? { column: columnOf(place, free), why: 'title' } : null;
  });
  byNumber(taken, { header, values, places, free });
  if (format === 'delighted') byKind(taken, { header, values, places, free });
  return {
    fingerprint: fingerprintOf(header),
    columns: taken.map((one) => one?.column ?? null),
    why: taken.map((one) => one?.why ?? 'none'),
  };
}

function columnOf({ question: { id: q }, is, part }: Place, free: Set<Place>): AnswerColumn {
  for (const one of [...free]) {
    const isSame = one.question.id === q && one.is === is && one.part === part;
    // A question whose choices have columns of their own has none as a whole.
    const isWhole =
      one.question.id === q &&
      ((is === 'tick' && one.is === 'value') || (is === 'value' && one.is === 'tick'));
    if (isSame || isWhole) free.delete(one);
  }
  if (is === 'row') return { is, q, row: part! };
  return is === 'tick' ? { is, q, choice: part! } : { is, q };
}

function isNamed({ names, is }: Place, heading: string, values: readonly string[]): boolean {
  const isSaid = names.has(plainTitle(heading)) || names.has(plainWords(heading));
  return (
    isSaid && (is !== 'tick' || values.every((value) => isTickCell(value, heading) || isPart(value, names)))
  );
}

/** The choice alone, under a heading that says the question as well. */
function isPart(value: string, names: ReadonlySet<string>): boolean {
  return names.has(plainWords(value));
}

interface Ground {
  header: readonly string[];
  values: readonly string[][];
  places: readonly Place[];
  free: Set<Place>;
}

/** `Q3`, or `3、` and other words than ours: the third question, when such values fit it. */
function byNumber(taken: (Taken | null)[], { header, values, places, free }: Ground): void {
  const questions = [...new Map(places.map((place) => [place.question.id, place])).values()];
  for (const [at, heading] of header.entries()) {
    if (taken[at]) continue;
    const number = numberOf(heading);
    const place = number === null ? undefined : questions[number - 1];
    if (place?.is !== 'value' || !free.has(place) || !fits(place.question, values[at]!)) continue;
    taken[at] = { column: columnOf(place, free), why: 'number' };
  }
}

/** One score and one comment: the first question on a scale that fits, and the first for words. */
function byKind(taken: (Taken | null)[], { header, values, places, free }: Ground): void {
  const kinds: [RegExp, Question['type'][]][] = [
    [/^score$/i, ['nps', 'csat', 'ces', 'slider']],
    [/^comment$/i, ['longtext', 'text']],
  ];
  for (const [name, types] of kinds) {
    const at = header.findIndex((heading) => name.test(heading.trim()));
    if (at < 0 || taken[at]) continue;
    const place = places.find(
      (one) => free.has(one) && types.includes(one.question.type) && fits(one.question, values[at]!),
    );
    if (place) taken[at] = { column: columnOf(place, free), why: 'type' };
  }
}

/** Whether nearly all values of a column are answers to a question. */
export function fits(question: Question<Texts>, values: readonly string[]): boolean {
  if (values.length === 0) return false;
  const coded = isCoded(question, values);
  const good = values.filter((cell) => {
    if (question.type === 'matrix') return columnValue(cell, question, coded) !== null;
    const read = cellValue(cell, question, { coded, language: 'en' });
    return read !== null && fault({ ...question, required: false }, read.value, read.other) === null;
  });
  return good.length >= FITS * values.length;
}
