import type { Page } from '@playwright/test';
import { expect, test } from '../support/extension.ts';
import { settled } from '../support/practice.ts';
import { callFrom, giveRemoteClient } from '../support/remote-client/index.ts';
import { send } from '../support/send.ts';

const PEOPLE = 150;
/** What the daily run leaves: the day on which it came to its end, tags and levels of each contact, who was kept as of the month. */
interface Kept {
  day: string | undefined;
  contacts: { tags: Record<string, { how: string }>; tiers?: object }[];
  snapshots: { k: { segment: string } }[];
}

/** Read past the product. */
function keptBy(page: Page): Promise<Kept> {
  return page.evaluate(async () => {
    const db = await new Promise<IDBDatabase>((resolve) => {
      const opening = indexedDB.open('sidelight');
      opening.onsuccess = () => resolve(opening.result);
    });
    const answer = <T>(asking: IDBRequest<T>) =>
      new Promise<T>((resolve) => {
        asking.onsuccess = () => resolve(asking.result);
      });
    const reading = db.transaction(['meta', 'contacts', 'snapshots']);
    const [day, contacts, snapshots] = await Promise.all([
      answer<{ value: string } | undefined>(reading.objectStore('meta').get('segmentsOn')),
      answer(reading.objectStore('contacts').getAll()),
      answer(reading.objectStore('snapshots').getAll()),
    ]);
    db.close();
    return {
      day: day?.value,

      contacts: contacts.map(({ body }) => body),
      snapshots,
    };
  });
}

/** How far the stages are settled; undefined: no run was begun. Asks for the one table that no test holds. */
const settledTo = (page: Page) =>
  page.evaluate(async () => {
    const db = await new Promise<IDBDatabase>((resolve) => {
      const opening = indexedDB.open('sidelight');
      opening.onsuccess = () => resolve(opening.result);
    });
    const row = await new Promise<{ value: string } | undefined>((resolve) => {
      const reading = db.transaction('meta').objectStore('meta').get('insightTo');
      reading.onsuccess = () => resolve(reading.result);
    });
    db.close();
    return row?.value;
  });

/** Lets nobody else write to a table, so that a run stands still before it. Resolves when it is held; answers what lets it go. */
async function holdTable(page: Page, table: string): Promise<() => Promise<void>> {
  await page.evaluate(async (name) => {
    const held = globalThis as unknown as { letGo?: () => Promise<void> };
    const db = await new Promise<IDBDatabase>((resolve) => {
      const opening = indexedDB.open('sidelight');
      opening.onsuccess = () => resolve(opening.result);
    });
    const writing = db.transaction(name, 'readwrite');
    let isOver = false;
    const stay = () => {
      if (!isOver) writing.objectStore(name).count().onsuccess = stay;
    };
    await new Promise<void>((resolve) => {
      writing.objectStore(name).count().onsuccess = () => {
        stay();
        resolve();
      };
    });
    held.letGo = () =>
      new Promise((resolve) => {
        writing.oncomplete = () => {
          db.close();
          resolve();
        };
        isOver = true;
      });
  }, table);
  return () => page.evaluate(() => (globalThis as unknown as { letGo(): Promise<void> }).letGo());
}

/** As if the last daily run had been yesterday's. */
const forgetTheDay = (page: Page) =>
  page.evaluate(async () => {
    const db = await new Promise<IDBDatabase>((resolve) => {
      const opening = indexedDB.open('sidelight');
      opening.onsuccess = () => resolve(opening.result);
    });
    const writing = db.transaction('meta', 'readwrite');
    for (const key of ['segmentsOn', 'insightTo']) writing.objectStore('meta').delete(key);
    await new Promise((resolve) => {
      writing.oncomplete = resolve;
    });
    db.close();
  });

test('a daily run whose worker is killed in the middle, twice, loses nothing and doubles nothing', async ({
  openPage,
  stopWorker,
}) => {
  const workspace = await openPage('workspace.html#/tiers');
  await settled(workspace);
  const oslo = (name: string) => ({ draft: { name, facts: [{ field: 'city', value: 'Oslo' }] } });
  await send(workspace, 'contacts.add', oslo('Ingrid Solberg'));
  const address = workspace.url().split('#')[0];
  await workspace.goto(`${address}#/segments/new`);
  await workspace.getByRole('textbox', { name: 'Name' }).fill('In Oslo');
  await workspace.getByRole('combobox', { name: 'Add condition' }).fill('city');
  await workspace.keyboard.press('Enter');
  await workspace.getByRole('textbox', { name: 'Value' }).fill('Oslo');
  await workspace.getByRole('button', { name: 'Save segment' }).click();
  await workspace.getByRole('combobox', { name: 'Tag to give' }).fill('Capital');
  await workspace.keyboard.press('Enter');
  await expect(workspace.getByText('Tag given to 1 contact.')).toBeVisible();
  await workspace.goto(`${address}#/tiers`);
  await workspace.getByRole('button', { name: 'Add tier' }).click();
  await workspace.getByRole('textbox', { name: 'Name of tier 1' }).fill('Gold');
  await workspace.getByRole('combobox', { name: 'Segment of tier 1' }).selectOption('In Oslo');
  await workspace.getByRole('button', { name: 'Save tiers' }).click();
  await expect(workspace.getByText('1 contact moved.')).toBeVisible();
  await workspace.close();

  const page = await openPage('popup.html');
  await giveRemoteClient(page);
  for (let number = 0; number < PEOPLE; number += 1)
    await callFrom(page, 'contacts.add', oslo(`Person ${number}`));
  await forgetTheDay(page);

  for (const table of ['contacts', 'snapshots']) {
    const release = await holdTable(page, table);
    // As the browser does when the time has come.
    await page.evaluate(() => chrome.alarms.create('day', { when: Date.now() }));
    await expect.poll(async () => (await settledTo(page)) !== undefined, { timeout: 20_000 }).toBe(true);
    // Until it stands before the table that is held.
    await page.waitForTimeout(1000);
    expect(await stopWorker()).toBe(true);
    await release();
    expect((await keptBy(page)).day).toBeUndefined();
  }
  await page.evaluate(() => chrome.alarms.create('day', { when: Date.now() }));
  await expect.poll(async () => (await keptBy(page)).day, { timeout: 20_000 }).toMatch(/^\d{4}-\d\d-\d\d$/);
  const { contacts, snapshots } = await keptBy(page);

  expect(contacts).toHaveLength(PEOPLE + 1);
  const given = contacts.filter(
    ({ tags }) =>
      Object.values(tags)
        .map(({ how }) => how)
        .join() === 'rule',
  );
  expect(given).toHaveLength(PEOPLE + 1);
  expect(contacts.filter(({ tiers }) => Object.keys(tiers ?? {}).length === 1)).toHaveLength(PEOPLE + 1);
  expect(new Set(snapshots.map(({ k }) => k.segment)).size).toBe(1);
  expect(snapshots).toHaveLength(1);
});
