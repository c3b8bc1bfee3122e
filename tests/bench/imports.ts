import type { Figure } from './figures.ts';
import type { Bench } from './in-page/index.ts';
import { openEmpty } from './world.ts';

/** An import beside the same rows put straight into IndexedDB. */
export async function imports(people: number): Promise<Figure[]> {
  const { page, close } = await openEmpty();
  try {
    const made = await page.evaluate(
      (count) => (globalThis as unknown as { bench: Bench }).bench.bringIn(count),
      people,
    );
    const seconds = (ms: number) => `${(ms / 1000).toFixed(1)} s`;
    const rows = Object.entries(made.tables).map(([name, count]) => `${name} ${count.toLocaleString('en')}`);
    return [
      {
        name: 'Import of a file',
        value: made.import / made.bulk,
        unit: 'times',
        budget: 2,
        method: `${people.toLocaleString('en')} people in ${seconds(made.import)}, of which reading the file ${seconds(made.read)}; the same ${made.rows.toLocaleString('en')} rows put in bulk in ${seconds(made.bulk)} (${rows.join(', ')})`,
      },
    ];
  } finally {
    await close();
  }
}
