import fc from 'fast-check';
import { v7 as uuid } from 'uuid';
import { expect, test, vi } from 'vitest';
import type { Progress } from '@/lib/store/batch';
import type { Database } from '@/lib/store/database';
import { rebuildFigures } from '@/lib/store/figures';
import { fillLists } from '@/lib/store/fill-lists';
import { alone, lockOf } from '@/lib/store/lock';
import { restoreBackup } from '@/lib/store/restore';
import { mergeRows } from '@/lib/store/restore-rows';
import { behindOf, type Read } from '@/lib/store/restore-turns';
import { keepSearch } from '@/lib/store/search/keep';
import { sweepJobs } from '@/lib/store/take-back';
import { freshRow, Work } from '@/lib/store/work';
import { expectListsTrue } from './lists-check';
import { run, step } from './lists-steps';
import { contents, importPeople, newStore, START, type Store } from './support';

/** A backup that comes into an empty store: what is derived is made once, when all is there. */

const LATER = START + 365 * 86_400_000;

function restored(store: Store, file: Blob, given: Progress = {}) {
  const ctx = {
    db: store.db,
    now: () => LATER,
    zone: 'UTC',
    op: 'backup.restore',
    caller: 'workspace',
    commandId: uuid(),
    ...given,
  };
  return restoreBackup(ctx, { file }, 0);
}

/** Figures without the revision that they were made at. */
async function figuresOf(db: Database) {
  return (await db.figures.toArray()).map(({ revision, ...rest }) => rest);
}

const found = async (store: Store, text: string) => {
  const { hits } = await store.call('search.find', { text });
  return hits.map(({ id }) => id).sort();
};

test('whatever the store held, figures, lists and search are as those of rows that are read anew', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(step, { minLength: 5, maxLength: 25 }), async (steps) => {
      const [old, fresh] = [await newStore(), await newStore()];
      for (const one of steps) await run(old, one, []);
      const { file } = await old.call('backup.save', {});
      const { added } = await restored(fresh, file);
      expect(added).toBeGreaterThan(0);
      await expectListsTrue(fresh.db);
      const made = await figuresOf(fresh.db);
      const ids = await fresh.db.contacts.toCollection().primaryKeys();
      await fresh.db.transaction('rw', fresh.db.tables, async () =>
        rebuildFigures(fresh.db, ids, new Date(LATER).toISOString().slice(0, 10), '1'),
      );
      expect(made).toEqual(await figuresOf(fresh.db));
      await keepSearch(old.db);
      for (const word of ['a', 'p1', 'call'])
        expect(await found(fresh, word)).toEqual(await found(old, word));
      expect(await fresh.db.jobs.count()).toBe(0);
      await Promise.all([old.db.delete(), fresh.db.delete()]);
    }),
    { numRuns: 15 },
  );
}, 120_000);

async function savedPeople(people: number) {
  const store = await newStore();
  await importPeople(
    store,
    Array.from({ length: people }, (_, n) => ({ name: `Person ${n}`, email: `p${n}@move.example` })),
  );
  const ids = await store.db.contacts.toCollection().primaryKeys();
  await store.call('activities.log', { activity: { type: 'call', contactIds: [ids[0]!], at: START } });
  const { file } = await store.call('backup.save', {});
  return { file, bodies: (await store.db.contacts.toArray()).map(({ body }) => body) };
}

const made = new Map<number, ReturnType<typeof savedPeople>>();

/** A store of so many people, one of whom was called, as a file, and what it holds of them: filled and saved once for all tests. */
function backupOf(people: number): ReturnType<typeof savedPeople> {
  const saved = made.get(people) ?? savedPeople(people);
  made.set(people, saved);
  return saved;
}

/** The page dies when it has written so many parts. */
function dieAfter(db: Database, parts: number) {
  const { put } = db.jobs;
  let done = 0;
  return vi.spyOn(db.jobs, 'put').mockImplementation(((job: never) => {
    done += 1;
    if (done > parts) throw new DOMException('gone', 'AbortError');
    return put.call(db.jobs, job);
  }) as never);
}

test.each([1, 2])(
  'one that dies after %i parts leaves the store as it was',
  async (parts) => {
    const { file } = await backupOf(1200);
    const fresh = await newStore();
    const before = await contents(fresh.db);
    const dies = dieAfter(fresh.db, parts);
    // Nothing is taken back by a page that is gone.
    const swept = vi.spyOn(fresh.db.changes, 'delete').mockRejectedValue(new Error('gone'));
    await expect(restored(fresh, file)).rejects.toThrow();
    dies.mockRestore();
    swept.mockRestore();
    expect(await fresh.db.contacts.count()).toBe(parts === 1 ? 1000 : 1200);
    // Somebody works with what is there meanwhile.
    await fillLists(fresh.db);
    await keepSearch(fresh.db);
    await sweepJobs(fresh.db, START + 1e12);
    expect(await contents(fresh.db)).toEqual(before);
    expect([await fresh.db.jobs.count(), await fresh.db.figures.count()]).toEqual([0, 0]);
    await fillLists(fresh.db);
    await expectListsTrue(fresh.db);
    await keepSearch(fresh.db);
    expect(await found(fresh, 'person')).toEqual([]);
  },
  60_000,
);

test.each([1, 2, 3])(
  'one that its user stops after %i parts is taken back, and comes whole afterwards',
  async (parts) => {
    const { file } = await backupOf(1200);
    const fresh = await newStore();
    const before = await contents(fresh.db);
    const stop = new AbortController();
    let told = 0;
    const onProgress = () => {
      told += 1;
      if (told === parts) stop.abort();
    };
    const stopped = restored(fresh, file, { signal: stop.signal, onProgress });
    await expect(stopped).rejects.toMatchObject({ code: 'cancelled' });
    expect(await contents(fresh.db)).toEqual(before);
    const counts = [fresh.db.jobs, fresh.db.figures, fresh.db.changes].map((table) => table.count());
    expect(await Promise.all(counts)).toEqual([0, 0, 0]);
    expect(await found(fresh, 'person')).toEqual([]);
    await restored(fresh, file);
    expect([await fresh.db.contacts.count(), await fresh.db.figures.count()]).toEqual([1200, 1200]);
  },
  60_000,
);

/** Stops a restoring when its rows are all written: while its lists are made (1), or its search index (.5). */
function stoppedBehind(db: Store, file: Blob, left: number) {
  const stop = new AbortController();
  const told: [number, number][] = [];
  const onProgress = (done: number, total: number) => {
    told.push([done, total]);
    if (done > total - left * behindOf(1200)) stop.abort();
  };
  return { told, ended: restored(db, file, { signal: stop.signal, onProgress }) };
}

test.each([1, 0.5])(
  'one that its user stops in its last part, with %f of what is derived to be made, is taken back too',
  async (left) => {
    const { file } = await backupOf(1200);
    const fresh = await newStore();
    const before = await contents(fresh.db);
    const { told, ended } = stoppedBehind(fresh, file, left);
    await expect(ended).rejects.toMatchObject({ code: 'cancelled' });
    expect(told.filter(([done, total]) => done >= total)).toEqual([]);
    expect(await contents(fresh.db)).toEqual(before);
    const counts = [fresh.db.jobs, fresh.db.figures, fresh.db.changes].map((table) => table.count());
    expect(await Promise.all(counts)).toEqual([0, 0, 0]);
    await expectListsTrue(fresh.db);
    expect(await found(fresh, 'person')).toEqual([]);
    await restored(fresh, file);
    expect(await fresh.db.contacts.count()).toBe(1200);
  },
  60_000,
);

test('one that dies while its last part is taken back is taken back before the file is looked at again', async () => {
  const { file } = await backupOf(1200);
  const fresh = await newStore();
  const { adds } = await fresh.call('backup.preview', { file });
  const dies = vi.spyOn(fresh.db.changes, 'delete').mockRejectedValue(new Error('gone'));
  await expect(stoppedBehind(fresh, file, 1).ended).rejects.toThrow('gone');
  dies.mockRestore();
  expect(await fresh.db.contacts.count()).toBe(1200);
  expect(await fresh.call('backup.preview', { file })).toMatchObject({ adds, replaces: 0, leaves: 0 });
  expect([await fresh.db.contacts.count(), await fresh.db.jobs.count()]).toEqual([0, 0]);
}, 60_000);

test('one that died is taken back before a file is looked at: all of it would come, and comes', async () => {
  const { file } = await backupOf(1200);
  const fresh = await newStore();
  const { adds } = await fresh.call('backup.preview', { file });
  const dies = dieAfter(fresh.db, 2);
  const swept = vi.spyOn(fresh.db.changes, 'delete').mockRejectedValue(new Error('gone'));
  const told: [number, number][] = [];
  await expect(
    restored(fresh, file, { onProgress: (...far: [number, number]) => told.push(far) }),
  ).rejects.toThrow();
  dies.mockRestore();
  swept.mockRestore();
  expect(await fresh.db.contacts.count()).toBe(1200);
  // No bar goes to its end where nothing came.
  expect(told.length).toBeGreaterThan(0);
  expect(told.filter(([done, total]) => done >= total)).toEqual([]);
  expect(await fresh.call('backup.preview', { file })).toMatchObject({ adds, replaces: 0, leaves: 0 });
  expect(await fresh.db.jobs.count()).toBe(0);
  expect(await fresh.call('backup.restore', { file })).toMatchObject({ added: adds });
  await sweepJobs(fresh.db, START + 1e12);
  expect(await fresh.db.contacts.count()).toBe(1200);
}, 60_000);

test('while another page restores, both look and restoring say that it is under way, and leave its rows', async () => {
  const { file } = await backupOf(1200);
  const fresh = await newStore();
  const dies = dieAfter(fresh.db, 2);
  const swept = vi.spyOn(fresh.db.changes, 'delete').mockRejectedValue(new Error('gone'));
  await expect(restored(fresh, file)).rejects.toThrow();
  dies.mockRestore();
  swept.mockRestore();
  await alone(lockOf(fresh.db, 'backup.restore'), async () => {
    for (const op of ['backup.preview', 'backup.restore'])
      expect(await fresh.ask(op, { file })).toMatchObject({ ok: false, error: { code: 'underway' } });
  });
  expect(await fresh.db.contacts.count()).toBe(1200);
}, 60_000);

test('of one id in two parts that are written at once the later clock wins', async () => {
  const { bodies } = await backupOf(120);
  const fresh = await newStore();
  const earlier = bodies.map((body) => ({ ...body, name: `Earlier ${body.name}`, clock: '0-earlier' }));
  const read = (some: typeof bodies) => ({
    noun: 'contacts' as const,
    bodies: some as unknown as Read['bodies'],
    fresh: some.map((body) => freshRow('contacts', body as never)),
  });
  const ctx = {
    db: fresh.db,
    now: () => LATER,
    zone: 'UTC',
    op: 'backup.restore',
    caller: 'workspace' as const,
  };
  const fates = await fresh.db.transaction('rw', fresh.db.tables, async () => {
    const work = await Work.begin({ ...ctx, commandId: uuid() });
    const asked = () => ({ parted: undefined, wanted: undefined });
    return [await mergeRows(work, read(bodies), asked), await mergeRows(work, read(earlier), asked)];
  });
  expect(fates.map((some) => [...new Set(some)])).toEqual([['adds'], ['leaves']]);
}, 60_000);

test('a call that is logged between two parts counts, and so does a contact that is added', async () => {
  const { file, bodies } = await backupOf(1200);
  const fresh = await newStore();
  const first = bodies[0]!.id;
  let between: Promise<unknown> | undefined;
  const onProgress = () => {
    between ??= (async () => {
      await fillLists(fresh.db);
      await fresh.call('activities.log', { activity: { type: 'call', contactIds: [first], at: START + 1 } });
      await fresh.call('contacts.add', { draft: { name: 'Zoe Between' } });
    })();
  };
  await restored(fresh, file, { onProgress });
  await between;
  await fillLists(fresh.db);
  await keepSearch(fresh.db);
  await expectListsTrue(fresh.db);
  expect(await fresh.db.figures.get(first)).toMatchObject({ lastAt: START + 1 });
  expect((await fresh.call('contacts.view', { id: first })).timelineTotal).toBe(2);
  expect(await found(fresh, 'zoe')).toHaveLength(1);
  expect(await fresh.db.figures.count()).toBe(1201);
}, 60_000);
