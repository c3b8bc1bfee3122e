import { memoryStore } from '../../../widget/hub/examples/memory-store.ts';
import { connectionAddress, newSpace, newToken, serverlessHub } from '../../../widget/hub/index.ts';
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
  desk: { ask, key, workspace },
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
  await workspace.evaluate((wanted) => chrome.permissions.request({ origins: [`${wanted}/*`] }), origin);
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
