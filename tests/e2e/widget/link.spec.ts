import { faultsIn } from '../../support/axe.ts';
import { makeForm, NPS, npsForm, QUESTIONS } from '../../support/widget/forms.ts';
import { expect, test, type World } from '../../support/widget/world.ts';

/** A form as a page of its own, as the hub serves it. */

const link = ({ hub, keys }: World, form: string, { query = '', token = '' } = {}) =>
  `${hub.url}/f/${hub.space}/${form}${query}#${keys.key}${token && `.${token}`}`;

test('a personal link: the token travels sealed, the address without what stands behind its #', async ({
  widget: page,
  world,
}) => {
  const form = makeForm({
    pages: [[NPS], [QUESTIONS.text].map((question) => ({ ...question, id: 'q2' }))],
    show: { place: 'page' },
    more: {
      intro: 'Two questions.',
      privacy: { text: 'Kiln Street alone reads it.', url: 'https://kiln.example/p' },
    },
  });
  await world.publish(form);
  const token = 'A1b2C3d4E5f6G7h8I9j0Kl';
  const asked: string[] = [];
  page.on('request', (request) => asked.push(request.url()));
  await page.goto(link(world, form.id, { token }));
  await expect(page).toHaveTitle('Kiln Street');
  await page.getByRole('radio', { name: '0', exact: true }).click();
  await page.getByRole('textbox', { name: 'Order number' }).fill('KS-1');
  await page.getByRole('button', { name: 'Send', exact: true }).click();
  await expect(page.getByText(/^Sent/)).toBeVisible();
  const [answer] = await world.answers(form.id);
  expect(answer).toMatchObject({
    values: { q1: 0, q2: 'KS-1' },
    who: { token },
    page: `${world.hub.url}/f/${world.hub.space}/${form.id}`,
  });
  for (const url of asked) expect(url).not.toContain(token);
});

test('opening a link with an answer in it records nothing; it is filled in, and sent when people send it', async ({
  widget: page,
  world,
}) => {
  const form = makeForm({
    pages: [[NPS, { ...QUESTIONS.single, id: 'q2' }, { ...QUESTIONS.text, id: 'q3' }]],
    show: { place: 'page' },
  });
  await world.publish(form);
  await page.goto(link(world, form.id, { query: '?q1=0&q2=nonsense&q3=<b>x' }));
  await expect(page.getByRole('radio', { name: '0', exact: true })).toBeChecked();
  await expect(page.getByRole('textbox', { name: 'Order number' })).toHaveValue('<b>x');
  await page.waitForLoadState('networkidle');
  expect((await world.received()).filter((one) => one.form === form.id)).toEqual([]);
  await page.getByRole('button', { name: 'Send', exact: true }).click();
  const [answer] = await world.answers(form.id);
  expect(answer!.values).toEqual({ q1: 0, q3: '<b>x' });
});

for (const colorScheme of ['light', 'dark'] as const) {
  test(`axe finds nothing on the page, an error, the end, ${colorScheme}`, async ({
    widget: page,
    world,
  }) => {
    const form = makeForm({
      pages: [
        [
          { ...QUESTIONS.longtext, required: true },
          { ...QUESTIONS.email, id: 'q2', required: true },
        ],
      ],
      show: { place: 'page' },
      more: {
        kind: 'complaint',
        title: 'Tell us what went wrong',
        intro: 'You get a number now.',
        endings: [
          {
            id: 'e1',
            title: 'We have it.',
            receipt: true,
            steps: ['Received', 'A person replies within 24 hours', 'Resolved, and you hear how'],
            link: { text: 'Shop', url: 'https://kiln.example/' },
          },
        ],
      },
    });
    await world.publish(form);
    await page.emulateMedia({ colorScheme });
    await page.goto(link(world, form.id));
    await page.getByRole('textbox', { name: 'What happened?' }).fill('Chipped');
    expect(await faultsIn(page)).toEqual([]);
    await page.getByRole('button', { name: 'Send', exact: true }).click();
    await expect(page.getByText('This needs an answer.')).toBeVisible();
    expect(await faultsIn(page)).toEqual([]);
    await page.getByRole('textbox', { name: 'Your mail' }).fill('lena@kiln.example');
    await page.getByRole('button', { name: 'Send', exact: true }).click();
    await expect(page.getByText(/^[2-9A-Z]{4}-[2-9A-Z]{4}$/)).toBeVisible();
    const steps = page.getByRole('listitem');
    await expect(steps).toHaveText([
      'Received',
      'A person replies within 24 hours',
      'Resolved, and you hear how',
    ]);
    await expect(steps.first()).toHaveAttribute('aria-current', 'step');
    expect(await steps.first().evaluate((step) => getComputedStyle(step).listStylePosition)).toBe('inside');
    await expect(page.getByText(/^Sent/)).toBeVisible();
    expect(await faultsIn(page)).toEqual([]);
    // Night falls while it is open: what is written stays on the paper that it was written for.
    await page.emulateMedia({ colorScheme: colorScheme === 'dark' ? 'light' : 'dark' });
    expect(await faultsIn(page)).toEqual([]);
  });
}

test('a redirect goes to https and http alone', async ({ widget: page, world }) => {
  const to = (redirect: string) =>
    makeForm({
      pages: [[NPS]],
      show: { place: 'page' },
      more: { endings: [{ id: 'e1', title: 'Thank you', redirect }] },
    });
  const bad = to('javascript:document.title="run"');
  const good = to(`${world.site.url}/thanks`);
  world.site.set('/thanks', { html: '<title>Shop</title>' });
  await world.publish(bad);
  await world.publish(good);
  await page.goto(link(world, bad.id));
  await page.getByRole('radio', { name: '9', exact: true }).click();
  await expect(page.getByText(/^Sent/)).toBeVisible();
  await expect(page).toHaveTitle('Kiln Street');
  await page.goto(link(world, good.id));
  await page.getByRole('radio', { name: '9', exact: true }).click();
  await expect(page).toHaveTitle('Shop');
  await world.answers(good.id);
});

test('texts of a form are shown as text, whatever they hold', async ({ widget: page, world }) => {
  const nasty = '<img src=x onerror="document.title=1">{{q1}}';
  const form = npsForm({ place: 'page' });
  form.pages[0]!.questions[0]!.title = nasty;
  form.endings = [{ id: 'e1', title: nasty, link: { text: nasty, url: 'javascript:alert(1)' } }];
  await world.publish(form);
  await page.goto(link(world, form.id));
  await expect(page.getByRole('heading')).toContainText('<img src=x');
  await page.getByRole('radio', { name: '9', exact: true }).click();
  await page.getByRole('button', { name: 'Skip' }).click();
  await expect(page.getByText(/^Sent/)).toBeVisible();
  await expect(page.getByRole('link')).toHaveCount(0);
  await expect(page).toHaveTitle('Kiln Street');
});
