import Papa from 'papaparse';
import { dayFromNumber, dayNumber, isDay } from '@/lib/crm/calendar';
import { type FittedPurchases, fitPurchases, type Purchase } from '@/lib/insight/value/fit-purchases';

/** What is wrong with a file or an argument, in one line. */
export class FitProblem extends Error {}

/** What `npm run fit` prints: days as text, and how many rows it rests on. */
export interface Fit extends Omit<FittedPurchases, 'until' | 'held'> {
  rows: number;
  until: string;
  heldOutDays: number;
}

/**
 * Fits the models to a table of purchases with the columns customer, date (2026-03-02 or 20260302) and, where there is one, amount.
 * @throws FitProblem
 */
export function fitReport(text: string, calibrateUntil: string | null): Fit {
  const purchases = purchasesIn(text);
  const until = calibrateUntil === null ? null : dayIn(calibrateUntil);
  if (calibrateUntil !== null && until === null) {
    throw new FitProblem(`--calibrate-until: ${calibrateUntil} is no date. Write it as 2026-03-02.`);
  }
  const days = purchases.map((one) => one.day);
  const [first, last] = [days.reduce((a, b) => Math.min(a, b)), days.reduce((a, b) => Math.max(a, b))];
  if (until !== null && (until <= first || until >= last)) {
    throw new FitProblem(
      `--calibrate-until: the purchases are from ${dayFromNumber(first)} to ${dayFromNumber(last)}. Give a date between them.`,
    );
  }
  const { until: end, held, ...found } = fitPurchases(purchases, until);
  if (found.repeat === 0) throw new FitProblem('Nobody bought on two days: there is nothing to fit.');
  return { rows: purchases.length, until: dayFromNumber(end), heldOutDays: held, ...found };
}

function purchasesIn(text: string): Purchase[] {
  const { data, meta } = Papa.parse<Record<string, string>>(text, {
    header: true,
    skipEmptyLines: 'greedy',
    transformHeader: (name) =>
      name
        .replace(/^\uFEFF/, '')
        .trim()
        .toLowerCase(),
  });
  for (const name of ['customer', 'date']) {
    if (!meta.fields?.includes(name)) {
      throw new FitProblem(
        `There is no column "${name}". The first line names the columns: customer, date, amount.`,
      );
    }
  }
  if (data.length === 0) throw new FitProblem('There is no purchase in this file.');
  return data.map((row, at): Purchase => {
    const [customer, date, amount] = ['customer', 'date', 'amount'].map((name) => row[name]?.trim() ?? '');
    const day = dayIn(date!);
    if (customer === '') throw new FitProblem(`Row ${at + 2}: the customer is missing.`);
    if (day === null) throw new FitProblem(`Row ${at + 2}: "${date}" is no date. Write it as 2026-03-02.`);
    const value = amount === '' ? null : Number(amount);
    if (value !== null && !Number.isFinite(value)) {
      throw new FitProblem(`Row ${at + 2}: "${amount}" is no amount. Write it as 1234.50.`);
    }
    return { customer: customer!, day, amount: value };
  });
}

function dayIn(text: string): number | null {
  const day = text.replace(/^(\d{4})(\d{2})(\d{2})$/, '$1-$2-$3');
  return isDay(day) ? dayNumber(day) : null;
}

/** The file and the day of calibration among arguments of the command. @throws FitProblem */
export function argumentsOf(given: readonly string[]): { file: string; until: string | null } {
  const at = given.findIndex((one) => one === '--calibrate-until' || one.startsWith('--calibrate-until='));
  const inline = at >= 0 && given[at]!.includes('=');
  const until = at < 0 ? null : ((inline ? given[at]!.split('=')[1] : given[at + 1]) ?? '');
  const rest = at < 0 ? given : [...given.slice(0, at), ...given.slice(at + (inline ? 1 : 2))];
  const [file, ...more] = rest;
  if (!file || more.length > 0 || file.startsWith('--')) {
    throw new FitProblem('Give one file: npm run fit -- FILE.csv [--calibrate-until DATE]');
  }
  return { file, until };
}
