import { faultsIn } from '../support/axe.ts';
import { expect, test } from '../support/extension.ts';
import { settled } from '../support/practice.ts';
import { send } from '../support/send.ts';

test.use({ viewport: { width: 1280, height: 800 }, locale: 'en-US' });

const person = (name: string, email: string, company: string, title: string) => ({
  draft: {
    name,
    points: [{ kind: 'email', value: email }],
    facts: [
      { field: 'company', value: company },
      { field: 'title', value: title },
    ],
  },
});

test('duplicates are shown with what they share, compared, merged, taken back and taken out again', async ({
  openPage,
}) => {
  const page = await openPage('workspace.html#/contacts');
  await settled(page);
  await expect(page.getByRole('link', { name: 'Duplicates' })).toHaveCount(0);
  for (const one of [
    person('Ingrid Solberg', 'ingrid@fjordlys.example', 'Fjordlys', 'Buyer'),
    person('I. Solberg', 'ingrid@fjordlys.example', 'Fjordlys', 'Head of purchasing'),
    person('Tomas Berg', 'tomas@nordmark.example', 'Nordmark', 'Engineer'),
    person('Tomas Berg', 't.berg@nordmark.example', 'Nordmark', 'Engineer'),
    person('Wei Lin', 'lin@harbour.example', 'Harbour', 'Partner'),
    person('Lin Wei', 'lin@harbour.example', 'Harbour', 'Partner'),
  ])
    await send(page, 'contacts.add', one);

  await page.goto(`${page.url().split('#')[0]}#/duplicates`);
  const certain = page.getByRole('region', { name: 'Same person' });
  const perhaps = page.getByRole('region', { name: 'Perhaps the same' });
  await expect(certain.getByRole('link')).toHaveCount(4, { timeout: 15_000 });
  await expect(perhaps.getByRole('link')).toHaveCount(2);
  await expect(page.getByRole('navigation').getByRole('link', { name: 'Duplicates' })).toBeVisible();
  expect(await faultsIn(page)).toEqual([]);

  const ingrid = certain.getByRole('listitem', { name: /Ingrid Solberg/ });
  await ingrid.getByRole('button', { name: 'Compare' }).click();
  const dialog = page.getByRole('dialog');
  await expect(dialog.getByRole('group', { name: 'Role' })).toBeVisible();
  await expect(dialog.getByRole('radio', { name: 'Head of purchasing' })).toBeChecked();
  await dialog.getByRole('radio', { name: 'Buyer', exact: true }).check();
  await expect(dialog.getByRole('region', { name: 'Afterwards' }).getByText('Buyer')).toBeVisible();
  await expect(dialog.getByText('1 other value')).toBeVisible();
  expect(await faultsIn(page)).toEqual([]);
  await dialog.getByRole('button', { name: 'Merge' }).click();
  await expect(page.getByText('1 contact merged.')).toBeVisible();
  await expect(certain.getByRole('link')).toHaveCount(2);

  await page.keyboard.press('Control+z');
  await expect(certain.getByRole('link')).toHaveCount(4);
  await certain.getByRole('button', { name: 'Merge these 2 groups' }).click();
  await expect(page.getByText('2 contacts merged.')).toBeVisible();
  await expect(certain).toHaveCount(0);
  await perhaps.getByRole('button', { name: 'Not the same' }).click();
  await expect(page.getByText('No duplicates.')).toBeVisible();

  await page.goto(`${page.url().split('#')[0]}#/contacts`);
  await page
    .getByRole('grid', { name: 'Contacts' })
    .getByRole('link', { name: /Solberg/ })
    .click();
  const from = page.getByRole('region', { name: 'Merged from' });
  await expect(from).toContainText('Solberg');
  expect(await faultsIn(page)).toEqual([]);
  await from.getByRole('button', { name: /^Take out again/ }).click();
  await expect(from).toHaveCount(0);

  const relations = page.getByRole('region', { name: 'Relations' });
  await relations.getByRole('button', { name: 'Add relation' }).click();
  await relations.getByRole('combobox', { name: 'What ties them' }).selectOption('Assistant of');
  await relations.getByRole('combobox', { name: /someone/ }).fill('Wei Lin');
  await page.getByRole('option', { name: /Wei Lin/ }).click();
  await expect(relations.getByText('Assistant of')).toBeVisible();
  expect(await faultsIn(page)).toEqual([]);
  await relations.getByRole('link', { name: 'Wei Lin' }).click();
  await expect(page.getByRole('heading', { level: 1, name: 'Wei Lin' })).toBeVisible();
  await expect(relations.getByText('Assisted by')).toBeVisible();
  await expect(relations.getByRole('link', { name: /Solberg/ })).toBeVisible();

  await page.goto(`${page.url().split('#')[0]}#/duplicates`);
  await expect(certain.getByRole('link')).toHaveCount(2, { timeout: 15_000 });

  await page.getByRole('link', { name: 'Contacts' }).click();
  await page.getByRole('button', { name: 'Add contact' }).first().click();
  const adding = page.getByRole('dialog');
  await adding.getByRole('textbox', { name: 'Address' }).fill('INGRID@fjordlys.example');
  await expect(adding.getByText(/^Already known: .*Solberg/).first()).toBeVisible();
  await expect(adding.getByRole('button', { name: 'Add anyway' })).toBeVisible();
});
