import fc from 'fast-check';
import { v7 as uuid } from 'uuid';
import { expect, test } from 'vitest';
import type { Query } from '@/lib/crm/segments';
import { explain } from '@/lib/insight/query';
import { findMembers, idsIn } from '@/lib/store/segment-find';
import { frameOf } from '@/lib/store/segment-frame';
import { subjectOf } from '@/lib/store/segment-subject';
import { run, step } from './lists-steps';
import { aQuery, log } from './segments-queries';
import { newStore, type Store } from './support';

/** So many were found whom the user did not take up. */
let left = 0;

/** Whom the query finds among everybody, and whom when each is asked by itself. */
async function bothWays({ db, clock }: Store, query: Query): Promise<[string[], string[]]> {
  const when = { now: clock.now, zone: 'Asia/Shanghai' };
  const members = await findMembers(db, query, when);
  const found = idsIn(members);
  const { everybody } = members;
  // Of those alone whom the user took up it finds the same; others are not asked about.
  const taken = idsIn(await findMembers(db, query, when, 'taken'));
  expect(taken).toEqual(found.filter((id) => everybody.taken[everybody.placeOf(id)] === 1));
  left += found.length - taken.length;
  const one = await db.transaction('r', db.tables, async () => {
    const frame = await frameOf(db, when);
    const ids: string[] = [];
    for (const id of (await db.contacts.toCollection().primaryKeys()).sort()) {
      const subject = await subjectOf(db, id, when);
      if (subject && explain(query, subject, frame).holds) ids.push(id);
    }
    return ids;
  });
  return [found, one];
}

test('after whatever commands everybody who is found is found when asked alone, and nobody else', async () => {
  let found = 0;
  await fc.assert(
    fc.asyncProperty(
      fc.array(fc.tuple(step, log), { minLength: 4, maxLength: 20 }),
      fc.array(aQuery, { minLength: 3, maxLength: 3 }),
      async (sequence, queries) => {
        const store = await newStore();
        const saved: Blob[] = [];
        for (const [one, event] of sequence) {
          await run(store, one, saved);
          await event(store);
        }
        // Somebody whom the user did not take up is always there.
        const file = new Blob(['First name,Last name,Email\nIda,Berg,ida@berg.test\n']);
        await store.call('imports.run', { id: uuid(), name: 'people.csv', file, options: {}, choices: [] });
        for (const make of queries) {
          const query = await make(store);
          const [all, each] = await bothWays(store, query);
          expect({ query, found: all }).toEqual({ query, found: each });
          found += all.length;
          // Whatever was kept of the first asking is good for no later state.
          await run(store, sequence[0]![0], saved);
          const [later, alone] = await bothWays(store, query);
          expect({ query, found: later }).toEqual({ query, found: alone });
        }
        await store.db.delete();
      },
    ),
    { numRuns: 25 },
  );
  expect([found > 20, left > 0]).toEqual([true, true]);
}, 180_000);
