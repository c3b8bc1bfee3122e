import { randomUUID } from 'node:crypto';
import type { Page } from '@playwright/test';
import { faultsIn } from '../../support/axe.ts';
import { expect, test } from '../../support/extension.ts';
import { settled } from '../../support/practice.ts';
import { send } from '../../support/send.ts';
import { npsSurvey } from '../../support/surveys/fixtures.ts';

test.use({ viewport: { width: 1280, height: 800 }, locale: 'en-US' });

/** An answer that was given on the telephone. */
async function note(page: Page, surveyId: string, contactId: string | null, q1: number): Promise<void> {
  const at = Date.now() - 1000;
  const answer = { version: 1, lang: 'en', startedAt: at, at, done: true, seq: 0, values: { q1 } };
  await send(page, 'responses.note', { surveyId, contactId, id: randomUUID(), ...answer });
}

test('a goal of a segment is set by keyboard, follows its answers, is drawn with them, and is undone', async ({
  openPage,
}) => {
  const page = await openPage('workspace.html#/contacts');
  await settled(page);
  const people: string[] = [];
  for (let at = 0; at < 13; at += 1) {
    const draft = { name: `Guest ${at}`, tags: at < 12 ? ['Regular'] : [] };
    people.push((await send(page, 'contacts.add', { draft })).id);
  }
  await page.goto(`${page.url().split('#')[0]}#/segments/new`);
  await page.getByRole('textbox', { name: 'Name' }).fill('Regulars');
  await page.getByRole('combobox', { name: 'Add condition' }).focus();
  await page.keyboard.type('tag');
  await page.keyboard.press('Enter');
  await page.keyboard.press('Tab');
  await page.keyboard.type('Reg');
  await expect(page.getByRole('option', { name: 'Regular' })).toBeVisible();
  await page.keyboard.press('Enter');
  await page.getByRole('button', { name: 'Save segment' }).click();
  await expect(page.getByRole('heading', { level: 1, name: 'Regulars' })).toBeVisible();
  const segmentId = page.url().split('#/segments/')[1]!;
  const form = npsSurvey('draft00000');
  const { id } = await send(page, 'surveys.add', { name: 'Spring at Kiln Street', form });
  await send(page, 'surveys.publish', { id });
  for (const contactId of people.slice(0, 9)) await note(page, id, contactId, 10);
  await note(page, id, people[12]!, 0);
  await note(page, id, null, 0);

  await page.goto(`${page.url().split('#')[0]}#/surveys/${id}/results`);
  await page.getByRole('button', { name: 'Set a goal' }).focus();
  await page.keyboard.press('Enter');
  const dialog = page.getByRole('dialog', { name: 'Goal' });
  await expect(dialog.getByRole('textbox', { name: 'At least' })).toBeFocused();
  await page.keyboard.type('50');
  await page.keyboard.press('Tab');
  await page.keyboard.type('12312030');
  await dialog.getByRole('combobox', { name: 'Of whom' }).focus();
  await page.keyboard.type('Reg');
  await expect(dialog.getByRole('combobox', { name: 'Of whom' })).toHaveValue(segmentId);
  expect(await faultsIn(page)).toEqual([]);
  await dialog.getByRole('textbox', { name: 'At least' }).press('Enter');
  const goals = page.getByRole('list', { name: 'Goals' });
  await expect(goals).toContainText(
    'Goal by 31 December 2030 for Regulars: NPS 50. 9 answers are too few to judge it',
  );
  await expect(goals).toContainText('1 answer of somebody who is not known is in no segment');

  // The next answers tell, one way and then neither.
  for (const contactId of people.slice(9, 12)) await note(page, id, contactId, 10);
  await expect(goals).toContainText('It is reached for sure: 12 answers put the figure between');
  await note(page, id, people[0]!, 0);
  await note(page, id, people[1]!, 0);
  await expect(goals).toContainText('Whether it is reached cannot be told yet: 14 answers');
  expect(await faultsIn(page)).toEqual([]);

  // Beside everybody's figure its line would compare what does not compare.
  await expect(page.locator('.ruler-goal')).toHaveCount(0);
  await page.getByRole('button', { name: 'Show its answers' }).focus();
  await page.keyboard.press('Enter');
  await expect(page.getByRole('button', { name: 'Show its answers' })).toHaveCount(0);
  await expect(page.locator('.ruler-goal').first()).toBeAttached();

  await page.goto(`${page.url().split('#')[0]}#/segments/${segmentId}`);
  const uses = page.getByRole('region', { name: 'Used by' });
  await expect(uses.getByRole('link', { name: 'Goal of Spring at Kiln Street' })).toBeVisible();
  expect(await faultsIn(page)).toEqual([]);
  await page.goto(`${page.url().split('#')[0]}#/segments`);
  await page.getByRole('button', { name: 'More for Regulars' }).focus();
  await page.keyboard.press('Enter');
  await page.getByRole('menuitem', { name: 'Delete' }).focus();
  await page.keyboard.press('Enter');
  await expect(
    page.getByText('Segment Regulars deleted. It was used by: Goal of Spring at Kiln Street.'),
  ).toBeVisible();
  await page.goto(`${page.url().split('#')[0]}#/surveys/${id}/results`);
  await expect(goals).toContainText('Its segment was deleted, so it is not judged');
  await page.keyboard.press('Control+z');
  await expect(goals).toContainText('Whether it is reached cannot be told yet');
  // Answer by answer, and then the goal itself.
  for (const count of [13, 12, 11, 10, 9]) {
    await page.keyboard.press('Control+z');
    await expect(goals).toContainText(`${count} answers`);
  }
  await page.keyboard.press('Control+z');
  await expect(goals).toHaveCount(0);
  await expect(page.getByRole('button', { name: 'Set a goal' })).toBeVisible();
});
