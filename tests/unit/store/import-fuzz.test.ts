import { v7 as uuid } from 'uuid';
import { expect, test, vi } from 'vitest';
import type { SheetView } from '@/lib/api/import-views';
import type { Answer } from '@/lib/api/message';
import { FILES } from '../../support/exchange-files';
import { mutatedBook } from '../../support/mutated-book';
import { mutated } from '../../support/mutations';
import { contents, newStore, type Store } from './support';

/** Damaged files in a run, two of three of them workbooks; more by hand: `FUZZ_STORE=2000 FUZZ_SEED=5 npx vitest run --project unit tests/unit/store/import-fuzz`. */
const TURNS = Number(process.env.FUZZ_STORE ?? 240);
const SEED = Number(process.env.FUZZ_SEED ?? 1) * 1_000_000_000;
/** So many come into one store, behind each other. */
const IN_A_STORE = 12;
/** On each so-manieth the disk is full as the change is written. */
const FULL_EVERY = 5;
/** Of the processor, so that a busy machine is not taken for a slow importer. */
const SLOWEST_MS = 2000;

/** How many rows each table holds, but for what the store notes of itself. */
async function rowsOf({ db }: Store): Promise<Record<string, number>> {
  const tables = db.tables.filter(({ name }) => name !== 'meta');
  const counts = await Promise.all(tables.map((table) => table.count()));
  return Object.fromEntries(tables.map(({ name }, at) => [name, counts[at]!]));
}

/** The answer, in time: what was asked, or the key of a sentence that says why it cannot be read. */
async function answered(asking: () => Promise<Answer>, turn: number): Promise<Answer> {
  const started = process.cpuUsage();
  const answer = await asking();
  expect(process.cpuUsage(started).user / 1000, `turn ${turn}`).toBeLessThan(SLOWEST_MS);
  const refusal = { code: 'invalid', message: expect.stringMatching(/^imports\.problem_[a-z]+$/) };
  if (!answer.ok) expect(answer.error, `turn ${turn}`).toEqual(refusal);
  return answer;
}

/** Previews and imports a sheet; what became of it. */
async function bring(
  store: Store,
  file: Blob,
  turn: number,
): Promise<{ is: 'in' | 'full' | 'refused'; id: string }> {
  const id = uuid();
  const run = { id, name: '客户.xlsx', file, options: {}, choices: [], otherwise: 'new' };
  const before = await rowsOf(store);
  const preview = await answered(() => store.ask('imports.preview', { file, options: {} }), turn);
  expect(await rowsOf(store), `turn ${turn}`).toEqual(before);
  const full = preview.ok && turn % FULL_EVERY === 0;
  if (full) {
    vi.spyOn(store.db.changes, 'put').mockRejectedValueOnce(new DOMException('full', 'QuotaExceededError'));
    expect(await store.ask('imports.run', run), `turn ${turn}`).toMatchObject({ error: { code: 'quota' } });
    vi.restoreAllMocks();
    // The report alone says that it was tried.
    expect(await rowsOf(store), `turn ${turn}`).toEqual({ ...before, imports: before.imports! + 1 });
    return { is: 'full', id };
  }
  const answer = await answered(() => store.ask('imports.run', run), turn);
  expect(answer.ok, `turn ${turn}`).toBe(preview.ok);
  const after = await rowsOf(store);
  expect(after.jobs, `turn ${turn}`).toBe(0);
  if (!answer.ok) expect(after, `turn ${turn}`).toEqual(before);
  return { is: answer.ok ? 'in' : 'refused', id };
}

/** Files to be imported: the sheets of a workbook. Null for one that is refused. */
async function sheetsOf(store: Store, turn: number): Promise<Blob[] | null> {
  const text = FILES[turn % FILES.length]!;
  if (turn % 3 === 0) return [new Blob([new Uint8Array(mutated(text, FILES, SEED + turn))])];
  const file = new Blob([await mutatedBook(SEED + turn)]);
  const sheets = await answered(() => store.ask('imports.sheets', { file }), turn);
  return sheets.ok ? (sheets.value as SheetView[]).map((sheet) => sheet.file) : null;
}

test(`${TURNS} damaged files through the whole import: in, refused in words or taken back, and undone without a trace`, {
  timeout: 60_000 + TURNS * 1000,
}, async () => {
  const came = { in: 0, full: 0, refused: 0 };
  for (let first = 0; first < TURNS; first += IN_A_STORE) {
    const store = await newStore();
    const before = await contents(store.db);
    const batches: string[] = [];
    for (let turn = first; turn < Math.min(TURNS, first + IN_A_STORE); turn += 1) {
      const sheets = await sheetsOf(store, turn);
      if (!sheets) came.refused += 1;
      for (const file of sheets ?? []) {
        const { is, id } = await bring(store, file, turn);
        if (is === 'in') batches.push(id);
        came[is] += 1;
      }
    }
    for (const batchId of batches.reverse()) await store.call('changes.undo', { batchId });
    expect(await contents(store.db), `from turn ${first}`).toEqual(before);
  }
  // Damage of which nothing is read, or which nothing is refused for, would try nothing.
  expect(Math.min(...Object.values(came)), JSON.stringify(came)).toBeGreaterThan(TURNS / 20);
});
