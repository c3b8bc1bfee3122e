import '../../support/webextension.ts';
import { expect, test } from '../../support/firefox.ts';

test('a survey is built in Firefox: the preview is drawn by the widget, words are saved, a question moves to the next page', async ({
  openPage,
}) => {
  const page = await openPage('workspace.html#/surveys/new');
  await page.waitForSelector('.template-card');
  await page.click('.template-card');
  await page.waitForSelector('.builder textarea');
  // The root is closed: what stands at a place is seen as its host. The survey stands at the foot of the window.
  const atFoot = () =>
    page.evaluate(() => {
      const preview = document.querySelector<HTMLIFrameElement>('.stage-frame')?.contentDocument;
      return preview?.elementFromPoint(180, preview.documentElement.clientHeight - 60)?.localName;
    });
  await expect.poll(atFoot, { timeout: 15_000 }).toBe('sidelight-box');
  await page.screenshot({ path: '.screens/surveys-builder-firefox.png' });

  await page.evaluate(() => {
    const field = document.querySelector<HTMLTextAreaElement>('.builder textarea');
    if (!field) throw new Error('no field');
    field.value = 'Would you send a friend to us?';
    field.dispatchEvent(new Event('input', { bubbles: true }));
  });
  const saved = () => page.$eval('.survey-saved', (element) => element.textContent);
  await expect.poll(saved).toBe('Saved');
  const onFirstPage = (where = page) =>
    where.$$eval('[data-page]', ([first]) => first?.querySelectorAll('[data-question]').length);
  expect(await onFirstPage()).toBe(1);
  await page.focus('[data-question] .outline-entry');
  await page.keyboard.down('Alt');
  await page.keyboard.press('ArrowDown');
  await page.keyboard.up('Alt');
  await expect.poll(() => onFirstPage()).toBe(0);
  await expect.poll(saved).toBe('Saved');
  const again = await openPage(`workspace.html${await page.evaluate(() => location.hash)}`);
  await again.waitForSelector('.builder textarea');
  const titles = await again.$$eval('.outline-title', (all) => all.map((each) => each.textContent));
  expect(titles).toContain('Would you send a friend to us?');
  expect(await onFirstPage(again)).toBe(0);
});
