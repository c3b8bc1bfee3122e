import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { Clause } from '@/lib/crm/segments';
import { explain } from '@/lib/insight/query';
import { openDatabase } from '@/lib/store/database';
import { keepImages } from '@/lib/store/held-pages';
import { findMembers, idsIn } from '@/lib/store/segment-find';
import { frameOf } from '@/lib/store/segment-frame';
import { subjectsOf } from '@/lib/store/segment-subject';
import { newStore } from './support';

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

test('of all who are asked by a field the rows of those alone are read of whom a value is long', async () => {
  const { db, call, clock } = await newStore();
  const draft = (name: string, value: string) => ({ name, facts: [{ field: 'level', value }] });
  const drafts = [draft('Ada', 'Gold'), draft('Bo', 'Silver'), draft('Cleo', LONG)];
  const { ids } = await call('contacts.addMany', { drafts });
  const fresh = await openDatabase(db.name);
  const read: string[] = [];
  fresh.contacts.hook('reading', (row) => {
    read.push(row.id);
    return row;
  });
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
  expect([...new Set(read)]).toEqual([ids[2]]);
  fresh.close();
});
