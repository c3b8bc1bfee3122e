import type { NumberForm } from './number-form';

/** Text of a cell. `yearly`: the same without its year, where the year was not shown. */
export interface CellText {
  text: string;
  yearly?: string;
}

const DAY_MS = 86_400_000;
/** Days from the first day of either calendar to that of the computer's clock. */
const EPOCH_1900 = 25_569;
const EPOCH_1904 = 24_107;
/** The year 10000. */
const LAST_DAY = 2_958_466;
/** Digits that such a program keeps of a number. */
const KEPT_DIGITS = 15;

/**
 * The number of a cell as text, in the form that it is shown in. A number of which digits were lost is written with its exponent: its other
 * digits are not made up.
 */
export function numberText(raw: string, form: NumberForm, from1904: boolean): CellText {
  const value = Number(raw);
  if (raw.trim() === '' || !Number.isFinite(value)) return { text: raw };
  if (form.is === 'date') return dateText(value, form, from1904) ?? { text: plainText(value) };
  if (form.is === 'time') return { text: timeText(form.beyond ? value : value % 1) ?? plainText(value) };
  if (form.is === 'percent') return { text: `${plainText(value * 100)}%` };
  const text = plainText(value);
  if (form.is === 'digits' && /^\d+$/.test(text)) return { text: text.padStart(form.count, '0') };
  return { text };
}

/** Without the noise of binary fractions behind the digits that are kept. */
function plainText(value: number): string {
  if (Math.abs(value) >= 10 ** KEPT_DIGITS) return value.toExponential(KEPT_DIGITS - 1).toUpperCase();
  const text = String(Number(value.toPrecision(KEPT_DIGITS)));
  // Near zero a fraction would be written with an exponent.
  return text.includes('e') ? value.toFixed(KEPT_DIGITS).replace(/0+$/, '') : text;
}

function dateText(
  value: number,
  { withTime, yearless }: { withTime: boolean; yearless: boolean },
  from1904: boolean,
): CellText | null {
  // In the calendar of 1900 day 60 is a 29 February that never was: whatever comes before it is a day later than it says.
  const days = from1904 ? value : value < 60 ? value + 1 : value;
  if (value < (from1904 ? 0 : 1) || days >= LAST_DAY) return null;
  const ms = Math.round((days - (from1904 ? EPOCH_1904 : EPOCH_1900)) * 86_400) * 1000;
  const day = new Date(Math.floor(ms / DAY_MS) * DAY_MS).toISOString().slice(0, 10);
  const hasTime = withTime && ms % DAY_MS !== 0;
  return {
    text: hasTime ? `${day} ${clock(ms - Math.floor(ms / DAY_MS) * DAY_MS)}` : day,
    ...(yearless ? { yearly: `--${day.slice(5)}` } : {}),
  };
}

function timeText(value: number): string | null {
  return value >= 0 && value < LAST_DAY ? clock(Math.round(value * 86_400) * 1000) : null;
}

/** Hours may go beyond a day: they are how long something took. */
function clock(ms: number): string {
  const [hours, minutes, seconds] = [ms / 3_600_000, (ms / 60_000) % 60, (ms / 1000) % 60].map((one) =>
    String(Math.floor(one)).padStart(2, '0'),
  );
  return seconds === '00' ? `${hours}:${minutes}` : `${hours}:${minutes}:${seconds}`;
}

/** The text of a string: signs that XML cannot hold stand as `_x000D_` in it. Blanks alone are nothing. */
export function shownString(text: string): string {
  const plain = text.includes('_x')
    ? text.replace(/_x([\da-f]{4})_/gi, (_, hex: string) => String.fromCharCode(Number.parseInt(hex, 16)))
    : text;
  return plain.trim() === '' ? '' : plain;
}
