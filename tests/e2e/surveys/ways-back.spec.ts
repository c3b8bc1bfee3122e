import { createHmac } from 'node:crypto';
import { memoryStore } from '../../../widget/hub/examples/memory-store.ts';
import { connectionAddress, newSpace, newToken, serverlessHub } from '../../../widget/hub/index.ts';
import { faultsIn } from '../../support/axe.ts';
import {
  addPerson,
  answerNps,
  answersOf,
  expect,
  npsInEnglish,
  npsSurvey,
  serve,
  strictPage,
  test,
} from '../../support/surveys/fixtures.ts';

const CODE = 'kilnstreet';
const WHO = { email: 'lena.wirth@lab.test', name: 'Lena Wirth' };
const IDENTIFY = `sidelight('identify', ${JSON.stringify(WHO)});`;

test('from a page with the strictest policy, through a hub, onto the time line', async ({
  desk: { ask, key },
  hub,
  publish,
  site,
  visitor,
}) => {
  const lena = await addPerson(ask, 'Lena Wirth', WHO.email);
  await ask('hub.connect', { address: hub.connection });
  const { code } = await publish(npsSurvey(CODE));
  strictPage(site, '/', { hub: hub.url, space: hub.space, key }, IDENTIFY);
  const violations: string[] = [];
  visitor.on('console', (line) => {
    if (/Content Security Policy|Trusted/.test(line.text())) violations.push(line.text());
  });
  await visitor.goto(site.url);
  await answerNps(visitor, 9, 'The ash glaze');
  await expect
    .poll(async () => {
      await ask('hub.pull', {});
      return answersOf(ask, lena);
    })
    .toMatchObject([{ subject: 'Shop', text: '9 / 10\nThe ash glaze' }]);
  const { items } = (await ask('responses.list', {})) as { items: unknown[] };
  expect(items).toMatchObject([
    { contactId: lena, name: 'Lena Wirth', done: true, via: 'hub', proof: 'claimed', score: { value: 9 } },
  ]);
  expect(code).toMatch(/^[0-9a-z]{10}$/);
  expect(violations).toEqual([]);
});

test('in one browser, by the bridge of a site that the user approved', async ({
  desk: { ask, key, page },
  grantHost,
  publish,
  site,
  visitor,
}) => {
  const lena = await addPerson(ask, 'Lena Wirth', WHO.email);
  const { code } = await publish(npsSurvey(CODE));
  const form = { ...npsInEnglish(CODE), id: code, version: 1 };
  strictPage(site, '/', { key, forms: [form] }, IDENTIFY);
  const { protocol, hostname } = new URL(site.url);
  const origin = `${protocol}//${hostname}`;
  await grantHost(origin);
  await page.evaluate((wanted) => chrome.permissions.request({ origins: [`${wanted}/*`] }), origin);
  await ask('sites.bridge', { origin, on: true });
  await visitor.goto(site.url);
  await answerNps(visitor, 0, 'It came in pieces');
  await expect
    .poll(() => answersOf(ask, lena))
    .toMatchObject([{ subject: 'Shop', text: '0 / 10\nIt came in pieces' }]);
  const { items } = (await ask('responses.list', { which: 'detractors' })) as { items: unknown[] };
  expect(items).toMatchObject([{ via: 'bridge', proof: 'claimed', score: { value: 0 } }]);
  const tasks = (await ask('tasks.list', { open: true })) as { contacts?: unknown[] }[];
  expect(tasks).toHaveLength(1);
});

test('as sealed text, which is read once', async ({ desk: { ask, key }, publish, site, visitor }) => {
  const lena = await addPerson(ask, 'Lena Wirth', WHO.email);
  const { code } = await publish(npsSurvey(CODE));
  strictPage(site, '/', { key, forms: [{ ...npsInEnglish(CODE), id: code, version: 1 }] }, IDENTIFY);
  await visitor.goto(site.url);
  await visitor.evaluate(() => {
    (window as unknown as { sealed: string[] }).sealed = [];
    document.addEventListener('sidelight:sealed', (event) => {
      (window as unknown as { sealed: string[] }).sealed.push((event as CustomEvent<string>).detail);
    });
  });
  await answerNps(visitor, 7, 'Slow post');
  await expect
    .poll(() => visitor.evaluate(() => (window as unknown as { sealed: string[] }).sealed.length))
    .toBeGreaterThanOrEqual(2);
  const sealed = await visitor.evaluate(() => (window as unknown as { sealed: string[] }).sealed);
  const mail = `Dear shop,\nhere is my answer:\n${sealed.join('\n')}\nRegards`;
  expect(mail).not.toContain('Slow post');
  expect(await ask('responses.takeFile', { text: mail })).toMatchObject({ refused: [] });
  expect(await answersOf(ask, lena)).toMatchObject([{ text: '7 / 10\nSlow post' }]);
  expect(await ask('responses.takeFile', { text: mail })).toMatchObject({ new: 0, updated: 0, refused: [] });
  expect(await answersOf(ask, lena)).toHaveLength(1);
});

test('through the handler that runs where there is no server', async ({
  desk: { ask, key },
  publish,
  site,
  visitor,
}) => {
  const lena = await addPerson(ask, 'Lena Wirth', WHO.email);
  const space = newSpace();
  const { token, hash } = await newToken();
  const place = await serve(serverlessHub(memoryStore(), { space, tokenHash: hash }));
  await ask('hub.connect', { address: connectionAddress(place.url, space, token) });
  await publish(npsSurvey(CODE));
  strictPage(site, '/', { hub: place.url, space, key }, IDENTIFY);
  await visitor.goto(site.url);
  await answerNps(visitor, 10, 'The jug');
  await expect
    .poll(async () => {
      await ask('hub.pull', {});
      return answersOf(ask, lena);
    })
    .toMatchObject([{ text: '10 / 10\nThe jug' }]);
  await place.close();
});

test('who pretends to be somebody is believed only with the signature of the site, and the answer says so', async ({
  desk: { ask, key },
  workspace: page,
  hub,
  publish,
  site,
  visitor,
}) => {
  const lena = await addPerson(ask, 'Lena Wirth', WHO.email);
  await ask('hub.connect', { address: hub.connection });
  await publish(npsSurvey(CODE));
  const { secret } = (await ask('hub.identifySecret', {})) as { secret: string };
  const hmac = createHmac('sha256', secret).update(`email:${WHO.email}`).digest('hex');
  const wrong = createHmac('sha256', 'guessed').update(`email:${WHO.email}`).digest('hex');
  const config = { hub: hub.url, space: hub.space, key };
  const tries = [
    { path: '/signed', who: { ...WHO, hmac }, score: 9, proof: 'signed' },
    { path: '/named', who: WHO, score: 1, proof: 'claimed' },
    { path: '/guessed', who: { ...WHO, hmac: wrong }, score: 2, proof: 'claimed' },
  ];
  for (const { path, who, score } of tries) {
    strictPage(site, path, config, `sidelight('identify', ${JSON.stringify(who)});`);
    await visitor.goto(site.url + path);
    await answerNps(visitor, score, `From ${path}`);
  }
  const stored = async () => {
    await ask('hub.pull', {});
    const { items } = (await ask('responses.list', {})) as {
      items: { score: { value: number }; done: boolean }[];
    };
    return items.filter(({ done }) => done).sort((a, b) => b.score.value - a.score.value);
  };
  await expect.poll(async () => (await stored()).length).toBe(3);
  expect(await stored()).toMatchObject([
    { contactId: lena, proof: 'signed', score: { value: 9 } },
    { contactId: lena, proof: 'claimed', misSigned: true, score: { value: 2 } },
    { contactId: lena, proof: 'claimed', score: { value: 1 } },
  ]);

  // In the inbox the wrong signature stands beside the name, and each answer says what proves it.
  await page.evaluate(() => {
    location.hash = '#/responses';
  });
  const rows = page.getByRole('list', { name: 'List of answers' }).getByRole('listitem');
  await expect(rows).toHaveCount(3);
  await expect(rows.filter({ hasText: 'Wrong signature' })).toHaveCount(1);
  const detail = page.getByRole('article', { name: 'Answer' });
  for (const [text, proof] of [
    ['From /signed', 'signed by the site'],
    ['From /named', 'by their own word'],
    ['From /guessed', 'by their own word; the signature sent with it is wrong'],
  ] as const) {
    await rows.filter({ hasText: text }).click();
    await expect(detail.getByText(text)).toBeVisible();
    await expect(detail.getByText(proof, { exact: true })).toBeVisible();
  }
  expect(await faultsIn(page)).toEqual([]);
  // On the time line only the one that is signed stands there as theirs without more words.
  await page.evaluate((id) => {
    location.hash = `#/contacts/${id}`;
  }, lena);
  const claimed = page.getByText('by their own word, not proved', { exact: false });
  await expect(page.getByRole('main').getByText('From /signed').first()).toBeVisible();
  await expect(claimed).toHaveCount(2);
});

test('a purchase that a site tells of: onto the time line of who agreed, and not a word of who did not', async ({
  desk: { ask, key },
  workspace: page,
  hub,
  publish,
  site,
  visitor,
}) => {
  const lena = await addPerson(ask, 'Lena Wirth', WHO.email);
  await ask('hub.connect', { address: hub.connection });
  await publish(npsSurvey(CODE, { show: { place: 'popover', on: { code: true } } }));
  const buys = (what: string) =>
    `sidelight('track', 'purchase', { subject: '${what}', amount: { minor: 2400, currency: 'EUR' } });`;
  const agrees = (consent: boolean) => `sidelight('identify', ${JSON.stringify({ ...WHO, consent })});`;
  const config = { hub: hub.url, space: hub.space, key };
  strictPage(site, '/silent', config, agrees(false) + buys('A secret'));
  strictPage(site, '/agreed', config, agrees(true) + buys('Rice bowl, ash'));
  const told: string[] = [];
  visitor.on('request', (request) => {
    if (request.method() === 'POST') told.push(visitor.url());
  });
  await visitor.goto(`${site.url}/silent`);
  await visitor.waitForLoadState('networkidle');
  await visitor.goto(`${site.url}/agreed`);
  await expect
    .poll(async () => {
      await ask('hub.pull', {});
      return ask('activities.list', { contactId: lena, limit: 50 });
    })
    .toMatchObject({
      items: [
        {
          type: 'purchase',
          subject: 'Rice bowl, ash',
          amount: { minor: 2400, currency: 'EUR' },
          claimed: true,
        },
      ],
    });
  expect(told).toEqual([`${site.url}/agreed`]);
  await page.evaluate((id) => {
    location.hash = `#/contacts/${id}`;
  }, lena);
  await expect(page.getByRole('main').getByRole('link', { name: /24.*Rice bowl, ash/ })).toBeVisible();
  await expect(page.getByText('A secret')).toHaveCount(0);
});
