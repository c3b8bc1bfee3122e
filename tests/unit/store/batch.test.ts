import { v7 as uuid } from 'uuid';
import { describe, expect, test, vi } from 'vitest';
import { handlers } from '@/lib/api/handlers';
import { perform } from '@/lib/api/perform';
import { sweepJobs } from '@/lib/store/take-back';
import { contents, importPeople, newStore, START, type Store, tableOf } from './support';

const many = (count: number) =>
  Array.from({ length: count }, (_, index) => ({ name: `p${index}`, email: `p${index}@many.example` }));

async function withContacts(store: Store, count: number): Promise<string[]> {
  await importPeople(store, many(count));
  return store.db.contacts.toCollection().primaryKeys();
}

describe('work over many rows', () => {
  test('is one batch: undone and redone as a whole', async () => {
    const store = await newStore();
    const { call, db } = store;
    const ids = await withContacts(store, 1200);
    const before = await contents(db);
    const { count } = await call('contacts.delete', { ids });
    expect(count).toBe(1200);
    expect(await db.contacts.where('k.name').above('').count()).toBe(0);
    const changes = await db.changes.toArray();
    const deletions = changes.filter((row) => row.body.op === 'contacts.delete');
    expect(deletions.map((row) => row.body.edits.length)).toEqual([1000, 200]);
    expect(new Set(deletions.map((row) => row.k.batch)).size).toBe(1);

    expect(await call('changes.undo', {})).toMatchObject({ restored: 1200, kept: [] });
    expect(await contents(db)).toEqual(before);
    expect(await db.figures.count()).toBe(1200);
    expect(await call('changes.redo', {})).toMatchObject({ restored: 1200 });
    expect(await db.contacts.where('k.name').above('').count()).toBe(0);
    expect(await db.jobs.count()).toBe(0);
  }, 60_000);

  test('goes on where it was when its page died, under the same command', async () => {
    const store = await newStore();
    const { db, ask, call } = store;
    const ids = await withContacts(store, 2100);
    const commandId = uuid();
    const stop = dieAfter(store, 1);
    expect(await ask('contacts.setCadence', { ids, days: 30 }, { commandId })).toMatchObject({
      ok: false,
      error: { message: 'died' },
    });
    stop();
    expect(await db.figures.where('cadenceAt').above(0).count()).toBe(1000);
    const result = await call('contacts.setCadence', { ids, days: 30 }, { commandId });
    expect(result).toEqual({ count: 2100 });
    expect(await db.figures.where('cadenceAt').above(0).count()).toBe(2100);
    expect((await db.changes.where('k.command').equals(commandId).toArray()).length).toBe(3);
  }, 60_000);

  test('is taken back when it is cancelled', async () => {
    const store = await newStore();
    const { db } = store;
    const ids = await withContacts(store, 2100);
    const before = await contents(db);
    const stop = new AbortController();
    const steps: [number, number][] = [];
    const answer = await perform(
      'contacts.delete',
      { ids },
      {
        db,
        handlers,
        caller: 'workspace',
        commandId: uuid(),
        now: () => START,
        signal: stop.signal,
        onProgress: (done, total) => {
          steps.push([done, total]);
          if (done === 2000) stop.abort();
        },
      },
    );
    expect(answer).toMatchObject({ ok: false, error: { code: 'cancelled' } });
    expect(steps).toEqual([
      [1000, 2100],
      [2000, 2100],
    ]);
    expect(await contents(db)).toEqual(before);
    expect(await db.figures.count()).toBe(2100);
    expect([
      await db.jobs.count(),
      await db.changes.filter((row) => row.body.op === 'contacts.delete').count(),
    ]).toEqual([0, 0]);
  }, 60_000);

  test('is taken back when the disk is full, and says so', async () => {
    const store = await newStore();
    const { db, ask } = store;
    let puts = 0;
    // Chromium reports a full disk as an AbortError with the true error inside.
    db.changes.hook('creating', () => {
      puts += 1;
      if (puts <= 2) return;
      const inner = new DOMException('no room', 'QuotaExceededError');
      throw Object.assign(new Error('aborted'), { name: 'AbortError', inner });
    });
    const run = { id: uuid(), name: 'x.csv', file: tableOf(many(2100)), options: {}, choices: [] };
    const answer = await ask('imports.run', run);
    expect(answer).toMatchObject({ ok: false, error: { code: 'quota' } });
    expect(
      await Promise.all(['contacts', 'figures', 'changes', 'jobs'].map((name) => db.table(name).count())),
    ).toEqual([0, 0, 0, 0]);
  }, 60_000);

  test('that nobody goes on with is taken back at the next start', async () => {
    const store = await newStore();
    const { db, ask } = store;
    const ids = await withContacts(store, 1100);
    const stop = dieAfter(store, 1);
    expect(await ask('contacts.delete', { ids })).toMatchObject({ ok: false, error: { message: 'died' } });
    stop();
    await sweepJobs(db, store.clock.now + 1000);
    expect(await db.jobs.count()).toBe(1);
    await sweepJobs(db, store.clock.now + 120_000);
    expect([await db.jobs.count(), await db.contacts.where('k.name').above('').count()]).toEqual([0, 1100]);
  }, 60_000);

  test('that is being taken back is not gone on with, nor called done', async () => {
    const store = await newStore();
    const { db, ask } = store;
    const ids = await withContacts(store, 2100);
    const commandId = uuid();
    const stop = dieAfter(store, 1);
    await ask('contacts.delete', { ids }, { commandId });
    stop();
    // The page wakes up between two steps of the sweep.
    const { transaction } = db;
    let answer: unknown;
    let steps = 0;
    const sweeping = vi.spyOn(db, 'transaction').mockImplementation((async (...args: unknown[]) => {
      const done = await Reflect.apply(transaction, db, args);
      steps += 1;
      if (steps === 1) {
        sweeping.mockRestore();
        answer = await ask('contacts.delete', { ids }, { commandId });
      }
      return done;
    }) as unknown as typeof db.transaction);
    await sweepJobs(db, store.clock.now + 120_000);
    expect(answer).toMatchObject({ ok: false, error: { code: 'cancelled' } });
    expect([await db.jobs.count(), await db.contacts.where('k.name').above('').count()]).toEqual([0, 2100]);
  }, 60_000);
});

/** Lets the page die after so many parts: the next transaction never begins, and nothing can be cleaned up. */
function dieAfter({ db }: Store, parts: number): () => void {
  const { transaction } = db;
  let begun = 0;
  const dying = vi.spyOn(db, 'transaction').mockImplementation(((...args: unknown[]) => {
    begun += 1;
    if (begun > parts) throw new Error('died');
    return Reflect.apply(transaction, db, args);
  }) as typeof db.transaction);
  return () => dying.mockRestore();
}
