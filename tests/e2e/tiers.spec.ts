import { faultsIn } from '../support/axe.ts';
import { expect, test } from '../support/extension.ts';
import { settled } from '../support/practice.ts';
import { send } from '../support/send.ts';

test.use({ viewport: { width: 1280, height: 800 }, locale: 'en-US' });

test('levels are made with a look at who would move, seen where the contact is, asked for by a segment, and taken back', async ({
  openPage,
}) => {
  const page = await openPage('workspace.html#/tiers');
  await settled(page);
  await expect(page.getByText('Make a segment first')).toBeVisible();
  for (const [name, city] of [
    ['Ingrid Solberg', 'Oslo'],
    ['Wei Lin', 'Bergen'],
    ['Anna Moe', 'Rome'],
  ] as const)
    await send(page, 'contacts.add', { draft: { name, facts: [{ field: 'city', value: city }] } });
  const address = page.url().split('#')[0];
  for (const city of ['Oslo', 'Bergen']) {
    await page.goto(`${address}#/segments`);
    await page.goto(`${address}#/segments/new`);
    await page.getByRole('textbox', { name: 'Name' }).fill(`In ${city}`);
    await page.getByRole('combobox', { name: 'Add condition' }).fill('city');
    await page.keyboard.press('Enter');
    // A condition that wants nothing yet is not saved: it would be everybody.
    await page.getByRole('button', { name: 'Save segment' }).click();
    await expect(page.getByText('This condition is not finished')).toBeVisible();
    await page.keyboard.type(city);
    await page.getByRole('button', { name: 'Save segment' }).click();
    await expect(page.getByRole('heading', { level: 1, name: `In ${city}` })).toBeVisible();
  }

  await page.goto(`${address}#/tiers`);
  await page.getByRole('button', { name: 'Add tier' }).click();
  await page.getByRole('textbox', { name: 'Name of tier 1' }).fill('Gold');
  await page.getByRole('button', { name: 'Save tiers' }).click();
  await expect(page.getByRole('alert')).toContainText('Give each tier a name and a segment.');
  await page.getByRole('combobox', { name: 'Segment of tier 1' }).selectOption('In Oslo');
  await page.getByRole('textbox', { name: /Days between talks/ }).fill('30');
  await page.getByRole('textbox', { name: /Minutes a month/ }).fill('45');
  await page.getByRole('button', { name: 'Add tier' }).click();
  await page.getByRole('textbox', { name: 'Name of tier 2' }).fill('Silver');
  await page.getByRole('combobox', { name: 'Segment of tier 2' }).selectOption('In Bergen');
  const preview = page.getByRole('region', { name: 'Who would move' });
  await expect(preview.getByRole('status')).toHaveText('2 contacts would move.');
  await expect(preview.getByRole('listitem').first()).toContainText('no tier → Gold');
  await expect(preview.getByText('0.8 hours a month')).toBeVisible();
  expect(await faultsIn(page)).toEqual([]);

  await page.getByRole('button', { name: 'Save tiers' }).click();
  await expect(page.getByText('Tiers saved. 2 contacts moved.')).toBeVisible();
  await expect(page.getByRole('link', { name: 'Tiers' })).toBeVisible();
  await preview.waitFor({ state: 'hidden' });

  await page.goto(`${address}#/contacts`);
  await page.getByRole('link', { name: 'Ingrid Solberg' }).click();
  await expect(page.getByRole('region', { name: 'Tier' })).toContainText(/Gold since/);
  expect(await faultsIn(page)).toEqual([]);

  await page.goto(`${address}#/segments/new`);
  await page.getByRole('combobox', { name: 'Add condition' }).fill('tier');
  await page.keyboard.press('Enter');
  await page.getByRole('combobox', { name: 'Tier' }).selectOption('Gold');
  await expect(page.getByText('Work contacts with tier Gold')).toBeVisible();
  await expect(page.getByText('1 contact of 3')).toBeVisible();

  await page.goto(`${address}#/tiers`);
  // What is undone below is the next saving, not this one, whose message stands for some seconds.
  await expect(page.getByText('Tiers saved. 2 contacts moved.')).toBeHidden();
  await page.getByRole('button', { name: 'Remove tier 1' }).click();
  await expect(preview.getByRole('listitem')).toContainText('Gold → no tier');
  await page.getByRole('button', { name: 'Save tiers' }).click();
  await page.getByRole('button', { name: 'Undo' }).click();
  await expect(page.getByRole('textbox', { name: 'Name of tier 1' })).toHaveValue('Gold');
});

test('who opens no workspace has the day’s figures, tags and levels by an alarm', async ({ openPage }) => {
  const page = await openPage('popup.html');
  await send(page, 'contacts.add', { draft: { name: 'Ingrid Solberg', facts: [] } });
  const alarm = await page.evaluate(async () => (await chrome.alarms.get('day'))?.periodInMinutes);
  expect(alarm).toBe(180);
  // As the browser does when the time has come.
  await page.evaluate(() => chrome.alarms.create('day', { when: Date.now() }));
  const done = () =>
    page.evaluate(async () => {
      const db = await new Promise<IDBDatabase>((resolve) => {
        const opening = indexedDB.open('sidelight');
        opening.onsuccess = () => resolve(opening.result);
      });
      const row = await new Promise<{ value?: string } | undefined>((resolve) => {
        const reading = db.transaction('meta').objectStore('meta').get('segmentsOn');
        reading.onsuccess = () => resolve(reading.result);
      });
      db.close();
      return row?.value;
    });
  await expect.poll(done, { timeout: 20_000 }).toMatch(/^\d{4}-\d\d-\d\d$/);
});
