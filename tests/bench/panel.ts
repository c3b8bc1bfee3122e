import type { Frame, Page } from '@playwright/test';
import { panelOf } from '../support/product.ts';
import { WorkerKiller } from '../support/worker-killer.ts';
import { type Figure, spread } from './figures.ts';
import { type Mail, openMail } from './mail-page.ts';
import { addressOf, nameOf, pick } from './numbers.ts';
import type { World } from './world.ts';

const WARM_BUDGET = 60;
const STOPPED_BUDGET = 150;
/** After a report the overlay waits before it reads again; a reader looks at a mail for longer than this. */
const BETWEEN = 400;

const METHOD = 'Gmail-like page: header put into the page -> name painted in the panel (rAF, then a message)';

/** Moment at which the panel's heading with this name was painted, epoch ms on the same clock as the page's. */
async function painted(panel: Frame, name: string): Promise<number> {
  return panel.evaluate(
    (wanted) =>
      new Promise<number>((resolve, reject) => {
        const late = setTimeout(() => reject(new Error(`${wanted} was not shown.`)), 15_000);
        const look = () => {
          // Only a contact has a note box: a stranger's name would be there without the store.
          if (document.querySelector('main h1')?.textContent?.trim() !== wanted) return;
          if (!document.querySelector('main .note-box')) return;
          observer.disconnect();
          clearTimeout(late);
          requestAnimationFrame(() => {
            const { port1, port2 } = new MessageChannel();
            port1.onmessage = () => resolve(performance.timeOrigin + performance.now());
            port2.postMessage(null);
          });
        };
        const observer = new MutationObserver(look);
        observer.observe(document, { childList: true, subtree: true, characterData: true });
        look();
      }),
    name,
  );
}

async function once(page: Page, panel: Frame, n: number): Promise<number> {
  const person = { name: nameOf(n), address: addressOf(n) };
  const end = painted(panel, person.name);
  // The watcher stands before the mail opens.
  await panel.evaluate(() => undefined);
  const start = await page.evaluate(
    (who) => (globalThis as unknown as { mail: Mail }).mail.open(who),
    person,
  );
  const took = (await end) - start;
  await page.waitForTimeout(BETWEEN);
  return took;
}

/** From a mail in the page to its contact's profile on the screen. */
export async function panel(world: World, contacts: number, warmTurns: number): Promise<Figure[]> {
  const page = await openMail(world.context);
  await page.evaluate((who) => (globalThis as unknown as { mail: Mail }).mail.open(who), {
    name: nameOf(1),
    address: addressOf(1),
  });
  const frame = await panelOf(page);
  await painted(frame, nameOf(1));
  const killer = new WorkerKiller(async () => {
    const quiet = await world.context.newPage();
    await quiet.goto(`chrome-extension://${world.extensionId}/manifest.json`);
    return quiet;
  });
  await killer.stop();
  await page.bringToFront();
  for (let turn = 0; turn < 5; turn++) await once(page, frame, 2 + turn);
  const warm: number[] = [];
  for (let turn = 0; turn < warmTurns; turn++)
    warm.push(await once(page, frame, 100 + pick(turn, contacts - 100)));
  const stopped: number[] = [];
  for (let turn = 0; turn < Math.ceil(warmTurns / 3); turn++) {
    await killer.stop();
    stopped.push(await once(page, frame, 100 + pick(turn + warmTurns, contacts - 100)));
  }
  await killer.release();
  await page.close();
  return [
    ...spread('Mail to profile, warm', warm, METHOD, { share: 95, budget: WARM_BUDGET }),
    ...spread('Mail to profile, worker stopped', stopped, METHOD, { share: 95, budget: STOPPED_BUDGET }),
  ];
}
