import type { Locator, Page } from '@playwright/test';
import { expect, test } from '../support/extension.ts';

test.use({ viewport: { width: 1280, height: 800 }, locale: 'en-US' });

const FIND = 'Find or run';

/** Asks the background for an operation, as a page of the extension does. */
function ask(page: Page, op: string, input: object): Promise<unknown> {
  return page.evaluate(
    async ([name, given]) => {
      const { chrome } = globalThis as unknown as {
        chrome: { runtime: { sendMessage(message: object): Promise<{ ok: boolean; value: unknown }> } };
      };
      const message = { api: 1, op: name, input: given, commandId: crypto.randomUUID() };
      const answer = await chrome.runtime.sendMessage(message);
      if (!answer.ok) throw new Error(JSON.stringify(answer));
      return answer.value;
    },
    [op, input] as const,
  );
}

async function addPerson(page: Page, name: string, phone: string, note: string): Promise<void> {
  await ask(page, 'contacts.add', { draft: { name, note, points: [{ kind: 'phone', value: phone }] } });
}

/** Types into the finder; the contact that is offered first, with the sentence that was found. */
async function found(page: Page, text: string): Promise<Locator> {
  await page.getByRole('combobox', { name: FIND }).fill(text);
  return page.getByRole('group', { name: 'Contacts' }).getByRole('option').first();
}

test('finds people in Chinese, by pinyin, initials, accents, last digits and a sentence of a note, by the keyboard alone', async ({
  openPage,
}) => {
  const page = await openPage('workspace.html#/contacts');
  await addPerson(page, '李慧敏', '+86 138 1234 5678', '下周想要新的样品和价格。');
  await addPerson(
    page,
    'Éva Sørensen',
    '+47 22 33 44 55',
    'Called. Wants the price list before the fair. Rest later.',
  );

  await page.keyboard.press('Control+k');
  for (const text of ['慧敏', 'lihuimin', 'huimin', 'lhm', '5678'])
    await expect(await found(page, text)).toContainText('李慧敏');
  for (const text of ['eva', 'SORENS', '4455', '44 55'])
    await expect(await found(page, text)).toContainText('Éva Sørensen');
  const noted = await found(page, 'eva fair');
  await expect(noted).toContainText('Wants the price list before the fair.');
  await expect(noted).not.toContainText('Rest later');
  await expect(await found(page, '新样品')).toContainText('下周想要新的样品和价格。');
  await expect(await found(page, 'yangpin')).toContainText('下周想要新的样品和价格。');
  await expect(page.locator('mark').first()).toHaveText('样品');
  await page.keyboard.press('Enter');
  await expect(page.getByRole('heading', { level: 1, name: '李慧敏' })).toBeVisible();

  await page
    .getByRole('button', { name: /^(More|Actions)/ })
    .first()
    .waitFor();
  await page.keyboard.press('Control+k');
  await page.getByRole('combobox', { name: FIND }).fill('nobody at all');
  await expect(page.getByRole('status').filter({ hasText: 'Nothing found' })).toBeVisible();
  await page.keyboard.press('Escape');

  const popup = await openPage('popup.html');
  await popup.getByRole('combobox', { name: 'Find someone' }).fill('price fair');
  await expect(popup.getByRole('option', { name: /Éva Sørensen.*Wants the price list/ })).toBeVisible();
});
