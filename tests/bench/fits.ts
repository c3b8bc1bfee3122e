import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { ROOT } from '../support/build.ts';
import { bundled } from './bundled.ts';
import { type Figure, percentile } from './figures.ts';

/** Published customers of 1997, where the folder of reference data is there (see tests/support/reference-data.ts). */
const CDNOW = path.resolve(
  process.env.SIDELIGHT_DATA ?? path.join(ROOT, '../shared/data'),
  'cdnow/cdnow_customers_summary.csv',
);
const [FEW, MANY] = [2357, 100_000];

/** How long it takes to fit BG/NBD to customers, and how much longer to many of them. */
export async function fits(): Promise<Figure[]> {
  const { buyers, fitTimes } =
    await bundled<typeof import('../support/buyers.ts')>('tests/support/buyers.ts');
  const known = existsSync(CDNOW);
  const few = known ? published() : buyers(FEW);
  const whose = known ? 'of CDNOW' : 'made up, for there is no folder of reference data';
  const figure = (name: string, histories: typeof few, turns: number, of: string) => {
    const { times, params } = fitTimes(histories, turns);
    const found = Object.entries(params).map(([key, value]) => `${key} ${value.toFixed(3)}`);
    const method = `${histories.length.toLocaleString('en')} customers ${of}; ${found.join(', ')}; median of ${turns}`;
    return { name, value: percentile(times, 0.5), unit: 'ms' as const, method };
  };
  const small = figure('BG/NBD fitted', few, 21, whose);
  const large = figure('BG/NBD fitted to many', buyers(MANY), 5, 'made up');
  return [
    small,
    large,
    {
      name: '- times as long',
      value: large.value / small.value,
      unit: 'times',
      method: `for ${(MANY / few.length).toFixed(0)} times as many customers`,
    },
  ];
}

function published() {
  const [, ...rows] = readFileSync(CDNOW, 'utf8').trim().split(/\r?\n/);
  return rows.map((row) => {
    const [, x = 0, recency = 0, age = 0] = row.split(',').map(Number);
    return { x, recency, age };
  });
}
