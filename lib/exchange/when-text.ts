import { halfWidth } from './clean';

/** Traditional signs of dates and times with their simplified forms, one for one, so that offsets stay. */
const TRADITIONAL = '週後個點兩號內禮鐘時這裡間遲於為';
const SIMPLIFIED = '周后个点两号内礼钟时这里间迟于为';

/** Forms that chrono-node does not know, and forms of the same length that it knows. */
const SAME_LENGTH: [RegExp, string][] = [
  [/点一刻/g, '点15'],
  [/点三刻/g, '点45'],
  [/钟头/g, '小时'],
  [/以后/g, '之后'],
  [/以内/g, '之内'],
];

/** The text as the parsers want it, of the same length: one width, one script, one form of hours and quarters. */
export function forParsing(text: string): string {
  let plain = halfWidth(text).replace(
    new RegExp(`[${TRADITIONAL}]`, 'g'),
    (sign) => SIMPLIFIED[TRADITIONAL.indexOf(sign)]!,
  );
  for (const [form, known] of SAME_LENGTH) plain = plain.replace(form, known);
  return plain;
}

/** A part of a text, as offsets of UTF-16 units. */
export interface Range {
  start: number;
  end: number;
}

const DAY_END = 'cob|eod|end of (?:the )?day|close of business';
const BEFORE = [
  new RegExp(
    `(?<![\\p{L}\\p{N}])(?:(?:due|no later than|by|before|until|till?|on|at|for|the|${DAY_END})\\s+)+$`,
    'iu',
  ),
  /(?:最晚|最迟|不晚于|截止到?|截至|定在|定于|在|于)\s*$/u,
];
/** "Come in Friday" keeps its "in"; "in May" does not. */
const IN = /(?<![\p{L}\p{N}])in\s+$/iu;
const MONTH = /^(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)/i;
const AFTER = new RegExp(
  `^\\s*(?:之前|以前|前(?![台往后任辈面天途提])|之内|内(?![部容测地外存])|为止|(?:${DAY_END})(?![\\p{L}\\p{N}]))`,
  'iu',
);
const POSSESSIVE = /^['’]s(?![\p{L}\p{N}])/u;

/** The date phrase with the words that only tie it to the sentence: `by`, `due on`, 最晚, 之前. */
export function withTies(plain: string, range: Range): Range {
  const follows = plain.slice(range.end, range.end + 24);
  const possessive = POSSESSIVE.exec(follows)?.[0].length;
  // "For tomorrow's meeting" says what it is for.
  if (possessive) return { start: range.start, end: range.end + possessive };
  let start = range.start;
  for (const tie of MONTH.test(plain.slice(start, start + 3)) ? [IN, ...BEFORE] : BEFORE) {
    start -= tie.exec(plain.slice(Math.max(0, start - 80), start))?.[0].length ?? 0;
  }
  return { start, end: range.end + (AFTER.exec(follows)?.[0].length ?? 0) };
}

/** What is left of a text without some of its parts, in their order, fit to be a title. */
export function without(text: string, ranges: Range[]): string {
  let rest = '';
  let from = 0;
  for (const { start, end } of ranges) {
    rest = join(rest, text.slice(from, start));
    from = end;
  }
  rest = join(rest, text.slice(from))
    .replace(/\(\s*\)|（\s*）/g, ' ')
    .replace(/\s+/g, ' ')
    .replace(/ (?=[,，、;；。])/g, '')
    .replace(/([,，、;；])(?:\s*[,，、;；])+/g, '$1');
  let end = rest.length;
  // By hand, for a pattern at the end of a long row of hyphens takes quadratic time.
  while (end > 0 && LOOSE_END.test(rest[end - 1]!)) end -= 1;
  return rest.slice(0, end).replace(LOOSE_BEGINNING, '').replace(/^的/, '');
}

const LOOSE_END = /[\s,，、;；:：–—-]/u;
const LOOSE_BEGINNING = /^[\s,，、。.;；:：–—-]+/u;

function join(left: string, right: string): string {
  const [a, b] = [left.trimEnd(), right.trimStart()];
  if (!a || !b) return a + b;
  return /\p{sc=Han}$/u.test(a.slice(-2)) && /^\p{sc=Han}/u.test(b) ? a + b : `${a} ${b}`;
}
