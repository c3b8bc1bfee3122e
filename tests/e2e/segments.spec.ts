import { faultsIn } from '../support/axe.ts';
import { expect, test } from '../support/extension.ts';
import { settled } from '../support/practice.ts';
import { send } from '../support/send.ts';

test.use({ viewport: { width: 1280, height: 800 }, locale: 'en-US' });

const person = (name: string, city: string, tags: string[] = []) => ({
  draft: {
    name,
    facts: [
      { field: 'city', value: city },
      { field: 'title', value: 'Buyer' },
    ],
    tags,
  },
});

test('a segment is made by keyboard, each member is explained, and it narrows the table', async ({
  openPage,
}) => {
  const page = await openPage('workspace.html#/contacts');
  await settled(page);
  for (const [name, city, tags] of [
    ['Ingrid Solberg', 'Oslo', ['Customer']],
    ['Tomas Berg', 'Oslo', ['Customer']],
    ['Wei Lin', 'Bergen', ['Customer']],
    ['Anna Moe', 'Oslo', []],
  ] as const)
    await send(page, 'contacts.add', person(name, city, [...tags]));

  await page.goto(`${page.url().split('#')[0]}#/segments`);
  await expect(page.getByText('No segment yet.')).toBeVisible();
  await expect(page.getByRole('button', { name: 'Oslo 3' })).toBeVisible();
  expect(await faultsIn(page)).toEqual([]);

  // From here on without the mouse.
  await page.getByRole('button', { name: 'New segment' }).focus();
  await page.keyboard.press('Enter');
  await page.getByRole('textbox', { name: 'Name' }).focus();
  await page.keyboard.type('Customers in Oslo');
  const add = page.getByRole('combobox', { name: 'Add condition' });
  await add.focus();
  await page.keyboard.type('tag');
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('ArrowUp');
  await page.keyboard.press('Enter');
  const tag = page.getByRole('group', { name: 'Condition 1: Tag' });
  await expect(tag.getByRole('combobox', { name: 'How' })).toBeFocused();
  await page.keyboard.press('Tab');
  await page.keyboard.type('Cust');
  await expect(page.getByRole('option', { name: 'Customer' })).toBeVisible();
  await page.keyboard.press('Enter');
  await expect(tag.getByRole('button', { name: 'Tag: Customer' })).toBeVisible();
  await expect(page.getByText('3 contacts of 4')).toBeVisible();

  await add.focus();
  await page.keyboard.type('city');
  await page.keyboard.press('Enter');
  const city = page.getByRole('group', { name: 'Condition 2: City' });
  await expect(city.getByRole('combobox', { name: 'How' })).toBeFocused();
  await page.keyboard.press('Tab');
  await page.keyboard.type('oslo');
  await expect(page.getByText('2 contacts of 4')).toBeVisible();
  await expect(page.getByText('Work contacts with tag Customer and city “oslo”')).toBeVisible();
  await expect(page.getByText('For example: Ingrid Solberg and Tomas Berg')).toBeVisible();
  expect(await faultsIn(page)).toEqual([]);
  await page.keyboard.press('Enter');

  await expect(page.getByRole('heading', { level: 1, name: 'Customers in Oslo' })).toBeVisible();
  const why = page.getByRole('button', { name: 'Why Tomas Berg?' });
  await why.focus();
  await page.keyboard.press('Enter');
  await expect(page.getByText('Tomas Berg is in it:')).toBeVisible();
  await expect(page.getByText('found: Oslo')).toBeVisible();
  await expect(page.getByRole('heading', { name: 'Portrait' })).toBeVisible();
  expect(await faultsIn(page)).toEqual([]);

  await page.getByRole('button', { name: 'Show in the table' }).press('Enter');
  await expect(page.getByText('Segment: Customers in Oslo')).toBeVisible();
  await expect(page.getByRole('row', { name: /Ingrid Solberg/ })).toBeVisible();
  await expect(page.getByRole('row', { name: /Tomas Berg/ })).toBeVisible();
  await expect(page.getByRole('row', { name: /Anna Moe|Wei Lin/ })).toHaveCount(0);

  // Somebody moves: the question is asked anew, and the day that was kept says who joined.
  await page.goBack();
  await page.getByRole('button', { name: 'Keep a snapshot' }).click();
  await expect(page.getByText('Today is kept: 2 contacts.')).toBeVisible();
  await send(page, 'contacts.add', person('Nils Dahl', 'Oslo', ['Customer']));
  await page.goto(`${page.url().split('#')[0]}#/segments`);
  await expect(page.getByRole('row', { name: /Customers in Oslo/ })).toContainText('3');
  await page.getByRole('link', { name: 'Customers in Oslo' }).click();
  await expect(page.getByRole('heading', { name: 'Joined 1' })).toBeVisible();
});
