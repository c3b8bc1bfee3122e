import type { Page } from '@playwright/test';
import { makeForm, NPS, npsForm } from '../../support/widget/forms.ts';
import { expect, test } from '../../support/widget/world.ts';

/** When it appears, and when it does not. */

const box = (page: Page) => page.getByRole('dialog', { name: 'Kiln Street' });
/** Long enough for the loader to have asked, decided and shown: a page where something is due takes a tenth of it. */
const settle = async (page: Page) => {
  await page.waitForLoadState('networkidle');
  await page.waitForTimeout(400);
};
const later = (page: Page, days: number) =>
  page.evaluate((days) => {
    const memory = JSON.parse(localStorage.sidelight);
    for (const form of Object.keys(memory.shown)) memory.shown[form] -= days * 864e5;
    localStorage.sidelight = JSON.stringify(memory);
  }, days);

test('nothing due, nothing fetched: neither the app nor sealing', async ({ widget: page, world }) => {
  const asked: string[] = [];
  page.on('request', (request) => asked.push(new URL(request.url()).pathname));
  await world.publish(npsForm({ urls: [{ starts: '/elsewhere' }] }));
  world.site.set('/', { html: world.page() });
  await page.goto(world.site.url);
  await settle(page);
  expect(asked.filter((path) => path !== '/favicon.ico')).toEqual([
    '/',
    '/w.js',
    `/v1/${world.hub.space}/forms`,
  ]);
});

test('never twice, unless it may come again after so many days; and a quiet time after any other', async ({
  widget: page,
  world,
}) => {
  const first = npsForm();
  await world.publish(first);
  world.site.set('/', { html: world.page() });
  await page.goto(world.site.url);
  await expect(box(page)).toBeVisible();
  await page.reload();
  await settle(page);
  await expect(box(page)).toHaveCount(0);
  const second = npsForm({ quiet: 10, again: 5 });
  await world.publish(second);
  await page.reload();
  await settle(page);
  await expect(box(page)).toHaveCount(0);
  await later(page, 11);
  await page.reload();
  await expect(box(page)).toBeVisible();
  await later(page, 4);
  await page.reload();
  await settle(page);
  await expect(box(page)).toHaveCount(0);
  await later(page, 2);
  await page.reload();
  await expect(box(page)).toBeVisible();
});

test('two tabs of the site do not ask at once, and the cap holds in both', async ({ context, world }) => {
  await world.publish(npsForm({ on: { track: 'now' } }));
  world.site.set('/', { html: world.page() });
  const tabs = await Promise.all([context.newPage(), context.newPage(), context.newPage()]);
  for (const tab of tabs) {
    await tab.goto(world.site.url);
    await tab.waitForLoadState('networkidle');
  }
  const fire = (tab: Page) =>
    tab.evaluate(() =>
      (window as unknown as { sidelight(...call: string[]): void }).sidelight('track', 'now'),
    );
  await Promise.all(tabs.map(fire));
  const counts = () => Promise.all(tabs.map((tab) => tab.locator('sidelight-box').count()));
  const shownIn = async () => (await counts()).reduce((sum, count) => sum + count);
  await expect.poll(shownIn).toBe(1);
  // One of the others would be there by now too.
  await Promise.all(tabs.map(settle));
  expect(await shownIn()).toBe(1);
  const open = (await counts()).indexOf(1);
  await tabs[open]!.close();
  const rest = tabs.filter((tab) => !tab.isClosed());
  await Promise.all(rest.map(fire));
  await Promise.all(rest.map(settle));
  for (const tab of rest) expect(await tab.locator('sidelight-box').count()).toBe(0);
});

test('a tab in the background asks nobody: it waits until it is looked at', async ({
  widget: page,
  world,
}) => {
  await page.addInitScript(() => {
    Object.defineProperty(document, 'hidden', { get: () => !(window as { seen?: boolean }).seen });
  });
  await world.publish(npsForm());
  world.site.set('/', { html: world.page() });
  await page.goto(world.site.url);
  await settle(page);
  await expect(box(page)).toHaveCount(0);
  expect(await page.evaluate(() => JSON.parse(localStorage.sidelight).shown)).toBeUndefined();
  await page.evaluate(() => {
    (window as { seen?: boolean }).seen = true;
    document.dispatchEvent(new Event('visibilitychange'));
  });
  await expect(box(page)).toBeVisible();
});

test('a delay that began on one page of an app does not end on another', async ({ widget: page, world }) => {
  await world.publish(npsForm({ on: { after: 1000 }, urls: [{ is: '/cart' }] }));
  world.site.set('*', { html: world.page() });
  await page.clock.install();
  await page.goto(`${world.site.url}/cart`);
  await page.waitForLoadState('networkidle');
  await page.clock.runFor(700);
  await page.evaluate(() => history.pushState(null, '', '/about'));
  await page.clock.runFor(5000);
  await expect(box(page)).toHaveCount(0);
  await page.evaluate(() => history.pushState(null, '', '/cart'));
  await page.clock.runFor(700);
  await expect(box(page)).toHaveCount(0);
  await page.clock.runFor(700);
  await expect(box(page)).toBeVisible();
  await page.evaluate(() => history.pushState(null, '', '/about'));
  await expect(box(page)).toHaveCount(0);
});

test('an address can be named whole, by its start, by a part, and forbidden', async ({
  widget: page,
  world,
}) => {
  const rules = [
    { urls: [{ is: '/shop' }, { has: 'ref=mail' }], yes: ['/shop', '/x?ref=mail'], no: ['/shop/bowl', '/'] },
    { urls: [{ starts: '/shop' }, { not: true, has: 'cart' }], yes: ['/shop/bowl'], no: ['/shop/cart', '/'] },
  ];
  world.site.set('*', { html: world.page() });
  for (const { urls, yes, no } of rules) {
    await world.withdrawAll();
    await world.publish(npsForm({ urls }));
    for (const path of no) {
      await page.goto(world.site.url + path);
      await settle(page);
      expect([path, await box(page).count()]).toEqual([path, 0]);
    }
    for (const path of yes) {
      await page.goto(world.site.url + path);
      await expect(box(page)).toBeVisible();
      await page.evaluate(() => localStorage.clear());
    }
  }
});

test('from the third visit on; not after its last day', async ({ context, world }) => {
  await world.publish(npsForm({ visits: 3 }));
  world.site.set('/', { html: world.page() });
  for (const [visit, count] of [0, 0, 1].entries()) {
    // A new tab is a new session; a reload is not.
    const page = await context.newPage();
    await page.goto(world.site.url);
    await page.reload();
    await settle(page);
    expect([visit, await page.locator('sidelight-box').count()]).toEqual([visit, count]);
    await page.close();
  }
  await world.withdrawAll();
  await world.publish(npsForm({ until: Date.now() - 1000, quiet: 0 }));
  const page = await context.newPage();
  await page.goto(world.site.url);
  await settle(page);
  await expect(page.locator('sidelight-box')).toHaveCount(0);
});

test('triggers: a scroll, a click, a name that the page gives, the pointer leaving', async ({
  widget: page,
  world,
}) => {
  const triggers = [
    { on: { scroll: 0.5 }, fire: () => page.mouse.wheel(0, 3000) },
    { on: { click: '.buy' }, fire: () => page.locator('.buy').click() },
    {
      on: { track: 'bought' },
      fire: () =>
        page.evaluate(() =>
          (window as unknown as { sidelight(...call: string[]): void }).sidelight('track', 'bought'),
        ),
    },
    {
      on: { exit: true as const },
      fire: () =>
        page.evaluate(() =>
          document.body.dispatchEvent(
            new MouseEvent('mouseout', { bubbles: true, clientY: -2, relatedTarget: null }),
          ),
        ),
    },
  ];
  world.site.set('/', {
    html: world.page('<button class="buy">Buy</button><div></div>', {
      head: '<style>div{height:4000px}</style>',
    }),
  });
  for (const { on, fire } of triggers) {
    await world.withdrawAll();
    await world.publish(npsForm({ on }));
    await page.goto(world.site.url);
    await settle(page);
    expect([on, await box(page).count()]).toEqual([on, 0]);
    await fire();
    await expect(box(page)).toBeVisible();
    await page.evaluate(() => localStorage.clear());
  }
});

test('a snippet that stands twice, and commands before the script is there, show one form once', async ({
  widget: page,
  world,
}) => {
  const form = npsForm({ on: { code: true } });
  await world.publish(form);
  const early = `<script>window.seen=[];addEventListener('sidelight:shown',(e)=>seen.push(e.detail.form),true)</script>`;
  const show = `<script>sidelight('show','${form.id}')</script>`;
  world.site.set('/', { html: world.page(early + world.snippet() + show + world.snippet()) });
  await page.goto(world.site.url);
  await expect(box(page)).toBeVisible();
  await settle(page);
  expect(await page.evaluate(() => (window as unknown as { seen: string[] }).seen)).toEqual([form.id]);
});

test('the script may be a module as well', async ({ widget: page, world }) => {
  await world.publish(npsForm());
  world.site.set('/', { html: world.page().replace('<script async', '<script async type="module"') });
  await page.goto(world.site.url);
  await expect(box(page)).toBeVisible();
});

test('in the flow of the page: a custom element, before and after the script', async ({
  widget: page,
  world,
}) => {
  const form = makeForm({ pages: [[NPS]], show: { place: 'inline', on: { code: true } } });
  await world.publish(form);
  world.site.set('/', {
    html: world.page(`<main><sidelight-form form="${form.id}"></sidelight-form></main>`),
  });
  await page.goto(world.site.url);
  await expect(page.locator('sidelight-form').getByRole('radio')).toHaveCount(11);
  await page.evaluate((id) => {
    const element = document.createElement('sidelight-form');
    element.setAttribute('form', id);
    document.querySelector('main')!.replaceChildren(element);
  }, form.id);
  await page.locator('sidelight-form').getByRole('radio', { name: '4', exact: true }).click();
  await expect(page.locator('sidelight-form').getByText('Thank you')).toBeVisible();
  const [answer] = await world.answers(form.id);
  expect(answer!.values).toEqual({ q1: 4 });
});

test('its events tell form and submission, and destroy leaves nothing', async ({ widget: page, world }) => {
  const form = npsForm();
  await world.publish(form);
  const listen = ['shown', 'answered', 'dismissed', 'completed']
    .map((name) => `sidelight('on','${name}',(d)=>(window.log??=[]).push(['${name}',d.form,d.submission]));`)
    .join('');
  world.site.set('/', { html: world.page(`${world.snippet()}<script>${listen}</script>`) });
  await page.goto(world.site.url);
  await page.getByRole('radio', { name: '5', exact: true }).click();
  await page.getByRole('button', { name: 'Close' }).click();
  const log = () => page.evaluate(() => (window as unknown as { log: string[][] }).log);
  await expect
    .poll(async () => (await log())?.map(([name]) => name))
    .toEqual(['shown', 'answered', 'dismissed']);
  const [answer] = await world.answers(form.id);
  expect(answer).toMatchObject({ done: false, seq: 0, values: { q1: 5 } });
  for (const [, id, submission] of await log()) expect([id, submission]).toEqual([form.id, answer!.id]);

  // One listener for two events: `off` takes it from the one that is named, and leaves the other.
  const heard = await page.evaluate(async (id) => {
    const { sidelight } = window as unknown as { sidelight(...call: unknown[]): void };
    const seen: string[] = [];
    const listener = (detail: { form: string }) => seen.push(detail.form);
    const shown = () =>
      new Promise((resolve) => document.addEventListener('sidelight:shown', resolve, { once: true }));
    const turn = async () => {
      const next = shown();
      sidelight('show', id);
      await next;
      sidelight('close');
    };
    sidelight('on', 'shown', listener);
    sidelight('on', 'dismissed', listener);
    await turn();
    sidelight('off', 'shown', listener);
    await turn();
    sidelight('off', 'dismissed', listener);
    await turn();
    return seen;
  }, form.id);
  expect(heard).toEqual([form.id, form.id, form.id]);
  await page.evaluate(() => (window as unknown as { sidelight(name: string): void }).sidelight('destroy'));
  await expect(page.locator('sidelight-box')).toHaveCount(0);
});
