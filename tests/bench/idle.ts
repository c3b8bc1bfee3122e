import type { CDPSession, Page } from '@playwright/test';
import { panelOf } from '../support/product.ts';
import type { Figure } from './figures.ts';
import { type Mail, openMail } from './mail-page.ts';
import { addressOf, nameOf } from './numbers.ts';
import { scriptTime } from './profiler.ts';
import type { World } from './world.ts';

const SECONDS = 10;

/** The isolated world in which the content script runs in the page. */
async function contentWorld(session: CDPSession, extensionId: string): Promise<number> {
  const found = new Promise<number>((resolve, reject) => {
    const late = setTimeout(() => reject(new Error('The content script does not run.')), 10_000);
    session.on('Runtime.executionContextCreated', ({ context }) => {
      if (context.origin !== `chrome-extension://${extensionId}`) return;
      clearTimeout(late);
      resolve(context.id);
    });
  });
  await session.send('Runtime.enable');
  return found;
}

/** Plants a script beside the content script that is busy for a millisecond once a second. */
async function plant(session: CDPSession, contextId: number, extensionId: string): Promise<void> {
  const { exceptionDetails } = await session.send('Runtime.evaluate', {
    contextId,
    expression: `setInterval(() => { const until = performance.now() + 1; while (performance.now() < until); }, 1000);
//# sourceURL=chrome-extension://${extensionId}/planted.js`,
  });
  if (exceptionDetails) throw new Error(`Nothing was planted: ${exceptionDetails.text}`);
}

const rest = (page: Page) => page.waitForTimeout(SECONDS * 1000);

/** What an open mail costs while nobody does anything. Fails when it would not have seen a loop of one millisecond. */
export async function idle(world: World): Promise<Figure[]> {
  const page = await openMail(world.context);
  await page.evaluate((who) => (globalThis as unknown as { mail: Mail }).mail.open(who), {
    name: nameOf(7),
    address: addressOf(7),
  });
  const frame = await panelOf(page);
  await frame.locator('main h1', { hasText: nameOf(7) }).waitFor();
  const session = await world.context.newCDPSession(page);
  const inPanel = await world.context.newCDPSession(frame);
  const contextId = await contentWorld(session, world.extensionId);
  // What follows the opening (fonts, pictures) is over.
  await page.waitForTimeout(3000);
  const [host, panel] = [
    await scriptTime(session, world.extensionId, () => rest(page)),
    await scriptTime(inPanel, world.extensionId, () => rest(page)),
  ];
  await plant(session, contextId, world.extensionId);
  const planted = await scriptTime(session, world.extensionId, () => rest(page));
  await page.close();
  // Half of it would do on a quiet machine; on a busy one the loop itself is held up.
  if (planted.total < SECONDS / 5) {
    throw new Error(`The bench is blind: of ${SECONDS} ms planted it saw ${planted.total.toFixed(2)} ms.`);
  }
  const method = `script of the extension in ${SECONDS} s beside an open mail, by the profiler at 100 µs`;
  return [
    { name: 'Idle, in the page', value: host.total, unit: 'ms', budget: 0, method },
    { name: 'Idle, in the panel', value: panel.total, unit: 'ms', budget: 0, method },
    {
      name: '- with a planted loop of 1 ms a second',
      value: planted.total,
      unit: 'ms',
      method: 'shows that the profiler sees',
    },
  ];
}
