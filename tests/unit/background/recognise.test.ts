import { expect, test } from 'vitest';
import type { PageContext, Person } from '@/lib/sites/page-context';
import { EVERYWHERE, rememberIdentity } from '@/lib/store/identities';
import { linkTo } from '../../../entrypoints/background/link-person';
import { mailDraft } from '../../../entrypoints/background/mail-log';
import { pageEvent } from '../../../entrypoints/background/page-events';
import { personKey, placeOf, recognise } from '../../../entrypoints/background/recognise';
import { DAY, newStore } from '../store/support';

const LI_WEI: Person = {
  role: 'profile',
  name: 'Li Wei',
  contactPoints: [{ kind: 'handle', value: 'linkedin:li-wei-88' }],
};
const NOBODY: ReadonlySet<string> = new Set();
const PROFILE = 'https://www.linkedin.com/in/li-wei-88/';

const page = (changed: Partial<PageContext> = {}): PageContext => ({
  site: 'linkedin',
  kind: 'profile',
  people: [LI_WEI],
  viewer: [],
  subject: null,
  permalink: PROFILE,
  messageKey: null,
  threadKey: null,
  at: null,
  precision: null,
  direction: null,
  variant: null,
  ...changed,
});

async function storeWith(...companies: string[]) {
  const store = await newStore();
  const ids: string[] = [];
  for (const value of companies)
    ids.push(
      (await store.call('contacts.add', { draft: { name: 'Li Wei', facts: [{ field: 'company', value }] } }))
        .id,
    );
  const who = async (context = page()) => {
    const [person] = await recognise(store.db, context, NOBODY);
    if (!person) throw new Error('nobody');
    return person;
  };
  return { ...store, ids, who };
}

test('a profile whose handle nobody has is a question by name, of three at most', async () => {
  const { who, ids } = await storeWith('Acme', 'Sanhe', 'Fjordlab', 'Havn');
  const person = await who();
  expect(person).toMatchObject({ contactId: null, byName: true });
  expect(person.candidates).toHaveLength(3);
  expect(ids).toEqual(expect.arrayContaining(person.candidates.map(({ id }) => id)));
});

test('an address on a profile does not forbid the question; the address of a sender does', async () => {
  const { who } = await storeWith('Acme');
  const email = { kind: 'email' as const, value: 'li@elsewhere.example' };
  const both = { ...LI_WEI, contactPoints: [email, ...LI_WEI.contactPoints] };
  expect((await who(page({ people: [both] }))).candidates).toHaveLength(1);
  const sender = { ...both, role: 'sender' as const };
  expect((await who(page({ kind: 'message', people: [sender] }))).candidates).toEqual([]);
  expect((await who(page({ people: [{ ...both, spoof: true }] }))).candidates).toEqual([]);
});

test('Yes gives the handle to the contact, with the page as its source; then it is known by it, and since when', async () => {
  const { db, call, who, clock, ids } = await storeWith('Acme');
  const [id = ''] = ids;
  const on = { shown: LI_WEI, context: page(), origin: 'https://www.linkedin.com' };
  const point = await linkTo(db, on, id, clock.now);
  expect(point).toEqual({
    kind: 'handle',
    value: 'linkedin:li-wei-88',
    from: { how: 'page', source: 'www.linkedin.com', link: PROFILE },
  });
  if (point) await call('contacts.setPoint', { id, point });
  expect(await who()).toMatchObject({
    contactId: id,
    by: { kind: 'handle', value: 'linkedin:li-wei-88', since: clock.now },
  });
  // Undo unlinks.
  await call('changes.undo', {});
  expect(await who()).toMatchObject({ contactId: null, byName: true });
});

test('No holds on every page that shows the handle, but not for somebody of that name who is added later', async () => {
  const { db, call, who, clock } = await storeWith('Acme');
  await rememberIdentity(db, EVERYWHERE, personKey(LI_WEI), null, clock.now);
  const post = page({
    kind: 'post',
    people: [{ ...LI_WEI, role: 'author' }],
    permalink: 'https://x.example/1',
  });
  for (const context of [page(), post]) expect((await who(context)).candidates).toEqual([]);
  const { id } = await call('contacts.add', { draft: { name: 'Li Wei' } });
  expect((await who(post)).candidates.map((hit) => hit.id)).toEqual([id]);
});

test('after "not this person" on a profile, whoever is given its handle then is recognised', async () => {
  const { db, call, who, clock, ids } = await storeWith('Acme', 'Sanhe');
  const [first = '', second = ''] = ids;
  const point = { kind: 'handle' as const, value: 'linkedin:li-wei-88' };
  await call('contacts.setPoint', { id: first, point });
  expect((await who()).contactId).toBe(first);
  await rememberIdentity(db, placeOf(page()) ?? '', personKey(LI_WEI), null, clock.now);
  expect(await who()).toMatchObject({ contactId: null, candidates: [] });
  await call('contacts.setPoint', { id: second, point });
  expect((await who()).contactId).toBe(second);
  // Said to be the first one after all: they have the handle, and the answer is kept for the page.
  const on = { shown: LI_WEI, context: page(), origin: 'https://www.linkedin.com' };
  expect(await linkTo(db, on, first, clock.now)).toBe(null);
  expect(await who()).toMatchObject({ contactId: first, by: { kind: 'handle' } });
});

test('a conversation is logged once a day, a post once, and of neither any text', async () => {
  const { call, ids, clock } = await storeWith('Acme');
  const chat = page({
    kind: 'message',
    threadKey: '2-Zm',
    direction: 'in',
    people: [{ ...LI_WEI, role: 'sender' }],
  });
  const post = page({ kind: 'post', permalink: 'https://www.linkedin.com/posts/1' });
  const log = (context: PageContext, now: number) =>
    call('activities.log', { activity: mailDraft(context, ids, { now, account: null }) });
  expect((await log(chat, clock.now)).already).toBe(false);
  expect((await log(chat, clock.now)).already).toBe(true);
  expect((await log(chat, clock.now + 2 * DAY)).already).toBe(false);
  expect((await log(post, clock.now)).already).toBe(false);
  expect((await log(post, clock.now + 2 * DAY)).already).toBe(true);
  const { items } = await call('activities.list', { contactId: ids[0] ?? '' });
  expect(items.map(({ type, direction, precision, link }) => [type, direction, precision, link])).toEqual(
    expect.arrayContaining([
      ['message', 'in', 'day', PROFILE],
      ['message', null, 'day', 'https://www.linkedin.com/posts/1'],
    ]),
  );
  for (const { text } of items) expect(text).toBe('');
  expect(pageEvent(page(), clock.now, null)).toMatchObject({ logs: null, keys: [] });
});
