import '../../support/webextension.ts';
import { randomUUID } from 'node:crypto';
import type { Page } from '@playwright/test';
import type { Answer } from '../../../lib/surveys/answer.ts';
import { seal } from '../../../widget/seal/seal.ts';
import type { TestHub } from '../../support/hub.ts';
import { type Desk, expect, npsSurvey, type Published, test } from '../../support/surveys/fixtures.ts';

/** The alarm that wakes the background to ask the hub, and its rest in minutes. */
const ALARM = 'pull';
const REST = 5;

/** So many strangers answer the survey at the hub, without a browser. */
async function answer(hub: TestHub, key: string, form: string, count: number): Promise<void> {
  const at = Date.now();
  for (let number = 0; number < count; number += 1) {
    const given: Answer = {
      v: 1,
      id: randomUUID(),
      seq: 0,
      form,
      version: 1,
      lang: 'en',
      startedAt: at,
      at,
      done: true,
      values: { q1: 9, q2: `Answer ${number}` },
    };
    const url = `${hub.url}/v1/${hub.space}/answers`;
    const posted = await fetch(url, { method: 'POST', body: await seal(key, given) });
    expect(posted.status).toBe(204);
  }
}

/** Lets the alarm that is set ring in so many milliseconds instead of minutes, and then as often as before. */
const ringIn = (page: Page, ms: number) =>
  page.evaluate(
    async ([name, soon]) => {
      const { periodInMinutes } = (await chrome.alarms.get(name)) ?? {};
      chrome.alarms.create(name, { when: Date.now() + soon, periodInMinutes });
    },
    [ALARM, ms] as const,
  );

/** The alarm for answers, where it is set; those for a new day and for what is due are not of this. */
const alarms = (page: Page) =>
  page.evaluate(
    async (wanted) =>
      (await chrome.alarms.getAll())
        .filter(({ name }) => name === wanted)
        .map(({ name, periodInMinutes }) => ({ name, periodInMinutes })),
    ALARM,
  );

const badge = (page: Page) => page.evaluate(() => chrome.action.getBadgeText({}));

/** The rows of a table, read past the product: asking it would wake the worker. Evaluated in a page of the extension. */
async function readRows(table: string): Promise<unknown[]> {
  const done = <T>(request: IDBRequest<T>) =>
    new Promise<T>((resolve, reject) => {
      request.onsuccess = () => resolve(request.result);
      request.onerror = () => reject(request.error);
    });
  const db = await done(indexedDB.open('sidelight'));
  const rows = await done(db.transaction(table).objectStore(table).getAll());
  db.close();
  return rows;
}

/** Comments of the answers that are stored. */
const stored = async (page: Page) =>
  ((await page.evaluate(readRows, 'responses')) as { body: { values: { q2: string } } }[]).map(
    ({ body }) => body.values.q2,
  );

/** Resolves as soon as an answer is stored. Evaluated in a page of the extension. */
async function firstStored(): Promise<void> {
  const db = await new Promise<IDBDatabase>((resolve) => {
    const opening = indexedDB.open('sidelight');
    opening.onsuccess = () => resolve(opening.result);
  });
  const count = () =>
    new Promise<number>((resolve) => {
      const counting = db.transaction('responses').objectStore('responses').count();
      counting.onsuccess = () => resolve(counting.result);
    });
  while ((await count()) === 0);
  db.close();
}

interface Shop {
  desk: Desk;
  hub: TestHub;
  publish: (form: ReturnType<typeof npsSurvey>) => Promise<Published>;
  openPage: (place: string) => Promise<Page>;
}

/** A survey is out, its hub is connected, and no page of Sidelight is open but a file that runs no script. */
async function closeShop({ desk, hub, publish, openPage }: Shop) {
  await desk.ask('hub.connect', { address: hub.connection });
  const { code } = await publish(npsSurvey('kilnstreet'));
  const quiet = await openPage('manifest.json');
  await expect.poll(() => alarms(quiet)).toEqual([{ name: ALARM, periodInMinutes: REST }]);
  await desk.page.close();
  return { code, quiet, key: desk.key };
}

test('the alarm wakes a worker that was killed: it fetches what came, and the toolbar says how many', async ({
  desk,
  hub,
  publish,
  openPage,
  stopWorker,
}) => {
  const { code, quiet, key } = await closeShop({ desk, hub, publish, openPage });
  await answer(hub, key, code, 3);
  expect(await badge(quiet)).toBe('');
  expect(await stopWorker()).toBe(true);
  expect(await stored(quiet)).toEqual([]);
  await ringIn(quiet, 500);
  await expect.poll(() => badge(quiet)).toBe('3');
  expect((await stored(quiet)).sort()).toEqual(['Answer 0', 'Answer 1', 'Answer 2']);

  // What is closed in the workspace leaves the toolbar, though the worker that writes there was killed again.
  const page = await openPage('workspace.html#/responses');
  const rows = page.getByRole('list', { name: 'List of answers' }).getByRole('listitem');
  for (const left of [2, 1, 0]) {
    await expect(rows).toHaveCount(left + 1);
    await stopWorker();
    await page.keyboard.press('e');
    await expect.poll(() => badge(quiet)).toBe(left ? String(left) : '');
  }
  // Nobody asks for answers where no hub is connected.
  await page.goto(page.url().replace(/#.*/, '#/contacts'));
  await page.evaluate(() =>
    chrome.runtime.sendMessage({ api: 1, op: 'hub.disconnect', input: {}, commandId: crypto.randomUUID() }),
  );
  await expect.poll(() => alarms(quiet)).toEqual([]);
});

test('killed while it fetches, it goes on with the next alarm where it stood; a hub that is down is asked again', async ({
  desk,
  hub,
  publish,
  openPage,
  stopWorker,
}) => {
  const COUNT = 120;
  const { code, quiet, key } = await closeShop({ desk, hub, publish, openPage });
  await answer(hub, key, code, COUNT);
  await hub.kill();
  await ringIn(quiet, 500);
  await expect
    .poll(() => quiet.evaluate(readRows, 'connections'))
    .toMatchObject([{ body: { error: 'offline' } }]);
  expect(await stored(quiet)).toEqual([]);
  await hub.restart();

  await stopWorker();
  await ringIn(quiet, 500);
  await quiet.evaluate(firstStored);
  await stopWorker();
  const before = (await stored(quiet)).length;
  console.log(`killed after ${before} of ${COUNT} answers`);
  expect(before).toBeLessThan(COUNT);
  await ringIn(quiet, 500);
  await expect.poll(() => badge(quiet)).toBe('99+');
  await expect.poll(async () => (await stored(quiet)).length).toBe(COUNT);
  expect(new Set(await stored(quiet)).size).toBe(COUNT);
});
