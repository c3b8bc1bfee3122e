import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { ROOT } from '../../support/build.ts';
import { bundle } from '../../support/widget/bundle.ts';
import { makeForm, NPS, npsForm } from '../../support/widget/forms.ts';
import { pack } from '../../support/widget/packed.ts';
import { expect, test } from '../../support/widget/world.ts';

/** The examples of widget/examples, as they stand there. */

const example = (file: string) => readFileSync(path.join(ROOT, 'widget/examples', file), 'utf8');

test('plain: the snippet, a button and an element', async ({ widget: page, world }) => {
  const form = npsForm({ place: 'inline', on: { code: true } });
  await world.publish(form);
  const html = example('plain.html')
    .replaceAll('HUB', world.hub.url)
    .replaceAll('SPACE', world.hub.space)
    .replaceAll('KEY', world.keys.key)
    .replaceAll('FORM', form.id);
  world.site.set('/', { html });
  await page.goto(world.site.url);
  await expect(page.locator('sidelight-form').getByRole('radio')).toHaveCount(11);
  await page.getByRole('button', { name: 'Tell us what you think' }).click();
  const box = page.getByRole('dialog', { name: 'Kiln Street' });
  await box.getByRole('radio', { name: '8', exact: true }).click();
  await box.getByRole('button', { name: 'Skip' }).click();
  const [answer] = await world.answers(form.id);
  expect(answer!.values).toEqual({ q1: 8 });
});

test('plain, from the packages as they are packed: the hub runs, serves the widget, and takes the answer', async ({
  widget: page,
  world,
}) => {
  const packed = pack();
  try {
    const [url, secret] = (await packed.start()).split('/#');
    const [space, token] = secret!.split('.');
    const api = `${url}/v1/${space}`;
    const headers = { Authorization: `Bearer ${token}`, 'Content-Type': 'application/json' };
    const form = npsForm({ place: 'popover', on: { code: true } });
    const { version, show, lang } = form;
    const put = await fetch(`${api}/forms/${form.id}`, {
      method: 'PUT',
      headers,
      body: JSON.stringify({
        version,
        keyId: world.keys.keyId,
        state: 'open',
        show,
        langs: { [lang]: form },
      }),
    });
    expect(put.status).toBeLessThan(300);
    const html = example('plain.html')
      .replaceAll('HUB', url!)
      .replaceAll('SPACE', space!)
      .replaceAll('KEY', world.keys.key)
      .replaceAll('FORM', form.id);
    world.site.set('/', { html });
    await page.goto(world.site.url);
    await page.getByRole('button', { name: 'Tell us what you think' }).click();
    await page.getByRole('dialog').getByRole('radio', { name: '10', exact: true }).click();
    await page.getByRole('button', { name: 'Skip' }).click();
    await expect(page.getByText(/^Sent/)).toBeVisible();
    const got = (await (await fetch(`${api}/answers?after=0&limit=5`, { headers })).json()) as {
      answers: { sealed: string }[];
    };
    const last = await world.keys.open(got.answers.at(-1)!.sealed);
    expect(last).toMatchObject({ form: form.id, done: true, values: { q1: 10 } });
    // What a bundler takes: every file that the package names is in it, and its types need nothing that it does not have.
    const { exports } = JSON.parse(readFileSync(path.join(packed.widget, 'package.json'), 'utf8'));
    expect(existsSync(path.join(packed.widget, exports['.'].default))).toBe(true);
    expect(existsSync(path.join(packed.widget, 'dist/rest.en.js'))).toBe(true);
  } finally {
    await packed.close();
  }
});

for (const [name, file] of [
  ['React', 'react/feedback.tsx'],
  ['Vue', 'vue/feedback.ts'],
]) {
  test(`${name}: in the flow of a component, once`, async ({ widget: page, world }) => {
    const form = makeForm({ pages: [[NPS]], show: { place: 'inline', on: { code: true } } });
    await world.publish(form);
    world.site.set('/example.js', { html: await bundle(file!), type: 'text/javascript' });
    const config = JSON.stringify({ hub: world.hub.url, space: world.hub.space, key: world.keys.key });
    world.site.set('/', {
      html: `<!doctype html><html lang="en"><title>Shop</title><div id="root"></div><script src="/example.js"></script><script>example.start(document.getElementById('root'),${config},'${form.id}')</script>`,
    });
    await page.goto(world.site.url);
    await expect(page.getByRole('radio')).toHaveCount(11);
    await page.getByRole('radio', { name: '0', exact: true }).click();
    await expect(page).toHaveTitle('Thank you');
    const [answer] = await world.answers(form.id);
    expect(answer!.values).toEqual({ q1: 0 });
  });
}

test('under the strictest policy: no style, no script but one, Trusted Types, only the hub to talk to', async ({
  widget: page,
  world,
}) => {
  const form = npsForm();
  await world.publish(form);
  const violations: string[] = [];
  page.on('console', (message) => {
    if (/Content Security Policy|Trusted/i.test(message.text())) violations.push(message.text());
  });
  const html = example('csp.html')
    .replaceAll('HUB', world.hub.url)
    .replaceAll('SPACE', world.hub.space)
    .replaceAll('KEY', world.keys.key)
    .replaceAll('NONCE', 'r4nd0m');
  world.site.set('/csp.js', { html: await bundle('csp.ts'), type: 'text/javascript' });
  world.site.set('/', { html });
  await page.goto(world.site.url);
  // The policy is alive: the page itself cannot do what it forbids.
  expect(
    await page.evaluate(() => {
      try {
        document.body.innerHTML += '<b>x</b>';
        return 'allowed';
      } catch {
        return 'refused';
      }
    }),
  ).toBe('refused');
  violations.length = 0;
  await page.getByRole('radio', { name: '9', exact: true }).click();
  await page.getByRole('textbox', { name: 'What is the main reason for your 9?' }).fill('The glaze');
  await page.getByRole('button', { name: 'Send', exact: true }).click();
  const [answer] = await world.answers(form.id);
  expect(answer!.values).toEqual({ q1: 9, q2: 'The glaze' });
  await expect(page.locator('sidelight-box .ruler, sidelight-box h2').first()).toBeVisible();
  expect(await page.locator('sidelight-box .box').evaluate((box) => getComputedStyle(box).position)).toBe(
    'fixed',
  );
  expect(violations).toEqual([]);
});

for (const policy of ["script-src 'nonce-r4nd0m'", "script-src 'nonce-r4nd0m' 'strict-dynamic'"]) {
  test(`the snippet under ${policy} and Trusted Types`, async ({ widget: page, world }) => {
    const form = npsForm();
    await world.publish(form);
    const html = world.page().replaceAll('<script', '<script nonce="r4nd0m"').replace('<link', '<link');
    world.site.set('/', {
      html,
      headers: {
        'Content-Security-Policy': `default-src 'none'; connect-src ${world.hub.url}; ${policy}; require-trusted-types-for 'script'`,
      },
    });
    await page.goto(world.site.url);
    await page.getByRole('radio', { name: '9', exact: true }).click();
    await page.getByRole('button', { name: 'Skip' }).click();
    await expect(page.getByText(/^Sent/)).toBeVisible();
    const [answer] = await world.answers(form.id);
    expect(answer!.done).toBe(true);
  });
}
