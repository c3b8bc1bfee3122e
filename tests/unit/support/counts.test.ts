import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, describe, expect, test } from 'vitest';
import { type Report, wordsOf } from '../../support/reports.ts';
import { outcomeOf, SUITES } from '../../support/suites.ts';

const folder = mkdtempSync(path.join(tmpdir(), 'sidelight-counts-'));
afterAll(() => rmSync(folder, { recursive: true }));

function fileWith(content: string): string {
  const file = path.join(folder, `${Math.random()}`);
  writeFileSync(file, content);
  return file;
}
const reportWith = (content: unknown) => fileWith(JSON.stringify(content));
const ABSENT = path.join(folder, 'absent');

const outcome = (suite: string, code: number, report: string, log = ABSENT): Report =>
  outcomeOf(SUITES.find(({ name }) => name === suite)!, code, report, log);
const counts = (suite: string, code: number, report: string) => outcome(suite, code, report).counts;

const vitestReport = (passed: number, failed: number, files: unknown[] = []) =>
  reportWith({
    numPassedTests: passed,
    numFailedTests: failed,
    numPendingTests: 0,
    numTodoTests: 0,
    testResults: files,
  });

const playwrightReport = (
  stats: Record<string, number>,
  { errors = [], suites = [] }: { errors?: unknown[]; suites?: unknown[] } = {},
) =>
  reportWith({
    config: { rootDir: path.resolve('tests/e2e') },
    stats: { expected: 0, unexpected: 0, flaky: 0, skipped: 0, ...stats },
    errors,
    suites,
  });

test('a suite that waits has beside it what comes next, and nothing that it would have to end before', () => {
  const names = SUITES.map(({ name }) => name);
  const waiting = SUITES.filter(({ beside }) => beside);
  expect(waiting.length).toBeGreaterThan(0);
  for (const { name, beside = [] } of waiting) {
    const next = names.indexOf(name) + 1;
    expect(names.slice(next, next + beside.length)).toEqual(beside);
    expect(SUITES.filter((one) => beside.includes(one.name) && one.build === name)).toEqual([]);
  }
});

describe('counting a suite', () => {
  test('a command is one check', () => {
    expect(counts('types', 0, ABSENT)).toEqual({ passed: 1, failed: 0, skipped: 0 });
    expect(counts('types', 2, ABSENT)).toEqual({ passed: 0, failed: 1, skipped: 0 });
  });

  test('a report is counted as it stands', () => {
    expect(counts('unit', 1, vitestReport(7, 2))).toEqual({ passed: 7, failed: 2, skipped: 0 });
    expect(counts('chromium', 1, playwrightReport({ expected: 3, unexpected: 1, skipped: 2 }))).toEqual({
      passed: 3,
      failed: 1,
      skipped: 2,
    });
  });

  test('a file that does not load is a failure', () => {
    const broken = [{ name: path.resolve('a.test.ts'), status: 'failed', assertionResults: [] }];
    expect(counts('unit', 1, vitestReport(4, 0, broken)).failed).toBe(1);
  });

  test('a runner that ends badly behind a green report is a failure', () => {
    expect(counts('unit', 1, vitestReport(4, 0)).failed).toBe(1);
    expect(counts('chromium', 124, playwrightReport({ expected: 4 })).failed).toBe(1);
  });

  test('no report and no tests are failures', () => {
    expect(counts('unit', 0, ABSENT).failed).toBe(1);
    expect(counts('unit', 0, vitestReport(0, 0)).failed).toBe(1);
  });
});

describe('telling the tests of a suite by name', () => {
  test('what was left out, of either runner', () => {
    const spec = (title: string, status: string) => ({ title, tests: [{ status, results: [{}] }] });
    const suites = [
      {
        title: 'mail.spec.ts',
        suites: [{ title: 'in a webmail', specs: [spec('is read', 'skipped'), spec('is sent', 'expected')] }],
      },
    ];
    const browsers = playwrightReport({ expected: 1, skipped: 1 }, { suites });
    expect(outcome('chromium', 0, browsers).skipped).toEqual([
      { name: 'tests/e2e/mail.spec.ts › in a webmail › is read', reason: '' },
    ]);
    const units = vitestReport(1, 0, [
      {
        name: path.resolve('tests/unit/hub/postgres.test.ts'),
        status: 'passed',
        assertionResults: [
          { fullName: 'the hub keeps answers', status: 'passed' },
          { fullName: 'the hub on PostgreSQL keeps answers', status: 'skipped' },
        ],
      },
    ]);
    expect(outcome('unit', 0, units).skipped).toEqual([
      { name: 'tests/unit/hub/postgres.test.ts › the hub on PostgreSQL keeps answers', reason: '' },
    ]);
    expect(outcome('lint', 0, units).skipped).toEqual([]);
    expect(outcome('unit', 0, ABSENT).skipped).toEqual([]);
  });

  test('what passed at the second attempt only has passed, and what failed has not: each with why it failed first', () => {
    const location = { file: path.resolve('tests/e2e/a.spec.ts'), line: 7 };
    const errors = [{ message: '\u001b[31mError\u001b[39m: expected 2\n\nreceived 3', location }];
    const results = [{ errors }, { errors: [] }];
    const spec = (title: string, status: string) => ({ title, tests: [{ status, results }] });
    const suites = [
      {
        title: 'a.spec.ts',
        specs: [spec('one', 'expected'), spec('two', 'flaky'), spec('three', 'unexpected')],
        suites: [{ title: 'inside', specs: [spec('four', 'flaky')] }],
      },
    ];
    const report = playwrightReport({ expected: 1, unexpected: 1, flaky: 2 }, { suites });
    expect(counts('chromium', 1, report)).toEqual({ passed: 3, failed: 1, skipped: 0 });
    const { second, failed } = outcome('chromium', 1, report);
    const why = ['    Error: expected 2', '', '    received 3', '        at tests/e2e/a.spec.ts:7'];
    expect(wordsOf('passed at the second attempt', second)).toEqual([
      'passed at the second attempt: tests/e2e/a.spec.ts › two',
      ...why,
      'passed at the second attempt: tests/e2e/a.spec.ts › inside › four',
      ...why,
    ]);
    expect(wordsOf('failed', failed)).toEqual(['failed: tests/e2e/a.spec.ts › three', ...why]);
    expect(outcome('chromium', 0, ABSENT).second).toEqual([]);
  });

  test('what failed outside of any test: a file that does not load, a runner that cannot begin', () => {
    const broken = [
      { name: path.resolve('a.test.ts'), status: 'failed', message: 'no such module', assertionResults: [] },
    ];
    expect(outcome('unit', 1, vitestReport(4, 0, broken)).failed).toEqual([
      { name: 'a.test.ts', reason: 'no such module' },
    ]);
    const errors = [{ message: 'The widget does not build' }];
    expect(outcome('chromium', 1, playwrightReport({}, { errors })).failed).toEqual([
      { name: 'outside of the tests', reason: 'The widget does not build' },
    ]);
  });

  test('where no report says why, the end of what was printed does', () => {
    const log = fileWith(
      `a long beginning\n\u001b[31mlib/a.ts(3,1): error\u001b[39m\n\n${'more\n'.repeat(11)}`,
    );
    const reason = ['lib/a.ts(3,1): error', ...Array(11).fill('more')].join('\n');
    expect(outcome('types', 2, ABSENT, log).failed).toEqual([{ name: 'ended with code 2', reason }]);
    expect(outcome('unit', 1, vitestReport(4, 0), log).failed).toEqual([
      { name: 'ended with code 1', reason },
    ]);
    expect(outcome('unit', 0, vitestReport(0, 0), log).failed).toEqual([{ name: 'no test was run', reason }]);
  });

  test('only the beginning of a reason, without the frames of the runner, and no reasons where nearly everything failed', () => {
    const long = [
      'Error: no',
      '    at /w/node_modules/vitest/a.js:1',
      ...Array(20).fill('    at a.test.ts:3'),
    ];
    expect(wordsOf('failed', [{ name: 'a', reason: long.join('\n') }])).toEqual([
      'failed: a',
      '    Error: no',
      ...Array(11).fill('        at a.test.ts:3'),
      '    ...',
    ]);
    const many = wordsOf('failed', Array(100).fill({ name: 'a', reason: 'Error: no' }));
    expect(many).toHaveLength(130);
    expect(many.slice(-70)).toEqual(Array(70).fill('failed: a'));
  });
});
