import { readFileSync, writeFileSync } from 'node:fs';
import type { Page } from '@playwright/test';
import { expect, test } from '../support/extension.ts';
import { openPractice, settled } from '../support/practice.ts';
import { dropFile } from '../support/product.ts';

test.use({ viewport: { width: 1280, height: 900 }, locale: 'en-US' });

const PEOPLE = 5000;

async function saved(page: Page, click: () => Promise<void>): Promise<{ name: string; text: string }> {
  const download = page.waitForEvent('download');
  await click();
  const file = await download;
  return { name: file.suggestedFilename(), text: readFileSync(await file.path(), 'utf8') };
}

const part = (page: Page, name: string) => page.getByRole('region', { name, exact: true });

async function restore(page: Page, file: string): Promise<void> {
  const choosing = page.waitForEvent('filechooser');
  await page.getByRole('button', { name: 'Restore a backup' }).click();
  await (await choosing).setFiles(file);
}

async function open(page: Page, hash: string): Promise<void> {
  await page.evaluate((given) => {
    location.hash = given;
  }, hash);
}

test('contacts go out as files, a person gets their data, is erased with a receipt, and the log says so', async ({
  openPage,
}, info) => {
  test.setTimeout(180_000);
  await (await openPractice(openPage)).close();
  const page = await openPage('workspace.html?practice#/settings/data');
  await settled(page);
  const data = part(page, 'Your data');
  await data.getByRole('button', { name: 'Export all contacts' }).click();
  const dialog = page.getByRole('dialog');
  await dialog.getByRole('radio', { name: /^Table \(CSV\)/ }).click();
  await dialog.getByRole('checkbox', { name: 'Phones' }).click();
  await page.screenshot({ path: info.outputPath('export.png') });
  const table = await saved(page, () => dialog.getByRole('button', { name: 'Save file' }).click());
  expect(table.name).toMatch(/^sidelight-\d{4}-\d\d-\d\d\.csv$/);
  const [header, ...rows] = table.text.trim().split('\r\n');
  expect(header).toContain('E-mail 1 - Value');
  expect(header).not.toContain('Phone');
  expect(rows.length).toBeGreaterThan(200);
  await expect(dialog).toHaveCount(0);
  await expect(data.getByText('Exported: Table (CSV)')).toBeVisible();

  await data.getByRole('combobox', { name: 'Contacts without an exchange for' }).selectOption('1');
  await data.getByRole('button', { name: 'Look what that is' }).click();
  await expect(data.getByRole('status')).toBeVisible();
  await page.screenshot({ path: info.outputPath('data.png') });
  await page.emulateMedia({ colorScheme: 'dark' });
  await page.screenshot({ path: info.outputPath('data-dark.png') });
  await page.emulateMedia({ colorScheme: 'light' });

  await open(page, '#/contacts');
  const grid = page.getByRole('grid', { name: 'Contacts' });
  const link = grid.getByRole('link').first();
  const name = (await link.textContent()) ?? '';
  await link.click();
  const menu = page.getByRole('button', { name: `More for ${name}`, exact: true });
  await menu.click();
  const given = await saved(page, () =>
    page.getByRole('menuitem', { name: 'Save their data for them' }).click(),
  );
  expect(given.name).toMatch(/\.html$/);
  expect(given.text).toContain('Content-Security-Policy');
  expect(given.text).toContain('Time line');

  await menu.click();
  await page.getByRole('menuitem', { name: 'Erase for good' }).click();
  await page.getByRole('dialog').getByRole('textbox').fill(name);
  await page.getByRole('dialog').getByRole('button', { name: 'Erase for good' }).click();
  const receipt = await saved(page, () => page.getByRole('button', { name: 'Receipt', exact: true }).click());
  expect(receipt.text).toMatch(/Rows removed: \d+\./);
  expect(receipt.text).not.toContain(name);
  await open(page, '#/settings/data');
  await expect(data.getByText('A person erased')).toBeVisible();
  await expect(data.getByText('A person’s data saved for them')).toBeVisible();
  await expect(data).not.toContainText(name);
});

test('a restoring that is stopped or killed half-way is taken back or done again; a full disk, a torn file and newer data change nothing', async ({
  openPage,
  stopWorker,
}, info) => {
  test.setTimeout(240_000);
  const people = info.outputPath('people.csv');
  const lines = Array.from({ length: PEOPLE }, (_, n) => `Person ${n},p${n}@lab.test`);
  writeFileSync(people, `Name,Email\n${lines.join('\n')}\n`);
  let page = await openPage('workspace.html#/contacts');
  await settled(page);
  const grid = () => page.getByRole('grid', { name: 'Contacts' });
  await dropFile(page, people);
  await page.getByRole('button', { name: 'Check', exact: true }).click();
  await page.getByRole('button', { name: 'Import 5,000 records' }).click({ timeout: 60_000 });
  await expect(page.getByRole('dialog').getByText(/^5,000 new/)).toBeVisible({ timeout: 120_000 });
  await page.keyboard.press('Escape');
  await open(page, '#/settings/backup');
  const backup = await saved(page, () => page.getByRole('button', { name: 'Save backup' }).last().click());
  const file = info.outputPath('backup.json');
  writeFileSync(file, backup.text);
  writeFileSync(info.outputPath('torn.json'), backup.text.slice(0, -2000));

  // An empty store is one whose tables are cleared past the product: what was undone would be later than the file.
  await page.evaluate(async () => {
    const db = await new Promise<IDBDatabase>((resolve, reject) => {
      const opening = indexedDB.open('sidelight');
      opening.onsuccess = () => resolve(opening.result);
      opening.onerror = () => reject(opening.error);
    });
    const all = [...db.objectStoreNames];
    const clearing = db.transaction(all, 'readwrite');
    for (const name of all) clearing.objectStore(name).clear();
    await new Promise((resolve) => {
      clearing.oncomplete = resolve;
    });
    db.close();
  });
  await page.close();
  page = await openPage('workspace.html#/settings/backup');
  await settled(page);
  const dialog = page.getByRole('dialog');

  await restore(page, info.outputPath('torn.json'));
  await expect(dialog.getByText('Choose a file that Sidelight saved. Nothing was changed.')).toBeVisible({
    timeout: 30_000,
  });
  await page.keyboard.press('Escape');

  await restore(page, file);
  const run = restoring(page);
  await expect(run).toBeEnabled({ timeout: 60_000 });
  // What a full disk answers is put in its place: a quota does not bind an extension that may store without limit.
  await page.workers()[0]!.evaluate(() => {
    const { put } = IDBObjectStore.prototype;
    let parts = 0;
    IDBObjectStore.prototype.put = function (this: IDBObjectStore, ...row: Parameters<typeof put>) {
      if (this.name === 'changes') parts += 1;
      if (this.name === 'changes' && parts === 3) throw new DOMException('full', 'QuotaExceededError');
      return put.apply(this, row);
    };
  });
  await run.click();
  await expect(dialog.getByText(/The disk is full\./)).toBeVisible({ timeout: 60_000 });
  await page.screenshot({ path: info.outputPath('full.png') });
  await page.close();

  page = await openPage('workspace.html#/contacts');
  await settled(page);
  await expect(grid()).toHaveCount(0);
  await open(page, '#/settings/backup');
  await restore(page, file);
  await expect(restoring(page)).toBeEnabled({ timeout: 60_000 });
  await restoring(page).click();
  const begun = () =>
    expect.poll(() => contactsWritten(page), { timeout: 60_000, intervals: [20] }).toBeGreaterThan(0);
  await begun();
  await page.screenshot({ path: info.outputPath('restoring.png') });
  await page.getByRole('dialog').getByRole('button', { name: 'Stop and take back' }).click();
  await expect(page.getByText('The restoring was stopped and taken back.')).toBeVisible({ timeout: 60_000 });
  expect(await contactsWritten(page)).toBe(0);
  await expect(restoring(page)).toBeEnabled({ timeout: 60_000 });
  await restoring(page).click();
  await begun();
  await page.close();

  // Whoever restores again at once has each row once, whatever the first run had written.
  page = await openPage('workspace.html#/settings/backup');
  await settled(page);
  expect(await contactsWritten(page)).toBeLessThan(PEOPLE);
  await restore(page, file);
  await expect(restoring(page)).toBeEnabled({ timeout: 60_000 });
  await restoring(page).click();
  await expect(page.getByText('Backup restored.')).toBeVisible({ timeout: 120_000 });
  await open(page, '#/contacts');
  await expect(grid()).toHaveAttribute('aria-rowcount', String(PEOPLE + 1), { timeout: 30_000 });

  // Data that a later version has written are read, and nothing is written into them.
  await page.evaluate(
    () =>
      new Promise((resolve) => {
        indexedDB.open('sidelight').onsuccess = ({ target }) => {
          const db = (target as IDBOpenDBRequest).result;
          const writing = db.transaction('meta', 'readwrite');
          writing.objectStore('meta').put({ key: 'schemaVersion', value: 99 });
          writing.oncomplete = () => resolve(db.close());
        };
      }),
  );
  await page.close();
  await stopWorker();
  page = await openPage('workspace.html#/contacts');
  await expect(grid()).toHaveAttribute('aria-rowcount', String(PEOPLE + 1), { timeout: 30_000 });
  await page.getByRole('button', { name: 'Add contact' }).first().click();
  const adding = page.getByRole('dialog');
  await adding.getByRole('textbox', { name: 'Name', exact: true }).fill('Zoe Later');
  await adding.getByRole('button', { name: 'Add contact' }).click();
  await expect(adding.getByText(/^The data was written by a newer version\./)).toBeVisible();
  await page.screenshot({ path: info.outputPath('newer.png') });
  expect(await contactsWritten(page)).toBe(PEOPLE);
});

const restoring = (page: Page) =>
  page.getByRole('dialog').getByRole('button', { name: 'Restore', exact: true });

/** Rows of contacts, counted past the product. */
function contactsWritten(page: Page): Promise<number> {
  return page.evaluate(async () => {
    const db = await new Promise<IDBDatabase>((resolve, reject) => {
      const opening = indexedDB.open('sidelight');
      opening.onsuccess = () => resolve(opening.result);
      opening.onerror = () => reject(opening.error);
    });
    const counting = db.transaction('contacts').objectStore('contacts').count();
    const count = await new Promise<number>((resolve) => {
      counting.onsuccess = () => resolve(counting.result);
    });
    db.close();
    return count;
  });
}
