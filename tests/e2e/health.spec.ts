import { faultsIn } from '../support/axe.ts';
import { expect, test } from '../support/extension.ts';
import { settled } from '../support/practice.ts';
import { send } from '../support/send.ts';

test.use({ viewport: { width: 1280, height: 800 }, locale: 'en-US' });

const file = { how: 'import', source: 'people.csv' };
const broken = (name: string, address: string) => ({
  draft: {
    name,
    points: [{ kind: 'email', value: address, from: file }],
    facts: [{ field: 'company', value: 'Fjordlys' }],
  },
});

test('data is put in order, many are changed over a filter, and a view is saved', async ({ openPage }) => {
  const page = await openPage('workspace.html#/contacts');
  await settled(page);
  const at = (hash: string) => page.goto(`${page.url().split('#')[0]}${hash}`);
  await send(page, 'contacts.add', broken('Ingrid Solberg', 'ingrid (at) fjordlys.example'));
  await send(page, 'contacts.add', broken('Tomas Berg', '<tomas@fjordlys,example>'));
  await send(page, 'contacts.add', broken('Wei Lin', 'ask at the desk'));
  await send(page, 'contacts.add', {
    draft: {
      name: 'Anna Moe',
      points: [{ kind: 'email', value: 'anna@moe.example' }],
      facts: [
        { field: 'company', value: 'Moe' },
        { field: 'title', value: 'Buyer', from: { ...file, evidence: 'Anna Moe, Buyer' } },
        { field: 'title', value: 'Partner' },
      ],
      tags: ['Fair'],
    },
  });

  await at('#/health');
  const addresses = page.getByRole('listitem', { name: 'Addresses that cannot be read' });
  await expect(addresses.getByRole('button', { name: 'Fix 2' })).toBeVisible({ timeout: 15_000 });
  await addresses.getByRole('button', { name: /Addresses/ }).click();
  await expect(addresses.getByText('ask at the desk')).toBeVisible();
  expect(await faultsIn(page)).toEqual([]);
  await addresses.getByRole('button', { name: 'Fix 2' }).click();
  await expect(page.getByText('2 fixed.')).toBeVisible();
  await expect(addresses.getByRole('button', { name: /^Fix/ })).toHaveCount(0);
  await page.keyboard.press('Control+z');
  await expect(addresses.getByRole('button', { name: 'Fix 2' })).toBeVisible();
  await addresses.getByRole('link', { name: /Look/ }).click();
  await expect(page.getByRole('heading', { name: 'Contacts' })).toBeVisible();
  await expect(page.getByRole('grid', { name: 'Contacts' }).getByRole('row')).toHaveCount(4);

  await at('#/health/confirm');
  const card = page.getByRole('region', { name: 'Values to confirm' });
  await expect(card.getByText('Which of these holds?')).toBeFocused();
  await expect(card.getByText('Anna Moe, Buyer')).toBeVisible();
  expect(await faultsIn(page)).toEqual([]);
  await page.keyboard.press('Enter');
  await expect(page.getByText('Nothing to confirm.')).toBeVisible();

  await at('#/contacts');
  await page.getByRole('button', { name: 'Filter', exact: true }).click();
  await page.getByRole('menuitem', { name: 'No tag' }).click();
  const grid = page.getByRole('grid', { name: 'Contacts' });
  await expect(grid.getByRole('row')).toHaveCount(4);
  await page.getByRole('button', { name: 'Save as a view' }).click();
  await page.getByLabel('Name of the view').fill('Without a tag');
  await page.keyboard.press('Enter');
  const views = page.getByRole('navigation', { name: 'Views' });
  await expect(views.getByRole('link', { name: 'Without a tag' })).toHaveAttribute('aria-current', 'page');
  expect(await faultsIn(page)).toEqual([]);

  await grid.focus();
  await page.keyboard.press('Control+a');
  await page.getByRole('toolbar').getByRole('button', { name: /^Edit/ }).click();
  const dialog = page.getByRole('dialog');
  await dialog.getByRole('combobox', { name: 'What' }).selectOption({ label: 'Set a field' });
  await dialog.getByRole('combobox', { name: 'Field' }).selectOption({ label: 'City' });
  await dialog.getByLabel('Value').fill('Oslo');
  await expect(dialog.getByText('3 change, 0 have it so already.')).toBeVisible();
  expect(await faultsIn(page)).toEqual([]);
  await dialog.getByRole('button', { name: 'Change 3 contacts' }).click();
  await expect(page.getByText('3 contacts changed.')).toBeVisible();
  await page.getByRole('button', { name: 'Filter', exact: true }).click();
  await page.getByRole('menuitem', { name: 'Any field' }).click();
  await page.getByRole('combobox', { name: 'Field' }).selectOption({ label: 'City' });
  await page.getByLabel('Value').fill('osl');
  await page.getByRole('button', { name: 'Add filter' }).click();
  await expect(page.getByText('City contains “osl”')).toBeVisible();
  await expect(grid.getByRole('row')).toHaveCount(4);
  await expect(page.getByRole('button', { name: 'Save view' })).toBeVisible();
  await page.keyboard.press('Escape');
  await page.keyboard.press('Control+z');
  await expect(page.getByText('Nothing found', { exact: false })).toBeVisible();

  await page.keyboard.press('Control+k');
  await page.keyboard.type('without a tag');
  await page.keyboard.press('Enter');
  await expect(grid.getByRole('row')).toHaveCount(4);
  await expect(page.getByText('City contains “osl”')).toHaveCount(0);
});
