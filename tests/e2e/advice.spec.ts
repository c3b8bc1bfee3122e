import type { Page } from '@playwright/test';
import { faultsIn } from '../support/axe.ts';
import { expect, test } from '../support/extension.ts';
import { openPractice, settled } from '../support/practice.ts';

test.use({ viewport: { width: 1280, height: 800 }, locale: 'en-US' });

const names = (page: Page) =>
  page.getByRole('region', { name: 'Suggested for today' }).locator('.plan-row a').allTextContents();

/** A play of which the practice people have several. */
const OFTEN = 'Offer what goes with the last purchase';

test('suggestions are shown behind what is owed, explained, answered, and change with the answers', async ({
  openPage,
  extensionUrl,
}) => {
  test.setTimeout(180_000);
  const page = await openPractice(openPage);
  const at = (hash: string) => page.goto(extensionUrl(`workspace.html?practice${hash}`));
  await at('#/today');
  await settled(page);
  const plan = page.getByRole('region', { name: 'Suggested for today' });
  await expect(plan).toBeVisible({ timeout: 30_000 });

  // The practice people are owed more than an hour: suggestions wait, and are one click away.
  await expect(plan.getByText(/suggestions wait/)).toBeVisible();
  await expect(plan.locator('.plan-row')).toHaveCount(0);
  await plan.getByRole('combobox', { name: 'Minutes today' }).selectOption('480');
  await expect(plan.locator('.plan-row').first()).toBeVisible({ timeout: 15_000 });

  // By name from here on: what is counted once a day in the background may move the rows.
  const likeIt = plan.locator('.plan-row').filter({ hasText: OFTEN });
  const rowOf = (who: string) => plan.locator('.plan-row').filter({ hasText: who });
  const name = (await likeIt.first().getByRole('link').textContent()) ?? '';
  const row = rowOf(name);
  await row.getByRole('button', { name: 'Why this?' }).click();
  await expect(row.getByText('Nothing learned yet: no one like this was answered.')).toBeVisible();
  await expect(row.getByText(/^Order: chance today/)).toBeVisible();
  expect(await faultsIn(page)).toEqual([]);

  // Done: it leaves the list, and the next one like it says what was learned.
  const before = await names(page);
  await row.getByRole('button', { name: 'Done', exact: true }).click();
  await expect(page.getByText('Noted as done.')).toBeVisible();
  await expect(plan.getByRole('link', { name, exact: true })).toHaveCount(0, { timeout: 45_000 });
  const second = (await likeIt.first().getByRole('link').textContent()) ?? '';
  const next = rowOf(second);
  await next.getByRole('button', { name: 'Why this?' }).click();
  await expect(next.getByText(/Done 1 of 1 like this/)).toBeVisible();

  // No: fewer like it are done, and the order of what is left is another.
  await next.getByRole('button', { name: 'More for this suggestion' }).click();
  await page.getByRole('menuitem', { name: 'No', exact: true }).click();
  // That play rests for this person; another may take its place.
  await expect(plan.locator('.plan-row').filter({ hasText: second }).filter({ hasText: OFTEN })).toHaveCount(
    0,
    { timeout: 45_000 },
  );
  const third = rowOf((await likeIt.first().getByRole('link').textContent()) ?? '');
  await third.getByRole('button', { name: 'Why this?' }).click();
  await expect(third.getByText(/Done 1 of 2 like this/)).toBeVisible();
  expect(await names(page)).not.toEqual(before);

  // On the contact's page the same step, its draft and its evidence.
  await third.getByRole('link').click();
  const suggested = page.getByRole('region', { name: 'Advice' });
  await expect(suggested.getByText(OFTEN)).toBeVisible({ timeout: 15_000 });
  await suggested.getByRole('button', { name: 'Draft' }).click();
  await expect(suggested.getByRole('textbox')).toHaveValue(/often take this with it/);
  expect(await faultsIn(page)).toEqual([]);

  // Plays: switched off and tried, and the engine on the past of the practice people.
  await at('#/plays');
  await settled(page);
  await expect(page.getByRole('row', { name: new RegExp(OFTEN) })).toContainText('1 of 2', {
    timeout: 15_000,
  });
  await expect(page.getByText(/suggested about \d+ contacts? so far; 500 are needed/)).toBeVisible();
  await page.getByRole('button', { name: `Change ${OFTEN}` }).click();
  await page.getByRole('button', { name: 'Who would get this today?' }).click();
  await expect(page.getByText(/contacts meet the condition/)).toBeVisible({ timeout: 15_000 });
  expect(await faultsIn(page)).toEqual([]);
  await page.getByRole('button', { name: 'Cancel' }).click();
  await page.getByRole('button', { name: 'Look back' }).click();
  await expect(page.getByText(/suggestions would have been made/)).toBeVisible({ timeout: 60_000 });
  await expect(page.getByText(/cannot be said yet/)).toBeVisible();
  expect(await faultsIn(page)).toEqual([]);
});
