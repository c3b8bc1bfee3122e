import { faultsIn } from '../support/axe.ts';
import { expect, test } from '../support/extension.ts';
import { openPractice } from '../support/practice.ts';

/** Messages in the panel: 360 px wide, where each of two lines would lie over something. */
test.use({ viewport: { width: 1100, height: 720 }, locale: 'en-US' });

test('a message in the panel covers nothing, moves no header, and is reached and left by the keyboard', async ({
  openPage,
}) => {
  const page = await openPractice(openPage);
  const panel = page.locator('.panel');
  const top = () => panel.getByRole('heading', { level: 1 }).boundingBox();
  const before = await top();
  const note = panel.getByRole('textbox', { name: 'Note', exact: true });
  await note.fill('Prefers tea');
  await note.press('Control+Enter');
  const message = panel.locator('.toast');
  await expect(message).toHaveText(/^Saved on this computer/);
  expect(await top()).toEqual(before);

  const words = message.locator('> span');
  for (const times of [1, 2, 5]) {
    await words.evaluate((span, count) => {
      span.textContent = 'Undone, but for values changed since. '.repeat(count);
    }, times);
    const lies = await message.evaluate((toast) => {
      const over = toast.getBoundingClientRect();
      const root = toast.closest('.panel') as HTMLElement;
      const foot = root.querySelector('.panel-foot') as HTMLElement;
      return {
        inPanel: over.bottom <= root.getBoundingClientRect().bottom,
        footAbove: foot.getBoundingClientRect().bottom <= over.top,
        whole: toast.scrollHeight <= toast.clientHeight && toast.scrollWidth <= toast.clientWidth,
      };
    });
    expect(lies, `${times} sentences`).toEqual({ inPanel: true, footAbove: true, whole: true });
    expect(await top()).toEqual(before);
  }
  // A press that finds something in its way waits for ever.
  await panel.getByRole('button', { name: 'Add task' }).click({ timeout: 2000 });
  expect(await faultsIn(page)).toEqual([]);

  const task = panel.getByRole('textbox', { name: 'Task' });
  await task.fill('Send tea');
  await task.press('Enter');
  await expect(message).toHaveText(/^Saved on this computer/);
  await note.focus();
  await page.keyboard.press('F8');
  await expect(message.getByRole('button', { name: 'Undo' })).toBeFocused();
  await page.keyboard.press('Escape');
  await expect(message).toHaveCount(0);
  await expect(note).toBeFocused();

  await note.fill('Prefers coffee');
  await note.press('Control+Enter');
  await expect(message).toHaveText(/^Saved on this computer/);
  await page.keyboard.press('F8');
  await page.keyboard.press('Enter');
  await expect(message).toHaveText(/^Undone/);
  await expect(note).toBeFocused();
});
