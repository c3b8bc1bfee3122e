import fc from 'fast-check';
import { v7 as uuid } from 'uuid';
import { describe, expect, test, vi } from 'vitest';
import { seedPractice } from '@/lib/store/practice';
import { forgetIndex, makePart } from '@/lib/store/search/build';
import { keepSearch } from '@/lib/store/search/keep';
import { STATE } from '@/lib/store/search/memory';
import { takeBack } from '@/lib/store/take-back';
import { DAY, importPeople, newStore, START, type Store } from '../support';
import { contentOf } from './content';

const WORDS = ['Ada Berg', 'Bo', '李慧敏', '华信贸易 Oslo', 'Price list', '+49 30 1234567', 'samples 样品'];
const step = fc.record({
  what: fc.nat(22),
  whom: fc.nat(5),
  other: fc.nat(5),
  word: fc.constantFrom(...WORDS),
});
type Step = typeof step extends fc.Arbitrary<infer S> ? S : never;

type Table = 'contacts' | 'companies' | 'tags' | 'tasks' | 'activities' | 'cases';
async function pick(store: Store, table: Table, nth: number) {
  const rows = (await store.db.table(table).toArray()).filter((row) => row.body.deletedAt === null);
  return rows[nth % rows.length];
}

/** Does one step. What the store refuses is no step. */
async function run(store: Store, { what, whom, other, word }: Step, saved: Blob[]): Promise<void> {
  const { ask, db } = store;
  store.clock.now += DAY / 3;
  const contact = await pick(store, 'contacts', whom);
  const points = [{ kind: 'phone' as const, value: `+4930123456${whom}` }];
  const draft = {
    name: word,
    tags: ['Seen'],
    facts: [{ field: 'company', value: word }],
    points,
    note: word,
  };
  if (!contact || what === 0) {
    await ask('contacts.add', { draft });
    return;
  }
  const id: string = contact.id;
  const all: string[] = (await db.contacts.toArray()).map((row) => row.id);
  const [activity, task, one, tag, company] = await Promise.all(
    (['activities', 'tasks', 'cases', 'tags', 'companies'] as const).map((table) =>
      pick(store, table, other),
    ),
  );
  const fact = Object.keys(contact.body.facts)[0];
  const about = other % 2 ? [] : [id];
  const steps: (() => Promise<unknown> | undefined)[] = [
    () => undefined,
    () => ask('contacts.edit', { id, name: word }),
    () => ask('contacts.setFact', { id, fact: { field: 'city', value: word } }),
    () => fact && ask('contacts.removeFact', { id, factId: fact }),
    () => ask('contacts.delete', { ids: all.slice(whom, whom + other) }),
    () => ask('notes.add', { contactIds: all.slice(whom, whom + 2), text: word, pinned: false }),
    () => activity && ask('notes.edit', { id: activity.id, text: word }),
    () => activity && ask('activities.delete', { ids: [activity.id] }),
    () => ask('activities.log', { activity: { type: 'mail', contactIds: [id], at: START, subject: word } }),
    () => ask('tasks.add', { title: word, contactIds: about }),
    () => task && ask('tasks.edit', { id: task.id, title: word, contactIds: about }),
    () => ask('cases.open', { title: word, contactIds: about, kind: 'question', text: word }),
    () => one && ask('cases.delete', { ids: [one.id] }),
    () => ask('tags.add', { path: word }),
    () => tag && ask('tags.delete', { id: tag.id }),
    () => company && ask('companies.edit', { id: company.id, name: word }),
    () => ask('contacts.erase', { id }),
    () => ask('changes.undo', {}),
    () => ask('changes.redo', {}),
    async () => {
      const answer = await ask('backup.save', {});
      if (answer.ok) saved.push((answer.value as { file: Blob }).file);
    },
    () => (saved.length > 0 ? ask('backup.restore', { file: saved[other % saved.length] }) : undefined),
    () => merge(store, id, all[other % all.length]!),
    () => takeBackLast(store),
  ];
  await steps[what]?.();
}

/** As another device would have merged them, or parted them again. */
async function merge({ ask }: Store, id: string, into: string): Promise<void> {
  const answer = await ask('backup.save', {});
  if (!answer.ok) return;
  const parts = JSON.parse(await (answer.value as { file: Blob }).file.text());
  const body = parts.contacts.find((one: { id: string }) => one.id === id);
  // Later than every clock of this store, which follows it from then on.
  const later = Math.max(...Object.values(parts).flatMap(clocksIn)) + 1;
  const clock = `${later.toString(16).padStart(12, '0')}0000-${uuid()}`;
  Object.assign(body, { mergedInto: body.mergedInto || id === into ? null : into, clock });
  const restored = await ask('backup.restore', { file: new Blob([JSON.stringify(parts)]) });
  expect(restored.ok).toBe(true);
}

/** Milliseconds of the clocks in a part of a backup. */
function clocksIn(rows: unknown): number[] {
  if (!Array.isArray(rows)) return [];
  return rows.flatMap(({ clock }) => (clock ? Number.parseInt(clock.slice(0, 12), 16) : []));
}

async function takeBackLast({ db }: Store): Promise<void> {
  const changes = (await db.changes.toArray()).sort((a, b) => (a.body.clock < b.body.clock ? 1 : -1));
  const [last] = changes;
  if (last && last.body.undoneBy === null && last.body.undoes === null) await takeBack(db, last.k.command);
}

async function expectTrue({ db }: Store): Promise<void> {
  const kept = await contentOf(db);
  await forgetIndex(db);
  await keepSearch(db);
  expect(kept).toEqual(await contentOf(db));
}

test('after whatever commands the index says what making it from nothing says', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(step, { minLength: 1, maxLength: 30 }), async (sequence) => {
      const store = await newStore();
      await keepSearch(store.db);
      const saved: Blob[] = [];
      for (const one of sequence) await run(store, one, saved);
      await expectTrue(store);
      await store.db.delete();
    }),
    { numRuns: 60 },
  );
}, 120_000);

describe('the index', () => {
  test('is made in the practice mailbox with it', async () => {
    const store = await newStore();
    await keepSearch(store.db);
    await seedPractice(store.db, store.clock.now, 'UTC');
    await expectTrue(store);
  }, 30_000);

  test('goes on where it was stopped, while commands go on', async () => {
    const store = await newStore();
    const drafts = Array.from({ length: 50 }, (_, n) => ({ name: `Person ${n}`, note: `Note ${n}` }));
    const { ids } = await store.call('contacts.addMany', { drafts });
    await forgetIndex(store.db);
    await makePart(store.db);
    await makePart(store.db);
    await store.call('notes.add', { contactIds: [ids[0]!], text: 'Meanwhile', pinned: false });
    await store.call('contacts.edit', { id: ids[1]!, name: 'Renamed' });
    await store.call('contacts.delete', { ids: [ids[2]!] });
    await keepSearch(store.db, { signal: AbortSignal.abort() });
    await keepSearch(store.db);
    const names = async (text: string) =>
      (await store.call('search.find', { text })).hits.map((hit) => hit.name);
    expect(await names('meanwhile')).toEqual(['Person 0']);
    expect(await names('renamed')).toEqual(['Renamed']);
    expect(await names('person 2')).not.toContain('Person 2');
    await expectTrue(store);
  });

  test('stays one thing when its runs are merged', async () => {
    const store = await newStore();
    await keepSearch(store.db);
    for (let n = 0; n < 70; n += 1)
      await store.call('contacts.add', { draft: { name: `Person ${n}`, note: 'Same' } });
    expect(await store.db.searchRuns.count()).toBeLessThan(16);
    expect((await store.call('search.find', { text: 'same' })).total).toBe(70);
    await expectTrue(store);
  });

  test('is made anew when it is broken', async () => {
    const store = await newStore();
    await store.call('contacts.add', { draft: { name: 'Anna Berg' } });
    await store.call('search.find', { text: 'anna' });
    const [run] = await store.db.searchRuns.toArray();
    await store.db.searchRuns.put({ ...run!, block: { words: 'anna', bytes: new Uint8Array([255]) } });
    // As whoever starts anew reads it: nothing is in memory.
    await store.db.meta.delete(STATE);
    expect((await store.call('search.find', { text: 'anna' })).making).not.toBeNull();
    expect((await store.call('search.find', { text: 'anna' })).hits).toHaveLength(1);
  });
});

test('what was read of the index is there for the next question, also after a command', async () => {
  const store = await newStore();
  const people = Array.from({ length: 700 }, (_, n) => ({
    name: `Person${n} Of${n * 7}`,
    email: `person${n}@x.example`,
  }));
  await importPeople(store, people);
  await keepSearch(store.db);
  const find = async (text: string) => (await store.call('search.find', { text, limit: 5 })).hits.length;
  expect(await find('person12')).toBe(5);
  const read = vi.spyOn(store.db.searchBlocks, 'bulkGet');
  await store.call('contacts.add', { draft: { name: 'Person12 New' } });
  expect((await store.call('search.find', { text: 'person12 new', limit: 5 })).hits[0]?.name).toBe(
    'Person12 New',
  );
  read.mockClear();
  await store.call('contacts.add', { draft: { name: 'Person12 Newer' } });
  expect(await find('person12')).toBe(5);
  expect(read).not.toHaveBeenCalled();
});
