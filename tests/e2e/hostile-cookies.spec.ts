import { expect, test } from '../support/hostile/fixtures.ts';
import { asking, NOTE } from '../support/hostile/secrets.ts';

/** Whether this document may open a database: not in a frame while third-party cookies are blocked. */
const opensDatabase = (): Promise<boolean> =>
  new Promise((resolve) => {
    try {
      const request = indexedDB.open('probe');
      request.onsuccess = () => resolve(true);
      request.onerror = () => resolve(false);
    } catch {
      resolve(false);
    }
  });

for (const thirdPartyCookies of ['blocked', 'allowed'] as const)
  test.describe(`third-party cookies ${thirdPartyCookies}`, () => {
    test.use({ thirdPartyCookies, ownBrowser: true, viewport: { width: 1280, height: 800 } });

    test('the panel shows a contact and takes a note', async ({
      attack: { panel },
      workspace,
      contactId,
    }) => {
      await expect(panel.getByText(NOTE).first()).toBeVisible();
      const note = panel.getByRole('textbox', { name: 'Note' });
      await note.fill('Cookies or not');
      await note.press('Control+Enter');
      await expect(note).toHaveValue('');
      await expect
        .poll(async () => JSON.stringify(await asking(workspace)('activities.list', { contactId })))
        .toContain('Cookies or not');
      // The panel keeps nothing of its own, and the browser is set as the test says.
      if (thirdPartyCookies === 'allowed')
        expect(await panel.evaluate(async () => Object.keys(localStorage).length)).toBe(0);
      expect(await panel.evaluate(opensDatabase)).toBe(thirdPartyCookies === 'allowed');
    });
  });
