import { existsSync, readFileSync } from 'node:fs';
import { stripVTControlCharacters } from 'node:util';
import { type Counts, playwrightReport, type Report, vitestReport } from './reports.ts';
import type { Need } from './system-packages.ts';

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
  /** It waits more than it works: these, which come next, run meanwhile. */
  beside?: string[];
  /** Reads the report at that path; absent for a command that is one check as a whole. */
  read?: (report: string) => Report;
};

/** Lint, types and builds: one check each. */
const check = (name: string, ...command: [string, ...string[]]): Suite => ({
  name,
  command: () => command,
  needs: [],
});

/** As Playwright does (playwright.config.ts), and for its reason: ids and times are as random in a test as in the product. */
const AGAIN = process.env.CI === 'true' ? ['--retry=1'] : [];

const vitest = (name: string, needs: Need[] = [], choice = ['--project', name]): Suite => ({
  name,
  command: (report) => [
    'vitest',
    'run',
    ...choice,
    ...AGAIN,
    '--reporter=default',
    '--reporter=json',
    `--outputFile.json=${report}`,
  ],
  needs,
  read: vitestReport,
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
  read: playwrightReport,
});

/** Everything `npm test` runs, in its order. */
export const SUITES: Suite[] = [
  check('lint', 'biome', 'check', '.', '--error-on-warnings'),
  check('types', 'tsc', '--noEmit'),
  { ...vitest('unit'), wants: ['postgres'] },
  vitest('components'),
  vitest('sites'),
  {
    ...vitest('cluster', ['cluster']),
    beside: ['build-chrome', 'build-firefox', 'architecture', 'store-lint'],
  },
  // As `npm run zip` does, which builds and packs.
  check('build-chrome', 'wxt', 'zip'),
  check('build-firefox', 'wxt', 'zip', '-b', 'firefox'),
  // After the builds: it looks into them too, and into the archives.
  vitest('architecture'),
  check('store-lint', 'web-ext', 'lint', '--source-dir', '.output/firefox-mv3'),
  playwright('chromium', 'build-chrome'),
  { ...playwright('firefox', 'build-firefox'), beside: ['mutants'] },
  {
    ...vitest('mutants', ['chromium'], ['--config', 'tests/e2e/mutants/vitest.config.ts']),
    wants: PAGES,
  },
];

const NONE: Counts = { passed: 0, failed: 0, skipped: 0 };

/**
 * What became of a suite that ended with `code`. A runner that ends badly counts as a failure even when its report names none, and so
 * does one that leaves no report; then the end of what it printed says why.
 * @param log path of what it printed
 */
export function outcomeOf(suite: Suite, code: number, report: string, log: string): Report {
  const found: Report =
    suite.read && existsSync(report)
      ? suite.read(report)
      : { counts: NONE, failed: [], second: [], skipped: [] };
  if (!suite.read && code === 0) return { ...found, counts: { ...NONE, passed: 1 } };
  const { passed, failed, skipped } = found.counts;
  if (failed > 0 || (code === 0 && passed + skipped > 0)) return found;
  const name = code === 0 ? 'no test was run' : `ended with code ${code}`;
  return { ...found, counts: { ...found.counts, failed: 1 }, failed: [{ name, reason: lastWords(log) }] };
}

/** The end of a log, without colours and empty lines. */
function lastWords(log: string): string {
  if (!existsSync(log)) return '';
  const lines = stripVTControlCharacters(readFileSync(log, 'utf8')).split('\n');
  return lines
    .filter((line) => line.trim() !== '')
    .slice(-12)
    .join('\n');
}
