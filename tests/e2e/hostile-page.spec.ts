import '../support/webextension.ts';
import {
  compareHosts,
  findWords,
  forgeEvents,
  forgeMessages,
  reachInside,
  readDocument,
  readLoot,
  selectEverything,
} from '../support/hostile/attacks.ts';
import { expect, test } from '../support/hostile/fixtures.ts';
import { asking, NOTE, OPEN, SECRETS } from '../support/hostile/secrets.ts';

test.use({ viewport: { width: 1280, height: 800 } });

const secretsIn = (text: string): string[] => SECRETS.filter((word) => text.includes(word));

test('reading, searching and comparing give the page nothing of what the panel shows', async ({
  attack: { page, panel },
}) => {
  await test.step('the panel shows what the page is after', async () => {
    await expect(panel.getByText(NOTE).first()).toBeVisible();
  });

  await test.step('reading the whole document', async () => {
    const read = await page.evaluate(readDocument);
    expect(read).toContain('Z. Q.');
    expect(read).toContain('data-sidelight="chip"');
    expect(secretsIn(read)).toEqual([]);
    expect(read).not.toMatch(/extension:/);
    expect(await page.evaluate(reachInside)).toEqual([]);
  });

  await test.step('a chip looks the same whatever it says', async () => {
    expect(await page.evaluate(compareHosts, 'chip')).toEqual({ hosts: 2, differences: [] });
    await page.locator('[data-sidelight=chip]').first().hover();
    expect(await page.evaluate(compareHosts, 'chip')).toEqual({ hosts: 2, differences: [] });
  });

  await test.step('searching and selecting', async () => {
    expect(await page.evaluate(findWords, ['A bait', ...SECRETS])).toEqual(['A bait']);
    const selected = await page.evaluate(selectEverything);
    expect(selected).toContain('A bait');
    expect(secretsIn(selected)).toEqual([]);
    await page.keyboard.press('Control+a');
    await page.keyboard.press('Control+c');
    await page.locator('#own').focus();
    await page.keyboard.press('Control+v');
    const copied = await page.locator('#own').inputValue();
    expect(copied).toContain('A bait');
    expect(secretsIn(copied)).toEqual([]);
  });
});

test('a note that is typed in the panel is not heard', async ({
  attack: { page, panel },
  workspace,
  contactId,
}) => {
  await page.locator('#own').pressSequentially('own');
  expect(await page.evaluate(() => window.loot.keys.length)).toBeGreaterThan(0);
  await page.evaluate(() => window.loot.keys.splice(0));
  const note = panel.getByRole('textbox', { name: 'Note' });
  await note.click();
  await page.keyboard.type('owls');
  await page.keyboard.press('Control+Enter');
  await expect(note).toHaveValue('');
  await expect
    .poll(async () => JSON.stringify(await asking(workspace)('activities.list', { contactId })))
    .toContain('owls');
  expect(await page.evaluate(() => window.loot.keys)).toEqual([]);
});

test('replaced functions, observers and timings catch nothing of the overlay', async ({
  attack: { page },
}) => {
  // The traps work: what the page does itself is caught.
  await page.evaluate(() => {
    document.createElement('div').attachShadow({ mode: 'closed' });
    Object.assign({}, { marks: 'own' });
  });
  const loot = await page.evaluate(() => window.loot);
  expect(loot.calls).toEqual(['createElement("div")', 'attachShadow({"mode":"closed"})', 'marks="own"']);
  expect(loot.changes.some((change) => change.includes('data-sidelight'))).toBe(true);
  expect(loot.entries.length).toBeGreaterThan(0);
  expect(loot.messages).toEqual([]);
  const all = await page.evaluate(readLoot);
  expect(all).not.toMatch(/extension:/);
  expect(secretsIn(all)).toEqual([]);
});

test('a policy of the page reports nothing of the panel', async ({ attack: { page }, hostileSite }) => {
  await page.goto(`${hostileSite.url}?_task=mail&_action=show&_mbox=INBOX&_uid=8&csp=1`);
  await expect(page.locator('[data-sidelight=chip]')).toHaveCount(2);
  await page.evaluate(() => {
    const frame = document.createElement('iframe');
    frame.src = '/own';
    document.body.append(frame);
  });
  await expect.poll(() => page.evaluate(() => window.loot.violations.join())).toContain('frame-src');
  expect(await page.evaluate(readLoot)).not.toMatch(/extension:/);
});

test('forged events and messages do nothing', async ({ attack: { page, panel }, workspace }) => {
  const state = () => workspace.evaluate(async () => JSON.stringify(await chrome.storage.local.get()));
  const changes = async () =>
    ((await asking(workspace)('changes.list', {})) as { items: unknown[] }).items.length;
  const before = { state: await state(), changes: await changes() };
  expect(before.changes).toBeGreaterThan(0);
  const width = (await page.locator('[data-sidelight=panel]').boundingBox())?.width;
  await page.evaluate(forgeEvents);
  expect(await page.evaluate(forgeMessages)).toEqual([]);
  // What comes after is answered after: had an event been taken for the user's, it would have been done by now.
  await page.keyboard.press('Alt+Shift+KeyS');
  await expect.poll(state).not.toBe(before.state);
  await page.keyboard.press('Alt+Shift+KeyS');
  await expect.poll(state).toBe(before.state);
  await expect(page.locator('[data-sidelight=panel]')).toHaveCSS('width', `${width}px`);
  expect(await changes()).toBe(before.changes);
  await expect(panel.getByRole('heading', { name: OPEN })).toBeVisible();
});
