import path from 'node:path';
import { faultsIn } from '../../support/axe.ts';
import { expect, test } from '../../support/extension.ts';
import { settled } from '../../support/practice.ts';
import { dropFile } from '../../support/product.ts';

test.use({ viewport: { width: 1280, height: 800 }, locale: 'en-US' });

const FILE = path.join(import.meta.dirname, '../../fixtures/answers/wjx-gb18030.csv');

test('answers in GBK that are dropped on Contacts become a survey with its results, once, and go with one Undo', async ({
  openPage,
}) => {
  const page = await openPage('workspace.html#/contacts');
  await settled(page);
  await dropFile(page, FILE);
  const dialog = page.getByRole('dialog');
  await expect(dialog.getByRole('heading', { name: 'Answers of wjx-gb18030.csv' })).toBeVisible();
  await expect(dialog.getByText('Wenjuanxing')).toBeVisible();
  await expect(dialog.getByRole('combobox', { name: /^Encoding/ })).toHaveValue('gb18030');
  await expect(dialog.getByRole('combobox', { name: /满意吗/ })).toHaveValue('ask csat');
  await expect(dialog.getByRole('combobox', { name: '来自IP' })).toBeDisabled();
  expect(await faultsIn(page)).toEqual([]);
  await dialog.getByRole('button', { name: 'Check' }).click();
  await expect(dialog.getByText('8 new answers')).toBeVisible();
  await expect(dialog.getByText('等得太久')).toBeVisible();
  expect(await faultsIn(page)).toEqual([]);
  await dialog.getByRole('button', { name: 'Bring 8 answers' }).click();
  await dialog.getByRole('button', { name: 'Show the results' }).click();
  await expect(page.getByRole('heading', { level: 1, name: 'wjx-gb18030' })).toBeVisible();
  await expect(page.getByText('等得太久')).toBeVisible();

  // The header is known by now: the same file finds its survey, and nothing new.
  await dropFile(page, FILE);
  await expect(dialog.getByText('As you chose it for this header before.')).toBeVisible();
  await dialog.getByRole('button', { name: 'Check' }).click();
  await expect(dialog.getByText('8 already here')).toBeVisible();
  await expect(dialog.getByRole('button', { name: 'Nothing new to bring' })).toBeDisabled();
  await dialog.getByRole('button', { name: 'Close' }).click();

  await page.keyboard.press('Control+z');
  await expect(page.getByText('等得太久')).toHaveCount(0);
  await expect(page.getByRole('heading', { level: 1, name: 'Surveys' })).toBeVisible();
});
