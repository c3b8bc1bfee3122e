import { randomBytes } from 'node:crypto';
import { readFileSync, writeFileSync } from 'node:fs';
import { crc32, deflateSync } from 'node:zlib';
import type { Page } from '@playwright/test';
import { faultsIn } from '../support/axe.ts';
import { expect, test } from '../support/extension.ts';
import { settled } from '../support/practice.ts';
import { dropFile } from '../support/product.ts';
import { send } from '../support/send.ts';

test.use({ viewport: { width: 1280, height: 800 }, locale: 'en-US' });

const PICTURE = 'public/icon-128.png';
const NAME = 'Zorblatt Quinx';
const PAIRS = 400;

/** A picture as large as one of a camera: noise, which nothing makes smaller. */
function large(): string {
  const [width, height] = [900, 600];
  const chunk = (name: string, data: Buffer) => {
    const body = Buffer.concat([Buffer.from(name), data]);
    const [length, sum] = [Buffer.alloc(4), Buffer.alloc(4)];
    length.writeUInt32BE(data.length);
    sum.writeUInt32BE(crc32(body));
    return Buffer.concat([length, body, sum]);
  };
  const head = Buffer.alloc(13);
  head.writeUInt32BE(width, 0);
  head.writeUInt32BE(height, 4);
  head.set([8, 2], 8);
  const lines = randomBytes((width * 3 + 1) * height);
  for (let row = 0; row < height; row += 1) lines[row * (width * 3 + 1)] = 0;
  const signature = Buffer.from('89504e470d0a1a0a', 'hex');
  const parts = [chunk('IHDR', head), chunk('IDAT', deflateSync(lines)), chunk('IEND', Buffer.alloc(0))];
  return Buffer.concat([signature, ...parts]).toString('base64');
}

const cards = () => {
  const photo = readFileSync(PICTURE).toString('base64');
  const card = (name: string, lines: string[]) =>
    ['BEGIN:VCARD', 'VERSION:3.0', `FN:${name}`, ...lines, 'END:VCARD', ''].join('\r\n');
  return [
    card(NAME, ['EMAIL:zorblatt@quinx.example', 'ORG:Quinx Works', `PHOTO;ENCODING=b;TYPE=PNG:${photo}`]),
    card('Anna Berg', ['EMAIL:anna@fjordlys.example', 'ORG:Fjordlys', 'TITLE:Buyer']),
    card('李慧敏', ['EMAIL:huimin@huaxin.example', 'ORG:华信贸易', `PHOTO;ENCODING=b;TYPE=PNG:${large()}`]),
  ].join('');
};

const open = (page: Page, hash: string) =>
  page.evaluate((given) => {
    location.hash = given;
  }, hash);

/** All that the browser keeps for the extension, as text: every database, every area of storage. */
function everything(page: Page): Promise<string> {
  return page.evaluate(async () => {
    const { storage } = (
      globalThis as unknown as {
        chrome: { storage: Record<'local' | 'session' | 'sync', { get(keys: null): Promise<unknown> }> };
      }
    ).chrome;
    const done = <T>(request: IDBRequest<T>) =>
      new Promise<T>((resolve, reject) => {
        request.onsuccess = () => resolve(request.result);
        request.onerror = () => reject(request.error);
      });
    const found: unknown[] = [{ ...localStorage }, { ...sessionStorage }];
    for (const area of ['local', 'session', 'sync'] as const)
      found.push(await storage[area]?.get(null).catch(() => null));
    for (const { name } of await indexedDB.databases()) {
      const db = await done(indexedDB.open(name!));
      for (const store of db.objectStoreNames) {
        const rows = db.transaction(store).objectStore(store);
        found.push(name, store, await done(rows.getAllKeys()), await done(rows.getAll()));
        for (const index of rows.indexNames) {
          const keys = db.transaction(store).objectStore(store).index(index).openKeyCursor();
          for (let cursor = await done(keys); cursor; cursor = await done(keys)) {
            found.push(cursor.key);
            cursor.continue();
          }
        }
      }
      db.close();
    }
    const letters = (bytes: ArrayBufferView) =>
      ['latin1', 'utf-8', 'utf-16le'].map((encoding) => new TextDecoder(encoding).decode(bytes));
    return JSON.stringify(found, (_, value) => (ArrayBuffer.isView(value) ? letters(value) : value));
  });
}

test('the picture of a card is drawn small, is replaced, and goes with its person, who is nowhere any more', async ({
  openPage,
}, info) => {
  const file = info.outputPath('people.vcf');
  writeFileSync(file, cards());
  const page = await openPage('workspace.html#/contacts');
  await settled(page);
  await dropFile(page, file);
  await page.getByRole('button', { name: 'Import 3 records' }).click();
  await expect(page.getByRole('dialog').getByText(/^3 new/)).toBeVisible();
  await page.keyboard.press('Escape');
  const grid = page.getByRole('grid', { name: 'Contacts' });
  await expect(grid.locator('img.face')).toHaveCount(2);
  await page.screenshot({ path: info.outputPath('table.png') });
  await grid.getByRole('link', { name: NAME }).click();
  const face = page.locator('.contact-top img.face');
  await expect(face).toBeVisible();
  const first = await face.getAttribute('src');
  // Drawn anew, as a JPEG of the size in which it is shown on sharp screens.
  expect(first).toMatch(/^data:image\/jpeg;base64,/);
  expect(await face.evaluate((image: HTMLImageElement) => [image.naturalWidth, image.naturalHeight])).toEqual(
    [128, 128],
  );
  await page.screenshot({ path: info.outputPath('page.png') });
  await page.emulateMedia({ colorScheme: 'dark' });
  await page.screenshot({ path: info.outputPath('page-dark.png') });
  await page.emulateMedia({ colorScheme: 'light' });
  expect(await faultsIn(page)).toEqual([]);

  const menu = page.getByRole('button', { name: `More for ${NAME}`, exact: true });
  const choose = async (given: string) => {
    await menu.click();
    const choosing = page.waitForEvent('filechooser');
    await page.getByRole('menuitem', { name: 'Choose a photo' }).click();
    await (await choosing).setFiles(given);
  };
  const torn = info.outputPath('torn.png');
  writeFileSync(torn, readFileSync(PICTURE).subarray(0, 60));
  await choose(torn);
  await expect(page.getByText('This file cannot be read as a picture.', { exact: false })).toBeVisible();
  const huge = Buffer.from(readFileSync(PICTURE));
  huge.writeUInt32BE(8000, 16);
  huge.writeUInt32BE(6000, 20);
  writeFileSync(torn, huge);
  await choose(torn);
  await expect(page.getByText('at most 40 megapixels', { exact: false })).toBeVisible();
  await menu.click();
  await page.getByRole('menuitem', { name: 'Remove the photo' }).click();
  await expect(face).toHaveCount(0);
  await choose(PICTURE);
  await expect(face).toBeVisible();

  // A note half written, and one that a page left as it went.
  const id = page.url().split('/').at(-1)!;
  await page.getByRole('textbox', { name: 'Note', exact: true }).first().fill('Zorblatt half a thought');
  await page.evaluate(
    (key) =>
      (
        globalThis as unknown as { chrome: { storage: { session: { set(items: object): Promise<void> } } } }
      ).chrome.storage.session.set({ [key]: 'Zorblatt, left behind' }),
    `draft:note:${id}`,
  );
  await expect.poll(async () => /zorblatt/i.test(await everything(page))).toBe(true);
  await menu.click();
  await page.getByRole('menuitem', { name: 'Erase for good' }).click();
  await page.getByRole('dialog').getByRole('textbox').fill(NAME);
  await page.getByRole('dialog').getByRole('button', { name: 'Erase for good' }).click();
  await expect(grid.getByRole('link')).toHaveCount(2);
  const left = await everything(page);
  expect(
    [...left.matchAll(/zorblatt|quinx@|@quinx/gi)].map(({ index }) => left.slice(index - 60, index + 40)),
  ).toEqual([]);
  expect(left).not.toContain(id);
  expect(left).toContain('Anna Berg');
});

test('a worker that is killed while it merges many has merged each once when the command comes again', async ({
  openPage,
  stopWorker,
}) => {
  const page = await openPage('workspace.html#/contacts');
  await settled(page);
  const ids: string[] = [];
  for (let at = 0; at < 2 * PAIRS; at += 50) {
    const drafts = Array.from({ length: 50 }, (_, n) => ({ name: `Person ${at + n}` }));
    const added = (await send(page, 'contacts.addMany', { drafts })) as unknown as { ids: string[] };
    ids.push(...added.ids);
  }
  const groups = Array.from({ length: PAIRS }, (_, n) => ({ into: ids[2 * n]!, from: [ids[2 * n + 1]!] }));
  const commandId = crypto.randomUUID();
  const merge = () =>
    page.evaluate(
      ([given, command]) =>
        (
          globalThis as unknown as { chrome: { runtime: { sendMessage(m: unknown): Promise<unknown> } } }
        ).chrome.runtime
          .sendMessage({ api: 1, op: 'contacts.merge', input: { groups: given }, commandId: command })
          .catch((error: Error) => ({ died: error.message })),
      [groups, commandId] as const,
    );
  const merged = () =>
    page.evaluate(async () => {
      const db = await new Promise<IDBDatabase>((resolve) => {
        const opening = indexedDB.open('sidelight');
        opening.onsuccess = () => resolve(opening.result);
      });
      const reading = db.transaction('contacts').objectStore('contacts').index('k.identity').getAllKeys();
      const keys = await new Promise<unknown[]>((resolve) => {
        reading.onsuccess = () => resolve(reading.result);
      });
      db.close();
      return keys.length;
    });
  const first = merge();
  await expect.poll(merged, { intervals: [10], timeout: 20_000 }).toBeGreaterThan(0);
  await stopWorker();
  await first;
  const half = await merged();
  expect(half).toBeLessThan(PAIRS);
  expect(half % 100).toBe(0);
  expect(await merge()).toMatchObject({ ok: true, value: { count: PAIRS } });
  expect(await merged()).toBe(PAIRS);
  await open(page, '#/tags');
  await open(page, '#/contacts');
  await expect(page.getByRole('grid', { name: 'Contacts' })).toHaveAttribute(
    'aria-rowcount',
    String(PAIRS + 1),
  );
  // One step, and one undo.
  await page.keyboard.press('Control+z');
  await expect.poll(merged, { timeout: 20_000 }).toBe(0);
});
