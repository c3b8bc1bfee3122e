import { execFile } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';

const ROOT = join(import.meta.dirname, '../../..');
const FIXTURE = join(ROOT, 'tests/fixtures/exchange/vcard-windows-1252.vcf');

/** What `npm run inspect-file -- FILE` prints and ends with, once the packages are there. */
function inspected(...files: string[]): Promise<{ code: number; out: string; error: string }> {
  return new Promise((resolve) => {
    const words = ['tests/support/inspect-file-here.mjs', ...files];
    execFile(process.execPath, words, { cwd: ROOT }, (failure, out, error) =>
      resolve({ code: failure ? Number(failure.code) : 0, out, error }),
    );
  });
}

test('in a terminal: one JSON object of what a file would do, or one line that says why it can do nothing', async () => {
  const [read, refused, gone, none] = await Promise.all([
    inspected(FIXTURE),
    inspected(join(ROOT, 'public/icon-128.png')),
    inspected('not-there.vcf'),
    inspected(),
  ]);
  expect([read.code, read.error]).toEqual([0, '']);
  expect(JSON.parse(read.out)).toEqual(JSON.parse(readFileSync(`${FIXTURE}.json`, 'utf8')));
  for (const { code, out, error } of [refused, gone, none]) {
    expect([code, out]).toEqual([1, '']);
    expect(error).toMatch(/^[^\n]+\n$/);
  }
  expect(refused.error).toMatch(/^This is not a text file\./);
  expect(gone.error).toContain('not-there.vcf cannot be opened (ENOENT).');
}, 60_000);
