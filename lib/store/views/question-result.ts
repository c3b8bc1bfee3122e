import type { QuestionResult } from '@/lib/api/survey-views';
import { csatOf, meanOf, npsOf } from '@/lib/insight/satisfaction';
import { countedAs } from '@/lib/surveys/counted';
import type { Question, Texts, Value } from '@/lib/surveys/form';
import { scaleOf } from '@/lib/surveys/scale';
import type { PackedAnswer } from '../packed-answers';
import { type Asked, answersTo, hasAnswered, spanOf } from '../results-scope';
import type { Words } from './answer-words';

const MOST_TEXTS = 500;
/** Scales with more steps are no bars. */
const MOST_STEPS = 20;

/** What was answered to one question. @param all newest first @param texts of this question */
export function questionResult(
  asked: Asked,
  all: PackedAnswer[],
  { texts, words }: { texts: Texted; words: Words },
): QuestionResult {
  const versions = spanOf(asked);
  const { id, type } = asked.question;
  const responses = answersTo(asked, all);
  const values = responses.flatMap((one) => (hasAnswered(asked, one) ? [one.values[id]!] : []));
  const numbers = values.filter((value) => typeof value === 'number');
  const question = asAnswered(asked, values);
  const scale = scaleOf(question) ?? undefined;
  return {
    question,
    ...(versions ? { versions } : {}),
    n: values.length,
    counts: countsOf(question, values),
    nps: type === 'nps' ? npsOf(numbers) : null,
    share: type === 'csat' ? csatOf(numbers, scale) : null,
    mean: type === 'nps' ? null : meanOf(numbers, type === 'number' ? undefined : scale),
    ranks: type === 'ranking' ? ranksOf(question, values) : null,
    texts: textsOf(texts, words),
    ...(texts.isCut ? { textsCut: true } : {}),
  };
}

/** The question as it is asked now, and behind its choices and rows those of before that somebody gave. */
function asAnswered({ question, ever }: Asked, values: Value[]): Question<Texts> {
  if (ever === question) return question;
  // Of a matrix these are row and column together.
  const idsIn = (value: Value) => (Array.isArray(value) ? value : countedAs(ever, value));
  const given = new Set(values.flatMap((value) => idsIn(value).flatMap((one) => one.split('|'))));
  const of = <T extends { id: string }>(all: T[] | undefined, now: T[] = []) =>
    all?.filter((one) => now.includes(one) || given.has(one.id));
  const other = question.other ?? (given.has('other') ? ever.other : undefined);
  const [choices, rows] = [of(ever.choices, question.choices), of(ever.rows, question.rows)];
  return { ...question, ...(choices && { choices }), ...(rows && { rows }), ...(other && { other }) };
}

/** Every possible answer with how often it was given, also those that nobody gave: a bar that is missing would lie. */
function countsOf(question: Question<Texts>, values: Value[]): QuestionResult['counts'] {
  const counts = new Map(possible(question).map((value) => [value, 0]));
  const add = (value: string) => counts.set(value, (counts.get(value) ?? 0) + 1);
  if (isWritten(question) || question.type === 'date') return [];
  for (const value of values) for (const one of countedAs(question, value)) add(one);
  return [...counts].map(([value, n]) => ({ value, n }));
}

/** Whether what was answered is a text, which is shown and not counted. */
const isWritten = ({ type }: Question<Texts>): boolean =>
  ['text', 'longtext', 'email', 'phone'].includes(type);

/** Where the text of an answer to a question stands: what was written, or what was meant by `other`. */
export const textKeyOf = (question: Question<Texts>): string =>
  isWritten(question) ? question.id : `${question.id}.other`;

function possible(question: Question<Texts>): string[] {
  const { type, choices = [], rows = [], other } = question;
  if (type === 'yesno') return ['yes', 'no'];
  if (type === 'matrix') return rows.flatMap((row) => choices.map((one) => `${row.id}|${one.id}`));
  const scale = type === 'number' ? null : scaleOf(question);
  if (scale && scale[1] - scale[0] <= MOST_STEPS) {
    return Array.from({ length: scale[1] - scale[0] + 1 }, (_, at) => String(scale[0] + at));
  }
  return [...choices.map((one) => one.id), ...(other ? ['other'] : [])];
}

function ranksOf({ choices = [] }: Question<Texts>, values: Value[]): QuestionResult['ranks'] {
  const ranks = choices.flatMap(({ id }) => {
    const places = values.flatMap((value) =>
      Array.isArray(value) && value.includes(id) ? [value.indexOf(id) + 1] : [],
    );
    const sum = places.reduce((all, place) => all + place, 0);
    return places.length > 0 ? [{ value: id, mean: sum / places.length }] : [];
  });
  return ranks.sort((a, b) => a.mean - b.mean);
}

/** Where texts of a question stand. */
interface Texted {
  key: string;
  answers: PackedAnswer[];
  /** There are older ones. */
  isCut: boolean;
}

/** Under what the texts of a question stand, and which answers have the newest of them. */
export function withTexts(asked: Asked, all: PackedAnswer[]): Texted {
  const key = textKeyOf(asked.question);
  const has = ({ values }: PackedAnswer) => typeof values[key] === 'string' && values[key].trim() !== '';
  const found = answersTo(asked, all).filter(has);
  return { key, answers: found.slice(0, MOST_TEXTS), isCut: found.length > MOST_TEXTS };
}

function textsOf({ key, answers }: Texted, words: Words): QuestionResult['texts'] {
  return answers.map(({ id, contactId, at }) => {
    const known = words.names.get(contactId ?? '');
    const body = words.bodies.get(id);
    return {
      responseId: id,
      contactId: known === undefined ? null : contactId,
      name: known ?? body?.who.name ?? null,
      at,
      text: String(body?.values[key] ?? ''),
    };
  });
}
