import type { Page } from '@playwright/test';
import { makeForm, NPS, npsForm, QUESTIONS } from '../../support/widget/forms.ts';
import { expect, test } from '../../support/widget/world.ts';

/** What a guest on somebody else's page does not do. */

const dialog = (page: Page) => page.getByRole('dialog', { name: 'Kiln Street' });

test('the page keeps the focus: a popover that comes by itself takes none, and says that it is there', async ({
  widget: page,
  world,
}) => {
  await world.publish(npsForm());
  world.site.set('/', { html: world.page('<input id="q" autofocus>') });
  await page.goto(world.site.url);
  const input = page.locator('#q');
  await input.pressSequentially('bowl');
  await expect(dialog(page)).toBeVisible();
  await expect(input).toBeFocused();
  await input.pressSequentially('s');
  await expect(input).toHaveValue('bowls');
  await expect(page.getByRole('status')).toHaveText(NPS.title);
});

test('opened by a press the focus goes in, Escape closes, and the focus comes back', async ({
  widget: page,
  world,
}) => {
  const form = npsForm({ on: { code: true } });
  await world.publish(form);
  world.site.set('/', {
    html: world.page(`<button data-sidelight-show="${form.id}">Feedback</button><p>text</p>`),
  });
  await page.goto(world.site.url);
  const button = page.getByRole('button', { name: 'Feedback' });
  await button.focus();
  await page.keyboard.press('Enter');
  await expect(page.getByRole('heading', { name: NPS.title })).toBeFocused();
  await page.keyboard.press('Escape');
  await expect(dialog(page)).toHaveCount(0);
  await expect(button).toBeFocused();
});

test('a popover lets the focus go; a dialog keeps it, waits until nobody types, and gives it back', async ({
  widget: page,
  world,
}) => {
  const form = npsForm({ place: 'dialog' });
  await world.publish(form);
  world.site.set('/', { html: world.page('<input id="q" autofocus><button>Shop</button>') });
  const ready = page.waitForResponse(/\/forms\/form/);
  await page.goto(world.site.url);
  const input = page.locator('#q');
  await expect(input).toBeFocused();
  await ready;
  // A dialog that took the focus would be there at once.
  await page.waitForTimeout(300);
  await expect(dialog(page)).toHaveCount(0);
  await input.pressSequentially('abc');
  await page.getByRole('button', { name: 'Shop' }).focus();
  await expect(dialog(page)).toBeVisible();
  for (let press = 0; press < 30; press += 1) {
    await page.keyboard.press('Tab');
    // Between two rounds the browser's own bar has the focus; the page never has.
    const inPage = await page.evaluate(() => document.activeElement?.matches('input,button'));
    expect(inPage).toBe(false);
  }
  await page.keyboard.press('Escape');
  await expect(dialog(page)).toHaveCount(0);
  await expect(page.getByRole('button', { name: 'Shop' })).toBeFocused();
});

test('shortcuts of the page sleep while somebody types in the widget, and wake up afterwards', async ({
  widget: page,
  world,
}) => {
  const form = makeForm({ pages: [[QUESTIONS.longtext]] });
  await world.publish(form);
  const listen = [
    'document.addEventListener("keydown"',
    'window.addEventListener("keyup"',
    'document.body.addEventListener("keypress"',
  ]
    .map(
      (start, index) => `${start},(e)=>{e.preventDefault();(window.heard??=[]).push(e.key)},${index === 0});`,
    )
    .join('');
  world.site.set('/', { html: world.page(`<script>${listen}</script><button>Shop</button>`) });
  await page.goto(world.site.url);
  const box = page.getByRole('textbox', { name: 'What happened?' });
  await box.click();
  await page.keyboard.type('/search me');
  await expect(box).toHaveValue('/search me');
  expect(await page.evaluate(() => (window as { heard?: string[] }).heard)).toBeUndefined();
  await page.getByRole('button', { name: 'Shop' }).focus();
  await page.keyboard.press('k');
  expect(await page.evaluate(() => (window as { heard?: string[] }).heard)).toContain('k');
});

test('by keyboard alone: digits choose, arrows go on from there, 1 and 0 are 10, Enter sends', async ({
  widget: page,
  world,
}) => {
  const form = makeForm({ pages: [[NPS]], show: { on: { code: true } } });
  await world.publish(form);
  world.site.set('/', { html: world.page(`<button data-sidelight-show="${form.id}">Feedback</button>`) });
  // What leads on comes after the question: a key that is pressed before waits for it.
  await page.route(/rest\.en\.js$/, async (route) => {
    await new Promise((resolve) => setTimeout(resolve, 800));
    await route.continue();
  });
  await page.goto(world.site.url);
  await page.getByRole('button', { name: 'Feedback' }).press('Enter');
  await expect(page.getByRole('heading', { name: NPS.title })).toBeFocused();
  const cell = (name: string) => page.getByRole('radio', { name, exact: true });
  await page.keyboard.press('7');
  await expect(cell('7')).toBeFocused();
  await page.keyboard.press('ArrowRight');
  await expect(cell('8')).toBeChecked();
  await page.keyboard.press('1');
  await page.keyboard.press('0');
  await expect(cell('10')).toBeChecked();
  await expect(page.getByText('Thank you')).toHaveCount(0);
  await page.keyboard.press('Enter');
  await expect(
    page.getByRole('heading', { name: 'Thank you. A person at Kiln Street reads this.' }),
  ).toBeFocused();
  const [answer] = await world.answers(form.id);
  expect(answer!.values).toEqual({ q1: 10 });
});

test('styles of the page do not come in, and none of ours goes out', async ({ widget: page, world }) => {
  const hostile =
    '<style>*{color:red!important;font-size:40px!important;display:none!important;background:lime!important;letter-spacing:9px!important;text-transform:uppercase!important;visibility:hidden!important;text-indent:40px!important;white-space:nowrap!important;word-spacing:20px!important}html,body,main,script{display:block!important}button{transform:rotate(90deg)}sidelight-box{display:none!important;opacity:0!important;position:relative!important}</style>';
  await world.publish(npsForm());
  world.site.set('/', { html: world.page('<main><button>Shop</button></main>') });
  world.site.set('/hostile', { html: world.page('<main>text</main>', { head: hostile }) });
  const look = () =>
    page.locator('sidelight-box .box').evaluate((box) => {
      const { left, top, width, height } = box.getBoundingClientRect();
      const of = (css: string) => {
        const { color, fontSize, backgroundColor, transform } = getComputedStyle(box.querySelector(css)!);
        return [color, fontSize, backgroundColor, transform];
      };
      return { left, top, width, height, h2: of('h2'), cell: of('.ruler label'), close: of('.x') };
    });
  const pageLook = () =>
    page.evaluate(() =>
      ['body', 'main', 'button'].map((css) => {
        const style = getComputedStyle(document.querySelector(css)!);
        return [...style].map((name) => `${name}:${style.getPropertyValue(name)}`).join();
      }),
    );
  await page.goto(`${world.site.url}/`);
  const before = await pageLook();
  await expect(dialog(page)).toBeVisible();
  const clean = await look();
  expect(await pageLook()).toEqual(before);
  await page.evaluate(() => localStorage.clear());
  await page.goto(`${world.site.url}/hostile`);
  await expect(dialog(page)).toBeVisible();
  expect(await look()).toEqual(clean);
});

test('ink, paper and corners are the page’s own where it names them', async ({ widget: page, world }) => {
  await world.publish(npsForm());
  const theme = ':root{--sidelight-ink:#10233f;--sidelight-paper:#f0f4ff;--sidelight-radius:4px}';
  world.site.set('/', { html: world.page('', { head: `<style>${theme}</style>` }) });
  await page.goto(world.site.url);
  await expect(dialog(page)).toBeVisible();
  const look = page.locator('sidelight-box .box').evaluate((box) => {
    const { color, backgroundColor, borderTopLeftRadius } = getComputedStyle(box);
    return [color, backgroundColor, borderTopLeftRadius];
  });
  expect(await look).toEqual(['rgb(16, 35, 63)', 'rgb(240, 244, 255)', '4px']);
});

test('its shadow root is closed to the page', async ({ page, world }) => {
  await world.publish(npsForm());
  world.site.set('/', { html: world.page() });
  await page.goto(world.site.url);
  const box = page.locator('sidelight-box');
  await expect(box).toHaveCount(1);
  expect(await box.evaluate((element) => element.shadowRoot)).toBeNull();
  expect(await box.evaluate((element) => element.getAttributeNames())).toEqual([]);
});

test('over an open modal dialog of the page it can be used, also when that opens later, closes or goes', async ({
  widget: page,
  world,
}) => {
  await world.publish(makeForm({ pages: [[QUESTIONS.longtext]] }));
  world.site.set('/', {
    html: world.page('<dialog id="d"><button>Pay</button></dialog><script>d.showModal()</script>'),
  });
  await page.goto(world.site.url);
  const text = page.getByRole('textbox', { name: 'What happened?' });
  await text.click();
  await page.keyboard.type('in');
  await page.evaluate(() => document.querySelector('dialog')!.close());
  await page.keyboard.type('side');
  await expect(text).toHaveValue('inside');
  await expect(text).toBeFocused();
  await page.evaluate(() => document.querySelector('dialog')!.showModal());
  await text.click();
  await page.keyboard.type('!');
  await expect(text).toHaveValue('inside!');
  await page.evaluate(() => document.querySelector('dialog')!.remove());
  await text.click();
  await page.keyboard.type('!');
  await expect(text).toHaveValue('inside!!');
});

test('every field has 16 pixels, so that a phone does not zoom; on a phone nothing is wider than the screen', async ({
  widget: page,
  world,
}) => {
  const types = Object.values(QUESTIONS).map((question) => ({ ...question, id: question.type }));
  await world.publish(makeForm({ pages: [types] }));
  world.site.set('/', { html: world.page() });
  await page.setViewportSize({ width: 360, height: 640 });
  await page.goto(world.site.url);
  await expect(dialog(page)).toBeVisible();
  const sizes = await page
    .locator('sidelight-box .field')
    .evaluateAll((fields) => fields.map((field) => Number.parseFloat(getComputedStyle(field).fontSize)));
  expect(sizes.length).toBeGreaterThan(6);
  expect(Math.min(...sizes)).toBeGreaterThanOrEqual(16);
  const box = page.locator('sidelight-box .box');
  expect(await box.evaluate((element) => element.scrollWidth - element.clientWidth)).toBe(0);
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(360);
});

test('a feedback tab covers no button of the page, and opens on a press', async ({ widget: page, world }) => {
  const form = npsForm({ place: 'tab' });
  await world.publish(form);
  world.site.set('/', {
    html: world.page(
      '<style>#chat{position:fixed;right:0;top:40%;width:60px;height:140px}</style><button id="chat">Chat</button>',
    ),
  });
  await page.goto(world.site.url);
  const tab = page.getByRole('button', { name: 'Kiln Street' });
  await expect(tab).toBeVisible();
  const [ours, theirs] = await Promise.all([tab.boundingBox(), page.locator('#chat').boundingBox()]);
  const apart = ours!.y + ours!.height <= theirs!.y || theirs!.y + theirs!.height <= ours!.y;
  expect(apart).toBe(true);
  await tab.click();
  await expect(page.getByRole('heading', { name: NPS.title })).toBeFocused();
});

test('nothing moves for people who want no motion', async ({ widget: page, world }) => {
  await world.publish(npsForm());
  world.site.set('/', { html: world.page() });
  const animation = () =>
    page.locator('sidelight-box .box').evaluate((box) => getComputedStyle(box).animationName);
  await page.goto(world.site.url);
  await expect(dialog(page)).toBeVisible();
  expect(await animation()).toBe('none');
  await page.emulateMedia({ reducedMotion: 'no-preference' });
  expect(await animation()).toBe('in');
});

test('names of files and addresses are nobody’s list', async ({ widget: page, world }) => {
  const asked: string[] = [];
  page.on('request', (request) => asked.push(new URL(request.url()).pathname));
  const form = makeForm({ pages: [[NPS]] });
  await world.publish(form);
  world.site.set('/', { html: world.page() });
  await page.goto(world.site.url);
  await page.getByRole('radio', { name: '3', exact: true }).click();
  await world.answers(form.id);
  expect(asked.length).toBeGreaterThan(5);
  for (const path of asked)
    expect(path).not.toMatch(/survey|track|analytic|feedback|nps|pixel|collect|widget/i);
});
