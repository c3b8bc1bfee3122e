import type { CDPSession, Page } from '@playwright/test';
import { type Figure, percentile } from './figures.ts';
import { type Mail, openMail } from './mail-page.ts';
import { addressOf, isAnswered, nameOf, pick } from './numbers.ts';
import { type ScriptTime, scriptTime } from './profiler.ts';
import type { World } from './world.ts';

const BUDGET = 8;
const ROWS = 1000;
/** Rows of 33 px on a screen of 900 px. */
const VISIBLE = 25;
const TURNS = 9;

/** Everybody in the list is known and waits for an answer: the most that can be shown. */
const people = (turn: number, contacts: number) =>
  Array.from({ length: ROWS }, (_, at) => {
    const picked = pick(turn * ROWS + at, contacts);
    const n = isAnswered(picked) ? picked - 1 : picked;
    return { name: nameOf(n), address: addressOf(n) };
  });

async function burst(
  page: Page,
  session: CDPSession,
  world: World,
  rows: ReturnType<typeof people>,
  dots: number,
): Promise<ScriptTime> {
  await page.evaluate(() => (globalThis as unknown as { mail: Mail }).mail.list());
  await page.waitForTimeout(1000);
  return scriptTime(session, world.extensionId, async () => {
    await page.evaluate((list) => (globalThis as unknown as { mail: Mail }).mail.add(list), rows);
    await page.waitForFunction(
      (count) =>
        [...document.querySelectorAll('tr.zA')]
          .slice(0, count)
          .every((row) => row.querySelector('[data-sidelight=dot]')),
      dots,
      { timeout: 20_000 },
    );
  });
}

/** A list that grows by a thousand rows at once. */
export async function burstOfRows(world: World, contacts: number): Promise<Figure[]> {
  const page = await openMail(world.context);
  const session = await world.context.newCDPSession(page);
  const visible: ScriptTime[] = [];
  for (let turn = 0; turn < TURNS; turn++) {
    visible.push(await burst(page, session, world, people(turn, contacts), VISIBLE));
    await page.waitForTimeout(3000);
  }
  await page.close();
  const median = (times: ScriptTime[], part: keyof ScriptTime) =>
    percentile(
      times.map((time) => time[part]),
      0.5,
    );
  const method = `Profiler at 100 µs over the page's main thread; median of ${TURNS}`;
  return [
    {
      name: '1,000 rows added, visible ones chipped',
      value: median(visible, 'total'),
      unit: 'ms',
      budget: BUDGET,
      method: `script of the extension until the first ${VISIBLE} rows have their dots. ${method}`,
    },
    { name: '- its longest piece', value: median(visible, 'longest'), unit: 'ms', method },
  ];
}
