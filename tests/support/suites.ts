import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { stripVTControlCharacters } from 'node:util';
import { ROOT } from './build.ts';
import type { Need } from './system-packages.ts';

export type Counts = { passed: number; failed: number; skipped: number };

/** A test that failed, and passed when it was tried once more. */
export type SecondAttempt = { name: string; firstError: string };

export type Suite = {
  name: string;
  /** A program that a package of the project brings, and its words. `report` is where a runner's JSON is to be written. */
  command: (report: string) => [string, ...string[]];
  env?: (report: string) => Record<string, string>;
  /** Without these the suite cannot run at all. */
  needs: Need[];
  /** Without these some of its tests are left out. */
  wants?: Need[];
  /** The suite that builds what this one tries. */
  build?: string;
  /** What the report at that path counts; absent for a command that is one check as a whole. */
  count?: (report: string) => Counts;
  /** Which tests of the report were left out, by name. */
  skips?: (report: string) => string[];
  /** Which of the tests that count as passed did so at the second attempt only. */
  secondAttempts?: (report: string) => SecondAttempt[];
};

type VitestReport = {
  numPassedTests: number;
  numFailedTests: number;
  numPendingTests: number;
  numTodoTests: number;
  testResults: {
    name: string;
    status: string;
    assertionResults: { fullName: string; status: string }[];
  }[];
};

type PlaywrightSuite = {
  title: string;
  suites?: PlaywrightSuite[];
  specs?: {
    title: string;
    tests: { status: string; results: { error?: { message?: string } }[] }[];
  }[];
};

type PlaywrightReport = {
  stats: { expected: number; unexpected: number; flaky: number; skipped: number };
  errors: unknown[];
  suites: PlaywrightSuite[];
};

function vitestCounts(report: string): Counts {
  const found = JSON.parse(readFileSync(report, 'utf8')) as VitestReport;
  // A file that throws while it loads has failed without a single test of its own.
  const broken = found.testResults.filter(
    (file) => file.status === 'failed' && file.assertionResults.length === 0,
  );
  return {
    passed: found.numPassedTests,
    failed: found.numFailedTests + broken.length,
    skipped: found.numPendingTests + found.numTodoTests,
  };
}

/** Files are named from the folder of the project, as the runners print them. */
function vitestSkips(report: string): string[] {
  const { testResults } = JSON.parse(readFileSync(report, 'utf8')) as VitestReport;
  return testResults.flatMap(({ name, assertionResults }) =>
    assertionResults
      .filter(({ status }) => /^(pending|skipped|todo)$/.test(status))
      .map(({ fullName }) => `${path.relative(ROOT, name)} › ${fullName}`),
  );
}

function playwrightCounts(report: string): Counts {
  const { stats, errors } = JSON.parse(readFileSync(report, 'utf8')) as PlaywrightReport;
  return {
    passed: stats.expected + stats.flaky,
    failed: stats.unexpected + errors.length,
    skipped: stats.skipped,
  };
}

/** Tests that ended so, each by the titles that lead to it, with why it failed first. */
function testsThat(ended: 'flaky' | 'skipped', { title, suites = [], specs = [] }: PlaywrightSuite) {
  const own = specs.flatMap((spec) =>
    spec.tests
      .filter(({ status }) => status === ended)
      .map(({ results }) => ({
        name: spec.title,
        firstError: stripVTControlCharacters(results[0]?.error?.message ?? 'no reason given'),
      })),
  );
  const all: SecondAttempt[] = [...own, ...suites.flatMap((suite) => testsThat(ended, suite))];
  return all.map((one) => ({ ...one, name: `${title} › ${one.name}` }));
}

function playwrightTests(ended: 'flaky' | 'skipped', report: string): SecondAttempt[] {
  const { suites } = JSON.parse(readFileSync(report, 'utf8')) as PlaywrightReport;
  return suites.flatMap((suite) => testsThat(ended, suite));
}

/** Lint, types and builds: one check each. */
const check = (name: string, ...command: [string, ...string[]]): Suite => ({
  name,
  command: () => command,
  needs: [],
});

const vitest = (name: string, needs: Need[] = [], choice = ['--project', name]): Suite => ({
  name,
  command: (report) => [
    'vitest',
    'run',
    ...choice,
    '--reporter=default',
    '--reporter=json',
    `--outputFile.json=${report}`,
  ],
  needs,
  count: vitestCounts,
  skips: vitestSkips,
});

/** Without them pages that mail and chat are shown in are left out, and pictures show boxes for Chinese. */
const PAGES: Need[] = ['fonts', 'webmail', 'chat'];

const playwright = (name: 'chromium' | 'firefox', build: string): Suite => ({
  name,
  command: () => ['playwright', 'test', `--project=${name}`, '--reporter=line,json'],
  env: (report) => ({ PLAYWRIGHT_JSON_OUTPUT_NAME: report }),
  needs: [name],
  wants: PAGES,
  build,
  count: playwrightCounts,
  skips: (report) => playwrightTests('skipped', report).map(({ name }) => name),
  secondAttempts: (report) => playwrightTests('flaky', report),
});

/** Everything `npm test` runs, in its order. */
export const SUITES: Suite[] = [
  check('lint', 'biome', 'check', '.', '--error-on-warnings'),
  check('types', 'tsc', '--noEmit'),
  { ...vitest('unit'), wants: ['postgres'] },
  vitest('components'),
  vitest('sites'),
  vitest('cluster', ['cluster']),
  // As `npm run zip` does, which builds and packs.
  check('build-chrome', 'wxt', 'zip'),
  check('build-firefox', 'wxt', 'zip', '-b', 'firefox'),
  // After the builds: it looks into them too, and into the archives.
  vitest('architecture'),
  check('store-lint', 'web-ext', 'lint', '--source-dir', '.output/firefox-mv3'),
  playwright('chromium', 'build-chrome'),
  playwright('firefox', 'build-firefox'),
  {
    ...vitest('mutants', ['chromium'], ['--config', 'tests/e2e/mutants/vitest.config.ts']),
    wants: PAGES,
  },
];

/**
 * The true counts of a suite that ended with `code`. A runner that ends badly counts as a failure even when its
 * report names none, and so does one that leaves no report.
 */
export function countsOf(suite: Suite, code: number, report: string): Counts {
  if (!suite.count) return { passed: code === 0 ? 1 : 0, failed: code === 0 ? 0 : 1, skipped: 0 };
  if (!existsSync(report)) return { passed: 0, failed: 1, skipped: 0 };
  const counts = suite.count(report);
  const silent = counts.failed === 0 && (code !== 0 || counts.passed + counts.skipped === 0);
  return silent ? { ...counts, failed: 1 } : counts;
}

/** The tests of a suite that passed at the second attempt only; none of a suite that left no report. */
export function secondAttemptsOf(suite: Suite, report: string): SecondAttempt[] {
  return suite.secondAttempts && existsSync(report) ? suite.secondAttempts(report) : [];
}

/** The tests of a suite that were left out, by name; none of a suite that left no report. */
export function skipsOf(suite: Suite, report: string): string[] {
  return suite.skips && existsSync(report) ? suite.skips(report) : [];
}

/** What is said of them at the end of a run: by name, each with why it failed first. */
export const secondAttemptWords = (all: SecondAttempt[]): string[] =>
  all.flatMap(({ name, firstError }) => [
    `passed at the second attempt: ${name}`,
    ...firstError.split('\n').map((line) => `    ${line}`.trimEnd()),
  ]);
