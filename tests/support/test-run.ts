import { type ChildProcess, spawn } from 'node:child_process';
import { createWriteStream, mkdirSync, readFileSync, rmSync } from 'node:fs';
import path from 'node:path';
import { ROOT } from './build.ts';
import { commandOf, endTree, HAS_GROUPS } from './programs.ts';
import {
  type Counts,
  countsOf,
  type SecondAttempt,
  SUITES,
  type Suite,
  secondAttemptsOf,
  secondAttemptWords,
  skipsOf,
} from './suites.ts';
import { type Missing, provide } from './system-packages.ts';

/** What it should take on two cores, and after what it is stopped: a slow machine is told, and not cut off. */
const BUDGET = 30 * 60_000;
const LIMIT = 80 * 60_000;
const REPORTS = path.join(ROOT, '.tmp', 'test');
const CI = process.env.CI === 'true';
const startedAt = Date.now();

let running: ChildProcess | undefined;

const end = (child: ChildProcess, signal: NodeJS.Signals) => child.pid && endTree(child.pid, signal);

/** Runs the suite's command into a log file and gives its exit code; 124 when the time was up. */
function execute(suite: Suite, report: string, log: string, built: boolean): Promise<number> {
  const [name, ...words] = suite.command(report);
  const [program, ...first] = commandOf(name, ROOT);
  const child = spawn(program, [...first, ...words], {
    cwd: ROOT,
    detached: HAS_GROUPS,
    stdio: ['ignore', 'pipe', 'pipe'],
    env: { ...process.env, ...suite.env?.(report), ...(built ? { SIDELIGHT_PREBUILT: '1' } : {}) },
  });
  running = child;
  const file = createWriteStream(log);
  child.stdout.pipe(file, { end: false });
  child.stderr.pipe(file, { end: false });
  let late = false;
  const timer = setTimeout(
    () => {
      late = true;
      end(child, 'SIGTERM');
      setTimeout(() => end(child, 'SIGKILL'), 5000).unref();
    },
    Math.max(0, startedAt + LIMIT - Date.now()),
  );
  return new Promise((resolve) => {
    const ended = (code: number) => {
      clearTimeout(timer);
      running = undefined;
      file.end(() => resolve(late ? 124 : code));
    };
    child.once('error', (error) => {
      file.write(`${error}\n`);
      ended(127);
    });
    child.once('close', (code) => ended(code ?? 1));
  });
}

const seconds = (from: number): string => `${((Date.now() - from) / 1000).toFixed(1)} s`;

const words = ({ passed, failed, skipped }: Counts): string =>
  `${passed} passed, ${failed} failed${skipped > 0 ? `, ${skipped} skipped` : ''}`;

/** Runs one suite; `done` holds the counts of those before it, `second` takes what passed at the second attempt. */
async function runSuite(
  suite: Suite,
  missing: Missing[],
  done: Map<string, Counts>,
  second: SecondAttempt[],
): Promise<Counts> {
  const lacking = missing.find(({ need }) => suite.needs.includes(need));
  if (lacking) {
    console.log(`${suite.name.padEnd(14)} skipped: ${lacking.reason}`);
    return { passed: 0, failed: 0, skipped: 1 };
  }
  const build = done.get(suite.build ?? '');
  if (build && build.failed > 0) {
    console.log(`${suite.name.padEnd(14)} failed: there is nothing to try, ${suite.build} failed.`);
    return { passed: 0, failed: 1, skipped: 0 };
  }
  const from = Date.now();
  const report = path.join(REPORTS, `${suite.name}.json`);
  const log = path.join(REPORTS, `${suite.name}.log`);
  const code = await execute(suite, report, log, build !== undefined);
  const counts = countsOf(suite, code, report);
  second.push(...secondAttemptsOf(suite, report));
  console.log(`${suite.name.padEnd(14)} ${words(counts)} (${seconds(from)})`);
  for (const name of skipsOf(suite, report)) console.log(`  skipped: ${name}`);
  if (code === 124) console.log(`  stopped: the whole run may take ${LIMIT / 60_000} minutes.`);
  if (counts.failed > 0) process.stdout.write(`${readFileSync(log, 'utf8')}\n`);
  return counts;
}

function chosenSuites(names: string[]): Suite[] {
  const unknown = names.filter((name) => !SUITES.some((suite) => suite.name === name));
  if (unknown.length > 0) {
    console.error(
      `There is no suite ${unknown.join(', ')}. Choose of: ${SUITES.map((one) => one.name).join(', ')}.`,
    );
    console.log('0 passed, 1 failed');
    process.exit(1);
  }
  return names.length === 0 ? SUITES : SUITES.filter((suite) => names.includes(suite.name));
}

async function main(): Promise<void> {
  const suites = chosenSuites(process.argv.slice(2));
  const needs = new Set(suites.flatMap((suite) => [...suite.needs, ...(suite.wants ?? [])]));
  const missing = provide([...needs]);
  for (const { need, reason } of missing) {
    console.log(`${need}: ${reason} The tests that need it are ${CI ? 'counted as failed' : 'skipped'}.`);
  }
  rmSync(REPORTS, { recursive: true, force: true });
  mkdirSync(REPORTS, { recursive: true });
  const total: Counts = { passed: 0, failed: 0, skipped: 0 };
  const done = new Map<string, Counts>();
  const second: SecondAttempt[] = [];
  for (const suite of suites) {
    const counts = await runSuite(suite, missing, done, second);
    done.set(suite.name, counts);
    for (const key of ['passed', 'failed', 'skipped'] as const) total[key] += counts[key];
  }
  console.log(`All in ${seconds(startedAt)}.`);
  if (Date.now() - startedAt > BUDGET)
    console.log(`That is more than the ${BUDGET / 60_000} minutes that it should take.`);
  if (CI && total.skipped > 0) {
    console.log(`${total.skipped} skipped: in CI that is a failure.`);
    total.failed += total.skipped;
    total.skipped = 0;
  }
  for (const line of secondAttemptWords(second)) console.log(line);
  console.log(words(total));
  process.exitCode = total.failed > 0 ? 1 : 0;
}

for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) {
  process.on(signal, () => {
    if (running) end(running, 'SIGTERM');
    console.log('Stopped.');
    process.exit(130);
  });
}

await main();
