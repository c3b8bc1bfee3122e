import { expect, test } from 'vitest';
import { withDirection } from '@/entrypoints/background/mail-log';
import { type Own, ownOn, rememberOwn } from '@/entrypoints/background/own-identities';
import { recognise } from '@/entrypoints/background/recognise';
import type { PageAccount, PageContext, Person, PersonRole } from '@/lib/sites/page-context';
import type { Database } from '@/lib/store/database';
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
