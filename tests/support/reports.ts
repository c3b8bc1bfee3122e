import { readFileSync } from 'node:fs';
import path from 'node:path';
import { stripVTControlCharacters } from 'node:util';
import { ROOT } from './build.ts';

export type Counts = { passed: number; failed: number; skipped: number };

/** A test by its file and the titles that lead to it, and why it ended as it did; '' where nobody said. */
export type Told = { name: string; reason: string };

/** What a runner says of a suite. A test that passed at the second attempt is counted as passed, and told why it failed first. */
export type Report = { counts: Counts; failed: Told[]; second: Told[]; skipped: Told[] };

/** How a test of vitest ended. */
type Ended = { fullName: string; status: string; failureMessages?: string[] };

type VitestReport = {
  numPassedTests: number;
  numFailedTests: number;
  numPendingTests: number;
  numTodoTests: number;
  testResults: {
    name: string;
    status: string;
    message?: string;
    assertionResults: Ended[];
  }[];
};

/** Reads the JSON that vitest left at that path. */
export function vitestReport(file: string): Report {
  const found = JSON.parse(readFileSync(file, 'utf8')) as VitestReport;
  // Files are named from the folder of the project, as the runners print them.
  const place = (name: string) => path.relative(ROOT, name);
  const told = (isWanted: (one: Ended) => boolean): Told[] =>
    found.testResults.flatMap(({ name, assertionResults }) =>
      assertionResults.filter(isWanted).map(({ fullName, failureMessages = [] }) => ({
        name: `${place(name)} › ${fullName}`,
        reason: plain(failureMessages),
      })),
    );
  // A file that throws while it loads has failed without a single test of its own.
  const broken = found.testResults
    .filter(({ status, assertionResults }) => status === 'failed' && assertionResults.length === 0)
    .map(({ name, message = '' }) => ({ name: place(name), reason: plain([message]) }));
  return {
    counts: {
      passed: found.numPassedTests,
      failed: found.numFailedTests + broken.length,
      skipped: found.numPendingTests + found.numTodoTests,
    },
    failed: [...broken, ...told(({ status }) => status === 'failed')],
    // Why it failed at first stands with a test that passed.
    second: told(({ status, failureMessages = [] }) => status === 'passed' && failureMessages.length > 0),
    skipped: told(({ status }) => /^(pending|skipped|todo)$/.test(status)),
  };
}

type PlaywrightFault = { message?: string; location?: { file: string; line: number } };
type PlaywrightEnd = 'expected' | 'unexpected' | 'flaky' | 'skipped';
type PlaywrightSuite = {
  title: string;
  suites?: PlaywrightSuite[];
  specs?: { title: string; tests: { status: PlaywrightEnd; results: { errors?: PlaywrightFault[] }[] }[] }[];
};
type PlaywrightReport = {
  config: { rootDir: string };
  stats: Record<PlaywrightEnd, number>;
  errors: PlaywrightFault[];
  suites: PlaywrightSuite[];
};

const faultWords = ({ message = '', location }: PlaywrightFault): string =>
  location ? `${message}\n    at ${path.relative(ROOT, location.file)}:${location.line}` : message;

/** The tests below a suite that ended so, each with the errors of its first attempt. */
function testsThat(ended: PlaywrightEnd, { title, suites = [], specs = [] }: PlaywrightSuite): Told[] {
  const own = specs.flatMap((spec) =>
    spec.tests
      .filter(({ status }) => status === ended)
      .map(({ results }) => ({
        name: spec.title,
        reason: plain((results[0]?.errors ?? []).map(faultWords)),
      })),
  );
  const all = [...own, ...suites.flatMap((suite) => testsThat(ended, suite))];
  return all.map((one) => ({ ...one, name: `${title} › ${one.name}` }));
}

/** Reads the JSON that Playwright left at that path. */
export function playwrightReport(file: string): Report {
  const { config, stats, errors, suites } = JSON.parse(readFileSync(file, 'utf8')) as PlaywrightReport;
  const folder = path.relative(ROOT, config.rootDir);
  const told = (ended: PlaywrightEnd): Told[] =>
    suites.flatMap((suite) => testsThat(ended, { ...suite, title: path.join(folder, suite.title) }));
  return {
    counts: {
      passed: stats.expected + stats.flaky,
      failed: stats.unexpected + errors.length,
      skipped: stats.skipped,
    },
    failed: [
      ...told('unexpected'),
      ...errors.map((one) => ({ name: 'outside of the tests', reason: plain([faultWords(one)]) })),
    ],
    second: told('flaky'),
    skipped: told('skipped'),
  };
}

const plain = (messages: string[]): string => stripVTControlCharacters(messages.join('\n')).trim();

/** Lines of a reason that are told, and tests that are told with their reason: of more than that the names. */
const LINES = 12;
const WITH_REASON = 30;

/**
 * What is said of tests at the end of a run, by name, with the beginning of why. The runner's own frames of a stack are left out.
 * @param what happened to them: 'failed', 'passed at the second attempt'
 */
export const wordsOf = (what: string, all: Told[]): string[] =>
  all.flatMap(({ name, reason }, index) => [
    `${what}: ${name}`,
    ...(index < WITH_REASON && reason !== '' ? beginningOf(reason) : []).map((line) =>
      `    ${line}`.trimEnd(),
    ),
  ]);

function beginningOf(reason: string): string[] {
  const lines = reason.split('\n').filter((line) => !/^\s+at .*(node_modules|node:)/.test(line));
  return lines.length > LINES ? [...lines.slice(0, LINES), '...'] : lines;
}
