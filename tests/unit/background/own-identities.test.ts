import { expect, test } from 'vitest';
import { ownKeys, rememberOwn } from '@/entrypoints/background/own-identities';
import type { PageContext, Person } from '@/lib/sites/page-context';
import { newStore } from '../store/support';

const me = (value: string): Person => ({
  role: 'viewer',
  name: null,
  contactPoints: [{ kind: 'email', value }],
});
const shows = (...viewer: Person[]) => [{ viewer } as PageContext];
const [A, B] = ['https://a.example', 'https://b.example'];

test('who a page shows as the user is known on every page of the site, and on no other site', async () => {
  const { db } = await newStore();
  await rememberOwn(db, A, shows(me('Me@lab.test')));
  await rememberOwn(db, A, shows());
  expect([...(await ownKeys(db, A))]).toEqual(['me@lab.test']);
  expect([...(await ownKeys(db, B))]).toEqual([]);
  expect([...(await ownKeys(db, null))]).toEqual([]);
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
  expect([...(await ownKeys(db, A))].sort()).toEqual(['one@lab.test', 'three@lab.test', 'two@lab.test']);
});

test('what the user took out stays out, and stands in Settings no more', async () => {
  const { db, call } = await newStore();
  await rememberOwn(db, A, shows(me('shared@lab.test'), me('me@lab.test')));
  await call('device.disown', { site: A, key: 'shared@lab.test' });
  await rememberOwn(db, A, shows(me('shared@lab.test'), me('new@lab.test')));
  expect([...(await ownKeys(db, A))].sort()).toEqual(['me@lab.test', 'new@lab.test']);
  // It is of this device alone: no history, nothing to undo.
  expect((await call('changes.list', {})).items).toEqual([]);
});

test('a page that shows hundreds of identities teaches no more than a few', async () => {
  const { db } = await newStore();
  for (let page = 0; page < 5; page += 1)
    await rememberOwn(db, A, shows(...Array.from({ length: 10 }, (_, i) => me(`u${page}-${i}@lab.test`))));
  expect((await ownKeys(db, A)).size).toBe(20);
});
