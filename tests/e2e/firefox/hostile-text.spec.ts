import '../../support/webextension.ts';
import { expect, test } from '../../support/firefox.ts';
import { panelWith, switchOn } from '../../support/firefox-product.ts';
import { MAIL, startHostileSite } from '../../support/hostile/site.ts';
import { injected, keepTexts, TEXTS, tagOf } from '../../support/hostile/texts.ts';

test('texts stay texts in every view of panel and workspace', async ({ firefox, openPage }) => {
  const site = await startHostileSite();
  const workspace = await switchOn(openPage, site.url);
  const ids = await keepTexts(workspace);
  const places = ['today', 'contacts', 'companies', 'tags', 'settings', ...ids.map((id) => `contacts/${id}`)];
  for (const place of places) {
    await workspace.evaluate((hash) => {
      location.hash = hash;
    }, `#/${place}`);
    const text = TEXTS[ids.indexOf(place.slice('contacts/'.length))] ?? TEXTS[0];
    const wanted = place === 'settings' ? 'Sites' : place === 'tags' ? tagOf(text) : text;
    await expect
      .poll(() => workspace.evaluate(() => document.querySelector('main')?.textContent), place)
      .toContain(wanted);
    expect([place, await workspace.evaluate(injected)]).toEqual([place, []]);
  }

  const page = await firefox.newPage();
  await page.setViewport({ width: 1280, height: 900 });
  await page.goto(site.url + MAIL);
  const panel = await panelWith(page, TEXTS[0]);
  await (await panel.waitForSelector('button ::-p-text(All)'))?.click();
  await panel.waitForSelector('button[aria-label="Delete note"]');
  expect(await panel.evaluate(injected)).toEqual([]);
  await page.waitForSelector('[data-sidelight=chip]');
  await page.hover('[data-sidelight=chip]');
  expect(await page.evaluate(() => document.querySelectorAll('[data-injected]').length)).toBe(0);
  await site.stop();
});
