import { type Figure, percentile } from './figures.ts';
import type { Bench } from './in-page/index.ts';
import type { World } from './world.ts';

const TURNS = 5;
/** What is longer wants to show how far it is. */
const USABLE = 1000;

/** Whom a schedule would ask, in a page of the extension, over the full store. */
export async function schedules(world: World): Promise<Figure[]> {
  const page = await world.quietPage();
  await page.evaluate(world.script);
  const times = await page.evaluate(
    (turns) => (globalThis as unknown as { bench: Bench }).bench.schedules(turns),
    TURNS,
  );
  await page.close();
  const words = { some: 'of a tag', every: 'every 90 days', after: 'after a purchase' } as const;
  const moments = { cold: 'nothing in memory', warm: 'asked again', call: 'after a call' } as const;
  return (['some', 'every', 'after'] as const).flatMap((kind) =>
    (['cold', 'warm', 'call'] as const).map(
      (when): Figure => ({
        name: `Preview of a schedule ${words[kind]}, ${moments[when]}`,
        value: percentile(times[kind][when], 0.5),
        unit: 'ms',
        budget: USABLE,
        method: `an audience of ${times[kind].count.toLocaleString('en')}, a draw, a quota of a tag; median of ${TURNS}`,
      }),
    ),
  );
}
