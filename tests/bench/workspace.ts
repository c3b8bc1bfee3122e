import type { Page } from '@playwright/test';
import { type Figure, percentile } from './figures.ts';
import { mainThread, type Took } from './main-thread.ts';
import type { World } from './world.ts';

const TURNS = 7;
const SECONDS = 4;
/** Pixels a frame: a hard turn of the wheel. */
const STEP = 700;
/** Of a frame, in ms. */
const BUDGET = 50;

/** Notes when the first row of a table stands, by the clock of the page's navigation. */
function noteFirstRow(): void {
  const noted = globalThis as unknown as { firstRow?: number };
  const look = () => {
    if (document.querySelector('[role=grid] tbody tr a')) noted.firstRow = performance.now();
    else requestAnimationFrame(look);
  };
  requestAnimationFrame(look);
}

async function openContacts({ context, extensionId }: World): Promise<{ page: Page; first: number }> {
  const page = await context.newPage();
  await page.addInitScript(noteFirstRow);
  await page.goto(`chrome-extension://${extensionId}/workspace.html#/contacts`);
  await page.waitForFunction(() => 'firstRow' in globalThis, null, { timeout: 60_000 });
  const first = await page.evaluate(() => (globalThis as unknown as { firstRow: number }).firstRow);
  return { page, first };
}

/** From the start of the navigation until rows of the contacts with their names stand. */
export async function start(world: World, contacts: number): Promise<Figure[]> {
  const times: number[] = [];
  for (let turn = 0; turn <= TURNS; turn += 1) {
    const { page, first } = await openContacts(world);
    // The first one fills the caches of the browser.
    if (turn > 0) times.push(first);
    await page.close();
  }
  return [
    {
      name: 'start, first rows, median',
      value: percentile(times, 0.5),
      unit: 'ms',
      budget: 500,
      method: `workspace at its contacts, from navigation to the first row with its name, ${contacts.toLocaleString('en')} contacts; ${TURNS} turns`,
    },
    { name: 'start, first rows, worst', value: Math.max(...times), unit: 'ms', method: 'the same' },
  ];
}

/** Turns the wheel for some seconds, and tells what each frame took. */
function scroll([seconds, step]: [number, number]): Promise<number[]> {
  const scroller = document.querySelector('.table-scroller');
  if (!scroller) throw new Error('There is no table.');
  return new Promise((resolve) => {
    const frames: number[] = [];
    const begun = performance.now();
    let last = begun;
    const frame = () => {
      const now = performance.now();
      frames.push(now - last);
      last = now;
      if (now - begun < seconds * 1000) {
        scroller.scrollTop += step;
        requestAnimationFrame(frame);
      } else resolve(frames.slice(1));
    };
    requestAnimationFrame(frame);
  });
}

/**
 * Scrolling the table of contacts without a rest: the longest frame on the clock; and in a second turn, which is traced, by processor time,
 * which no other program of the machine adds to.
 */
export async function table(world: World, contacts: number): Promise<Figure[]> {
  const { page } = await openContacts(world);
  // What the workspace does behind its first page is over.
  await page.waitForTimeout(8000);
  // A turn before the one that counts: the code of scrolling is compiled.
  const warm = await page.evaluate(scroll, [1, STEP] as [number, number]);
  const frames = await page.evaluate(scroll, [SECONDS, STEP] as [number, number]);
  const traced = await mainThread(page, () => page.evaluate(scroll, [SECONDS, STEP] as [number, number]));
  await page.close();
  const method = `${SECONDS} s of ${STEP} pixels a frame, ${contacts.toLocaleString('en')} contacts; ${frames.length} frames`;
  if (warm.length < 5) throw new Error('The page drew no frames.');
  return [
    { name: 'table, longest frame', value: Math.max(...frames), unit: 'ms', budget: 50, method },
    { name: 'table, frame, p99', value: percentile(frames, 0.99), unit: 'ms', method },
    {
      name: 'table, longest frame, processor time',
      value: longest(traced.frames).own,
      unit: 'ms',
      budget: 50,
      method: `all tasks of the main thread from one frame to the next, traced; ${over(traced.frames)}`,
    },
    {
      name: 'table, longest task, processor time',
      value: longest(traced.tasks).own,
      unit: 'ms',
      budget: 50,
      method: `${longest(traced.tasks).wall.toFixed(1)} ms on the clock; ${over(traced.tasks)}`,
    },
  ];
}

const longest = (all: readonly Took[]): Took =>
  all.reduce((most, one) => (one.own > most.own ? one : most), { wall: 0, own: 0 });

/** How many were over budget on the clock, and how many of these by their own work. */
function over(all: readonly Took[]): string {
  const count = (of: 'wall' | 'own') => all.filter((one) => one[of] > BUDGET).length;
  return `of ${all.length.toLocaleString('en')} over ${BUDGET} ms ${count('wall')} on the clock, ${count('own')} by processor time`;
}

/** The first look at the order of all contacts, which a worker does, and what the page's frames take meanwhile. */
export async function health({ context, extensionId }: World, contacts: number): Promise<Figure[]> {
  const page = await context.newPage();
  await page.goto(`chrome-extension://${extensionId}/workspace.html#/tags`);
  await page.waitForTimeout(8000);
  await page.evaluate(() => {
    const noted = globalThis as unknown as { frames: number[]; done: number };
    noted.frames = [];
    location.hash = '#/health';
    const begun = performance.now();
    let last = begun;
    const frame = () => {
      const now = performance.now();
      noted.frames.push(now - last);
      last = now;
      if (document.querySelector('.health-whole')) noted.done = now - begun;
      else requestAnimationFrame(frame);
    };
    requestAnimationFrame(frame);
  });
  await page.waitForFunction(() => 'done' in globalThis, null, { timeout: 120_000 });
  const { frames, done } = await page.evaluate(() => {
    const noted = globalThis as unknown as { frames: number[]; done: number };
    return { frames: noted.frames, done: noted.done };
  });
  await page.close();
  const method = `the first look, by a worker, ${contacts.toLocaleString('en')} contacts; ${frames.length} frames`;
  return [
    { name: 'health, all looked through', value: done, unit: 'ms', method },
    { name: 'health, longest frame meanwhile', value: Math.max(...frames), unit: 'ms', budget: 50, method },
  ];
}
