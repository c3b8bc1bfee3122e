import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { afterAll, beforeAll, expect, test, vi } from 'vitest';
import { ROOT } from '../../support/build.ts';
import { commandOf } from '../../support/programs.ts';
import { outcomeOf, SUITES } from '../../support/suites.ts';

// Each starts runners, which start workers: on a machine that does other work beside, that takes its time.
vi.setConfig({ testTimeout: 120_000 });

/** In the checkout, where the runners' own modules are found. */
let folder: string;
beforeAll(() => {
  mkdirSync(path.join(ROOT, '.tmp'), { recursive: true });
  folder = mkdtempSync(path.join(ROOT, '.tmp', 'reports-'));
});
afterAll(() => rmSync(folder, { recursive: true }));

/** Lets a suite's own runner loose on a file of tests, and reads what it reports as `npm test` does. */
function tried(name: string, file: string, words: string[], code: string) {
  const suite = SUITES.find((one) => one.name === name)!;
  writeFileSync(path.join(folder, file), code);
  const report = path.join(folder, `${name}.json`);
  const reporting = suite.command(report).filter((word) => /^--(reporter|outputFile)/.test(word));
  const [program, ...first] = commandOf(suite.command(report)[0], ROOT);
  const { status, stdout, stderr } = spawnSync(program, [...first, ...words, ...reporting], {
    cwd: folder,
    encoding: 'utf8',
    env: { PATH: process.env.PATH, HOME: process.env.HOME, ...suite.env?.(report) },
  });
  writeFileSync(path.join(folder, 'log'), `${stdout}\n${stderr}`);
  return outcomeOf(suite, status ?? 1, report, path.join(folder, 'log'));
}

test('vitest names what failed in it, what passed at the second attempt, and why', () => {
  writeFileSync(path.join(folder, 'vitest.config.ts'), 'export default { test: { retry: 1 } };');
  const { counts, failed, second, skipped } = tried(
    'unit',
    'sums.test.ts',
    ['run'],
    `import { describe, expect, test } from 'vitest';
let tries = 0;
describe('sums', () => {
  test('are right in the end', () => expect((tries += 1)).toBe(2));
  test('are right', () => expect(1 + 1).toBe(2));
  test('are wrong', () => expect({ sum: 2 }).toEqual({ sum: 3 }));
  test.skip('are left out', () => {});
});`,
  );
  expect(counts).toEqual({ passed: 2, failed: 1, skipped: 1 });
  const file = path.relative(ROOT, path.join(folder, 'sums.test.ts'));
  expect(second.map(({ name }) => name)).toEqual([`${file} › sums are right in the end`]);
  expect(second[0]!.reason).toMatch(/expected 1 to be 2[\s\S]*sums\.test\.ts:4/);
  expect(skipped).toEqual([{ name: `${file} › sums are left out`, reason: '' }]);
  expect(failed.map(({ name }) => name)).toEqual([`${file} › sums are wrong`]);
  expect(failed[0]!.reason).toMatch(
    /expected \{ sum: 2 \} to deeply equal \{ sum: 3 \}[\s\S]*sums\.test\.ts:6/,
  );
});

test('Playwright names what failed in it, what passed at the second attempt, and why', () => {
  const settings = { testMatch: '*.spec.ts', outputDir: 'results', retries: 1 };
  writeFileSync(path.join(folder, 'playwright.config.ts'), `export default ${JSON.stringify(settings)};`);
  const { counts, failed, second, skipped } = tried(
    'chromium',
    'sums.spec.ts',
    ['test'],
    `import { expect, test } from '@playwright/test';
test('is right', () => expect(1 + 1).toBe(2));
test.describe('sums', () => {
  test('are wrong', () => expect({ sum: 2 }).toEqual({ sum: 3 }));
  test('are right in the end', ({}, { retry }) => expect(retry).toBe(1));
  test.skip('are left out', () => {});
});`,
  );
  expect(counts).toEqual({ passed: 2, failed: 1, skipped: 1 });
  const file = path.relative(ROOT, path.join(folder, 'sums.spec.ts'));
  expect(skipped).toEqual([{ name: `${file} › sums › are left out`, reason: '' }]);
  expect(failed.map(({ name }) => name)).toEqual([`${file} › sums › are wrong`]);
  expect(failed[0]!.reason).toMatch(/"sum": 3[\s\S]*"sum": 2[\s\S]*sums\.spec\.ts:4/);
  expect(second.map(({ name }) => name)).toEqual([`${file} › sums › are right in the end`]);
  expect(second[0]!.reason).toMatch(/Expected: 1\nReceived: 0[\s\S]*sums\.spec\.ts:5/);
});
