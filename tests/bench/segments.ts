import { type Figure, spread } from './figures.ts';
import type { Bench } from './in-page/index.ts';
import type { World } from './world.ts';

const TURNS = 8;
const COLD = { share: 50, budget: 100 } as const;
const WARM = { share: 50, budget: 10 } as const;

/** Segments over the full store, in a page of the extension. */
export async function segments(world: World): Promise<Figure[]> {
  const page = await world.quietPage();
  await page.evaluate(world.script);
  const { five, figure, field, filter, rows, named, bare, found } = await page.evaluate(
    (turns) => (globalThis as unknown as { bench: Bench }).bench.segments(turns),
    TURNS,
  );
  await page.close();
  const method = `five conditions, one of them a count; ${found.toLocaleString('en')} found`;
  return [
    ...spread('Segment, nothing in memory', five.cold, method, COLD),
    ...spread('Segment, asked again', five.warm, method, WARM),
    ...spread('Segment, after a call was logged', five.after, method),
    ...spread('Segment and ten by name, nothing in memory', named, method),
    ...spread('Segment, nothing in memory, no image', bare, `${method}; pages read one by one`),
    ...spread('Segment by a figure, nothing in memory', figure.cold, 'days of silence'),
    ...spread('Segment by a figure, asked again', figure.warm, 'days of silence'),
    ...spread('Segment by a figure, after a call', figure.after, 'days of silence'),
    ...spread('Segment by a field, nothing in memory', field.cold, 'the company holds a 1'),
    ...spread('Segment by a field, asked again', field.warm, 'the company holds a 1'),
    ...spread('Segment by a field, after a call', field.after, 'the company holds a 1'),
    ...spread('Table filtered by a field, nothing in memory', filter.cold, 'the same, in order of name'),
    ...spread('Table filtered by a field, asked again', filter.warm, 'the same, in order of name'),
    ...spread('The row of each contact, read once', rows, 'what a field took before it was packed'),
  ];
}
