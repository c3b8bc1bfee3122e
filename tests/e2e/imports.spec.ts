import { writeFileSync } from 'node:fs';
import type { Page } from '@playwright/test';
import { faultsIn } from '../support/axe.ts';
import { expect, test } from '../support/extension.ts';
import { makeWorkbook } from '../support/make-workbook.ts';
import { settled } from '../support/practice.ts';
import { dropFile } from '../support/product.ts';

test.use({ viewport: { width: 1280, height: 800 }, locale: 'en-US' });

const PEOPLE = 5000;
const IN_WORKBOOK = 3000;

/** Text in GBK, as Chinese programs save a table: the decoder of the platform, turned round. */
function inGbk(text: string): Buffer {
  const bytes = new Map<string, number[]>();
  const decoder = new TextDecoder('gb18030');
  for (let high = 0x81; high <= 0xfe; high += 1) {
    for (let low = 0x40; low <= 0xfe; low += 1) {
      bytes.set(decoder.decode(Uint8Array.of(high, low)), [high, low]);
    }
  }
  return Buffer.from(
    [...text].flatMap((char) => (char < '\u0080' ? [char.charCodeAt(0)] : (bytes.get(char) ?? []))),
  );
}

function table(): Buffer {
  const rows = Array.from(
    { length: PEOPLE },
    (_, n) => `李慧敏${n},p${n}@huaxin.example,华信贸易${n % 40},${36 + (n % 9)}`,
  );
  return inGbk(`姓名,电子邮件,公司,鞋码\n${rows.join('\n')}\n`);
}

const listed = (page: Page) => page.getByRole('grid', { name: 'Contacts' });

test('a table in GBK is mapped and checked; killed half-way it goes on, each once; and undone', async ({
  openPage,
  extensionId,
}, info) => {
  test.setTimeout(240_000);
  const file = info.outputPath('客户.csv');
  writeFileSync(file, table());
  let page = await openPage('workspace.html#/contacts');
  await settled(page);

  await dropFile(page, file);
  const dialog = page.getByRole('dialog');
  await expect(dialog.getByRole('combobox', { name: /^Encoding/ })).toHaveValue('gb18030');
  await dialog.getByRole('combobox', { name: /^Encoding/ }).selectOption('windows-1252');
  await expect(dialog.getByText('姓名')).toHaveCount(0);
  await dialog.getByRole('combobox', { name: /^Encoding/ }).selectOption('gb18030');
  await expect(dialog.getByRole('combobox', { name: '姓名' })).toHaveValue('name');
  await expect(dialog.getByText('36 · 37 · 38')).toBeVisible();
  await dialog.getByRole('combobox', { name: '鞋码' }).selectOption('own');
  await dialog.getByRole('button', { name: 'Check' }).click();
  await expect(dialog.getByRole('radio', { name: 'New 5,000' })).toBeVisible({ timeout: 60_000 });
  await expect(dialog.getByText('李慧敏0', { exact: true })).toBeVisible();
  await dialog.getByRole('button', { name: 'Import 5,000 records' }).click();
  await expect(dialog.getByText(/^[1-3],000 of 5,000$/)).toBeVisible({ timeout: 60_000 });
  await page.close();

  page = await openPage('workspace.html#/contacts');
  const waiting = page.getByText(/^The import of 客户\.csv stopped at [1-4],000 of 5,000\.$/);
  await expect(waiting).toBeVisible({ timeout: 30_000 });
  await page.getByRole('button', { name: 'Go on' }).click();
  await expect(page.getByText('5,000 new, 0 completed, 0 unchanged, 0 held back.')).toBeVisible({
    timeout: 120_000,
  });
  await expect(listed(page)).toHaveAttribute('aria-rowcount', String(PEOPLE + 1));
  await expect(waiting).toHaveCount(0);

  // The header is known by now, and its own field with it.
  await dropFile(page, file);
  await expect(page.getByRole('radio', { name: 'Unchanged 5,000' })).toBeVisible({ timeout: 60_000 });
  await page.getByRole('button', { name: 'Back' }).click();
  await expect(page.getByText('As you chose it for this header before.')).toBeVisible();
  await page.keyboard.press('Escape');

  await page.goto(`chrome-extension://${extensionId}/workspace.html#/settings/imports`);
  const imports = page.getByRole('region', { name: 'Imports' });
  await imports.getByRole('button', { name: 'Undo' }).click();
  await expect(imports.getByText(/undone/)).toBeVisible({ timeout: 120_000 });
  await page.goto(`chrome-extension://${extensionId}/workspace.html#/contacts`);
  await expect(listed(page)).toHaveCount(0);
});

/** Three sheets, the second of them hidden; numbers of telephones and days as Excel keeps them, a company beside all of its people. */
function workbook(): Promise<Uint8Array> {
  const people = Array.from({ length: IN_WORKBOOK }, (_, n) => [
    `陈静${n}`,
    13_800_000_000 + n,
    n % 2 === 0 ? `华信贸易${n}` : null,
    { number: 32_568 + n, format: 'yyyy/m/d' },
  ]);
  const merged = people.flatMap((_, n) => (n % 2 === 0 ? [`C${n + 3}:C${n + 4}`] : []));
  return makeWorkbook([
    { name: '客户', rows: [['客户名单'], ['姓名', '手机', '公司', '生日'], ...people], merged },
    {
      name: '旧的',
      state: 'hidden',
      rows: [
        ['姓名', '手机'],
        ['陈旧', 13_900_000_000],
      ],
    },
    {
      name: '供应商',
      rows: [
        ['姓名', '手机', '城市'],
        ['周供', 13_700_000_000, '杭州'],
      ],
    },
  ]);
}

test('a workbook onto a disk that is full in the middle: it is said, and the data are as before; then there is room', async ({
  openPage,
}, info) => {
  test.setTimeout(150_000);
  const file = info.outputPath('客户.xlsx');
  writeFileSync(file, await workbook());
  const page = await openPage('workspace.html#/contacts');
  await settled(page);
  await dropFile(page, file);
  await expect(page.getByRole('radio', { name: '旧的 2 rows · hidden' })).toBeVisible({ timeout: 60_000 });
  expect(await faultsIn(page)).toEqual([]);
  await page.screenshot({ path: info.outputPath('sheets.png') });
  await page.getByRole('button', { name: 'Read this sheet' }).click();
  await expect(page.getByRole('combobox', { name: '手机' })).toHaveValue('point:phone');
  await expect(page.getByRole('combobox', { name: /^Encoding/ })).toHaveCount(0);
  await page.screenshot({ path: info.outputPath('columns.png') });
  await page.getByRole('button', { name: 'Check' }).click();
  const run = page.getByRole('button', { name: 'Import 3,000 records' });
  await expect(run).toBeVisible({ timeout: 60_000 });
  // A quota does not bind an extension that may store without limit: what a full disk answers is put in its place.
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
  await expect(page.getByRole('alert').getByText(/There is no room on this disk\./)).toBeVisible({
    timeout: 60_000,
  });
  await expect(listed(page)).toHaveCount(0);
  // It was refused once.
  await run.click();
  await expect(page.getByRole('dialog').getByText('3,000 new, 0 completed', { exact: false })).toBeVisible({
    timeout: 60_000,
  });
  await page.screenshot({ path: info.outputPath('next.png') });
  await page.getByRole('button', { name: 'Next sheet: 供应商' }).click();
  await expect(page.getByRole('combobox', { name: '城市' })).toHaveValue('fact:city');
  await page.getByRole('button', { name: 'Check' }).click();
  await page.getByRole('button', { name: 'Import 1 record' }).click();
  await expect(page.getByRole('dialog').getByText('1 new, 0 completed', { exact: false })).toBeVisible();
  await expect(page.getByRole('button', { name: /^Next sheet/ })).toHaveCount(0);
  await page.keyboard.press('Escape');
  const row = listed(page).getByRole('row').filter({ hasText: '陈静' }).first();
  await expect(row).toContainText('华信贸易');
  await page.evaluate(() => {
    location.hash = '#/settings/imports';
  });
  await expect(page.getByText(/stopped, taken back/)).toBeVisible();
  await expect(page.getByText('客户.xlsx · 客户')).toHaveCount(2);
  await expect(page.getByText('客户.xlsx · 供应商')).toHaveCount(1);
});
