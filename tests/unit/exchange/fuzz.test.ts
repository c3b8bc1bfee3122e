import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { FileError } from '@/lib/exchange/file-error';
import { readBytes } from '@/lib/exchange/files';
import { readWorkbook } from '@/lib/exchange/workbook/read';
import { packed, workbookParts } from '../../support/make-workbook';
import { mutated } from '../../support/mutations';
import { Result } from './result-schema';

/** Mutated files in a run; more by hand: `FUZZ=200000 FUZZ_SEED=5 npx vitest run --project unit tests/unit/exchange/fuzz`. */
const FILES = Number(process.env.FUZZ ?? 10_000);
const SEED = Number(process.env.FUZZ_SEED ?? 1) * 1_000_000_000;
const SLOWEST_MS = 2000;

const FOLDER = join(import.meta.dirname, '../../fixtures/exchange');
const names = readdirSync(FOLDER).filter((name) => !name.endsWith('.json'));
const fixtures = names.map((name) => new Uint8Array(readFileSync(join(FOLDER, name))));

/** A workbook of everything: each part of it is mutated by itself, and the archive as a whole. */
const book = workbookParts([
  {
    name: '客户',
    merged: ['A1:A2', 'B1:C1', 'D3:D4'],
    rows: [
      ['姓名', '联系方式', null, '公司', '生日', 'Since'],
      [null, '电话', '邮箱', null, null, null],
      ['李慧敏', 13_800_138_000, 'li@huaxin.example', '华信', { number: 32_568, format: 'm"月"d"日"' }, true],
      [
        'Nora & <Quist>',
        { number: 612, format: '0000000' },
        'nora@quist.example',
        null,
        null,
        { number: 45_356.5, format: 'd/m/yyyy h:mm' },
      ],
      ['Bo', null, 'bo@b.example', { xml: '<c t="str"><f>A1</f><v>made</v></c>' }],
    ],
  },
  {
    name: 'Old',
    state: 'hidden',
    rows: [
      ['Name', 'Email'],
      ['Ana', 'ana@a.example'],
    ],
  },
]);

async function mutatedBook(turn: number): Promise<Uint8Array<ArrayBuffer>> {
  const names = Object.keys(book);
  const inXml = turn % 4 !== 0;
  const name = names[turn % names.length]!;
  const bytes = new TextEncoder().encode(book[name]);
  const whole = await packed(inXml ? { ...book, [name]: mutated(bytes, [bytes], SEED + turn) } : book, {
    level: 0,
  });
  return inXml ? whole : new Uint8Array(mutated(whole, fixtures, SEED + turn));
}

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
        `${names[at]}, turn ${turn}: ${outcome}\n${Buffer.from(bytes.subarray(0, 3000)).toString('base64')}`,
      );
  }
  // Mutations that nothing can be read of would try the first lines of the readers alone.
  expect(readable).toBeGreaterThan(FILES / 2);
});

test(`${FILES / 10} mutated workbooks: the same`, { timeout: 60_000 + FILES * 5 }, async () => {
  let readable = 0;
  for (let turn = 0; turn < FILES / 10; turn += 1) {
    const bytes = await mutatedBook(turn);
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
