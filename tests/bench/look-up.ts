import { type Figure, percentile, spread } from './figures.ts';
import type { Bench } from './in-page/index.ts';
import type { World } from './world.ts';

const BUDGET = 5;
const TURNS = 1000;
/** A mail names few people; a screen of a list some thirty. */
const SIZES = [3, 30];

/**
 * Who has these addresses and what a chip may say of them, in the worker itself. The same requests without our code are read in turn
 * with it: their ratio says what is ours, whatever else the machine does in that hour.
 */
export async function lookUp(world: World, contacts: number): Promise<Figure[]> {
  const figures: Figure[] = [];
  for (const addresses of SIZES) {
    const { own, bare } = await world.inWorker((worker) =>
      worker.evaluate(
        ([count, turns, size]) =>
          (globalThis as unknown as { bench: Bench }).bench.lookUp(count, turns, size),
        [contacts, TURNS, addresses] as const,
      ),
    );
    const judged = addresses === SIZES[0] ? ({ share: 99, budget: BUDGET } as const) : undefined;
    const name = `Look-up of ${addresses} addresses`;
    figures.push(
      ...spread(name, own, 'lookUp in the service worker', judged),
      ...spread(`${name}, bare requests`, bare, 'IndexedDB alone, in turn with ours'),
      ...([50, 99] as const).map((share) => ({
        name: `${name}, against bare requests, p${share}`,
        value: percentile(own, share / 100) / percentile(bare, share / 100),
        unit: 'times' as const,
        method: 'ours divided by IndexedDB alone',
      })),
    );
  }
  return figures;
}
