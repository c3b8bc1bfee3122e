import { mkdirSync } from 'node:fs';
import path from 'node:path';
import { faultsIn } from '../../support/axe.ts';
import { settled } from '../../support/practice.ts';
import { send } from '../../support/send.ts';
import { shopSurvey } from '../../support/surveys/answers.ts';
import { addPerson, expect, test } from '../../support/surveys/fixtures.ts';

const SCREENS = path.resolve('.screens');

test.use({ viewport: { width: 1280, height: 800 } });

test('a schedule says whom to ask today and why not the others; what is taken stands there and is undone', async ({
  desk,
  workspace: page,
  publish,
}) => {
  const survey = await publish(shopSurvey('kilnstreet'), 'Spring at Kiln Street');
  for (const name of ['Lena Wirth', 'Oskar Lind', 'Samuel Osei', 'Wei Lin', 'Anna Moe']) {
    const id = await addPerson(desk.ask, name, `${name.toLowerCase().replace(' ', '.')}@lab.test`);
    if (name === 'Anna Moe') continue;
    await send(page, 'contacts.setConsent', {
      id,
      channel: 'survey',
      consent: { state: name === 'Wei Lin' ? 'refused' : 'given', basis: 'asked' },
    });
    await send(page, 'tags.assign', { contactIds: [id], path: 'Customer' });
  }
  const open = (hash: string) =>
    page.evaluate((to) => {
      location.hash = to;
    }, hash);
  await open(`#/surveys/${survey.id}/schedule`);
  await expect(page.getByText('Nobody is asked by itself yet.')).toBeVisible();
  expect(await faultsIn(page)).toEqual([]);

  // By keyboard: a tag, two a day, some held out by nobody.
  await page.getByRole('button', { name: 'Add schedule' }).focus();
  await page.keyboard.press('Enter');
  const dialog = page.getByRole('dialog', { name: 'Schedule' });
  await dialog.getByRole('radio', { name: 'Everybody who agreed' }).focus();
  await page.keyboard.press('ArrowDown');
  await dialog.getByRole('combobox', { name: 'Tag or segment' }).focus();
  await page.keyboard.type('Cust');
  await page.getByRole('option', { name: 'Customer' }).waitFor();
  await page.keyboard.press('Enter');
  await dialog.getByRole('textbox', { name: 'Most in a day' }).fill('2');
  await expect(dialog.getByRole('status')).toHaveText('Today it would ask 2 people of 4.');
  expect(await faultsIn(page)).toEqual([]);
  await shoot('editor');
  await dialog.getByRole('button', { name: 'Save' }).click();

  const sheet = page.getByRole('article', { name: 'Tag: Customer' });
  const due = sheet.getByRole('region', { name: 'Ask today' });
  await expect(due.getByRole('heading')).toHaveText('Ask 2 people today');
  await expect(due.getByText('1 more is due')).toBeVisible();
  await expect(sheet.getByRole('region', { name: 'Not today' }).getByRole('listitem')).toHaveText(
    '1Refused surveys Wei Lin',
  );
  await expect(sheet.getByText('3 people in five weeks', { exact: false })).toBeVisible();
  await open('#/today');
  await page.getByRole('link', { name: 'Ask 2 people: Spring at Kiln Street' }).click();
  await due.getByRole('checkbox').first().click();
  await due.getByRole('button', { name: 'Take 1 as asked' }).click();
  await expect(page.getByText('1 person stands below')).toBeVisible();
  const waiting = sheet.getByRole('region', { name: 'Asked, and no answer yet' });
  await expect(waiting.getByRole('listitem')).toHaveCount(1);
  await expect(due.getByRole('heading')).toHaveText('Ask 1 person today');
  expect(await faultsIn(page)).toEqual([]);
  await shoot('schedule');
  await page.getByRole('button', { name: 'Undo' }).click();
  await expect(waiting).toHaveCount(0);
  await expect(due.getByRole('heading')).toHaveText('Ask 2 people today');

  async function shoot(name: string): Promise<void> {
    mkdirSync(SCREENS, { recursive: true });
    await settled(page);
    for (const colorScheme of ['light', 'dark'] as const) {
      await page.emulateMedia({ colorScheme });
      await page.screenshot({ path: path.join(SCREENS, `schedule-${name}-${colorScheme}.png`) });
    }
    await page.emulateMedia({ colorScheme: 'light' });
  }
});
