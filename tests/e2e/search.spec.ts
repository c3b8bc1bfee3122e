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

const STORES = ['searchRuns', 'searchBlocks', 'searchNames', 'searchIds', 'searchMarks'];

/** Throws the search index away, as an update of its shape does, or says how far it is made. */
function atIndex(page: Page, what: 'forget' | 'look'): Promise<'whole' | 'begun' | 'none'> {
  return page.evaluate(
    async ([stores, forget]) => {
      const asked = <T>(request: IDBRequest<T>) =>
        new Promise<T>((resolve, reject) => {
          request.onsuccess = () => resolve(request.result);
          request.onerror = () => reject(request.error);
        });
      const [{ name = '' } = {}] = await indexedDB.databases();
      const db = await asked(indexedDB.open(name));
      try {
        const transaction = db.transaction([...stores, 'meta'], forget ? 'readwrite' : 'readonly');
        const meta = transaction.objectStore('meta');
        if (!forget) {
          const [whole, begun] = await Promise.all([
            asked(meta.get('search')),
            asked(meta.get('searchCursor')),
          ]);
          return whole ? 'whole' : begun ? 'begun' : 'none';
        }
        for (const one of stores) transaction.objectStore(one).clear();
        for (const key of ['search', 'searchCursor', 'searchState']) meta.delete(key);
        await new Promise((resolve) => {
          transaction.oncomplete = resolve;
        });
        return 'none';
      } finally {
        db.close();
      }
    },
    [STORES, what === 'forget'] as const,
  );
}

test('an index whose tab and worker die while it is made is whole afterwards, with nothing twice', async ({
  openPage,
  stopWorker,
}) => {
  const page = await openPage('workspace.html#/contacts');
  for (let part = 0; part < 8; part += 1) {
    const drafts = Array.from({ length: 50 }, (_, n) => ({
      name: `Searched ${part * 50 + n}`,
      note: `Asked for samples, number ${part * 50 + n}.`,
    }));
    await ask(page, 'contacts.addMany', { drafts });
  }
  await page.close();
  const quiet = await openPage('manifest.json');
  let state = 'none';
  for (let turn = 0; turn < 8 && state !== 'begun'; turn += 1) {
    await atIndex(quiet, 'forget');
    // The worker and the tab both make it; both go at once.
    const tab = await openPage('workspace.html#/contacts');
    await expect.poll(() => atIndex(quiet, 'look'), { intervals: [1] }).not.toBe('none');
    await Promise.all([stopWorker(), tab.close()]);
    state = await atIndex(quiet, 'look');
  }
  expect(state).toBe('begun');

  const after = await openPage('workspace.html#/contacts');
  await expect.poll(() => atIndex(quiet, 'look')).toBe('whole');
  for (const text of ['searched', 'samples', 'searched samples']) {
    expect(await ask(after, 'search.find', { text, limit: 10 })).toMatchObject({ total: 400, making: null });
  }
  await after.keyboard.press('Control+k');
  await expect(await found(after, 'samples 399')).toContainText('Searched 399');
});
