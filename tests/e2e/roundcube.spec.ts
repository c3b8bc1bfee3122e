import { expect, test } from '../support/extension.ts';
import {
  addContact,
  addPromise,
  addTag,
  addTask,
  chipsIn,
  dotsIn,
  panelOf,
  shows,
  switchOnByForm,
  unfold,
  writeNote,
} from '../support/product.ts';
import { PEOPLE } from '../support/webmail/index.ts';
import { openByDoubleClick, preview, previewFrame, rowOf } from '../support/webmail/reading.ts';
import { logIn } from '../support/webmail/roundcube.ts';

const { wang, zoe } = PEOPLE;

test.use({ viewport: { width: 1440, height: 900 } });

test.beforeEach(async ({ page, webmail, openPage, grantHost }) => {
  await switchOnByForm({ openPage, grantHost }, webmail.url);
  await page.bringToFront();
  await logIn(page, webmail);
});

test('a mail becomes a contact with tag, note, tasks and promise, which outlive a reload and the worker', async ({
  page,
  stopWorker,
}) => {
  await preview(page, wang.address);
  const panel = await panelOf(page);
  await shows(panel, wang.name);
  // It is found by its title.
  expect(await panel.title()).toBe('Sidelight');
  await addContact(panel);
  await addTag(panel, 'Region / Norway');
  await writeNote(panel, 'Prefers samples by courier');
  await addTask(panel, 'Send the price list in three days', /^Due /);
  await addTask(panel, '下周三给她打电话', /^Due Wed|^Due .*\d/);
  await addPromise(panel, 'Drawing of A-17 by tomorrow', 'Due tomorrow');

  for (const forget of [() => page.reload(), stopWorker]) {
    await forget();
    await page.reload();
    await preview(page, wang.address);
    const again = await panelOf(page);
    await shows(again, wang.name);
    await expect(again.getByText(`by address, ${wang.address}`)).toBeVisible();
    await expect(again.getByRole('button', { name: 'Remove tag Norway' })).toBeVisible();
    await expect(again.getByTitle('Region / Norway')).toBeVisible();
    await unfold(again);
    const notes = again.getByRole('region', { name: 'Notes' });
    await expect(notes.getByText('Prefers samples by courier')).toHaveCount(1);
    const tasks = again.getByRole('region', { name: 'Tasks' });
    await expect(tasks.getByRole('checkbox')).toHaveCount(2);
    await expect(tasks.getByRole('checkbox', { name: 'Send the price list', exact: true })).toBeVisible();
    await expect(tasks.getByRole('checkbox', { name: '给她打电话', exact: true })).toBeVisible();
    const timeline = again.getByRole('region', { name: 'Timeline' });
    await expect(timeline.getByText(/Drawing of A-17/)).toHaveCount(1);
  }
});

test('a draft of a note outlives another mail, folding, a reload and a dead worker', async ({
  page,
  stopWorker,
}) => {
  await preview(page, wang.address);
  let panel = await panelOf(page);
  await shows(panel, wang.name);
  await addContact(panel);
  await preview(page, zoe.address);
  await shows(panel, zoe.name);
  await addContact(panel);
  await preview(page, wang.address);
  await shows(panel, wang.name);

  const note = () => panel.getByRole('textbox', { name: 'Note', exact: true });
  await note().fill('Half a thought');
  await preview(page, zoe.address);
  await shows(panel, zoe.name);
  await expect(note()).toHaveValue('');
  await preview(page, wang.address);
  await shows(panel, wang.name);
  await expect(note()).toHaveValue('Half a thought');

  await panel.getByRole('button', { name: 'Fold the panel' }).click();
  await expect(note()).toBeHidden();
  await page.keyboard.press('Alt+Shift+S');
  await expect(note()).toBeVisible();
  await expect(note()).toHaveValue('Half a thought');

  await note().press('End');
  await stopWorker();
  // The page goes in the middle of typing: nothing was sent yet, and nobody is awake to be told.
  await page.keyboard.insertText(' and one more word');
  await page.reload();
  await preview(page, wang.address);
  panel = await panelOf(page);
  await shows(panel, wang.name);
  await expect(note()).toHaveValue('Half a thought and one more word');
  await expect(panel.getByText('Draft restored')).toBeVisible();

  await stopWorker();
  await page.reload();
  await preview(page, wang.address);
  panel = await panelOf(page);
  await expect(note()).toHaveValue('Half a thought and one more word');
  await note().press('Control+Enter');
  await expect(note()).toHaveValue('');
  await page.reload();
  await preview(page, wang.address);
  panel = await panelOf(page);
  await shows(panel, wang.name);
  await expect(note()).toHaveValue('');
  await expect(panel.getByText('Half a thought and one more word')).toBeVisible();
});

test('a chip in the mail, a dot in the list where something is open and only there, a glyph at recipients', async ({
  page,
  webmail,
}) => {
  await preview(page, wang.address);
  let panel = await panelOf(page);
  await shows(panel, wang.name);
  await expect(chipsIn(previewFrame(page))).toHaveCount(0);
  await addContact(panel);
  await expect(chipsIn(previewFrame(page))).toHaveCount(1);
  await expect(
    previewFrame(page).locator(`[title="${wang.address}"] + [data-sidelight=chip]`).first(),
  ).toBeVisible();
  await expect(dotsIn(page)).toHaveCount(0);

  await addPromise(panel, 'Price list by today', 'Due today');
  const rows = page.locator(`#messagelist tr.message:has(.fromto [title="${wang.address}"])`);
  // A dot is drawn when its row comes into sight.
  for (const row of await rows.all()) {
    await row.scrollIntoViewIfNeeded();
    await expect(row.locator('[data-sidelight=dot]')).toBeVisible();
  }
  await expect(dotsIn(page)).toHaveCount(await rows.count());

  await preview(page, zoe.address);
  await shows(panel, zoe.name);
  await addContact(panel);
  await expect(chipsIn(previewFrame(page))).toHaveCount(1);
  await expect(rowOf(page, zoe.address).locator('[data-sidelight]')).toHaveCount(0);

  await openByDoubleClick(page, wang.address);
  panel = await panelOf(page);
  await shows(panel, wang.name);
  await expect(chipsIn(page)).toHaveCount(1);

  await page.goto(`${webmail.url}?_task=mail&_action=compose&_to=${wang.address},${PEOPLE.kim.address}`);
  await expect(page.locator('#compose_to li.recipient')).toHaveCount(2);
  await expect(chipsIn(page)).toHaveCount(1);
  await expect(
    page.locator(
      `#compose_to li.recipient:has-text("${wang.address}") [data-sidelight=chip], #compose_to li.recipient:has-text("${wang.address}") + [data-sidelight=chip]`,
    ),
  ).toBeVisible();
});
