import { isDeepStrictEqual } from 'node:util';
import { beforeEach, expect, test, vi } from 'vitest';
import { z } from 'zod';
import { REPORT_LIMIT } from '@/entrypoints/background/tab-records';
import { tellTaught } from '@/entrypoints/background/taught';
import type { Answer } from '@/lib/api/message';
import type { Sender } from '@/lib/platform/messaging';
import { RECIPES } from '@/lib/sites/recipes';
import { learnOwn } from '@/lib/store/own-seen';
import { newStore, type Store } from '../store/support';
import { emptyBrowser, held } from './fake-browser';
import { asking, pageContext, person, rowsOf, SENDERS, switchOnSite } from './harness';

vi.mock('wxt/browser', async () => ({ browser: (await import('./fake-browser')).browser }));
vi.mock('@/lib/platform/native', async () => ({ browser: (await import('./fake-browser')).browser }));
beforeEach(() => {
  emptyBrowser();
  switchOnSite();
});

const { overlay, panel } = SENDERS;
const SECRETS = ['Zephyrine', 'Quillon', 'Kestrel', 'Osprey', 'Heron', 'Merlin'];

/** All that a content script may be told, by operation. Strict: a key more fails. */
const Mark = z.strictObject({
  known: z.boolean(),
  word: z.enum(['late', 'promise', 'task', 'waiting', 'due', 'check']).nullable(),
});
const ANSWERS = {
  'tab.report': z.strictObject({ marks: z.array(z.array(Mark)) }),
  'tab.forget': z.strictObject({}),
  'tab.choose': z.strictObject({}),
  'tab.sent': z.strictObject({ logged: z.int() }),
  'tab.panel': z.strictObject({
    url: z.string().regex(/^chrome-extension:..sidelight.panel\.html#[0-9a-f]{32}$/),
  }),
  'tab.state': z.strictObject({
    on: z.boolean(),
    folded: z.boolean(),
    width: z.int(),
    hiddenUntil: z.number().nullable(),
    language: z.enum(['en', 'zh-Hans', 'zh-Hant']),
    reads: z.boolean(),
    beside: z.boolean(),
  }),
  'tab.recipes': z.array(
    z.custom<unknown>((told) => RECIPES.some((recipe) => isDeepStrictEqual(recipe, told))),
  ),
  'tab.fold': z.strictObject({}),
  'tab.width': z.strictObject({}),
  'tab.hide': z.strictObject({}),
  'sites.teach': z.strictObject({}),
};

/** What a page of `overlay`'s host was taught. */
const taught = (change: object = {}) => {
  const dated = { id: 'taught', since: '2026-11' };
  const people = { sender: [{ ...dated, each: '.from', email: [{ steps: ['address'] }] }] };
  const pages = [{ kind: 'message', region: [{ ...dated, find: 'main' }], people }];
  const hosts = ['mail.example'];
  return {
    recipe: JSON.stringify({
      format: 1,
      id: 'taught',
      name: 'mail.example',
      hosts,
      viewer: [],
      pages,
      observe: [],
      ...change,
    }),
  };
};
/** The user begins to teach the tab of `overlay`. */
const beginTeaching = () =>
  held.session.set('teaching:1', { site: 'https://mail.example', until: Date.now() + 60_000 });

async function keepSecrets({ call }: Store): Promise<string> {
  const { id } = await call('contacts.add', {
    draft: {
      name: 'Zephyrine Quillon',
      points: [{ kind: 'email', value: 'zq@lab.test' }],
      facts: [{ field: 'company', value: 'Merlin Works' }],
      tags: ['Osprey'],
    },
  });
  await call('contacts.edit', { id, autolog: true });
  await call('notes.add', { contactIds: [id], text: 'Kestrel paid late' });
  await call('tasks.add', { title: 'Heron quote', contactIds: [id], due: { date: '2020-01-02' } });
  return id;
}

const report = (generation: number, change = {}) => ({
  contexts: [
    pageContext({ people: [person(), person({ contactPoints: [{ kind: 'email', value: 'x@lab.test' }] })] }),
  ],
  generation,
  theme: 'light',
  claimed: true,
  ...change,
});

function given(answer: Answer): unknown {
  if (!answer.ok) throw new Error(answer.error.message);
  return answer.value;
}

test('every answer to a content script is marks and settings, and no word of the store', async () => {
  const store = await newStore();
  await keepSecrets(store);
  const { ask } = asking(store.db);
  const inputs: Record<keyof typeof ANSWERS, unknown> = {
    'tab.report': report(1),
    'tab.choose': { generation: 1, context: 0, person: 0 },
    'tab.sent': { context: pageContext({ kind: 'compose', people: [person({ role: 'recipient' })] }) },
    'tab.panel': {},
    'tab.state': {},
    'tab.recipes': {},
    'tab.fold': { folded: true },
    'tab.width': { width: 400 },
    'tab.hide': { minutes: 0 },
    'tab.forget': { generation: 2 },
    'sites.teach': taught(),
  };
  beginTeaching();
  for (const [op, input] of Object.entries(inputs)) {
    const value = given(await ask(op, input, overlay));
    expect([op, ANSWERS[op as keyof typeof ANSWERS].safeParse(value).error]).toEqual([op, undefined]);
    for (const secret of SECRETS) expect(JSON.stringify(value)).not.toContain(secret);
  }
  expect(given(await ask('tab.report', report(3), overlay))).toEqual({
    marks: [
      [
        { known: true, word: 'late' },
        { known: false, word: null },
      ],
    ],
  });
});

test('a page teaches once, when its user began to, its own host only', async () => {
  const store = await newStore();
  const { ask } = asking(store.db);
  const refused = (code: string) => ({ ok: false, error: { code } });
  expect(await ask('sites.teach', taught(), overlay)).toMatchObject(refused('forbidden'));
  beginTeaching();
  expect(await ask('sites.teach', taught({ hosts: ['bank.example'] }), overlay)).toMatchObject(
    refused('invalid'),
  );
  expect(await ask('sites.teach', taught({ code: 'x' }), overlay)).toMatchObject(refused('invalid'));
  const elsewhere = { ...overlay, tabId: 2 };
  expect(await ask('sites.teach', taught(), elsewhere)).toMatchObject(refused('forbidden'));
  expect(await ask('sites.teach', taught(), overlay)).toMatchObject({ ok: true });
  expect(await ask('sites.teach', taught(), overlay)).toMatchObject(refused('forbidden'));
  // By what every content script can read, so that all pages of the site ask anew.
  expect(held.local.get('public')).toMatchObject({ taught: 1 });
  const recipes = given(await ask('tab.recipes', {}, overlay)) as { id: string }[];
  expect(recipes.at(-1)?.id).toMatch(/^taught-mail-example-/);
  const other = { ...overlay, url: 'https://other.example/' };
  expect(JSON.stringify(given(await ask('tab.recipes', {}, other)))).not.toContain('taught-');
});

test('what the user took out is told with the recipes of its site alone, and pages that are open ask anew', async () => {
  const { db, call } = await newStore();
  const { ask } = asking(db);
  const told = async (url: string) =>
    (given(await ask('tab.recipes', {}, { ...overlay, url })) as { notViewer?: string[] }[]).map(
      ({ notViewer }) => notViewer,
    );
  await learnOwn(db, 'https://mail.example', ['desk@lab.test', 'me@lab.test']);
  expect(new Set(await told('https://mail.example/'))).toEqual(new Set([undefined]));
  await tellTaught(db);
  expect((held.local.get('public') as { taught?: number }).taught).toBeUndefined();
  await call('device.disown', { site: 'https://mail.example', key: 'desk@lab.test' });
  await tellTaught(db);
  expect((held.local.get('public') as { taught?: number }).taught).toBe(1);
  expect(new Set((await told('https://mail.example/')).flat())).toEqual(new Set(['desk@lab.test']));
  expect(new Set(await told('https://other.example/'))).toEqual(new Set([undefined]));
  await call('device.disown', { site: 'https://mail.example', key: 'desk@lab.test', mine: true });
  await tellTaught(db);
  expect((held.local.get('public') as { taught?: number }).taught).toBe(2);
  expect(new Set(await told('https://mail.example/'))).toEqual(new Set([undefined]));
});

test('what a content script says of another tab is said of its own', async () => {
  const store = await newStore();
  await keepSecrets(store);
  const { ask } = asking(store.db);
  const other = { ...overlay, tabId: 2, url: 'https://other.example/', documentId: 'o' };
  await ask('tab.report', report(1), overlay);
  const before = structuredClone([held.session.get('tab:1'), held.local.get('public')]);
  const aim = {
    tabId: 1,
    frameId: 0,
    origin: 'https://mail.example',
    site: 'https://mail.example',
    documentId: 'd',
  };
  await ask('tab.report', report(9, { ...aim, contexts: [pageContext({ subject: 'forged' })] }), other);
  await ask('tab.choose', { generation: 1, context: 0, person: 1, ...aim }, other);
  await ask('tab.forget', { generation: 9, ...aim }, other);
  await ask('tab.fold', { folded: true, ...aim }, other);
  await ask('tab.width', { width: 640, ...aim }, other);
  expect([held.session.get('tab:1'), held.local.get('public')]).toEqual(before);
  // A panel's token is good in the tab of the content script that asked for it.
  const { url } = given(await ask('tab.panel', aim, other)) as { url: string };
  const token = url.split('#')[1];
  const frame = { ...panel, tabId: 1, frameId: 5, documentId: 'f' };
  expect(await ask('tab.hello', { token }, frame)).toMatchObject({ ok: false, error: { code: 'forbidden' } });
  expect(await ask('tab.view', {}, frame)).toMatchObject({ ok: false, error: { code: 'forbidden' } });
});

test.each([
  ['documents', { documentId: 'a' }, { documentId: 'b' }],
  ['no documents', { frameId: 5 }, { frameId: 6 }],
])(
  'where the browser names %s a framed panel asks for nothing before its token, and a token serves one frame',
  async (_, first, second) => {
    const store = await newStore();
    await keepSecrets(store);
    const { ask } = asking(store.db);
    const [mine, other] = [first, second].map((is) => ({
      ...panel,
      tabId: 1,
      frameId: 5,
      documentId: null,
      ...is,
    })) as [Sender, Sender];
    const { url } = given(await ask('tab.panel', {}, overlay)) as { url: string };
    const token = url.split('#')[1];
    expect(await ask('contacts.find', { text: '' }, mine)).toMatchObject({ ok: false });
    expect(await ask('tab.hello', { token }, mine)).toMatchObject({ ok: true });
    expect(await ask('contacts.find', { text: 'Zeph' }, mine)).toMatchObject({ ok: true });
    expect(await ask('tab.hello', { token }, other)).toMatchObject({ ok: false });
    expect(await ask('contacts.find', { text: 'Zeph' }, other)).toMatchObject({ ok: false });
  },
);

test('what a page says is refused once its site is off, and nothing is written', async () => {
  const store = await newStore();
  await keepSecrets(store);
  const { ask } = asking(store.db);
  const mail = report(2, { contexts: [pageContext({ viewer: [person({ name: 'Me' })] })] });
  const sent = { context: pageContext({ kind: 'compose', people: [person({ role: 'recipient' })] }) };
  // A document of its own: what is owed is noted a moment after the report, also that of the test before.
  const page = { ...overlay, documentId: 'off' };
  await ask('tab.report', report(1, { contexts: [] }), page);
  await ask('sites.switch', { origin: 'https://mail.example', on: false }, SENDERS.workspace);
  const before = [await rowsOf(store.db), JSON.stringify(held.session.get('tab:1'))];
  for (const [op, input] of [
    ['tab.report', mail],
    ['tab.sent', sent],
  ] as const)
    expect(await ask(op, input, page)).toMatchObject({ ok: false, error: { code: 'forbidden' } });
  expect([await rowsOf(store.db), JSON.stringify(held.session.get('tab:1'))]).toEqual(before);
  // That it goes is heard all the same.
  given(await ask('tab.forget', { generation: 3 }, page));
  expect(held.session.get('tab:1')).toMatchObject({ frames: {} });
});

test('a document that reports too often is told so, and writes nothing more', async () => {
  const store = await newStore();
  await keepSecrets(store);
  const { ask } = asking(store.db);
  const mail = (n: number) => report(n, { contexts: [pageContext({ messageKey: `INBOX/${n}` })] });
  for (let n = 1; n <= REPORT_LIMIT; n++)
    expect(await ask('tab.report', report(n, { contexts: [] }), overlay)).toMatchObject({ ok: true });
  const before = await rowsOf(store.db);
  for (let n = REPORT_LIMIT + 1; n < REPORT_LIMIT + 5; n++)
    expect(await ask('tab.report', mail(n), overlay)).toMatchObject({ ok: false, error: { code: 'busy' } });
  expect(await rowsOf(store.db)).toBe(before);
});
