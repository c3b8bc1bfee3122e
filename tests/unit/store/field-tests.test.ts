import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { FactTest } from '@/lib/crm/contact-filter';
import type { Clause, Query } from '@/lib/crm/segments';
import { explain } from '@/lib/insight/query';
import { contactIds } from '@/lib/store/contact-list';
import { type Database, openDatabase } from '@/lib/store/database';
import { keepImages } from '@/lib/store/held-pages';
import { findMembers, idsIn } from '@/lib/store/segment-find';
import { frameOf } from '@/lib/store/segment-frame';
import { subjectsOf } from '@/lib/store/segment-subject';
import { newStore, START } from './support';

const sort = { by: 'name', descending: false } as const;
const LONG = `Wants ${'very '.repeat(30)}quiet lamps`;
const VALUES = [
  'Gold',
  'gold',
  'Gòld',
  'silver\nlined',
  '1 200',
  '12',
  'Gold\u001fsilver',
  LONG,
  `${LONG} 12`,
];
const HAS = ['is', 'isNot', 'contains', 'empty', 'filled', 'range'] as const;

const aClause = fc.oneof(
  fc.record({
    ask: fc.constant('point' as const),
    kind: fc.constantFrom('email' as const, 'url' as const),
    has: fc.constant('contains' as const),
    value: fc.constantFrom('1@A', 'example', 'shop'),
  }),
  fc.record({
    ask: fc.constant('fact' as const),
    field: fc.constantFrom('level', 'city'),
    has: fc.constantFrom(...HAS),
    value: fc.constantFrom('GOLD', 'silver', 'quiet', LONG, 'x'),
    range: fc.constantFrom({ min: 100 }, { max: 12 }, {}),
  }),
) satisfies fc.Arbitrary<Clause>;

const aFact = fc.record({ field: fc.constantFrom('level', 'city'), value: fc.constantFrom(...VALUES) });

test('who is found by a field from packed pages is who is found by the rows, also where values are long or were put aside', async () => {
  let found = 0;
  await fc.assert(
    fc.asyncProperty(
      fc.array(fc.array(aFact, { maxLength: 3 }), { minLength: 1, maxLength: 6 }),
      fc.array(aClause, { minLength: 3, maxLength: 6 }),
      fc.nat(5),
      async (people, clauses, aside) => {
        const { db, call, clock } = await newStore();
        const ids: string[] = [];
        for (const [at, facts] of people.entries()) {
          const { id } = await call('contacts.add', {
            draft: { name: `Person ${at}`, facts, points: [{ kind: 'email', value: `p${at}@aa.example` }] },
          });
          ids.push(id);
        }
        const [first] = Object.keys((await db.contacts.get(ids[aside % ids.length]!))!.body.facts);
        if (first) await call('contacts.removeFact', { id: ids[aside % ids.length]!, factId: first });
        if (aside % 2 === 0) await keepImages(db);
        const fresh = await openDatabase(db.name);
        const when = { now: clock.now, zone: 'UTC' };
        const [frame, subjects] = [await frameOf(fresh, when), await subjectsOf(fresh, ids, when)];
        for (const clause of clauses) {
          const members = idsIn(await findMembers(fresh, clause, when));
          const told = ids.filter((id) => explain(clause, subjects.get(id)!, frame).holds);
          expect([clause, members]).toEqual([clause, told.sort()]);
          found += members.length;
        }
        fresh.close();
        await db.delete();
      },
    ),
    { numRuns: 25 },
  );
  expect(found).toBeGreaterThan(30);
}, 60_000);

/** Tests that the table's filter and a segment can both ask. */
const aTest = fc.oneof(
  fc.record({
    field: fc.constantFrom('level', 'city', 'point:email', 'point:url'),
    has: fc.constantFrom('contains' as const, 'empty' as const, 'filled' as const),
    value: fc.constantFrom('GOLD', 'silver', 'quiet', 'p1', LONG),
  }),
  fc.record({
    field: fc.constantFrom('level', 'city'),
    has: fc.constant('is' as const),
    value: fc.constantFrom('GOLD', '12', LONG),
  }),
) satisfies fc.Arbitrary<FactTest>;

/** The same, asked by a segment of everybody. */
function asQuery(tests: readonly FactTest[]): Query {
  const clauses = tests.map(({ field, ...asked }) => {
    const [, kind] = field.split(':');
    return (kind ? { ask: 'point', kind, ...asked } : { ask: 'fact', field, ...asked }) as Clause;
  });
  const ofAnyKind = (['work', 'personal'] as const).map((is) => ({ ask: 'kind' as const, is }));
  return { all: [{ any: ofAnyKind }, ...clauses] };
}

test('the filter of the table finds whom a segment finds that asks the same of fields', async () => {
  let [found, left] = [0, 0];
  await fc.assert(
    fc.asyncProperty(
      fc.array(fc.array(aFact, { maxLength: 3 }), { minLength: 2, maxLength: 8 }),
      fc.array(fc.array(aTest, { minLength: 1, maxLength: 2 }), { minLength: 4, maxLength: 6 }),
      async (people, filters) => {
        const { db, call, clock } = await newStore();
        for (const [at, facts] of people.entries()) {
          const points = at % 2 ? [{ kind: 'email' as const, value: `p${at}@aa.example` }] : [];
          const { id } = await call('contacts.add', { draft: { name: `Person ${at}`, facts, points } });
          const fact = Object.keys((await db.contacts.get(id))!.body.facts)[0];
          if (at % 4 === 1) await call('contacts.edit', { id, kind: 'personal' });
          if (at % 4 === 2 && fact) await call('contacts.removeFact', { id, factId: fact });
          if (at % 4 === 3) await call('contacts.delete', { ids: [id] });
        }
        for (const tests of filters) {
          const listed = await call('contacts.ids', { filter: { facts: tests }, sort });
          const when = { now: clock.now, zone: 'UTC' };
          const members = idsIn(await findMembers(db, asQuery(tests), when));
          expect([tests, [...listed].sort()]).toEqual([tests, members]);
          found += listed.length;
          left += people.length - listed.length;
        }
        await db.delete();
      },
    ),
    { numRuns: 25 },
  );
  expect([found > 30, left > 30]).toEqual([true, true]);
}, 60_000);

test('a way to reach somebody is compared whole by the filter, in either way of writing', async () => {
  const { call } = await newStore();
  const points = [{ kind: 'email' as const, value: 'Ada@aa.example' }];
  const { id } = await call('contacts.add', { draft: { name: 'Ada', points } });
  const ask = (value: string) =>
    call('contacts.ids', { filter: { facts: [{ field: 'point:email', has: 'is', value }] }, sort });
  expect(await ask('ada@AA.example')).toEqual([id]);
  expect(await ask('ada@aa')).toEqual([]);
});

test('who has no tag is found from packed pages; a deleted tag is none', async () => {
  const { db, call } = await newStore();
  const drafts = ['Ada', 'Bo', 'Cleo', 'Dan'].map((name) => ({ name }));
  const { ids } = await call('contacts.addMany', { drafts });
  const [ada, bo, cleo, dan] = ids as [string, string, string, string];
  await call('tags.assign', { contactIds: [ada, bo], path: 'Old' });
  await call('tags.assign', { contactIds: [bo, cleo], path: 'Region' });
  const old = (await db.tags.toArray()).find(({ body }) => body.name === 'Old')!;
  const untagged = async () => (await call('contacts.ids', { filter: { untagged: true }, sort })).sort();
  expect(await untagged()).toEqual([dan]);
  await call('tags.delete', { id: old.id });
  expect(await untagged()).toEqual([ada, dan].sort());
  const fresh = await openDatabase(db.name);
  const read = readFrom(fresh);
  const asked = { filter: { untagged: true }, sort, now: START };
  expect([(await contactIds(fresh, asked)).length, read]).toEqual([2, []]);
  fresh.close();
});

/** Ids of contacts whose rows are read from now on. */
function readFrom(db: Database): string[] {
  const read: string[] = [];
  db.contacts.hook('reading', (row) => {
    if (!read.includes(row.id)) read.push(row.id);
    return row;
  });
  return read;
}

test('of all who are asked by a field the rows of those alone are read of whom a value is long', async () => {
  const { db, call, clock } = await newStore();
  const draft = (name: string, value: string) => ({ name, facts: [{ field: 'level', value }] });
  const drafts = [draft('Ada', 'Gold'), draft('Bo', 'Silver'), draft('Cleo', LONG)];
  const { ids } = await call('contacts.addMany', { drafts });
  const fresh = await openDatabase(db.name);
  const read = readFrom(fresh);
  const ask = async (value: string) => {
    const members = await findMembers(
      fresh,
      { ask: 'fact', field: 'level', has: 'contains', value },
      { now: clock.now, zone: 'UTC' },
    );
    return idsIn(members);
  };
  expect(await ask('gold')).toEqual([ids[0]]);
  expect(await ask('quiet lamps')).toEqual([ids[2]]);
  expect(read).toEqual([ids[2]]);
  const filter = (test: Omit<FactTest, 'field'>) =>
    contactIds(fresh, {
      filter: { facts: [{ field: 'level', ...test }] },
      sort,
      now: clock.now,
    });
  read.length = 0;
  // Whether anything stands there is told by a long value too, though not what it says.
  expect([await filter({ has: 'filled' }), read]).toEqual([ids, []]);
  expect([await filter({ has: 'is', value: 'gold' }), read]).toEqual([[ids[0]], [ids[2]]]);
  fresh.close();
});
