import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import type { Page } from '@playwright/test';
import { idOfExtension, launchWithExtension } from '../support/chromium.ts';
import { expect, test } from '../support/extension.ts';
import { openPractice, settled } from '../support/practice.ts';
import { dropFile } from '../support/product.ts';

test.use({ viewport: { width: 1280, height: 800 }, locale: 'en-US' });

const FILES = 'tests/fixtures/files';
const contactsIn = (page: Page) => page.getByRole('grid', { name: 'Contacts' });
const link = (page: Page, name: string) => contactsIn(page).getByRole('link', { name, exact: true });
/** How many contacts the page says are listed. */
const listed = (page: Page) => page.locator('.page-heading, main header').first();

/** The part of the extension's API that tells of open side bars. */
type Chrome = {
  runtime: { getContexts(filter: { contextTypes: string[] }): Promise<{ documentUrl: string }[]> };
};

/** Adds a contact by name in the workspace; resolves on the page of the contact. */
async function addByName(page: Page, name: string): Promise<void> {
  await page.getByRole('button', { name: 'Add contact' }).first().click();
  const dialog = page.getByRole('dialog');
  await dialog.getByRole('textbox', { name: 'Name', exact: true }).fill(name);
  await dialog.getByRole('button', { name: 'Add contact' }).click();
  await expect(page.getByRole('heading', { level: 1, name })).toBeVisible();
}

test('5,000 contacts: dropped, sorted, filtered, chosen, tagged and deleted at once, and brought back', async ({
  openPage,
}, info) => {
  const rows = Array.from({ length: 5000 }, (_, index) => {
    const number = String(index).padStart(4, '0');
    return `Person ${number},person.${number}@crowd.example,Company ${index % 50}`;
  });
  const file = info.outputPath('crowd.csv');
  writeFileSync(file, ['Name,Email,Company', ...rows].join('\n'));

  const page = await openPage('workspace.html#/contacts');
  await settled(page);
  await dropFile(page, file);
  const dialog = page.getByRole('dialog');
  await dialog.getByRole('button', { name: 'Check' }).click();
  await dialog.getByRole('button', { name: 'Import 5,000 records' }).click({ timeout: 30_000 });
  await dialog.getByRole('button', { name: 'Done' }).click({ timeout: 60_000 });
  await expect(listed(page)).toContainText('5,000');
  await expect(contactsIn(page)).toHaveAttribute('aria-rowcount', '5001');

  await page.getByRole('columnheader', { name: 'Name' }).getByRole('button').click();
  await expect(page.getByRole('columnheader', { name: 'Name' })).toHaveAttribute('aria-sort', 'ascending');
  await expect(contactsIn(page).getByRole('row').nth(1)).toContainText('Person 0000');
  await page.getByRole('columnheader', { name: 'Name' }).getByRole('button').click();
  await expect(contactsIn(page).getByRole('row').nth(1)).toContainText('Person 4999');
  expect(await contactsIn(page).getByRole('row').count(), 'only a screenful is drawn').toBeLessThan(80);

  // A column goes, and comes again.
  const company = page.getByRole('columnheader', { name: 'Company' });
  for (const shown of [false, true]) {
    await page.getByRole('button', { name: 'Columns' }).click();
    await page.getByRole('dialog').getByRole('checkbox', { name: 'Company' }).setChecked(shown);
    await page.getByRole('dialog').getByRole('button', { name: 'Close' }).last().click();
    await expect(company).toHaveCount(shown ? 1 : 0);
  }

  await page.getByRole('button', { name: 'Filter' }).click();
  await page.getByRole('menuitem', { name: 'Words' }).click();
  await page.getByRole('textbox', { name: 'Words' }).fill('Person 123');
  await page.keyboard.press('Enter');
  await expect(contactsIn(page)).toHaveAttribute('aria-rowcount', '11');

  await page.getByRole('checkbox', { name: 'Select all' }).check();
  await expect(page.getByRole('toolbar', { name: '10 selected' })).toBeVisible();
  await page.getByRole('button', { name: 'Add tag' }).click();
  await page.getByRole('combobox', { name: 'Tag' }).fill('Fair / 2026');
  await page.getByRole('option', { name: 'Create “Fair / 2026”' }).click();
  await expect(page.getByText('10 contacts tagged.')).toBeVisible();
  await expect(contactsIn(page).getByRole('row').nth(1)).toContainText('2026');

  await page.getByRole('button', { name: 'Delete', exact: false }).first().click();
  await expect(page.getByText('10 contacts deleted.')).toBeVisible();
  await expect(page.getByText('Nothing found')).toBeVisible();
  await page.keyboard.press('Control+z');
  await expect(contactsIn(page)).toHaveAttribute('aria-rowcount', '11');
  await page.keyboard.press('Control+z');
  await expect(contactsIn(page).getByRole('row').nth(1)).not.toContainText('2026');
});

test('a contact page: a value edited and its history, a lunar birthday typed as text, notes, undo', async ({
  openPage,
}) => {
  const page = await openPage('workspace.html#/contacts');
  await settled(page);
  await addByName(page, '王安然');
  await page.getByRole('button', { name: 'Add detail' }).click();
  const detail = page.getByRole('form', { name: 'Add detail' });
  await detail.getByRole('textbox', { name: 'Value' }).fill('+47 55 50 01 19');
  await detail.getByRole('button', { name: 'Save' }).click();
  const phone = page.getByRole('button', { name: /^Phone: \+47 55 50 01 19\. Edit$/ });
  await phone.click();
  await page.getByRole('form', { name: 'Phone' }).getByRole('textbox').fill('+47 55 50 01 20');
  await page.keyboard.press('Enter');
  await expect(page.getByRole('button', { name: /^Phone: \+47 55 50 01 20/ })).toBeVisible();

  await page.getByRole('button', { name: 'Add date' }).click();
  const date = page.getByRole('form', { name: 'Add date' });
  await date.getByRole('textbox', { name: 'Date' }).fill('农历八月初九');
  await expect(date.getByText(/Lunar month 8, day 9/)).toBeVisible();
  await date.getByRole('button', { name: 'Save' }).click();
  const dates = page.getByRole('region', { name: 'Dates' });
  await expect(dates.getByText(/^Lunar /)).toBeVisible();
  await expect(dates.getByText(/^Next \d+ (Sep|Oct)/)).toBeVisible();

  await page.getByText('Consent', { exact: true }).first().click();
  await page.getByRole('combobox', { name: 'Mail', exact: true }).selectOption('given');
  const history = page.getByRole('region', { name: 'What changed' });
  await expect(history.getByText('Consent').first()).toBeVisible();
  await page.getByRole('heading', { level: 1 }).click();
  await page.keyboard.press('Control+z');
  await expect(page.getByRole('combobox', { name: 'Mail', exact: true })).toHaveValue('none');
  await expect(history.getByText(/\+47 55 50 01 19/).first()).toBeVisible();
  await expect(history.getByText(/\+47 55 50 01 20/).first()).toBeVisible();

  await page.getByRole('heading', { level: 1 }).click();
  await page.keyboard.press('Control+z');
  await expect(dates.getByText(/^Lunar /)).toHaveCount(0);
  await page.keyboard.press('Control+Shift+z');
  await expect(dates.getByText(/^Lunar /)).toBeVisible();
});

test('a dropped vCard: counts, confirmation, and its undo', async ({ openPage }) => {
  const page = await openPage('workspace.html#/contacts');
  await settled(page);
  await dropFile(page, `${FILES}/google-4.0.vcf`);
  const dialog = page.getByRole('dialog');
  const run = dialog.getByRole('button', { name: /^Import \d+ records?$/ });
  await expect(run).toBeVisible();
  const count = Number.parseInt((await run.textContent())?.replace(/\D+/g, '') ?? '', 10);
  expect(count).toBeGreaterThan(0);
  await expect(contactsIn(page), 'nothing is written before it is confirmed').toHaveCount(0);
  await run.click();
  await dialog.getByRole('button', { name: 'Done' }).click();
  await expect(contactsIn(page)).toHaveAttribute('aria-rowcount', String(count + 1));
  await expect(link(page, 'Jonas Weil')).toBeVisible();

  await dropFile(page, `${FILES}/google-4.0.vcf`);
  await expect(dialog.getByRole('radio', { name: `Unchanged ${count}` })).toBeVisible();
  await page.keyboard.press('Escape');
  await page.getByRole('status').getByRole('button', { name: 'Undo' }).first().click();
  await expect(contactsIn(page)).toHaveCount(0);
});

test('a backup is saved, and restored into an empty profile', async ({ openPage, extensionUrl }, info) => {
  const page = await openPage('workspace.html#/contacts');
  await settled(page);
  await addByName(page, 'Ingrid Solheim');
  await page.getByRole('textbox', { name: 'Note', exact: true }).fill('Decides alone below NOK 200,000');
  await page.keyboard.press('Control+Enter');
  await expect(page.getByRole('region', { name: 'Notes' }).getByText('Decides alone')).toBeVisible();
  await page.goto(extensionUrl('workspace.html#/settings/backup'));
  const saved = page.waitForEvent('download');
  await page.getByRole('button', { name: 'Save backup' }).last().click();
  const file = info.outputPath('backup.json');
  await (await saved).saveAs(file);
  await expect(page.getByText('Backup saved, with 1 contact.')).toBeVisible();

  const profile = mkdtempSync(path.join(tmpdir(), 'sidelight-empty-'));
  const other = await launchWithExtension(profile, { locale: 'en-US', args: ['--lang=en-US'] });
  try {
    const empty = await other.newPage();
    await empty.goto(`chrome-extension://${await idOfExtension(other)}/workspace.html#/settings/backup`);
    const choosing = empty.waitForEvent('filechooser');
    await empty.getByRole('button', { name: 'Restore a backup' }).click();
    await (await choosing).setFiles(file);
    await empty.getByRole('dialog').getByRole('button', { name: 'Restore', exact: true }).click();
    await expect(empty.getByText('Backup restored.')).toBeVisible();
    await empty.getByRole('link', { name: 'Contacts' }).click();
    await link(empty, 'Ingrid Solheim').click();
    await expect(
      empty.getByRole('region', { name: 'Notes' }).getByText('Decides alone below NOK 200,000'),
    ).toBeVisible();
  } finally {
    await other.close();
    rmSync(profile, { recursive: true, force: true, maxRetries: 5, retryDelay: 100 });
  }
});

test('Today: what is done leaves the list, and comes back', async ({ openPage }) => {
  await (await openPractice(openPage)).close();
  const page = await openPage('workspace.html?practice#/today');
  await settled(page);
  for (const name of ['Waiting for you', 'You are waiting for', 'Due', 'Dates'])
    await expect(page.getByRole('heading', { name }).first()).toBeVisible();
  const waiting = page.getByRole('region', { name: 'Waiting for you' }).getByRole('listitem');
  const before = await waiting.count();
  const first = (await waiting.first().textContent()) ?? '';
  await waiting.first().getByRole('button', { name: 'Done' }).click();
  await expect(waiting).toHaveCount(before - 1);
  await page.keyboard.press('Control+z');
  await expect(waiting).toHaveCount(before);
  await expect(waiting.first()).toHaveText(first);
});

test('Ctrl+K finds a record and runs a command; tags make a tree; pages enter with their first record', async ({
  openPage,
}) => {
  const page = await openPage('workspace.html#/contacts');
  await settled(page);
  const pages = page.getByRole('navigation');
  await expect(pages.getByRole('link', { name: 'Tags' })).toHaveCount(0);
  await addByName(page, 'Tomas Berg');
  await page.getByRole('button', { name: 'Add tag' }).click();
  await page.getByRole('combobox', { name: 'Tag' }).fill('Region / Norway');
  await page.getByRole('option', { name: 'Create “Region / Norway”' }).click();
  await expect(page.getByRole('button', { name: 'Remove tag Norway' })).toBeVisible();
  await pages.getByRole('link', { name: 'Tags' }).click();
  await expect(page.getByRole('link', { name: 'Region', exact: true })).toBeVisible();
  await page.getByRole('link', { name: 'Region / Norway' }).click();
  await expect(link(page, 'Tomas Berg')).toBeVisible();

  await page.keyboard.press('Control+k');
  await page.getByRole('combobox', { name: 'Find or run' }).fill('tomas');
  await expect(page.getByRole('option', { name: /Tomas Berg/ })).toBeVisible();
  await page.keyboard.press('Enter');
  await expect(page.getByRole('heading', { level: 1, name: 'Tomas Berg' })).toBeVisible();
  await page.keyboard.press('Control+k');
  await page.getByRole('combobox', { name: 'Find or run' }).fill('backup');
  await expect(page.getByRole('option', { name: 'Save backup' })).toBeVisible();
  await page.keyboard.press('Enter');
  // A part of a long page stands where it can be read, also when what is above it has come.
  await expect(page.getByRole('combobox', { name: 'Language' })).toBeAttached();
  await settled(page);
  const title = page.getByRole('heading', { level: 2, name: 'Backup' });
  await expect(title).toBeFocused();
  await expect.poll(async () => Math.abs((await title.boundingBox())?.y ?? 1000)).toBeLessThan(200);
  await page.keyboard.press('Control+k');
  await page.getByRole('combobox', { name: 'Find or run' }).fill('save backup');
  await expect(page.getByRole('option', { name: 'Save backup' })).toBeVisible();
  const file = page.waitForEvent('download');
  await page.keyboard.press('Enter');
  expect((await file).suggestedFilename()).toMatch(/^sidelight-.*\.json$/);
});

test('language and theme are switched in the settings, and stay', async ({ openPage }) => {
  const page = await openPage('workspace.html#/settings');
  await settled(page);
  await page.getByRole('combobox', { name: 'Theme' }).selectOption('dark');
  await expect(page.locator('html')).toHaveCSS('color-scheme', 'dark');
  await page.getByRole('combobox', { name: 'Language' }).selectOption('zh-Hant');
  await expect(page.getByRole('link', { name: '設定' })).toBeVisible();
  await page.reload();
  await expect(page.getByRole('link', { name: '設定' })).toBeVisible();
  await expect(page.locator('html')).toHaveCSS('color-scheme', 'dark');
  await expect(page.locator('html')).toHaveAttribute('lang', /^zh-(Hant|TW)/);
});

test('the popup finds a contact, and shows them in the workspace that is open', async ({
  openPage,
  extensionUrl,
}) => {
  const page = await openPage('workspace.html#/contacts');
  await settled(page);
  await addByName(page, 'Marit Aas');
  await page.goto(extensionUrl('workspace.html#/today'));
  await expect(page.getByRole('heading', { level: 1, name: 'Today' })).toBeVisible();
  const popup = await openPage('popup.html');
  await popup.getByRole('combobox', { name: 'Find someone' }).fill('marit');
  await expect(popup.getByRole('option', { name: /Marit Aas/ })).toBeVisible();
  // It closes itself, now and then before the key is up again.
  const closed = popup.waitForEvent('close');
  await popup.keyboard.press('Enter').catch(() => undefined);
  await closed;
  await expect(page.getByRole('heading', { level: 1, name: 'Marit Aas' })).toBeVisible();
});

test('the popup opens the panel in the side bar', async ({ openPage }) => {
  const popup = await openPage('popup.html');
  const page = await openPage('workspace.html#/today');
  await popup.bringToFront();
  await popup.getByRole('button', { name: 'Open in the side panel' }).click();
  const bars = () =>
    page.evaluate(async () => {
      const { runtime } = (globalThis as unknown as { chrome: Chrome }).chrome;
      return (await runtime.getContexts({ contextTypes: ['SIDE_PANEL'] })).map(
        ({ documentUrl }) => documentUrl,
      );
    });
  // It notes its window behind it.
  await expect.poll(bars).toEqual([expect.stringMatching(/\/panel\.html(#window-\d+)?$/)]);
});
