import { type Figure, spread } from './figures.ts';
import type { Bench } from './in-page/index.ts';
import type { World } from './world.ts';

const TURNS = 50;
const MANY = 10_000;
const ONE = { share: 95, budget: 50 } as const;
const TWO = { share: 95, budget: 150 } as const;
const MOST_BYTES = 200_000_000;

/** Search through the contract in a page of the extension, over the full store. */
export async function search(world: World, contacts: number): Promise<Figure[]> {
  const page = await world.quietPage();
  await page.evaluate(world.script);
  const { one, two, note, bulk, bytes, runs } = await page.evaluate(
    ([count, turns, many]) => (globalThis as unknown as { bench: Bench }).bench.search(count, turns, many),
    [contacts, TURNS, MANY] as const,
  );
  await page.close();
  const local = 'local client, ten hits with their sentences';
  const rows = bulk.rows.toLocaleString('en');
  return [
    ...spread('Search by one word', one, local, ONE),
    ...spread('Search by two words', two, local, TWO),
    ...spread('Note saved', note.whole, 'through the contract'),
    ...spread('The index in it', note.index, 'its part alone, in a transaction of its own'),
    { name: 'Size of the index', value: bytes, unit: 'bytes', budget: MOST_BYTES, method: `${runs} runs` },
    { name: 'Contacts put, rows alone', value: bulk.put, unit: 'ms', method: `${rows}, 500 a transaction` },
    {
      name: 'The index of them',
      value: bulk.index,
      unit: 'ms',
      method: `${(bulk.index / bulk.put).toFixed(2)} of putting the rows alone`,
    },
    { name: 'Merged behind it', value: bulk.merge, unit: 'ms', method: 'whole index, while nobody waits' },
  ];
}
