import { v4 as uuid } from 'uuid';
import { expect, test, vi } from 'vitest';
import type { Input } from '@/lib/api/client';
import { bringAnswers } from '@/lib/store/answers-bring';
import { inTurn, lockOf } from '@/lib/store/lock';
import { sweepJobs } from '@/lib/store/take-back';
import { contents, newStore, type Store } from './support';
import { contactAt, published } from './survey-support';

const ROWS = 700;
/** As many answers as a part holds. */
const PART = 300;

/** A table of answers, every seventh of somebody known. */
const file = () =>
  new Blob([
    [
      'Response ID,Timestamp,Email,How likely are you to recommend us to a colleague?,What is the main reason for your score?',
      ...Array.from(
        { length: ROWS },
        (_, at) => `r${at},2026-02-01 10:00:${10 + (at % 50)},p${at % 7}@lab.test,${at % 11},Word ${at}`,
      ),
    ].join('\n'),
  ]);

type Ready = {
  store: Store;
  known: string;
  given: Input<'answers.bring'>;
};

async function ready(): Promise<Ready> {
  const store = await newStore();
  const known = await contactAt(store, 'p3@lab.test', 'Mai Linh');
  const { columns } = await store.call('answers.head', { file: file() });
  const given = { file: file(), surveyId: null, columns, at: store.clock.now, id: uuid(), name: 'a.csv' };
  return { store, known, given };
}

/** Brings the file until so many parts are written; then nothing reaches the database any more, as when a tab is closed. */
async function dieAfter({ store, given }: Ready, parts: number) {
  const { transaction } = store.db;
  let written = 0;
  const dying = vi.spyOn(store.db, 'transaction').mockImplementation(((...args: unknown[]) => {
    const isPart = args[0] === 'rw' && Array.isArray(args[1]) && args[1].length === store.db.tables.length;
    written += Number(isPart);
    if (written > parts) throw new Error('died');
    return Reflect.apply(transaction, store.db, args);
  }) as typeof store.db.transaction);
  const commandId = uuid();
  expect(await store.ask('answers.bring', given, { commandId })).toMatchObject({
    ok: false,
    error: { message: 'died' },
  });
  dying.mockRestore();
  expect(await store.db.responses.count()).toBe(parts * PART);
  return commandId;
}

/** Each answer once, with one activity of whom it is about, in one survey. */
async function expectOnce({ db, call }: Store, known: string) {
  const rows = (await db.responses.toArray()).map(({ body }) => body);
  const words = rows.map(({ values }) => Object.values(values).find((one) => /^Word/.test(String(one))));
  expect([rows.length, new Set(words).size]).toEqual([ROWS, ROWS]);
  expect(new Set(rows.map(({ surveyId }) => surveyId)).size).toBe(1);
  expect((await db.surveys.toArray()).filter(({ body }) => body.deletedAt === null)).toHaveLength(1);
  const own = rows.filter(({ contactId }) => contactId === known).map(({ id }) => id);
  expect(own).toHaveLength(ROWS / 7);
  expect((await db.activities.toArray()).map(({ id }) => id).sort()).toEqual(own.sort());
  expect(await db.jobs.count()).toBe(0);
  expect((await call('imports.list', {})).map(({ state }) => state)).toEqual(['done']);
}

test.each([1, 2])(
  'a page that died after %i parts goes on when its command comes again: each answer once',
  async (parts) => {
    const all = await ready();
    const commandId = await dieAfter(all, parts);
    const counts = await all.store.call('answers.bring', all.given, { commandId });
    expect(counts).toMatchObject({ added: ROWS, already: 0, held: 0 });
    await expectOnce(all.store, all.known);
    await all.store.call('changes.undo', { batchId: all.given.id });
    expect((await all.store.db.responses.toArray()).filter(({ body }) => body.deletedAt === null)).toEqual(
      [],
    );
  },
  60_000,
);

test('one that nobody goes on with is taken back, and the file comes as if it were new', async () => {
  const all = await ready();
  const before = await contents(all.store.db);
  await dieAfter(all, 2);
  await sweepJobs(all.store.db, all.store.clock.now + 120_000);
  expect(await contents(all.store.db)).toEqual(before);
  await all.store.call('answers.bring', { ...all.given, id: uuid() });
  await expectOnce(all.store, all.known);
}, 60_000);

test('the file is brought again at once, and is whole after what died was looked for', async () => {
  const { store, known, given } = await ready();
  const { id: surveyId } = await published(store);
  const { columns } = await store.call('answers.head', { file: file(), surveyId });
  const own = { ...given, surveyId, columns };
  await dieAfter({ store, known, given: own }, 1);
  const counts = await store.call('answers.bring', { ...own, id: uuid() });
  expect(counts).toMatchObject({ added: ROWS, already: 0 });
  await sweepJobs(store.db, store.clock.now + 600_000);
  await expectOnce(store, known);
}, 60_000);

test('what died is taken back before the file is looked at: it would come whole, to a survey of its own', async () => {
  const all = await ready();
  const { call } = all.store;
  await dieAfter(all, 2);
  const { surveyId, columns } = await call('answers.head', { file: file() });
  expect(surveyId).toBeNull();
  const { counts } = await call('answers.preview', { file: file(), surveyId, columns, at: all.given.at });
  expect(counts).toMatchObject({ new: ROWS, already: 0 });
  await call('answers.bring', { ...all.given, id: uuid() });
  await expectOnce(all.store, all.known);
}, 60_000);

test('a preview that was asked for before it died says the same', async () => {
  const all = await ready();
  const { id: surveyId } = await published(all.store);
  const { columns } = await all.store.call('answers.head', { file: file(), surveyId });
  const own = { ...all.given, surveyId, columns };
  await dieAfter({ ...all, given: own }, 2);
  const { id, name, ...reading } = own;
  const { counts } = await all.store.call('answers.preview', reading);
  expect(counts).toMatchObject({ new: ROWS, already: 0 });
}, 60_000);

test('one that waits for another page can be stopped', async () => {
  const { store, given } = await ready();
  const { file: blob, ...rest } = given;
  const bytes = new Uint8Array(await blob.arrayBuffer());
  const stop = new AbortController();
  await inTurn(lockOf(store.db, 'answers.bring'), undefined, async () => {
    const as = { db: store.db, now: () => store.clock.now, zone: 'UTC', caller: 'workspace' as const };
    const waits = bringAnswers(
      { ...as, op: 'answers.bring', commandId: uuid(), signal: stop.signal },
      { ...rest, bytes, zone: 'UTC' },
    );
    stop.abort();
    await expect(waits).rejects.toMatchObject({ code: 'cancelled' });
  });
  expect(await store.db.responses.count()).toBe(0);
}, 60_000);

test('two pages that bring the same file at once bring it once', async () => {
  const { store, given } = await ready();
  const { id: surveyId } = await published(store);
  const { columns } = await store.call('answers.head', { file: file(), surveyId });
  const bring = () => store.call('answers.bring', { ...given, surveyId, columns, id: uuid() });
  const counts = await Promise.all([bring(), bring()]);
  expect(counts.map(({ added, already }) => [added, already]).sort()).toEqual([
    [0, ROWS],
    [ROWS, 0],
  ]);
  expect(await store.db.responses.count()).toBe(ROWS);
}, 60_000);
