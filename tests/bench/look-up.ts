import { type Figure, spread } from './figures.ts';
import type { Bench } from './in-page/index.ts';
import type { World } from './world.ts';

const BUDGET = 5;
const TURNS = 1000;
/** A mail names few people; a screen of a list some thirty. */
const SIZES = [3, 30];

/** Who has these addresses and what a chip may say of them, in the worker itself. */
export async function lookUp(world: World, contacts: number): Promise<Figure[]> {
  const figures: Figure[] = [];
  for (const addresses of SIZES) {
    const times = await world.inWorker((worker) =>
      worker.evaluate(
        ([count, turns, size]) =>
          (globalThis as unknown as { bench: Bench }).bench.lookUp(count, turns, size),
        [contacts, TURNS, addresses] as const,
      ),
    );
    const judged = addresses === SIZES[0] ? ({ share: 99, budget: BUDGET } as const) : undefined;
    figures.push(
      ...spread(`Look-up of ${addresses} addresses`, times, 'lookUp in the service worker', judged),
    );
  }
  return figures;
}
