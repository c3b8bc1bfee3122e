import { type Figure, percentile } from './figures.ts';
import type { Bench } from './in-page/index.ts';
import type { World } from './world.ts';

const TURNS = 3;
/** What is longer wants to show how far it is. */
const USABLE = 1000;

/** What a day begins with: Today, its plan, Insights, the calendar; in a page of the extension, over the full store. */
export async function today(world: World): Promise<Figure[]> {
  const page = await world.quietPage();
  await page.evaluate(world.script);
  const times = await page.evaluate(
    (turns) => (globalThis as unknown as { bench: Bench }).bench.today(turns),
    TURNS,
  );
  await page.close();
  const { suggested, sections, ...asked } = times;
  const words = {
    today: 'Today',
    plan: `The day's plan, ${suggested} suggestions`,
    insights: 'Insights, all sections',
    calendar: 'A month of the calendar',
  };
  const figures = (Object.keys(words) as (keyof typeof words)[]).flatMap((name) =>
    (['cold', 'after'] as const).map(
      (when): Figure => ({
        name: `${words[name]}, ${when === 'cold' ? 'nothing in memory' : 'after a call'}`,
        value: percentile(asked[name][when], 0.5),
        unit: 'ms',
        budget: USABLE,
        method: `whole answer through the contract; median of ${TURNS}`,
      }),
    ),
  );
  const each = Object.entries(sections).map(
    ([name, value]): Figure => ({ name, value, unit: 'ms', method: 'the first one reads for all' }),
  );
  return [...figures, ...each];
}
