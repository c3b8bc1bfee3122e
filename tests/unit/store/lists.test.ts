import fc from 'fast-check';
import { v7 as uuid } from 'uuid';
import { describe, expect, test } from 'vitest';
import { rowsOf } from '@/lib/store/event-pages';
import { renewDates } from '@/lib/store/figures';
import { seedPractice } from '@/lib/store/practice';
import { expectListsTrue } from './lists-check';
import { run, step } from './lists-steps';
import { DAY, importPeople, newStore, START } from './support';

test('after whatever commands the lists say what the rows say', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(step, { minLength: 1, maxLength: 25 }), async (sequence) => {
      const store = await newStore();
      const saved: Blob[] = [];
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
    const people = Array.from({ length: 1300 }, (_, n) => ({
      name: `Person ${n % 40}`,
      email: `p${n}@many.example`,
      tags: 'Seen',
      company: `Firm ${n % 3}`,
    }));
    const batchId = await importPeople(store, people);
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

  test('when one of two who bought together is erased: the order is of nobody else afterwards', async () => {
    const { call, db } = await newStore();
    const { ids } = await call('contacts.addMany', { drafts: [{ name: 'Anna' }, { name: 'Bo' }] });
    const amount = { minor: 100, currency: 'EUR' };
    await call('activities.log', {
      activity: { type: 'purchase', contactIds: ids, at: START, amount },
    });
    await call('contacts.erase', { id: ids[0] ?? '' });
    const rows = (await db.events.toArray()).flatMap(rowsOf);
    expect(rows.map(({ id, events }) => [id, events.map(({ order }) => order)])).toEqual([[ids[1], [0]]]);
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
    const merged = async (saved: Blob) => {
      const parts = JSON.parse(await saved.text());
      const body = parts.contacts.find((one: { id: string }) => one.id === ids[1]);
      Object.assign(body, { mergedInto: ids[0], clock: `0fffffffffff0000-${uuid()}` });
      return new Blob([JSON.stringify(parts)]);
    };
    await other.call('backup.restore', { file: await merged(file) });
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
