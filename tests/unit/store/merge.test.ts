import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { rebuildFigures } from '@/lib/store/figures';
import { expectListsTrue } from './lists-check';
import { addPeople, draft, rowsOf } from './merge-support';
import { newStore, type Store } from './support';

const people = fc.array(draft, { minLength: 3, maxLength: 5 });
const turns = fc.array(fc.tuple(fc.nat(), fc.nat(), fc.nat()), { minLength: 1, maxLength: 6 });

async function merged(store: Store): Promise<string[]> {
  const rows = await store.db.contacts.where('k.identity').above('').toArray();
  return rows.map((row) => row.id);
}

/** Takes everybody out again, in an order that chance gives; who went into one that is itself merged waits for that one. */
async function unmergeAll(store: Store, order: number[]): Promise<void> {
  for (let turn = 0; ; turn += 1) {
    const ids = await merged(store);
    if (ids.length === 0) return;
    let id = ids[(order[turn % order.length] ?? 0) % ids.length]!;
    for (let done = false; !done; ) {
      const answer = await store.ask('contacts.unmerge', { id });
      done = answer.ok;
      if (!answer.ok) expect(answer.error.code).toBe('conflict');
      id = (await store.db.contacts.get(id))?.body.mergedInto ?? '';
    }
  }
}

/** What is derived says what computing it from nothing says. */
async function expectDerivedTrue(store: Store): Promise<void> {
  const { db } = store;
  await expectListsTrue(db);
  const plain = async () => (await db.figures.toArray()).map((one) => ({ ...one, revision: '' }));
  const kept = await plain();
  await db.transaction('rw', db.tables, async () => {
    await rebuildFigures(db, await db.contacts.toCollection().primaryKeys(), '2026-03-02', 'x');
  });
  expect(kept).toEqual(await plain());
}

async function mergeSome(store: Store, ids: string[], sequence: [number, number, number][]): Promise<void> {
  for (const [a, b, chosen] of sequence) {
    const [into, from] = [ids[a % ids.length]!, ids[b % ids.length]!];
    const bodies = (await store.db.contacts.bulkGet([into, from])).map((row) => row!.body);
    const facts = bodies.flatMap((body) => Object.keys(body.facts));
    const dates = bodies.flatMap((body) => Object.keys(body.dates));
    const pick = (list: string[]) => (list.length > 0 ? [list[chosen % list.length]!] : []);
    const choices = chosen % 2 ? { name: from, facts: pick(facts), dates: pick(dates) } : undefined;
    await store.ask('contacts.merge', { groups: [{ into, from: [from], choices }] });
  }
}

describe('merging and taking out again', () => {
  test('is identity, in whatever order and however long the chains', async () => {
    await fc.assert(
      fc.asyncProperty(
        people,
        turns,
        fc.array(fc.nat(), { minLength: 4, maxLength: 4 }),
        async (drafts, sequence, order) => {
          const store = await newStore();
          const ids = await addPeople(store, drafts);
          const before = await rowsOf(store);
          await mergeSome(store, ids, sequence);
          await expectDerivedTrue(store);
          await unmergeAll(store, order);
          expect(await rowsOf(store)).toEqual(before);
          await expectDerivedTrue(store);
          await store.db.delete();
        },
      ),
      { numRuns: 15 },
    );
  }, 120_000);

  test('is identity when it is undone', async () => {
    await fc.assert(
      fc.asyncProperty(people, turns, async (drafts, sequence) => {
        const store = await newStore();
        const ids = await addPeople(store, drafts);
        const states = [await rowsOf(store)];
        for (const turn of sequence) {
          const count = await store.db.contacts.where('k.identity').above('').count();
          await mergeSome(store, ids, [turn]);
          if ((await store.db.contacts.where('k.identity').above('').count()) > count)
            states.push(await rowsOf(store));
        }
        for (let state = states.pop(); states.length > 0; state = states.pop()) {
          expect(await rowsOf(store)).toEqual(state);
          await store.call('changes.undo', {});
        }
        expect(await merged(store)).toEqual([]);
        await expectDerivedTrue(store);
        await store.db.delete();
      }),
      { numRuns: 10 },
    );
  }, 120_000);
});
