import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, describe, expect, test } from 'vitest';
import { countsOf, SUITES, secondAttemptsOf, secondAttemptWords, skipsOf } from '../../support/suites.ts';

const folder = mkdtempSync(path.join(tmpdir(), 'sidelight-counts-'));
afterAll(() => rmSync(folder, { recursive: true }));

const suite = (name: string) => SUITES.find((one) => one.name === name)!;

function reportWith(content: unknown): string {
  const file = path.join(folder, `${Math.random()}.json`);
  writeFileSync(file, JSON.stringify(content));
  return file;
}

const vitestReport = (passed: number, failed: number, files: unknown[] = []) =>
  reportWith({
    numPassedTests: passed,
    numFailedTests: failed,
    numPendingTests: 0,
    numTodoTests: 0,
    testResults: files,
  });

const playwrightReport = (stats: Record<string, number>, errors: unknown[] = []) =>
  reportWith({ stats: { expected: 0, unexpected: 0, flaky: 0, skipped: 0, ...stats }, errors });

describe('counting a suite', () => {
  test('a command is one check', () => {
    expect(countsOf(suite('types'), 0, 'none')).toEqual({ passed: 1, failed: 0, skipped: 0 });
    expect(countsOf(suite('types'), 2, 'none')).toEqual({ passed: 0, failed: 1, skipped: 0 });
  });

  test('a report is counted as it stands', () => {
    expect(countsOf(suite('unit'), 1, vitestReport(7, 2))).toEqual({ passed: 7, failed: 2, skipped: 0 });
    expect(
      countsOf(suite('chromium'), 1, playwrightReport({ expected: 3, unexpected: 1, skipped: 2 })),
    ).toEqual({ passed: 3, failed: 1, skipped: 2 });
  });

  test('a file that does not load is a failure', () => {
    const broken = [{ status: 'failed', assertionResults: [] }];
    expect(countsOf(suite('unit'), 1, vitestReport(4, 0, broken)).failed).toBe(1);
  });

  test('a runner that ends badly behind a green report is a failure', () => {
    expect(countsOf(suite('unit'), 1, vitestReport(4, 0)).failed).toBe(1);
    expect(countsOf(suite('chromium'), 124, playwrightReport({ expected: 4 })).failed).toBe(1);
  });

  test('no report and no tests are failures', () => {
    expect(countsOf(suite('unit'), 0, path.join(folder, 'absent.json')).failed).toBe(1);
    expect(countsOf(suite('unit'), 0, vitestReport(0, 0)).failed).toBe(1);
  });

  test('what was left out is told by name, of either runner', () => {
    const results = [{}];
    const spec = (title: string, status: string) => ({ title, tests: [{ status, results }] });
    const browsers = reportWith({
      stats: { expected: 1, unexpected: 0, flaky: 0, skipped: 1 },
      errors: [],
      suites: [
        {
          title: 'mail.spec.ts',
          suites: [
            { title: 'in a webmail', specs: [spec('is read', 'skipped'), spec('is sent', 'expected')] },
          ],
        },
      ],
    });
    expect(skipsOf(suite('chromium'), browsers)).toEqual(['mail.spec.ts › in a webmail › is read']);
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
    expect(skipsOf(suite('unit'), units)).toEqual([
      'tests/unit/hub/postgres.test.ts › the hub on PostgreSQL keeps answers',
    ]);
    expect(skipsOf(suite('lint'), units)).toEqual([]);
    expect(skipsOf(suite('unit'), path.join(folder, 'absent.json'))).toEqual([]);
  });

  test('a test that passed at the second attempt only has passed, and is told by name with why it failed first', () => {
    const results = [{ error: { message: '\u001b[31mError\u001b[39m: expected 2\n\nreceived 3' } }, {}];
    const spec = (title: string, status: string) => ({ title, tests: [{ status, results }] });
    const report = reportWith({
      stats: { expected: 1, unexpected: 1, flaky: 2, skipped: 0 },
      errors: [],
      suites: [
        {
          title: 'a.spec.ts',
          specs: [spec('one', 'expected'), spec('two', 'flaky'), spec('three', 'unexpected')],
          suites: [{ title: 'inside', specs: [{ ...spec('four', 'flaky') }] }],
        },
      ],
    });
    expect(countsOf(suite('chromium'), 1, report)).toEqual({ passed: 3, failed: 1, skipped: 0 });
    const words = secondAttemptWords(secondAttemptsOf(suite('chromium'), report));
    const why = ['    Error: expected 2', '', '    received 3'];
    expect(words).toEqual([
      'passed at the second attempt: a.spec.ts › two',
      ...why,
      'passed at the second attempt: a.spec.ts › inside › four',
      ...why,
    ]);
    expect(secondAttemptsOf(suite('chromium'), path.join(folder, 'absent.json'))).toEqual([]);
  });
});
