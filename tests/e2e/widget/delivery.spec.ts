import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from '@playwright/test';
import { type Answer, parseSealed } from '../../../lib/surveys/answer.ts';
import { seal } from '../../../widget/seal/seal.ts';
import { makeForm, NPS, npsForm, QUESTIONS, REASON } from '../../support/widget/forms.ts';
import { expect, test } from '../../support/widget/world.ts';

/** What becomes of an answer: nothing is lost, nothing comes twice, nobody on the way reads it. */

const score = (page: Page, value: number) =>
  page.getByRole('radio', { name: `${value}`, exact: true }).click();
const call = (page: Page, ...args: unknown[]) =>
  page.evaluate((args) => {
    (window as unknown as { sidelight(...call: unknown[]): void }).sidelight(...args);
  }, args);
const outbox = (page: Page) =>
  page.evaluate(() => Object.keys(localStorage).filter((key) => key.startsWith('sidelight.')));

test('a 0 is an answer: it is kept, branched on, put into the next question and sent', async ({
  widget: page,
  world,
}) => {
  const form = makeForm({
    pages: [[NPS], [{ ...REASON, when: { q: 'q1', is: 'lte', to: 6 } }], [QUESTIONS.statement]],
  });
  await world.publish(form);
  world.site.set('/', { html: world.page() });
  await page.goto(world.site.url);
  await score(page, 0);
  await page.getByRole('textbox', { name: 'What is the main reason for your 0?' }).fill('Broken');
  await page.getByRole('button', { name: 'Next' }).click();
  await page.getByRole('button', { name: 'Send', exact: true }).click();
  const [answer] = await world.answers(form.id);
  expect(answer!.values).toEqual({ q1: 0, q2: 'Broken' });
});

test('each page is posted, with a higher number; an answer that was taken back does not come again', async ({
  widget: page,
  world,
}) => {
  const form = makeForm({
    pages: [[NPS], [{ ...REASON, when: { q: 'q1', is: 'lte', to: 6 } }], [{ ...QUESTIONS.text, id: 'q3' }]],
  });
  await world.publish(form);
  world.site.set('/', { html: world.page() });
  await page.goto(world.site.url);
  await score(page, 2);
  await page.getByRole('textbox', { name: /main reason/ }).fill('Late');
  await page.getByRole('button', { name: 'Next' }).click();
  await page.getByRole('button', { name: 'Back' }).click();
  await page.getByRole('button', { name: 'Back' }).click();
  await score(page, 9);
  await page.getByRole('textbox', { name: 'Order number' }).fill('7');
  await page.getByRole('button', { name: 'Send', exact: true }).click();
  await expect(page.getByText(/^Sent/)).toBeVisible();
  const posts = (await world.received()).filter((one): one is Answer => one.form === form.id);
  expect(posts.map(({ seq, done, values }) => [seq, done, values])).toEqual([
    [0, false, { q1: 2 }],
    [1, false, { q1: 2, q2: 'Late' }],
    [2, false, { q1: 9 }],
    [3, true, { q1: 9, q3: '7' }],
  ]);
  expect(new Set(posts.map(({ id }) => id)).size).toBe(1);
});

test('a hub that is away loses nothing: kept sealed on the page, tried again, sent from the next page, once', async ({
  widget: page,
  world,
}) => {
  const form = makeForm({ pages: [[{ ...QUESTIONS.longtext, required: true }]] });
  await world.publish(form);
  world.site.set('/', { html: world.page() });
  await page.goto(world.site.url);
  await page.getByRole('textbox').fill('an unmistakable sentence');
  await page.route(/\/answers$/, (route) => route.abort());
  await page.getByRole('button', { name: 'Send', exact: true }).click();
  await expect(page.getByText('Kept here. It is sent when there is a connection.')).toBeVisible();
  const [kept] = await outbox(page);
  const sealed = await page.evaluate((key) => localStorage[key!] as string, kept);
  expect(parseSealed(sealed)).toMatchObject({ form: form.id, keyId: world.keys.keyId });
  expect(await page.evaluate(() => JSON.stringify(localStorage))).not.toContain('unmistakable');
  // A page of the same site that asks another hub: what waits is not its business. The page before may try again as it goes.
  world.site.set('/other', { html: world.page('', { config: { space: 'another00001' } }) });
  const posts: string[] = [];
  page.on('request', (request) => {
    const isPost = request.url().endsWith('/answers');
    if (isPost && request.frame().url().endsWith('/other')) posts.push(request.url());
  });
  await page.goto(`${world.site.url}/other`);
  await page.waitForLoadState('networkidle');
  expect([posts, await outbox(page)]).toEqual([[], [kept]]);
  await page.unroute(/\/answers$/);
  // What an earlier page has left is tried again too, when the first try fails.
  await page.route(/\/answers$/, (route) => route.abort(), { times: 1 });
  await page.goto(world.site.url);
  const [answer] = await world.answers(form.id);
  expect(answer!.values).toEqual({ q1: 'an unmistakable sentence' });
  await expect.poll(() => outbox(page)).toEqual([]);
  expect((await world.received()).filter((one) => one.form === form.id)).toHaveLength(1);
  const files = readdirSync(world.hub.data).map((name) => readFileSync(join(world.hub.data, name), 'latin1'));
  expect(files.join('')).not.toContain('unmistakable');
});

test('an acknowledgement that is lost makes it come again, and the hub has it once', async ({
  widget: page,
  world,
}) => {
  const form = makeForm({ pages: [[NPS]] });
  await world.publish(form);
  world.site.set('/', { html: world.page() });
  world.hub.dropAcks(1);
  await page.goto(world.site.url);
  await score(page, 6);
  await expect(page.getByText(/^Kept here/)).toBeVisible();
  world.hub.dropAcks(0);
  // The first pause of the outbox is two seconds.
  await expect.poll(() => outbox(page)).toEqual([]);
  expect((await world.received()).filter((one) => one.form === form.id)).toHaveLength(1);
});

test('a choice that is made before what leads on has come goes on by itself when it comes', async ({
  widget: page,
  world,
}) => {
  const form = makeForm({ pages: [[NPS]] });
  await world.publish(form);
  world.site.set('/', { html: world.page() });
  let come = () => {};
  const chosen = new Promise<void>((resolve) => {
    come = resolve;
  });
  await page.route(/rest\.en\.js/, (route) => chosen.then(() => route.continue()));
  await page.goto(world.site.url);
  await score(page, 7);
  come();
  await expect(page.getByText(/^Sent/)).toBeVisible();
  const [answer] = await world.answers(form.id);
  expect(answer!.values).toEqual({ q1: 7 });
});

test('what sending needs may come late: it is asked for again, and the answer waits for it', async ({
  widget: page,
  world,
}) => {
  const form = makeForm({ pages: [[NPS]] });
  await world.publish(form);
  world.site.set('/', { html: world.page() });
  let tries = 0;
  await page.route(/seal\.js/, (route) => {
    tries += 1;
    return tries === 1 ? route.abort() : route.continue();
  });
  await page.goto(world.site.url);
  await score(page, 7);
  const [answer] = await world.answers(form.id);
  expect(answer!.values).toEqual({ q1: 7 });
  expect(tries).toBe(2);
});

test('what seals does not come: people are told that nothing is sent yet, and may try again; a long text is told at its field', async ({
  widget: page,
  world,
}) => {
  const long = { ...QUESTIONS.longtext, most: 10_000 };
  const form = makeForm({ pages: [[long, { ...long, id: 'q2', title: 'And then?' }]] });
  await world.publish(form);
  world.site.set('/', { html: world.page() });
  await page.route(/seal\.js/, (route) => route.abort());
  await page.goto(world.site.url);
  const [first, second] = ['What happened?', 'And then?'].map((name) => page.getByRole('textbox', { name }));
  await first!.fill('茶'.repeat(9000));
  await expect(page.getByText('9000 / 10000')).toBeVisible();
  await second!.fill('茶'.repeat(8000));
  const send = page.getByRole('button', { name: 'Send', exact: true });
  await send.click();
  await expect(first!).toHaveAccessibleDescription(
    'All your answers together are too long. Shorten this one.',
  );
  await expect(first!).toBeFocused();
  await first!.fill('茶'.repeat(7000));
  await send.click();
  await expect(page.getByText(/^Not sent yet/)).toBeVisible();
  expect(await page.evaluate(() => JSON.stringify(localStorage))).not.toContain('茶');
  await page.unroute(/seal\.js/);
  await page.getByRole('button', { name: 'Try again now' }).click();
  await expect(page.getByText(/^Sent/)).toBeVisible();
  const [answer] = await world.answers(form.id);
  expect(answer!.values).toEqual({ q1: '茶'.repeat(7000), q2: '茶'.repeat(8000) });
});

test('what a hub will never take is dropped; what it does not know waits for a week, and is taken once it does', async ({
  widget: page,
  world,
}) => {
  const form = makeForm({ pages: [[NPS]], show: { on: { after: 0 }, again: 0, quiet: 0 } });
  await world.publish(form);
  world.site.set('/', { html: world.page() });
  const refused = page.getByText('This survey takes no more answers.');
  const answers = page.getByRole('radio', { name: '6', exact: true });
  await page.goto(world.site.url);
  // It is closed while somebody has it open.
  await expect(answers).toBeVisible();
  await world.shut(form);
  await score(page, 6);
  await expect(refused).toBeVisible();
  expect(await outbox(page)).toEqual([]);

  // It is deleted while somebody has it open: for good, as well.
  await world.publish(form);
  await page.reload();
  await expect(answers).toBeVisible();
  await world.withdrawAll();
  await score(page, 5);
  await expect(refused).toBeVisible();
  expect(await outbox(page)).toEqual([]);

  // A hub that was restored without it may have it again tomorrow.
  const restored = () =>
    page.route('**/answers', (route) =>
      route.fulfill({ status: 404, headers: { 'Access-Control-Allow-Origin': '*' } }),
    );
  await world.publish(form);
  await page.reload();
  await expect(answers).toBeVisible();
  await restored();
  await score(page, 4);
  await expect(refused).toBeVisible();
  const [kept] = await outbox(page);
  expect(kept).toBeTruthy();
  await page.reload();
  await page.waitForResponse((answer) => answer.status() === 404 && answer.url().endsWith('/answers'));
  expect(await outbox(page)).toEqual([kept]);
  await page.unroute('**/answers');
  await page.reload();
  const [answer] = await world.answers(form.id);
  expect(answer!.values).toEqual({ q1: 4 });
  await expect.poll(() => outbox(page)).toEqual([]);

  await expect(answers).toBeVisible();
  await restored();
  await score(page, 2);
  await expect(refused).toBeVisible();
  const week = 7 * 86_400_000;
  await expect
    .poll(() =>
      page.evaluate((age) => {
        const key = Object.keys(localStorage).find((one) => one.startsWith('sidelight.'))!;
        const [sealed, since] = localStorage[key].split(' ');
        if (!since) return false;
        localStorage[key] = `${sealed} ${+since - age}`;
        return true;
      }, week),
    )
    .toBe(true);
  await page.reload();
  await expect.poll(() => outbox(page)).toEqual([]);
});

test('a full storage is no reason to lose an answer: who leaves before it is sent was told', async ({
  widget: page,
  world,
}) => {
  const form = makeForm({ pages: [[NPS]] });
  await world.publish(form);
  const fill =
    '<script>try{for(let i=0;;i++)localStorage["x"+i]="x".repeat(100000)}catch{}try{for(let i=0;;i++)localStorage["y"+i]="x"}catch{}</script>';
  world.site.set('/', { html: world.page(fill) });
  await page.route(/\/answers$/, (route) => route.abort());
  await page.goto(world.site.url);
  await score(page, 6);
  await expect(page.getByText('Not sent yet. Please keep this page open: it is tried again.')).toBeVisible();
  expect(await outbox(page)).toEqual([]);
  await page.unroute(/\/answers$/);
  await page.getByRole('button', { name: 'Try again now' }).click();
  await expect(page.getByText(/^Sent/)).toBeVisible();
  await world.answers(form.id);
});

test('many answers wait on a device that has no connection for a day: each is kept, and each comes to the hub once there is one', async ({
  widget: page,
  world,
}) => {
  test.setTimeout(120_000);
  const form = makeForm({ pages: [[NPS]] });
  await world.publish(form);
  world.site.set('/', { html: world.page() });
  // Together four times what a browser lets requests that outlive a page weigh.
  const kept = await Promise.all(
    Array.from({ length: 100 }, async (_, at) => {
      const answer: Answer = {
        v: 1,
        id: crypto.randomUUID(),
        seq: 0,
        form: form.id,
        version: form.version,
        lang: 'en',
        startedAt: Date.now(),
        at: Date.now(),
        done: true,
        values: { q1: at % 11, q2: 'word '.repeat(400) },
      };
      return [`${answer.id}-0`, await seal(world.keys.key, answer)] as const;
    }),
  );
  await page.route(/\/answers$/, (route) => route.abort());
  await page.goto(world.site.url);
  await page.evaluate(
    ([space, entries]) => {
      for (const [rid, sealed] of entries) localStorage[`sidelight.${space}.${rid}`] = sealed;
    },
    [world.hub.space, kept] as const,
  );
  await score(page, 6);
  await expect(page.getByText('Kept here. It is sent when there is a connection.')).toBeVisible();
  expect(await outbox(page)).toHaveLength(101);
  await page.unroute(/\/answers$/);
  await expect.poll(() => outbox(page), { timeout: 90_000 }).toEqual([]);
  await world.answers(form.id, 101);
});

test('in the same browser it goes over the bridge: an event with the sealed text, and one that says it is stored', async ({
  widget: page,
  world,
}) => {
  const form = makeForm({ pages: [[NPS]] });
  const bridge = `<script>document.addEventListener('sidelight:sealed',(e)=>{window.sealed=e.detail;document.dispatchEvent(new CustomEvent('sidelight:taken',{detail:e.detail.split('.')[3]}))})</script>`;
  world.site.set('/', { html: world.page(bridge, { config: { hub: undefined, forms: [form] } }) });
  await page.goto(world.site.url);
  await score(page, 10);
  await expect(page.getByText(/^Sent/)).toBeVisible();
  expect(await outbox(page)).toEqual([]);
  const sealed = await page.evaluate(() => (window as unknown as { sealed: string }).sealed);
  expect(await world.keys.open(sealed)).toMatchObject({ form: form.id, values: { q1: 10 }, done: true });
});

test('without hub and bridge it is brought by hand: by mail, as a file, by the clipboard', async ({
  widget: page,
  world,
  context,
}) => {
  await context.grantPermissions(['clipboard-read', 'clipboard-write']);
  const form = makeForm({ pages: [[NPS]] });
  world.site.set('/', {
    html: world.page('', { config: { hub: undefined, forms: [form], mail: 'post@kiln.example' } }),
  });
  await page.goto(world.site.url);
  await score(page, 3);
  const mail = page.getByRole('link', { name: 'Send by mail' });
  const address = new URL((await mail.getAttribute('href'))!);
  expect(address.protocol + address.pathname).toBe('mailto:post%40kiln.example');
  const sealed = address.searchParams.get('body')!;
  expect(await world.keys.open(sealed)).toMatchObject({ values: { q1: 3 } });
  const download = page.waitForEvent('download');
  await page.getByRole('link', { name: 'Save file' }).click();
  expect(readFileSync((await (await download).path())!, 'utf8')).toBe(sealed);
  await page.getByRole('button', { name: 'Copy' }).click();
  await expect(page.getByRole('button', { name: 'Copied' })).toBeVisible();
  expect(await page.evaluate(() => navigator.clipboard.readText())).toBe(sealed);
});

test('who it is travels sealed, with the signature as the site gave it; after reset nobody', async ({
  widget: page,
  world,
}) => {
  const form = makeForm({
    pages: [[{ ...NPS, title: 'Hello {{@name|there}}, on {{@plan|no plan}}?' }]],
    show: { on: { code: true } },
  });
  await world.publish(form);
  world.site.set('/', { html: world.page('', { config: { hidden: { plan: 'pro' } } }) });
  await page.goto(world.site.url);
  const who = { id: 'u1', email: 'lena@kiln.example', name: 'Lena', hmac: 'ab'.repeat(32) };
  await call(page, 'identify', { ...who, consent: true });
  await call(page, 'show', form.id, { hidden: { order: 'KS-1' } });
  await expect(page.getByRole('heading', { name: 'Hello Lena, on pro?' })).toBeVisible();
  await score(page, 9);
  const [answer] = await world.answers(form.id);
  expect(answer).toMatchObject({ who, hidden: { plan: 'pro', order: 'KS-1' } });
  expect(answer!.who).not.toHaveProperty('consent');
  await page.getByRole('button', { name: 'Close' }).click();
  await call(page, 'reset');
  await call(page, 'show', form.id);
  await expect(page.getByRole('heading', { name: 'Hello there, on pro?' })).toBeVisible();
});

test('a purchase is told only of somebody known who agreed; any other name stays on the page', async ({
  widget: page,
  world,
}) => {
  await world.publish(npsForm({ on: { code: true } }));
  world.site.set('/', { html: world.page() });
  await page.goto(world.site.url);
  const events = async () => (await world.received()).filter((one) => 'track' in one);
  const before = (await events()).length;
  const purchase = { subject: 'Rice bowl', amount: { minor: 2400, currency: 'EUR' } };
  await call(page, 'identify', { email: 'lena@kiln.example' });
  await call(page, 'track', 'purchase', purchase);
  await call(page, 'identify', { email: 'lena@kiln.example', consent: true });
  await call(page, 'track', 'opened-menu');
  await call(page, 'track', 'purchase', purchase);
  await expect.poll(async () => (await events()).length).toBe(before + 1);
  expect((await events()).at(-1)).toMatchObject({
    form: 'events',
    track: 'purchase',
    ...purchase,
    who: { email: 'lena@kiln.example' },
  });
});

test('a script that fills in everything is marked, and so is one that no hand moves', async ({
  widget: page,
  world,
}) => {
  const form = makeForm({ pages: [[{ ...QUESTIONS.text, required: true }]] });
  await world.publish(form);
  world.site.set('/', { html: world.page() });
  await page.goto(world.site.url);
  await page.getByRole('textbox', { name: 'Order number' }).waitFor();
  await page.locator('sidelight-box').evaluate((box) => {
    for (const input of box.shadowRoot!.querySelectorAll('input')) {
      input.value = 'buy now';
      input.dispatchEvent(new Event('input', { bubbles: true }));
    }
    box.shadowRoot!.querySelector('form')!.requestSubmit();
  });
  const [answer] = await world.answers(form.id);
  expect(answer!.bot).toBe(true);
});

test('on plain http it is silent and says why, once', async ({ widget: page, world }) => {
  const form = npsForm();
  await world.publish(form);
  const said: string[] = [];
  const asked: string[] = [];
  page.on('console', (message) => said.push(message.text()));
  page.on('request', (request) => asked.push(request.url()));
  // A page that is no secure context has no crypto.subtle.
  await page.addInitScript(() => Object.defineProperty(crypto, 'subtle', { value: undefined }));
  world.site.set('/', { html: world.page(world.snippet()) });
  await page.goto(world.site.url);
  await page.waitForLoadState('networkidle');
  expect(said.filter((text) => text === 'sidelight needs https')).toHaveLength(1);
  expect(asked.some((url) => url.includes('/v1/'))).toBe(false);
});
