import type { PartialDate } from '@/lib/crm/calendar';

/** Years of two digits: 30 to 99 are of the last century, for a birthday is the usual case. */
export function century(year: number): number {
  return year < 30 ? 2000 + year : 1900 + year;
}

const of = (year: number | undefined, month: number, day?: number): PartialDate => ({
  calendar: 'gregorian',
  ...(year === undefined ? {} : { year }),
  month,
  ...(day === undefined ? {} : { day }),
});

/**
 * The readings of a date in figures, likeliest first: `1990-09-27`, `1990/9`, `19900927`, `--09-27` (vCard),
 * `27.9.1990`, `9/27`. With points the day comes first, but for Chinese; with slashes and hyphens English text may
 * mean either, and Chinese puts the month first.
 */
export function readNumeric(text: string, chinese: boolean): PartialDate[] {
  const [, year, month, day] =
    /^(\d{4})([-/.])(\d{1,2})(?:\2(\d{1,2}))?\.?$/.exec(text)?.toSpliced(2, 1) ??
    /^(\d{4})(\d{2})(\d{2})$/.exec(text) ??
    /^(--)(\d{2})(?:-?(\d{2}))?$/.exec(text) ??
    [];
  if (month)
    return [of(year === '--' ? undefined : Number(year), Number(month), day ? Number(day) : undefined)];
  const [, first, sign, second, tail] = /^(\d{1,2})([-/.])(\d{1,2})(?:\2(\d{4}|\d{2})?)?$/.exec(text) ?? [];
  if (!first || !second) return [];
  const shown = tail === undefined ? undefined : tail.length === 2 ? century(Number(tail)) : Number(tail);
  const dayFirst = of(shown, Number(second), Number(first));
  const monthFirst = of(shown, Number(first), Number(second));
  return sign === '.' && !chinese ? [dayFirst, monthFirst] : [monthFirst, dayFirst];
}

/** Whether custom leaves no doubt about the order of day and month. */
export function orderIsClear(text: string, chinese: boolean): boolean {
  return chinese ? !/^\d+\D\d+\D\d/.test(text) : !/[-/]/.test(text);
}
