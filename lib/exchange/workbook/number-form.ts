/** What the number of a cell is shown as, by its format. */
export type NumberForm =
  | { is: 'plain' }
  /** `yearless`: the year is not shown, and was put in by the program when somebody typed a day and a month. */
  | { is: 'date'; withTime: boolean; yearless: boolean }
  /** A time of day, of whatever day; or (`beyond`) hours that go beyond one. */
  | { is: 'time'; beyond: boolean }
  | { is: 'percent' }
  /** Filled up with zeros to so many digits, as numbers of telephones and customers are. */
  | { is: 'digits'; count: number };

/** What a number is shown as that has no format. */
export const PLAIN: NumberForm = { is: 'plain' };
const DAY: NumberForm = { is: 'date', withTime: false, yearless: false };
const DAY_AND_MONTH: NumberForm = { is: 'date', withTime: false, yearless: true };
const TIME: NumberForm = { is: 'time', beyond: false };
const HOURS: NumberForm = { is: 'time', beyond: true };
const PERCENT: NumberForm = { is: 'percent' };

/**
 * Formats that have a number and no text, ECMA-376 part 1, 18.8.30: those of every language, and of 27 to 58 what they are in Chinese,
 * Japanese and Korean, elsewhere unused.
 */
const BUILT_IN: ReadonlyMap<number, NumberForm> = new Map<number, NumberForm>([
  ...[14, 15, 17, 27, 31, 36, 50, 57, 58].map((id) => [id, DAY] as const),
  ...[16, 28, 29, 30, 51, 52, 53, 54].map((id) => [id, DAY_AND_MONTH] as const),
  [22, { is: 'date', withTime: true, yearless: false }],
  ...[18, 19, 20, 21, 32, 33, 34, 35, 45, 47, 55, 56].map((id) => [id, TIME] as const),
  [46, HOURS],
  ...[9, 10].map((id) => [id, PERCENT] as const),
]);

/** What stands in a format for itself: quoted, escaped, filled up, of a colour, a language or a condition; not `[h]`, which is hours. */
const LITERAL = /"[^"]*"|\\.|_.|\*.|\[(?!(?:h+|m+|s+)\])[^\]]*\]/gi;
const WORDS = /general|am\/pm|a\/p|上午\/下午|e[+-]/gi;
const LONGEST = 255;
const MOST_DIGITS = 20;

/** @param code as it is written in the file (`yyyy/m/d;@`), where the format has a text */
export function numberForm(id: number, code: string | undefined): NumberForm {
  if (code === undefined) return BUILT_IN.get(id) ?? PLAIN;
  const bare = code.slice(0, LONGEST).replace(LITERAL, ' ').replace(WORDS, ' ');
  const [first = ''] = bare.split(';');
  const year = /[yeg]/i.test(first);
  const day = /d/i.test(first);
  const time = /[hs]/i.test(first);
  if (year || day || (/m/i.test(first) && !time))
    return { is: 'date', withTime: time, yearless: !year && day && /m/i.test(first) };
  if (time) return /\[[hms]/i.test(first) ? HOURS : TIME;
  if (first.includes('%')) return PERCENT;
  const zeros = first.match(/0/g)?.length ?? 0;
  return zeros > 1 && zeros <= MOST_DIGITS && /^[0#\s()+-]*$/.test(first)
    ? { is: 'digits', count: zeros }
    : PLAIN;
}
