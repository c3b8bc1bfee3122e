import { beforeEach, describe, expect, test, vi } from 'vitest';
import { answer, NOTHING_YET, ask as question } from '@/components/people/latest';
import type { Answer } from '@/lib/api/message';
import type { TabView } from '@/lib/api/views';
import { newStore } from '../store/support';
import { emptyBrowser } from './fake-browser';
import { asking, pageContext, person, SENDERS, switchOnSite } from './harness';

vi.mock('wxt/browser', async () => ({ browser: (await import('./fake-browser')).browser }));
vi.mock('@/lib/platform/native', async () => ({ browser: (await import('./fake-browser')).browser }));
beforeEach(() => {
  emptyBrowser();
  switchOnSite();
});

const address = (name: string) => ({ kind: 'email' as const, value: `${name}@lab.test` });
const read = (name: string) =>
  pageContext({ subject: name, people: [person({ contactPoints: [address(name)] })] });
/** The document of one mail in the reading pane, a frame of the webmail. */
const documentOf = (name: string) => ({ ...SENDERS.overlay, frameId: 7, documentId: name });
/** The same where the browser names no documents, as Firefox before 153; the browser tests run with younger ones. */
const frameOnly = (_: string) => ({ ...SENDERS.overlay, frameId: 7, documentId: null });
/** When a document says that it was loaded; of each name another time. */
const loadedAt = (name: string) => 1000.25 + name.length;

function told<T>(answered: Answer): T {
  if (!answered.ok) throw new Error(answered.error.message);
  return answered.value as T;
}

/** A webmail whose mails are documents of their own in a frame, with its panel. */
async function webmail(names: string[], sender: typeof documentOf | typeof frameOnly = documentOf) {
  const { db, call } = await newStore();
  for (const name of names) await call('contacts.add', { draft: { name, points: [address(name)] } });
  const { ask } = asking(db);
  const panel = {
    ...SENDERS.panel,
    tabId: 1,
    frameId: 3,
    documentId: sender === documentOf ? 'panel' : null,
  };
  const { url } = told<{ url: string }>(await ask('tab.panel', {}, SENDERS.overlay));
  told(await ask('tab.hello', { token: url.split('#')[1] }, panel));
  return {
    /** @param viewer whom the mail shows as its user */
    report: (name: string, generation: number, viewer: ReturnType<typeof person>[] = []) => {
      const contexts = [{ ...read(name), viewer }];
      const loaded = loadedAt(name);
      return ask('tab.report', { contexts, generation, loaded, theme: 'light', claimed: true }, sender(name));
    },
    forget: (name: string, generation: number) =>
      ask('tab.forget', { generation, loaded: loadedAt(name) }, sender(name)),
    view: async () => told<TabView>(await ask('tab.view', { person: null }, panel)),
    identify: (shown: string, contactId: string | null) =>
      ask('tab.identify', { person: shown, contactId }, panel),
    identities: () => db.identities.count(),
  };
}

const ME = [person({ contactPoints: [address('me')] })];
const shown = ({ contact }: TabView) => contact?.name ?? null;

/** What the panel is told of a mail that reported three times, and then of the next, which reported once. */
async function oneAfterTheOther() {
  const { report, view } = await webmail(['first', 'second']);
  for (const generation of [1, 2, 3]) await report('first', generation);
  const first = await view();
  await report('second', 1);
  return { first, second: await view() };
}

/** Both were asked before either was answered. */
const bothAsked = () => question(question(NOTHING_YET));

test('the next mail is shown, however often the document before had reported', async () => {
  const { first, second } = await oneAfterTheOther();
  expect([shown(first), shown(second)]).toEqual(['first', 'second']);
  const latest = answer(answer(bothAsked(), 1, first), 2, second);
  expect([latest.view && shown(latest.view), latest.late]).toEqual(['second', 0]);
});

test('an answer about the mail before is late, though the next document has reported less often', async () => {
  const { first, second } = await oneAfterTheOther();
  const latest = answer(answer(bothAsked(), 1, second), 2, first);
  expect([latest.view && shown(latest.view), latest.late]).toEqual(['second', 1]);
});

test('a mail that was closed while its report waited shows nobody any more', async () => {
  const { report, forget, view } = await webmail(['first']);
  await Promise.all([report('first', 1, ME), forget('first', 2)]);
  expect(await view()).toMatchObject({ state: 'nobody', people: [], contact: null });
});

test('a mail that is open again stays, when the word that it was closed comes late', async () => {
  const { report, forget, view } = await webmail(['first']);
  await report('first', 1);
  await report('first', 3);
  await forget('first', 2);
  expect(shown(await view())).toBe('first');
});

test('the report of the mail before does not come over that of the next, whatever it waited for', async () => {
  const { report, view } = await webmail(['first', 'second']);
  await Promise.all([report('first', 1, ME), report('second', 1)]);
  expect(shown(await view())).toBe('second');
});

describe.each([
  ['documents', documentOf],
  ['no documents', frameOnly],
])('where the browser names %s', (_, sender) => {
  test('the next mail of a frame is shown though it has reported less often, and the one before says no more', async () => {
    const { report, forget, view } = await webmail(['first', 'second'], sender);
    for (const generation of [1, 2, 3]) await report('first', generation);
    expect(await report('second', 1)).toMatchObject({ ok: true });
    expect(shown(await view())).toBe('second');
    // The word that the one before has gone, and what it said before that, come late.
    await forget('first', 5);
    expect(shown(await view())).toBe('second');
    expect(await report('first', 4)).toMatchObject({ ok: false, error: { code: 'moved' } });
    expect(shown(await view())).toBe('second');
    expect(await report('second', 2)).toMatchObject({ ok: true });
  });
});

test('who somebody is, is kept of those alone whom the page shows', async () => {
  const { report, identify, identities } = await webmail(['first']);
  await report('first', 1);
  expect(await identify('second@lab.test', null)).toMatchObject({ ok: false, error: { code: 'moved' } });
  expect(await identities()).toBe(0);
  told(await identify('first@lab.test', null));
  expect(await identities()).toBeGreaterThan(0);
});
