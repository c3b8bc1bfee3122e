import { type Figure, spread } from './figures.ts';
import type { Bench } from './in-page/index.ts';
import type { World } from './world.ts';

const TURNS = 200;
const MANY = 3000;

const NAMES = {
  view: 'Contact page read',
  ids: 'Ids of the whole table, in order',
  openIds: 'Ids of those with something open, by last talk',
  rows: 'Rows of the table, 50',
  today: 'Today',
  counts: 'Counts beside the navigation',
  todayCount: 'Number beside Today',
  companies: 'Companies, all',
  tree: 'Tags, all with their counts',
  find: 'Quick find',
  add: 'Contact added',
  note: 'Note added',
};
const BULK = { import: 'Import', tag: 'Tag on many', untag: 'Undo of it' };

/** The store through its contract, in a page of the extension. */
export async function store(world: World, contacts: number): Promise<Figure[]> {
  const page = await world.quietPage();
  await page.evaluate(world.script);
  const { times, bulk } = await page.evaluate(
    ([count, turns, many]) => (globalThis as unknown as { bench: Bench }).bench.exercise(count, turns, many),
    [contacts, TURNS, MANY] as const,
  );
  await page.close();
  const singles = Object.entries(times).flatMap(([name, samples]) =>
    spread(NAMES[name as keyof typeof NAMES], samples, 'local client, in a page of the extension'),
  );
  const many = Object.entries(bulk).map(
    ([name, { ms, rows }]): Figure => ({
      name: BULK[name as keyof typeof BULK],
      value: (1000 * rows) / ms,
      unit: 'rows/s',
      method: `${rows.toLocaleString('en')} contacts in ${(ms / 1000).toFixed(1)} s`,
    }),
  );
  return [...singles, ...many];
}
