import type { Choice, Question, Texts, Value } from '@/lib/surveys/form';
import { scaleOf } from '@/lib/surveys/scale';
import { cleanLine } from '../clean';
import { readMoment } from '../moment';
import { plainWords } from './titles';
import { isYes, NO, YES } from './yes-no';

/** What a cell says as an answer to a question; `other` is what was written beside the choice. */
export interface CellValue {
  value: Value;
  other?: string;
}

/** What programs write where nothing was answered: 问卷星 marks what was skipped or not shown. */
const NOTHING = /^(?:\(跳过\)|（跳过）|\(空\)|（空）|-3|-2)$/;
const NUMBER = /^[+-]?\d{1,15}(?:[.,]\d{1,10})?(?:\s*(?:分|points?|stars?|星))?$/i;
/** Signs between several choices of one cell, those first that stand in no text. */
const BETWEEN = ['┋', '→', '\n', '; ', ';', '|', '；', '，', '、', ', ', ','];

/** A choice holds the sign between choices so many times at most. */
const MOST_PIECES = 5;
/** A longer cell is no list of choices. */
const LONGEST_LIST = 10_000;

/** A choice, and what was written beside it: 问卷星 puts it at the end in 〖〗. Without an expression that would look again from each bracket. */
export function besideOf(text: string): { named: string; beside: string } | null {
  if (!/[〗】]$/.test(text)) return null;
  const at = text.search(/[〖【]/);
  return at < 0 ? null : { named: text.slice(0, at), beside: text.slice(at + 1, -1) };
}

/** @param isWjx marks of that program are no values */
export function isBlank(cell: string, isWjx: boolean): boolean {
  const text = cell.trim();
  return text === '' || (isWjx && NOTHING.test(text));
}

/** The number that a cell says; null where it says none. */
export function numberIn(cell: string): number | null {
  const text = cleanLine(cell);
  return NUMBER.test(text) ? Number.parseFloat(text.replace(',', '.')) : null;
}

/** A choice may hold the sign itself: what is known as a whole is one, the longest first. */
function joinedAgain(parts: string[], sign: string, isKnown: (part: string) => boolean): string[] {
  const out: string[] = [];
  for (let at = 0; at < parts.length; ) {
    let end = Math.min(parts.length, at + MOST_PIECES);
    while (end > at + 1 && !isKnown(parts.slice(at, end).join(sign).trim())) end -= 1;
    out.push(parts.slice(at, end).join(sign).trim());
    at = end;
  }
  return out.filter(Boolean);
}

/** Parts of a cell that holds several, by the sign that parts it into what `isKnown`; else as one. */
export function partsOf(cell: string, isKnown: (part: string) => boolean): string[] {
  if (cell.length > LONGEST_LIST) return [cell.trim()];
  const split = (sign: string) => joinedAgain(cell.split(sign), sign, isKnown);
  const signs = BETWEEN.filter((sign) => cell.includes(sign));
  const ways = signs.map((sign) => {
    const parts = split(sign);
    return { parts, known: parts.filter(isKnown).length / Math.max(1, parts.length) };
  });
  if (isKnown(cell.trim()) || ways.length === 0) return [cell.trim()];
  // The first sign of the best: a sort that is stable.
  return ways.sort((a, b) => b.known - a.known)[0]!.parts;
}

/** How cells of one column are read. @param coded its numbers are places in the list of choices */
export interface CellOptions {
  coded: boolean;
  language: 'en' | 'zh-Hans';
}

const NO_CHOICES: Choice<Texts>[] = [];
const wordsByChoices = new WeakMap<readonly Choice<Texts>[], Map<string, string>>();

/** Ids of choices by what may stand in a cell for them; made once for a question. */
function wordsOf(choices: readonly Choice<Texts>[]): Map<string, string> {
  const made = wordsByChoices.get(choices);
  if (made) return made;
  const words = new Map<string, string>();
  for (const { id, text } of choices) {
    for (const said of Object.values(text)) {
      const plain = plainWords(said);
      if (plain && !words.has(plain)) words.set(plain, id);
    }
  }
  wordsByChoices.set(choices, words);
  return words;
}

/** The id of the choice that a text names. */
function choiceOf(
  text: string,
  { choices = NO_CHOICES, other }: Question<Texts>,
  coded: boolean,
): { id: string; beside?: string } | null {
  const words = wordsOf(choices);
  const said = words.get(plainWords(text));
  if (said) return { id: said };
  if (coded) {
    const at = numberIn(text);
    const one = at === null ? undefined : choices[at - 1];
    if (one) return { id: one.id };
    if (other && at === choices.length + 1) return { id: 'other' };
  }
  const parts = besideOf(text);
  if (parts) {
    const id = words.get(plainWords(parts.named));
    if (id) return { id };
    if (other) return { id: 'other', beside: parts.beside.trim() };
  }
  if (!other) return null;
  const isOther = Object.values(other).some((said) => plainWords(said) === plainWords(text));
  return isOther ? { id: 'other' } : { id: 'other', beside: text.trim() };
}

/** Whether numbers of a column stand for places in the list of choices. */
export function isCoded(
  { type, choices = NO_CHOICES, other }: Question<Texts>,
  cells: readonly string[],
): boolean {
  if (!['single', 'dropdown', 'multiple', 'ranking', 'matrix'].includes(type) || cells.length === 0)
    return false;
  const words = wordsOf(choices);
  const most = choices.length + (other ? 1 : 0);
  return cells.every((cell) =>
    partsOf(cell, (part) => numberIn(part) !== null).every((part) => {
      const at = numberIn(part);
      return at !== null && Number.isInteger(at) && at >= 1 && at <= most && !words.has(plainWords(part));
    }),
  );
}

/** The answer that a cell gives to a question; null where it is none. Whether it is within the question's limits says `fault`. */
export function cellValue(cell: string, question: Question<Texts>, options: CellOptions): CellValue | null {
  switch (question.type) {
    case 'nps':
    case 'csat':
    case 'ces':
    case 'slider':
    case 'number':
      return scaleValue(cell, question);
    case 'yesno': {
      const yes = isYes(cell);
      return yes === null ? null : { value: yes ? 'yes' : 'no' };
    }
    case 'consent':
      return isYes(cell) ? { value: true } : null;
    case 'single':
    case 'dropdown': {
      const found = choiceOf(cell, question, options.coded);
      return found && { value: found.id, ...(found.beside ? { other: found.beside } : {}) };
    }
    case 'multiple':
    case 'ranking':
      return listValue(cell, question, options);
    case 'date': {
      const read = readMoment(cell, options.language);
      return 'moment' in read ? { value: read.moment.slice(0, 10) } : null;
    }
    case 'matrix':
    case 'statement':
      return null;
    default:
      return { value: cell.trim() };
  }
}

/** A number, or a word for one where a choice bears it: 4, 4分, but never a word that is merely liked. */
function scaleValue(cell: string, question: Question<Texts>): CellValue | null {
  const value = numberIn(cell);
  if (value !== null) return { value };
  const [low, high] = scaleOf(question) ?? [];
  const stars = /^[★⭐]+$/u.test(cell.replaceAll('\ufe0f', '').trim())
    ? [...cell.replaceAll('\ufe0f', '').trim()].length
    : 0;
  return stars > 0 && low === 1 && stars <= (high ?? 0) ? { value: stars } : null;
}

/** Of a matrix: the column that a cell names. */
export function columnValue(cell: string, question: Question<Texts>, coded: boolean): string | null {
  return choiceOf(cell, question, coded)?.id ?? null;
}

function listValue(cell: string, question: Question<Texts>, { coded }: CellOptions): CellValue | null {
  const { other: _other, ...closed } = question;
  const parts = partsOf(cell, (part) => choiceOf(part, closed, coded) !== null);
  const found = parts.map((part) => choiceOf(part, question, coded));
  if (found.some((one) => one === null)) return null;
  const ids = [...new Set(found.map((one) => one!.id))];
  const beside = found.flatMap((one) => one?.beside ?? []).join('; ');
  return { value: inOrder(ids, question), ...(beside ? { other: beside } : {}) };
}

/** Picks stand in the order of the form, ranks in their own. */
function inOrder(ids: string[], { type, choices = [] }: Question<Texts>): string[] {
  if (type === 'ranking') return ids;
  const order = [...choices.map(({ id }) => id), 'other'];
  return [...ids].sort((a, b) => order.indexOf(a) - order.indexOf(b));
}

/** Whether a cell says that this choice was picked: its own words, or a yes. */
export function isTicked(cell: string, choice: string): boolean {
  return plainWords(cell) === plainWords(choice) || isYes(cell) === true;
}

/** A cell of a column that ticks one choice, where nothing says which. */
export function isTickCell(cell: string, heading: string): boolean {
  return YES.test(cell.trim()) || NO.test(cell.trim()) || plainWords(cell) === plainWords(heading);
}
