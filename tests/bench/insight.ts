import { type Figure, percentile, spread } from './figures.ts';
import type { Bench } from './in-page/index.ts';
import type { World } from './world.ts';

const TURNS = 60;
/** A new activity, with all that is derived from it. */
const LOGGED = 20;

/** Figures of everybody, in a page of the extension. */
export async function insight(world: World): Promise<Figure[]> {
  const page = await world.quietPage();
  await page.evaluate(world.script);
  const times = await page.evaluate(
    (turns) => (globalThis as unknown as { bench: Bench }).bench.insight(turns),
    TURNS,
  );
  await page.close();
  const [contacts, events] = [times.contacts, times.events].map((count) => count.toLocaleString('en'));
  const of = `${contacts} contacts, ${events} activities`;
  return [
    {
      name: 'Events of all, read, nothing in memory',
      value: percentile(times.read, 0.5),
      unit: 'ms',
      method: `${of}; median of 5`,
    },
    { name: 'Daily run: models and stages', value: times.daily, unit: 'ms', method: of },
    {
      name: 'Every figure of all, from nothing',
      value: percentile(times.all, 0.5),
      unit: 'ms',
      method: `${of}; median of 3`,
    },
    ...spread('A call logged', times.log, of, { share: 50, budget: LOGGED }),
    ...spread('Every figure of all, after one call more', times.after, of, { share: 50, budget: LOGGED }),
  ];
}
