import { Making, ratingOf } from '@/lib/surveys/elsewhere/making';
import type { AuthorForm, Question, QuestionType, Texts } from '@/lib/surveys/form';
import { cleanLine } from '../clean';
import { besideOf, isBlank, numberIn, partsOf } from './cells';
import { answersFormatOf } from './headings';
import { matrixOf } from './matrix';
import type { AnswerColumn } from './meaning';
import type { AnswersTable } from './propose';
import { plainWords } from './titles';

const LONGEST_TITLE = 500;
const LONGEST_CHOICE = 200;
const OTHER = /^(?:其他|其它|other)/i;

/** Types of questions that a column may be made into. */
export const ASKED_TYPES = [
  'nps',
  'csat',
  'ces',
  'single',
  'multiple',
  'yesno',
  'slider',
  'number',
  'text',
  'longtext',
  'date',
] as const satisfies QuestionType[];

/**
 * The form that a table of answers is to: a question for each column that is to be one, or for each group of them, with every choice that
 * somebody made; and the columns as answers to it. The same table gives the same form.
 */
export function formOfTable(
  table: AnswersTable,
  columns: readonly (AnswerColumn | null)[],
  title: string,
): { form: AuthorForm; columns: (AnswerColumn | null)[] } {
  const lang = table.header.some((cell) => /\p{sc=Han}/u.test(cell)) ? 'zh-Hans' : 'en';
  const making = new Making(lang);
  const made = columns.map((column, at): AnswerColumn | null => {
    if (column?.is !== 'ask') return column;
    const { group } = column;
    const id = making.idOf(group ?? `column ${at}`);
    if (!making.question(id)) making.add(questionOf(making, id, { table, columns, at, column, lang }));
    const question = making.question(id);
    if (!question) return null;
    if (!group) return { is: 'value', q: id };
    const members = membersOf(columns, group);
    if (question.type === 'matrix') return { is: 'row', q: id, row: `r${members.indexOf(at) + 1}` };
    const choice = question.choices?.[members.indexOf(at)];
    return choice ? { is: 'tick', q: id, choice: choice.id } : null;
  });
  const { form } = making.done({ [lang]: title }, { endings: [] });
  return { form, columns: made };
}

function membersOf(columns: readonly (AnswerColumn | null)[], group: string): number[] {
  return columns.flatMap((one, at) => (one?.is === 'ask' && one.group === group ? [at] : []));
}

interface Ground {
  table: AnswersTable;
  columns: readonly (AnswerColumn | null)[];
  at: number;
  column: Extract<AnswerColumn, { is: 'ask' }>;
  lang: string;
}

function questionOf(
  making: Making,
  id: string,
  { table, columns, at, column: { type, group }, lang }: Ground,
): Question<Texts> {
  const say = (text: string): Texts => ({ [lang]: text });
  const headings = group ? membersOf(columns, group).map((one) => headingOf(table.header, one)) : [];
  const own = headingOf(table.header, at);
  const title = group ? (group.startsWith('#') ? headings.join(' / ') : group) : own;
  const question: Question<Texts> = { id, type, title: say(title.slice(0, LONGEST_TITLE)) };
  const values = valuesOf(table, at);
  if (group && type === 'matrix') {
    const cells = membersOf(columns, group).flatMap((one) => valuesOf(table, one));
    return { ...question, ...matrixOf(making, { headings, cells, say }) };
  }
  if (group) {
    const texts = headings.map((one) => (group.startsWith('#') ? one : partOf(one, group)));
    return { ...question, choices: making.choices(choicesOf(texts, say), title) };
  }
  if (type === 'csat' || type === 'ces' || type === 'slider')
    return { ...question, ...scaleOf(type, values) };
  if (type !== 'single' && type !== 'multiple') return question;
  const texts = type === 'multiple' ? values.flatMap((one) => partsOf(one, () => false)) : values;
  const plain = texts.map((one) => (besideOf(one)?.named ?? one).trim());
  const other = plain.find((one, index) => OTHER.test(one) && besideOf(texts[index]!) !== null);
  const distinct = [
    ...new Map(plain.filter((one) => one !== other).map((one) => [plainWords(one), one])).values(),
  ];
  // What everybody said alike is no choice, and a form of it could not be asked.
  if (distinct.length + (other ? 1 : 0) < 2) return { ...question, type: 'text' };
  return {
    ...question,
    choices: making.choices(choicesOf(distinct.sort(byNumber), say), title),
    ...(other ? { other: say(other.slice(0, LONGEST_CHOICE)) } : {}),
  };
}

/** 1, 2, 10 in their order; words as they first came. */
function byNumber(a: string, b: string): number {
  const [one, two] = [numberIn(a), numberIn(b)];
  return one === null || two === null ? 0 : one - two;
}

function choicesOf(texts: readonly string[], say: (text: string) => Texts) {
  return texts.map((text) => ({ name: text, texts: say(text.slice(0, LONGEST_CHOICE)) }));
}

const headingOf = (header: readonly string[], at: number): string =>
  // Two curly brackets would ask for another answer.
  cleanLine(header[at] ?? '')
    .replace(/[{}]{2,}/g, ' ')
    .trim() || `#${at + 1}`;

const partOf = (heading: string, group: string): string =>
  heading.slice(group.length).replace(/^[\s(（[:：]+|[\s)）\]]+$/g, '') || heading;

function valuesOf(table: AnswersTable, at: number): string[] {
  const isWjx = answersFormatOf(table.header) === 'wjx';
  return table.rows.map(({ cells }) => (cells[at] ?? '').trim()).filter((cell) => !isBlank(cell, isWjx));
}

/** 5, 7 or 10 are the usual ends. */
function scaleOf(
  type: 'csat' | 'ces' | 'slider',
  values: readonly string[],
): Pick<Question<Texts>, 'type' | 'range'> {
  const numbers = values.flatMap((one) => numberIn(one) ?? []);
  const high = numbers.reduce((most, one) => Math.max(most, one), 0);
  const low = numbers.reduce((least, one) => Math.min(least, one), 1);
  const most = [5, 7, 10].find((end) => high <= end) ?? Math.ceil(high);
  if (type === 'slider') return { type, range: [Math.floor(low), most] };
  const { range } = ratingOf(1, type === 'ces' && most === 5 ? 7 : most);
  return { type, ...(most <= 10 && range ? { range } : {}) };
}
