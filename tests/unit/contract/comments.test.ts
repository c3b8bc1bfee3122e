import { beforeEach, expect, test, vi } from 'vitest';
import { personKey } from '@/entrypoints/background/recognise';
import { type Answer, API_VERSION, type Request } from '@/lib/api/message';
import type { TabView } from '@/lib/api/views';
import type { PageContext, Person, Said } from '@/lib/sites/page-context';
import { newStore } from '../store/support';
import { browser, emptyBrowser } from './fake-browser';
import { asking, pageContext, SENDERS, switchOnSite } from './harness';

vi.mock('wxt/browser', async () => ({ browser: (await import('./fake-browser')).browser }));
vi.mock('@/lib/platform/native', async () => ({ browser: (await import('./fake-browser')).browser }));
beforeEach(() => {
  emptyBrowser();
  switchOnSite();
  browser.tabs.query = (async () => [{ id: 1, url: 'https://mail.example/post/1' }]) as never;
});

const POST = 'https://mail.example/post/1';
const LI = [{ kind: 'handle' as const, value: 'linkedin:li' }];
const AUTHOR: Person = {
  role: 'author',
  name: 'Ana',
  contactPoints: [{ kind: 'handle', value: 'linkedin:ana' }],
};
const said = (change: Partial<Said> = {}): Said => ({
  subject: 'How much is it?',
  permalink: `${POST}?comment=1`,
  messageKey: '1',
  at: Date.UTC(2026, 2, 5, 9),
  precision: 'second',
  ...change,
});
const comment = (change: Partial<Said> = {}): Person => ({
  role: 'mention',
  name: 'Li',
  contactPoints: LI,
  said: said(change),
});
const SECOND = { subject: 'And when?', permalink: `${POST}?comment=2`, messageKey: '2' };

function told<T>(answered: Answer): T {
  if (!answered.ok) throw new Error(answered.error.code);
  return answered.value as T;
}

/** A post with these people, and a contact who is known as Li; `changed` for another page than the post's own. */
async function post(people: Person[], changed: Partial<PageContext> = {}) {
  const { db, call } = await newStore();
  const { id } = await call('contacts.add', { draft: { name: 'Li', points: LI } });
  const { ask, send } = asking(db);
  let generation = 0;
  const place = { window: 1, tab: 1 };
  const panel = (op: string, input: object) =>
    send({ api: API_VERSION, op, input, commandId: crypto.randomUUID(), place } as Request, SENDERS.panel);
  const report = async (shown: Person[], more: Partial<PageContext> = {}) => {
    const page = {
      site: 'linkedin',
      kind: 'post' as const,
      people: shown,
      subject: 'New yard',
      permalink: POST,
    };
    const contexts = [
      pageContext({ ...page, messageKey: null, at: 1, precision: 'day', ...changed, ...more }),
    ];
    generation += 1;
    told(await ask('tab.report', { contexts, generation, theme: 'light', claimed: true }, SENDERS.overlay));
  };
  await report(people);
  return {
    report,
    /** A frame of the same site tells of itself: it shows nobody. */
    framed: async () =>
      told(
        await ask(
          'tab.report',
          { contexts: [], generation: 1, theme: 'light', claimed: false },
          { ...SENDERS.overlay, frameId: 3, documentId: 'frame' },
        ),
      ),
    /** A click on the chip of this person of the page, by position. */
    click: async (person: number) =>
      told(await ask('tab.choose', { generation, context: 0, person }, SENDERS.overlay)),
    view: async (person = personKey(comment())) => told<TabView>(await panel('tab.view', { person })),
    log: async ({ event }: TabView) =>
      told<{ already: boolean }>(await panel('tab.log', { contactId: id, event: event?.name ?? null }))
        .already,
    refused: async ({ event }: TabView, contactId = id) => {
      const answer = await panel('tab.log', { contactId, event: event?.name ?? null });
      return answer.ok ? null : answer.error.code;
    },
    add: async (name: string, points: Person['contactPoints'] = []) =>
      (await call('contacts.add', { draft: { name, points } })).id,
    rows: () => db.table('activities').count(),
    items: async () => (await call('activities.list', { contactId: id })).items,
  };
}

test('beside who commented their comment is logged: its link, day and first line, once, and beside the post', async () => {
  const { view, log, items } = await post([AUTHOR, comment()]);
  const shown = await view();
  expect(shown).toMatchObject({ logs: 'comment', logged: false, subject: 'New yard' });
  expect(await log(shown)).toBe(false);
  expect(await log(shown)).toBe(true);
  expect(await view()).toMatchObject({ logged: true });
  expect(await items()).toMatchObject([
    {
      subject: 'How much is it?',
      link: `${POST}?comment=1`,
      at: Date.UTC(2026, 2, 5, 9),
      direction: null,
      text: '',
    },
  ]);
  const author = await view(personKey(AUTHOR));
  expect(author).toMatchObject({ logs: 'post', event: { permalink: POST, subject: 'New yard' } });
  expect(await log(author)).toBe(false);
  expect(await items()).toHaveLength(2);
});

test('of two comments of one person that is logged whose chip was clicked, and it stays chosen while it stands there', async () => {
  const page = [AUTHOR, comment(), comment(SECOND)];
  const { view, click, report, log, items } = await post(page);
  expect((await view()).event?.subject).toBe('How much is it?');
  await click(2);
  const second = await view();
  expect(second.event?.subject).toBe('And when?');
  expect(await log(second)).toBe(false);
  // The page is read again after each change in the store.
  await report(page);
  expect(await view()).toMatchObject({ logged: true, event: { subject: 'And when?' } });
  await report([AUTHOR, comment()]);
  expect(await view()).toMatchObject({ logged: false, event: { subject: 'How much is it?' } });
  expect(await items()).toHaveLength(1);
});

test('in a feed a click on the head of a post means that, not what its author wrote below another', async () => {
  const feed = [AUTHOR, comment(), { ...comment(), said: undefined }];
  const list = { kind: 'list' as const, permalink: null, subject: null };
  const { view, click, report } = await post(feed, list);
  expect(await view()).toMatchObject({ logs: 'comment' });
  await click(2);
  expect(await view()).toMatchObject({ logs: null });
  await report(feed);
  expect(await view()).toMatchObject({ logs: null, clicked: { person: personKey(comment()) } });
  await report(feed.slice(0, 2));
  expect(await view()).toMatchObject({ logs: 'comment', clicked: null });
});

test('what a frame of the page reports leaves the comment chosen', async () => {
  const { view, click, framed } = await post([AUTHOR, comment(), comment(SECOND)]);
  await click(2);
  await framed();
  expect((await view()).event?.subject).toBe('And when?');
});

test('a comment is the same one in a feed, which has no links, and on the page of its own', async () => {
  const { report, view, log, items } = await post([AUTHOR, comment()]);
  expect(await log(await view())).toBe(false);
  await report([comment({ permalink: null })], { kind: 'list', permalink: null });
  expect(await view()).toMatchObject({ logs: 'comment', logged: true });
  await report([{ ...comment(), role: 'author', said: undefined }], { permalink: `${POST}?comment=1` });
  expect(await view()).toMatchObject({ logs: 'post', logged: true });
  expect(await items()).toHaveLength(1);
});

test('one without link and number goes by its page, its author and how it begins; where there is no page it is not logged', async () => {
  const bare = { permalink: null, messageKey: null, at: null, precision: null };
  const { report, view, log, items } = await post([AUTHOR, comment(bare)]);
  expect(await log(await view())).toBe(false);
  // "Just now" has become a day.
  await report([AUTHOR, comment({ ...bare, at: Date.UTC(2026, 2, 5), precision: 'day' })]);
  expect(await view()).toMatchObject({ logged: true, event: { permalink: POST } });
  await report([AUTHOR, comment({ ...bare, subject: 'And when?' })]);
  expect(await view()).toMatchObject({ logged: false });
  await report([comment(bare)], { kind: 'list', permalink: null });
  expect(await view()).toMatchObject({ logs: null });
  expect(await items()).toHaveLength(1);
});

test('of mails that have no names of their own the one is logged that the panel showed, or nothing', async () => {
  const mail = { site: 'netease', kind: 'message' as const, permalink: null };
  const from = { ...comment(), role: 'sender' as const, said: undefined };
  const { report, view, refused } = await post([from], mail);
  const shown = await view(personKey(from));
  await report([from], { ...mail, subject: 'Another mail' });
  expect(await refused(shown)).toBe('moved');
  expect(await refused(await view(personKey(from)))).toBe(null);
});

test('nothing is logged for a contact whom the page does not show, nor what somebody else said on it', async () => {
  const { view, add, refused, rows } = await post([AUTHOR, comment()]);
  const stranger = await add('Somebody Else');
  const author = await add('Ana', AUTHOR.contactPoints);
  const shown = await view();
  expect(shown.logs).toBe('comment');
  for (const event of [shown.event, null]) expect(await refused({ ...shown, event }, stranger)).toBe('moved');
  expect(await refused(shown, author)).toBe('moved');
  expect(await refused(shown, crypto.randomUUID())).toBe('moved');
  expect(await rows()).toBe(0);
  expect(await refused(shown)).toBe(null);
  expect(await refused(await view(personKey(AUTHOR)), author)).toBe(null);
  expect(await rows()).toBe(2);
});

test('what the panel showed is logged, or nothing', async () => {
  const { report, view, refused, items } = await post([AUTHOR, comment()]);
  const shown = await view();
  await report([{ ...comment(), role: 'author', said: undefined }], {
    permalink: 'https://mail.example/post/2',
  });
  expect(await refused(shown)).toBe('moved');
  expect(await items()).toEqual([]);
  expect(await refused(await view())).toBe(null);
});
