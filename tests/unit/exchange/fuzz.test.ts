import { expect, test } from 'vitest';
import { FileError } from '@/lib/exchange/file-error';
import { readBytes } from '@/lib/exchange/files';
import { readWorkbook } from '@/lib/exchange/workbook/read';
import { FILE_NAMES, FILES as fixtures } from '../../support/exchange-files';
import { mutatedBook } from '../../support/mutated-book';
import { mutated } from '../../support/mutations';
import { Result } from './result-schema';

/** Mutated files in a run; more by hand: `FUZZ=200000 FUZZ_SEED=5 npx vitest run --project unit tests/unit/exchange/fuzz`. */
const FILES = Number(process.env.FUZZ ?? 10_000);
const SEED = Number(process.env.FUZZ_SEED ?? 1) * 1_000_000_000;
const SLOWEST_MS = 2000;

/** Whether these bytes are read, as the contract takes it, or refused; else what is wrong. */
function outcomeOf(bytes: Uint8Array): string {
  // Of the processor, so that a busy machine is not taken for a slow reader.
  const started = process.cpuUsage();
  let outcome = 'read';
  try {
    const read = Result.safeParse(readBytes(bytes));
    if (read.error) return `not of its schema: ${JSON.stringify(read.error.issues[0])}`;
  } catch (error) {
    if (!(error instanceof FileError)) return `throws ${error instanceof Error ? error.stack : error}`;
    outcome = 'refused';
  }
  const took = process.cpuUsage(started).user / 1000;
  return took > SLOWEST_MS ? `takes ${Math.round(took)} ms` : outcome;
}

test(`${FILES} mutated files: read or refused, in time, and never anything else`, {
  timeout: 60_000 + FILES * 50,
}, () => {
  let readable = 0;
  for (let turn = 0; turn < FILES; turn += 1) {
    const at = turn % fixtures.length;
    const bytes = mutated(fixtures[at]!, fixtures, SEED + turn);
    const outcome = outcomeOf(bytes);
    if (outcome === 'read') readable += 1;
    else if (outcome !== 'refused')
      expect.fail(
        `${FILE_NAMES[at]}, turn ${turn}: ${outcome}\n${Buffer.from(bytes.subarray(0, 3000)).toString('base64')}`,
      );
  }
  // Mutations that nothing can be read of would try the first lines of the readers alone.
  expect(readable).toBeGreaterThan(FILES / 2);
});

test(`${FILES / 10} mutated workbooks: the same`, { timeout: 60_000 + FILES * 5 }, async () => {
  let readable = 0;
  for (let turn = 0; turn < FILES / 10; turn += 1) {
    const bytes = await mutatedBook(SEED + turn);
    const started = process.cpuUsage();
    let sheets: Uint8Array[] = [];
    try {
      sheets = (await readWorkbook(bytes)).map((sheet) => sheet.bytes);
    } catch (error) {
      if (!(error instanceof FileError))
        expect.fail(`turn ${turn}: throws ${error instanceof Error ? error.stack : error}`);
    }
    const outcomes = sheets.map(outcomeOf).filter((one) => one !== 'read' && one !== 'refused');
    expect(outcomes, `turn ${turn}`).toEqual([]);
    expect(process.cpuUsage(started).user / 1000, `turn ${turn}`).toBeLessThan(SLOWEST_MS);
    if (sheets.length > 0) readable += 1;
  }
  expect(readable).toBeGreaterThan(FILES / 40);
});
