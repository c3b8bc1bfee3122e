import { expect, test } from 'vitest';
import { autologged, mailDraft, withDirection } from '@/entrypoints/background/mail-log';
import { type Own, ownOn, rememberOwn } from '@/entrypoints/background/own-identities';
import { recognise } from '@/entrypoints/background/recognise';
import type { PageAccount, PageContext, Person, PersonRole } from '@/lib/sites/page-context';
import type { Database } from '@/lib/store/database';
import { learnOwn } from '@/lib/store/own-seen';
import { newStore } from '../store/support';

const one = (role: PersonRole, value: string): Person => ({
  role,
  name: null,
  contactPoints: [{ kind: 'email', value }],
});
const me = (value: string): Person => one('viewer', value);
const shows = (...viewer: Person[]) => [{ viewer } as PageContext];
const [A, B] = ['https://a.example', 'https://b.example'];
const mineOn = async (db: Database, site: string | null, contexts: PageContext[] = []) =>
  [...(await ownOn(db, site, contexts)).mine].sort();

const FIRST: PageAccount = { name: '0' };
const SECOND: PageAccount = { name: '1' };
const LENT: PageAccount = { name: 'd/AB', lent: true };
/** A mail as the page of an account tells it; what the page takes for the user is told of nobody. */
const mail = (account: PageAccount | undefined, from: string, to: string[], viewer: string[] = []) =>
  ({
    site: 'gmail',
    kind: 'message',
    people: [one('sender', from), ...to.map((value) => one('recipient', value))],
    viewer: viewer.map(me),
    ...(account && { account }),
    direction: viewer.length > 0 ? 'in' : null,
    threadKey: null,
    messageKey: null,
    permalink: null,
  }) as unknown as PageContext;
/** Direction, and who is shown. */
const told = async (db: Database, context: PageContext) => {
  const own: Own = await ownOn(db, A, [context]);
  const { direction } = withDirection(context, own);
  return [direction, ...(await recognise(db, context, own.mine)).map(({ address }) => address)];
};

test('who a page shows as the user is known on every page of the site, and on no other site', async () => {
  const { db } = await newStore();
  await rememberOwn(db, A, shows(me('Me@lab.test')));
  await rememberOwn(db, A, shows());
  expect(await mineOn(db, A)).toEqual(['me@lab.test']);
  expect(await mineOn(db, B)).toEqual([]);
  expect(await mineOn(db, null)).toEqual([]);
});

test('several accounts stand side by side, and nothing is written twice', async () => {
  const { db } = await newStore();
  await rememberOwn(db, A, shows(me('one@lab.test'), me('two@lab.test')));
  let writes = 0;
  db.device.hook('updating', () => {
    writes += 1;
  });
  await rememberOwn(db, A, shows(me('two@lab.test')));
  expect(writes).toBe(0);
  await rememberOwn(db, A, shows(me('three@lab.test')));
  expect(writes).toBe(1);
  expect(await mineOn(db, A)).toEqual(['one@lab.test', 'three@lab.test', 'two@lab.test']);
});

test('what the user took out stays out, and stands in Settings no more', async () => {
  const { db, call } = await newStore();
  await rememberOwn(db, A, shows(me('shared@lab.test'), me('me@lab.test')));
  await call('device.disown', { site: A, key: 'shared@lab.test' });
  await rememberOwn(db, A, shows(me('shared@lab.test'), me('new@lab.test')));
  expect(await mineOn(db, A)).toEqual(['me@lab.test', 'new@lab.test']);
  // It is of this device alone: no history, nothing to undo.
  expect((await call('changes.list', {})).items).toEqual([]);
});

test('a page that shows hundreds of identities teaches no more than a few', async () => {
  const { db } = await newStore();
  for (let page = 0; page < 5; page += 1)
    await rememberOwn(db, A, shows(...Array.from({ length: 10 }, (_, i) => me(`u${page}-${i}@lab.test`))));
  expect((await mineOn(db, A)).length).toBe(20);
});

test('of two accounts of one site both are the user, and the one that is open decides what came in', async () => {
  const { db } = await newStore();
  await rememberOwn(db, A, [mail(FIRST, 'x@y.example', [], ['work@lab.test'])]);
  await rememberOwn(db, A, [mail(SECOND, 'x@y.example', [], ['home@lab.test'])]);
  // From the first to the second, read in each; a page of its own shows no account, but its address names it.
  expect(await told(db, mail(SECOND, 'work@lab.test', ['home@lab.test']))).toEqual(['in']);
  expect(await told(db, mail(FIRST, 'work@lab.test', ['home@lab.test']))).toEqual(['out']);
  // To somebody else as well: the user wrote to them, wherever it is read.
  expect(await told(db, mail(SECOND, 'work@lab.test', ['home@lab.test', 'li@acme.test']))).toEqual([
    'out',
    'li@acme.test',
  ]);
  expect(await told(db, mail(SECOND, 'li@acme.test', ['home@lab.test', 'work@lab.test']))).toEqual([
    'in',
    'li@acme.test',
  ]);
});

test('a page whose account cannot be told goes by what the user set and the site showed', async () => {
  const { db, call } = await newStore();
  await rememberOwn(db, A, shows(me('work@lab.test')));
  await call('settings.include', { list: 'ownPoints', values: ['alias@lab.test'], on: true });
  expect(await told(db, mail(undefined, 'work@lab.test', ['li@acme.test']))).toEqual(['out', 'li@acme.test']);
  expect(await told(db, mail(undefined, 'alias@lab.test', ['li@acme.test']))).toEqual([
    'out',
    'li@acme.test',
  ]);
  expect(await told(db, mail(undefined, 'li@acme.test', ['work@lab.test']))).toEqual(['in', 'li@acme.test']);
});

test('an alias that a page does not know as the user, and an address with something behind a plus, are theirs', async () => {
  const { db, call } = await newStore();
  await call('settings.include', { list: 'ownPoints', values: ['sales@lab.test'], on: true });
  expect(await told(db, mail(FIRST, 'sales@lab.test', ['li@acme.test'], ['work@lab.test']))).toEqual([
    'out',
    'li@acme.test',
  ]);
  expect(await told(db, mail(FIRST, 'li@acme.test', ['work+news@lab.test'], ['work@lab.test']))).toEqual([
    'in',
    'li@acme.test',
  ]);
  expect(await told(db, mail(FIRST, 'work+x@lab.test', ['li@acme.test'], ['work@lab.test']))).toEqual([
    'out',
    'li@acme.test',
  ]);
});

test('a lent mailbox is the user while it is open, and somebody else in every other account', async () => {
  const { db } = await newStore();
  await rememberOwn(db, A, [mail(FIRST, 'x@y.example', [], ['work@lab.test'])]);
  await rememberOwn(db, A, [mail(LENT, 'x@y.example', [], ['desk@lab.test'])]);
  expect(await told(db, mail(LENT, 'desk@lab.test', ['li@acme.test']))).toEqual(['out', 'li@acme.test']);
  expect(await told(db, mail(FIRST, 'desk@lab.test', ['work@lab.test']))).toEqual(['in', 'desk@lab.test']);
  expect(await told(db, mail(FIRST, 'work@lab.test', ['desk@lab.test']))).toEqual(['out', 'desk@lab.test']);
});

test('an account number that goes to another account brings nothing along', async () => {
  const { db } = await newStore();
  await rememberOwn(db, A, [mail(FIRST, 'x@y.example', [], ['desk@lab.test'])]);
  const next = mail(FIRST, 'desk@lab.test', ['work@lab.test'], ['work@lab.test']);
  // From a private window nothing is remembered, and what the page shows now is told before what it showed once.
  expect([...(await ownOn(db, A, [next])).open]).toEqual(['work@lab.test']);
  await rememberOwn(db, A, [next]);
  expect([...(await ownOn(db, A, [mail(FIRST, 'x@y.example', [])])).open]).toEqual(['work@lab.test']);
});

test('of the accounts of a site the last ones are kept, and the name of none', async () => {
  const { db } = await newStore();
  for (let session = 0; session < 20; session += 1)
    await rememberOwn(db, A, [mail({ name: `session-${session}` }, 'x@y.example', [], ['me@lab.test'])]);
  const { ownAccounts = {} } = (await db.device.get('device')) ?? {};
  expect(Object.keys(ownAccounts[A] ?? {})).toHaveLength(8);
  expect(JSON.stringify(ownAccounts)).not.toContain('session');
  expect([...(await ownOn(db, A, [mail({ name: 'session-19' }, 'x@y.example', [])])).open]).toEqual([
    'me@lab.test',
  ]);
});

test.each([
  ['sent, with an account of theirs in copy', 'work@lab.test', ['li@acme.test', 'home@lab.test']],
  ['that came to two accounts', 'li@acme.test', ['work@lab.test', 'home@lab.test']],
])('a mail %s stands once on the time line, wherever it is read', async (_, from, to) => {
  const { db, call, clock } = await newStore();
  const { id } = await call('contacts.add', {
    draft: { name: 'Li', points: [{ kind: 'email', value: 'li@acme.test' }] },
  });
  await call('contacts.edit', { id, autolog: true });
  const logged: number[] = [];
  const read = async (account: PageAccount, messageKey: string, viewer: string, late: number) => {
    const page = mail(account, from, to, [viewer]);
    const people = page.people.filter(({ contactPoints }) => contactPoints[0]?.value !== viewer);
    const shown: PageContext = {
      ...page,
      people,
      messageKey,
      subject: 'Price list',
      at: clock.now + late,
      precision: 'minute',
      direction: from === viewer ? 'out' : 'in',
    };
    await rememberOwn(db, A, [shown]);
    const own = await ownOn(db, A, [shown]);
    const settled = withDirection(shown, own);
    const ids = await autologged(db, settled, A, own, clock.now);
    const activity = mailDraft(settled, [id], { now: clock.now, account: own.account });
    // By hand, too, it is logged already.
    await call('activities.log', { activity });
    logged.push(ids.length);
  };
  await read(FIRST, '18a', 'work@lab.test', 0);
  await read(SECOND, '18b', 'home@lab.test', 60_000);
  await read({ name: 'd/AB', lent: true }, '18c', 'desk@lab.test', 0);
  // Another mail of that minute in one account is another.
  await read(FIRST, '18d', 'work@lab.test', 0);
  expect(logged).toEqual([1, 0, 0, 1]);
  expect((await call('activities.list', { contactId: id })).items).toHaveLength(2);
});

test('a lent mailbox that an earlier version took for the user goes back to it, what the user said stays', async () => {
  const { db, call } = await newStore();
  await learnOwn(db, A, ['work@lab.test', 'desk@lab.test', 'gone@lab.test']);
  await call('device.disown', { site: A, key: 'gone@lab.test' });
  await rememberOwn(db, A, [mail(FIRST, 'x@y.example', [], ['work@lab.test'])]);
  await rememberOwn(db, A, [mail(LENT, 'x@y.example', [], ['desk@lab.test', 'work@lab.test'])]);
  expect(await mineOn(db, A)).toEqual(['work@lab.test']);
  expect(await told(db, mail(FIRST, 'desk@lab.test', ['work@lab.test']))).toEqual(['in', 'desk@lab.test']);
  expect((await db.device.get('device'))?.ownSeen[A]).toEqual({
    'work@lab.test': true,
    'gone@lab.test': false,
  });
});

test('what the user took out is a colleague in the account that showed it, too', async () => {
  const { db, call } = await newStore();
  await rememberOwn(db, A, [mail(FIRST, 'x@y.example', [], ['work@lab.test', 'li@lab.test'])]);
  await call('device.disown', { site: A, key: 'li@lab.test' });
  const shown = mail(FIRST, 'li@lab.test', ['work@lab.test'], ['work@lab.test', 'li@lab.test']);
  for (const page of [mail(FIRST, 'li@lab.test', ['work@lab.test']), shown])
    expect(await told(db, page)).toEqual(['in', 'li@lab.test']);
});

test('a lent mailbox that was taken out is nobody of theirs; taken back, it is lent as before', async () => {
  const { db, call } = await newStore();
  await rememberOwn(db, A, [mail(FIRST, 'x@y.example', [], ['work@lab.test'])]);
  await rememberOwn(db, A, [mail(LENT, 'x@y.example', [], ['desk@lab.test'])]);
  const open = async () => [...(await ownOn(db, A, [mail(LENT, 'x@y.example', [])])).open];
  await call('device.disown', { site: A, key: 'desk@lab.test' });
  expect(await open()).toEqual([]);
  await call('device.disown', { site: A, key: 'desk@lab.test', mine: true });
  expect(await open()).toEqual(['desk@lab.test']);
  expect(await mineOn(db, A)).toEqual(['work@lab.test']);
});

test('an alias that wrote to nobody who can be read wrote, unless it is of another account', async () => {
  const { db, call } = await newStore();
  await rememberOwn(db, A, [mail(SECOND, 'x@y.example', [], ['home@lab.test'])]);
  const values = ['sales@lab.test', 'home@lab.test'];
  await call('settings.include', { list: 'ownPoints', values, on: true });
  expect(await told(db, mail(FIRST, 'sales@lab.test', [], ['work@lab.test']))).toEqual(['out']);
  expect(await told(db, mail(FIRST, 'home@lab.test', [], ['work@lab.test']))).toEqual(['in']);
});

test('a lent mailbox that shows who reads it is another account than theirs', async () => {
  const { db } = await newStore();
  const [own, lent] = [
    await ownOn(db, A, [mail(FIRST, 'x@y.example', [], ['work@lab.test'])]),
    await ownOn(db, A, [mail(LENT, 'x@y.example', [], ['work@lab.test', 'desk@lab.test'])]),
  ];
  expect(own.account).toMatch(/^\w{6}$/);
  expect(lent.account).not.toBe(own.account);
});

test('an account that is read every day is kept, however many sign in beside it', async () => {
  const { db } = await newStore();
  await rememberOwn(db, A, [mail(FIRST, 'x@y.example', [], ['work@lab.test'])]);
  for (let session = 0; session < 20; session += 1) {
    await rememberOwn(db, A, [mail({ name: `session-${session}` }, 'x@y.example', [], ['me@lab.test'])]);
    await rememberOwn(db, A, [mail(FIRST, 'x@y.example', [])]);
  }
  expect([...(await ownOn(db, A, [mail(FIRST, 'x@y.example', [])])).open]).toEqual(['work@lab.test']);
  let writes = 0;
  db.device.hook('updating', () => {
    writes += 1;
  });
  await rememberOwn(db, A, [mail(FIRST, 'x@y.example', [])]);
  expect(writes).toBe(0);
});
