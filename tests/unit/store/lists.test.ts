import fc from 'fast-check';
import { v7 as uuid } from 'uuid';
import { describe, expect, test } from 'vitest';
import { renewDates } from '@/lib/store/figures';
import { seedPractice } from '@/lib/store/practice';
import { takeBack } from '@/lib/store/take-back';
import { expectListsTrue } from './lists-check';
import { DAY, newStore, START, type Store } from './support';

/** One random command; numbers pick among what is there. */
const step = fc.record({
  what: fc.nat(23),
  whom: fc.nat(6),
  other: fc.nat(6),
  word: fc.constantFrom(
    'Ada',
    'Bo',
    '李慧敏',
    'Region',
    'Region / Norway',
    'Region / Norway / Oslo',
    'Friends',
  ),
});
type Step = typeof step extends fc.Arbitrary<infer S> ? S : never;

async function pick(
  store: Store,
  table: 'contacts' | 'companies' | 'tags' | 'tasks' | 'activities',
  nth: number,
) {
  const rows = (await store.db.table(table).toArray()).filter((row) => row.body.deletedAt === null);
  return rows.length > 0 ? rows[nth % rows.length] : undefined;
}

/** Does one step. What the store refuses is no step. */
async function run(store: Store, { what, whom, other, word }: Step, saved: string[]): Promise<void> {
  const { ask, db } = store;
  store.clock.now += 1000;
  const contact = await pick(store, 'contacts', whom);
  const draft = {
    name: word,
    tags: [word],
    facts: [{ field: 'company', value: word }],
    points: [{ kind: 'email' as const, value: `p${whom}@one.example` }],
  };
  if (!contact || what === 0) {
    await ask('contacts.add', { draft });
    return;
  }
  const id: string = contact.id;
  const tag = await pick(store, 'tags', whom);
  const second = await pick(store, 'tags', other);
  const company = await pick(store, 'companies', other);
  const task = await pick(store, 'tasks', other);
  const activity = await pick(store, 'activities', other);
  const fact = Object.keys(contact.body.facts)[0];
  const at = START + other * DAY;
  const all: string[] = (await db.contacts.toArray()).map((row) => row.id);
  const steps: (() => Promise<unknown> | undefined)[] = [
    () => undefined,
    () =>
      ask('contacts.edit', { id, name: word, kind: other % 2 ? 'work' : 'personal', cadence: { days: 30 } }),
    () => ask('contacts.setFact', { id, fact: { field: 'company', value: word } }),
    () => fact && ask('contacts.removeFact', { id, factId: fact }),
    () => ask('contacts.delete', { ids: all.slice(whom, whom + other) }),
    () => ask('tags.assign', { contactIds: all.slice(other), path: word }),
    () => tag && ask('tags.unassign', { contactIds: all.slice(other), tagId: tag.id }),
    () => tag && second && ask('tags.edit', { id: tag.id, parentId: second.id }),
    () => tag && ask('tags.edit', { id: tag.id, name: word, parentId: null }),
    () => tag && ask('tags.delete', { id: tag.id }),
    () => tag && second && ask('tags.merge', { fromId: tag.id, intoId: second.id }),
    () => company && ask('companies.edit', { id: company.id, name: word }),
    () => company && ask('companies.delete', { ids: [company.id] }),
    () => ask('tasks.add', { title: word, contactIds: [id], due: { date: '2026-04-01' } }),
    () => task && ask('tasks.edit', { id: task.id, doneAt: task.body.doneAt ? null : 1 }),
    () => ask('activities.log', { activity: { type: 'call', contactIds: [id], at } }),
    () => activity && ask('activities.delete', { ids: [activity.id] }),
    () => ask('contacts.erase', { id }),
    () => ask('changes.undo', {}),
    () => ask('changes.redo', {}),
    () =>
      ask('imports.commit', {
        name: 'file.csv',
        batchId: uuid(),
        rows: [
          { draft, contactId: null },
          { draft: { ...draft, name: `${word} ${other}` }, contactId: id },
        ],
      }),
    async () => {
      const answer = await ask('backup.save', {});
      if (answer.ok) saved.push((answer.value as { file: string }).file);
    },
    () => {
      const file = saved[other % saved.length];
      return file === undefined ? undefined : ask('backup.restore', { file });
    },
    () => takeBackLast(store),
  ];
  await steps[what]?.();
}

/** What an unfinished batch leaves when its page dies is taken back without a history. */
async function takeBackLast({ db }: Store): Promise<void> {
  const changes = (await db.changes.toArray()).sort((a, b) => (a.body.clock < b.body.clock ? 1 : -1));
  const [last] = changes;
  if (last && last.body.undoneBy === null && last.body.undoes === null) await takeBack(db, last.k.command);
}

test('after whatever commands the lists say what the rows say', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(step, { minLength: 1, maxLength: 25 }), async (sequence) => {
      const store = await newStore();
      const saved: string[] = [];
      for (const one of sequence) {
        await run(store, one, saved);
        await expectListsTrue(store.db);
      }
      await store.db.delete();
    }),
    { numRuns: 60 },
  );
}, 120_000);

describe('the lists stay true', () => {
  test('over pages that fill, split and empty', async () => {
    const store = await newStore();
    const { call, db } = store;
    const rows = Array.from({ length: 1300 }, (_, n) => ({
      draft: {
        name: `Person ${n % 40}`,
        tags: ['Seen'],
        facts: [{ field: 'company', value: `Firm ${n % 3}` }],
      },
      contactId: null,
    }));
    const batchId = uuid();
    await call('imports.commit', { name: 'people.csv', batchId, rows });
    await expectListsTrue(db);
    const pages = await db.columns.toArray();
    expect(pages.length).toBeGreaterThan(3);
    expect(Math.max(...pages.map((page) => page.added.length))).toBeLessThanOrEqual(384);
    const ids = pages.flatMap((page) => page.ids.split('\n'));
    await call('contacts.delete', { ids: ids.slice(0, 700) });
    await expectListsTrue(db);
    await call('changes.undo', {});
    await expectListsTrue(db);
    await call('changes.undo', { batchId });
    await expectListsTrue(db);
    expect(await db.columns.count()).toBe(0);
  }, 60_000);

  test('when a company loses the one who was talked to last', async () => {
    const { call, db } = await newStore();
    const people = ['Anna', 'Bo', 'Cleo'].map((name) => ({
      name,
      facts: [{ field: 'company', value: 'Fjordlys' }],
    }));
    const { ids } = await call('contacts.addMany', { drafts: people });
    for (const [n, id] of ids.entries()) {
      await call('activities.log', { activity: { type: 'call', contactIds: [id], at: START + n * DAY } });
    }
    const lastAt = async () => (await call('companies.list', {}))[0]?.lastAt;
    expect(await lastAt()).toBe(START + 2 * DAY);
    await call('contacts.delete', { ids: ids.slice(2) });
    expect(await lastAt()).toBe(START + DAY);
    await call('contacts.erase', { id: ids[1] ?? '' });
    expect(await lastAt()).toBe(START);
    await expectListsTrue(db);
  });

  test('when somebody is merged by another device, and comes back', async () => {
    const store = await newStore();
    const other = await newStore();
    const people = ['Anna', 'Anne'].map((name) => ({
      name,
      tags: ['Seen'],
      facts: [{ field: 'company', value: 'X' }],
    }));
    const { ids } = await store.call('contacts.addMany', { drafts: people });
    const { file } = await store.call('backup.save', {});
    await other.call('backup.restore', { file });
    const merged = (text: string) => {
      const parts = JSON.parse(text);
      const body = parts.contacts.find((one: { id: string }) => one.id === ids[1]);
      Object.assign(body, { mergedInto: ids[0], clock: `0fffffffffff0000-${uuid()}` });
      return JSON.stringify(parts);
    };
    await other.call('backup.restore', { file: merged(file) });
    await expectListsTrue(other.db);
    expect(await other.call('companies.list', {})).toMatchObject([{ people: 1 }]);
    expect(await other.call('tags.tree', {})).toMatchObject([{ own: 1, total: 1 }]);
    await other.call('changes.undo', {});
    await expectListsTrue(other.db);
    expect(await other.call('companies.list', {})).toMatchObject([{ people: 2 }]);
  });

  test('when a day has passed, and in the practice mailbox', async () => {
    const { db, call, clock } = await newStore();
    await seedPractice(db, START, 'UTC');
    await expectListsTrue(db);
    clock.now += 40 * DAY;
    await renewDates(db, '2026-04-11');
    await expectListsTrue(db);
    expect((await call('contacts.counts', {})).contacts).toBeGreaterThan(100);
  }, 60_000);
});
