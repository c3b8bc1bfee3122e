import type { Form, Question } from './form';

/**
 * How long a survey takes. Reading: 238 English words a minute (Brysbaert 2019, Journal of Memory and Language 109, silent reading of
 * non-fiction); 255 Chinese characters a minute (Trauzettel-Klosinski & Dietz 2012, IOVS 53(9), read aloud: silent reading is faster, so that
 * this is a cautious figure). Answering: seconds by type, so that an ordinary question takes the 10 seconds with its reading that Pew Research Center
 * reports of its online panel (2022); the other types are in proportion, by our own judgement.
 */

const WORDS_A_MINUTE = 238;
const CHARACTERS_A_MINUTE = 255;

const SECONDS: Record<Question['type'], number> = {
  nps: 5,
  csat: 4,
  ces: 5,
  single: 4,
  multiple: 8,
  dropdown: 6,
  yesno: 3,
  matrix: 0,
  ranking: 0,
  slider: 6,
  text: 12,
  longtext: 45,
  email: 10,
  phone: 10,
  number: 6,
  date: 8,
  consent: 3,
  statement: 0,
};
const A_ROW = 4;
const A_RANK = 4;

/** Milliseconds that a text takes to read, whatever mix of scripts it is in. */
export function readingTime(text: string): number {
  const characters = text.match(/[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}]/gu)?.length ?? 0;
  const words =
    text
      .replace(/[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}]/gu, ' ')
      .match(/[\p{L}\p{N}][\p{L}\p{N}'’-]*/gu)?.length ?? 0;
  return Math.round(60_000 * (words / WORDS_A_MINUTE + characters / CHARACTERS_A_MINUTE));
}

/** Milliseconds that one question takes to read and to answer. */
export function answeringTime({
  type,
  title,
  help,
  choices = [],
  rows = [],
  ends = ['', ''],
  other,
}: Question): number {
  // A list that drops down is looked through, not read.
  const lists = [...(type === 'dropdown' ? [] : choices), ...rows].map(({ text }) => text);
  const read = readingTime([title, help, ...ends, ...lists, other].filter(Boolean).join(' \n'));
  const each = type === 'matrix' ? rows.length * A_ROW : type === 'ranking' ? choices.length * A_RANK : 0;
  return read + 1000 * (SECONDS[type] + each);
}

/**
 * Milliseconds for a whole form in one language, as its longest path takes: every question that can be asked is counted once.
 */
export function formTime({ intro = '', privacy, pages }: Form): number {
  const texts = readingTime(`${intro} ${privacy?.text ?? ''}`);
  return pages
    .flatMap((page) => page.questions)
    .reduce((sum, question) => sum + answeringTime(question), texts);
}

/** Syllables of an English word, by its groups of vowels; a silent e at the end is none. */
function syllables(word: string): number {
  const groups = word
    .toLowerCase()
    .replace(/(?:[^laeiouy]|[^aeiouy]l)e[sd]?$|ed$/, '')
    .match(/[aeiouy]+/g);
  return Math.max(1, groups?.length ?? 1);
}

/**
 * School grade that an English text asks for (Flesch-Kincaid; Kincaid et al. 1975), never below 0. For Chinese no formula is
 * accepted as widely.
 * @returns null for a text without English words
 */
export function gradeOf(text: string): number | null {
  if (/\p{Script=Han}/u.test(text)) return null;
  const words = text.match(/[A-Za-z][A-Za-z'’-]*/g) ?? [];
  if (words.length === 0) return null;
  const sentences = Math.max(1, text.match(/[.!?]+(?=\s|$)/g)?.length ?? 1);
  const sounds = words.reduce((sum, word) => sum + syllables(word), 0);
  return Math.max(0, 0.39 * (words.length / sentences) + 11.8 * (sounds / words.length) - 15.59);
}
