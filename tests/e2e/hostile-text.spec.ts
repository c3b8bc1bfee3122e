import { expect, test } from '../support/extension.ts';
import { MAIL, startHostileSite } from '../support/hostile/site.ts';
import { injected, keepTexts, TEXTS, tagOf } from '../support/hostile/texts.ts';
import { panelOf, switchOn } from '../support/product.ts';

test.use({ viewport: { width: 1280, height: 900 } });

test('texts stay texts in every view of panel and workspace', async ({ context, openPage, grantHost }) => {
  const site = await startHostileSite();
  await switchOn({ openPage, grantHost }, site.url);
  const workspace = await openPage('workspace.html');
  const ids = await keepTexts(workspace);

  const places = ['today', 'contacts', 'companies', 'tags', 'settings', ...ids.map((id) => `contacts/${id}`)];
  for (const place of places) {
    await workspace.evaluate((hash) => {
      location.hash = hash;
    }, `#/${place}`);
    const text = TEXTS[ids.indexOf(place.slice('contacts/'.length))] ?? TEXTS[0];
    if (place !== 'settings')
      await expect(workspace.getByText(place === 'tags' ? tagOf(text) : text).first()).toBeVisible();
    expect([place, await workspace.evaluate(injected)]).toEqual([place, []]);
  }
  await workspace.keyboard.press('Control+k');
  await workspace.keyboard.type('<img');
  await expect(workspace.getByRole('option').filter({ hasText: '<img src=x' }).first()).toBeVisible();
  expect(await workspace.evaluate(injected)).toEqual([]);

  const page = await context.newPage();
  await page.goto(site.url + MAIL);
  const panel = await panelOf(page);
  await expect(panel.getByRole('heading', { level: 1, name: TEXTS[0] })).toBeVisible();
  await panel.getByRole('button', { name: 'All', exact: true }).click();
  await expect(panel.getByRole('button', { name: 'Delete note' }).first()).toBeVisible();
  expect(await panel.evaluate(injected)).toEqual([]);
  const chip = page.locator('[data-sidelight=chip]').first();
  await chip.hover();
  expect(await page.locator('[data-injected]').count()).toBe(0);
  await site.stop();
});
