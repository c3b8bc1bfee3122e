import { readFileSync } from 'node:fs';
import type { Locator, Page } from '@playwright/test';
import { faultsIn } from '../support/axe.ts';
import { settled } from '../support/practice.ts';
import { expect, test } from '../support/practice-profile.ts';

test.use({ viewport: { width: 1280, height: 800 }, locale: 'en-US' });

const SECTIONS = [
  'Life cycle',
  'Early warning',
  'Opportunities',
  'Recency and frequency (RFM)',
  'Value and potential',
  'Dependence on few',
  'Retention by cohort',
  'Churn by month',
  'Products',
  'Often bought next',
  'Orders a month',
  'Next orders',
];

const section = (page: Page, name: string) => page.getByRole('region', { name, exact: true });

/** Brings a section into view, before which it asks for nothing; resolves when it has its answer. */
async function counted(page: Page, name: string): Promise<Locator> {
  const own = section(page, name);
  const note = own.locator('.insight-note').or(own.getByText(/^Needs /));
  await expect(async () => {
    // What stands above it may be drawn meanwhile, and push it out of view again.
    await own.scrollIntoViewIfNeeded();
    await expect(note, name).toBeVisible({ timeout: 1000 });
  }).toPass({ timeout: 30_000 });
  return own;
}

/** The number at the beginning of a text. */
const numberIn = async (of: Locator) => Number((await of.innerText()).replace(/,/g, '').match(/\d+/)?.[0]);

/** Follows a number to the table of those whom it counts, and comes back. */
async function expectLeads(page: Page, link: Locator): Promise<void> {
  const count = await numberIn(link);
  expect(count).toBeGreaterThan(0);
  await link.click();
  await expect(
    page
      .getByRole('button', { name: /Insights: / })
      .or(page.getByText(/^Insights: /))
      .first(),
  ).toBeVisible();
  await expect(page.locator('.page-beside')).toHaveText(String(count));
  await page.goBack();
  await expect(page.getByRole('heading', { name: 'Insights', level: 1 })).toBeVisible();
}

test('sections say what all contacts come to, and every number leads to whom it counts', async ({
  openPage,
}) => {
  const page = await openPage('workspace.html?practice#/today');
  await settled(page);
  await page.getByRole('link', { name: 'Insights' }).click();
  await expect(page.getByRole('heading', { name: 'Insights', level: 1 })).toBeFocused();
  const life = await counted(page, 'Life cycle');
  // What is far below was not asked for; its heading stands there already.
  await expect(page.getByRole('heading', { name: 'Next orders' })).toBeAttached();
  await expect(section(page, 'Next orders').locator('.insight-note')).toHaveCount(0);
  for (const name of SECTIONS) await counted(page, name);

  const board = life.getByRole('list', { name: 'Stages' });
  const counts = await Promise.all(
    (await board.locator('.stage-count').all()).map((count) => numberIn(count)),
  );
  expect(counts).toHaveLength(5);
  const [, contacts] = /(\d+) contacts/.exec(await life.locator('.insight-note').innerText()) ?? [];
  expect(counts.reduce((sum, count) => sum + count, 0)).toBe(Number(contacts));
  await expectLeads(page, board.getByRole('link').first());

  const rfm = await counted(page, 'Recency and frequency (RFM)');
  const grid = rfm.getByRole('table', { name: 'Recency and frequency (RFM)' });
  await expect(grid.getByRole('link').first()).toBeVisible();
  const cells = await Promise.all((await grid.getByRole('link').all()).map((link) => numberIn(link)));
  const [, customers] = /(\d+) customers\b/.exec(await rfm.locator('.insight-note').innerText()) ?? [];
  expect(cells.reduce((sum, count) => sum + count, 0)).toBe(Number(customers));
  await expectLeads(page, grid.getByRole('link').first());

  const churn = await counted(page, 'Churn by month');
  await expect(churn.getByText('Left: silent for more than 180 days', { exact: false })).toBeVisible();
  await page.getByLabel('Left after days of silence').fill('90');
  await expect(churn.getByText('Left: silent for more than 90 days', { exact: false })).toBeVisible();
  await page.getByLabel('Left after days of silence').fill('2');
  await expect(page.getByText('From 7 to 1,825 days.')).toBeVisible();
  await page.getByLabel('Left after days of silence').fill('180');

  const few = await counted(page, 'Dependence on few');
  await few.getByRole('combobox', { name: 'By' }).selectOption({ label: 'Company' });
  await expect(few.getByText(/\d+ companies/)).toBeVisible();
  await few.getByRole('button', { name: 'As table: Dependence on few' }).click();
  await expect(few.getByRole('columnheader', { name: 'Company' })).toBeVisible();
  const first = await few.getByRole('rowheader').first().innerText();
  const download = page.waitForEvent('download');
  await few.getByRole('button', { name: 'Save as CSV: Dependence on few' }).click();
  const file = readFileSync(await (await download).path(), 'utf8');
  expect(file.split('\r\n')[0]).toBe('\uFEFFCompany,"Spent, EUR",Share');
  expect(file.split('\r\n')[1]).toContain(first);

  const orders = await counted(page, 'Orders a month');
  await expect(orders.getByRole('img')).toHaveAccessibleName(/Orders a month from /);
  for (const colorScheme of ['light', 'dark'] as const) {
    await page.emulateMedia({ colorScheme });
    expect(await faultsIn(page), colorScheme).toEqual([]);
  }

  await page.getByLabel('Counted', { exact: true }).selectOption({ label: 'Tag: Fair 2026' });
  await expect(life.locator('.insight-note')).not.toContainText(`${contacts} contacts`);
  await expect(
    section(page, 'Recency and frequency (RFM)').getByText(/^Needs purchases of at least 30/),
  ).toBeVisible();
});

test('every stage leads to somebody whose page says it, and why, in a sentence', async ({ openPage }) => {
  const page = await openPage('workspace.html?practice#/insights');
  for (const stage of ['Exploring', 'Growing', 'Mature', 'Declining', 'Left']) {
    const life = await counted(page, 'Life cycle');
    const row = life.getByRole('list', { name: 'Stages' }).getByRole('listitem').filter({ hasText: stage });
    await row.getByRole('link').click();
    await settled(page);
    await page.getByRole('row').nth(1).dblclick();
    const block = page.locator('.contact-page .figure-stage');
    await expect(block.locator('.figure-value')).toContainText(stage);
    await settled(page);
    const why = /\d.*(purchase|talk)|(purchase|talk).*\d|Nothing has been answered yet/;
    await expect(block.locator('p.small').first()).toHaveText(why);
    await page.goto(`${page.url().split('#')[0]}#/insights`);
  }
});
