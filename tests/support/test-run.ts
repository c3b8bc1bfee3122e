import { type ChildProcess, spawn } from 'node:child_process';
import { createWriteStream, existsSync, mkdirSync, readFileSync, rmSync } from 'node:fs';
import path from 'node:path';
import { ROOT } from './build.ts';
import { commandOf, endTree, HAS_GROUPS } from './programs.ts';
import { type Counts, type Report, type Told, wordsOf } from './reports.ts';
import { outcomeOf, SUITES, type Suite } from './suites.ts';
import { type Missing, provide } from './system-packages.ts';

/** What it should take on two cores, and after what it is stopped: a slow machine is told, and not cut off. */
const BUDGET = 30 * 60_000;
const LIMIT = 80 * 60_000;
const REPORTS = path.join(ROOT, '.tmp', 'test');
const CI = process.env.CI === 'true';
const startedAt = Date.now();

const running = new Set<{ child: ChildProcess; log: string }>();
const named: Record<'failed' | 'second' | 'skipped', Told[]> = { failed: [], second: [], skipped: [] };

/** Says by name what did not pass as it should: last of all, for the logs before it are long. */
function tellNames(): void {
  const lines = [
    ...wordsOf('passed at the second attempt', named.second),
    ...(CI ? wordsOf('skipped', named.skipped) : []),
    ...wordsOf('failed', named.failed),
  ];
  for (const line of lines) console.log(line);
}

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
  const entry = { child, log };
  running.add(entry);
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
      running.delete(entry);
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

/** Runs one suite; `done` holds the counts of those before it. */
async function runSuite(suite: Suite, missing: Missing[], done: Map<string, Counts>): Promise<Report> {
  const says = (line: string) => console.log(`${suite.name.padEnd(14)} ${line}`);
  const lacking = missing.find(({ need }) => suite.needs.includes(need));
  if (lacking) {
    says(`skipped: ${lacking.reason}`);
    const skipped = [{ name: 'all of it', reason: lacking.reason }];
    return { counts: { passed: 0, failed: 0, skipped: 1 }, failed: [], second: [], skipped };
  }
  const build = done.get(suite.build ?? '');
  if (build && build.failed > 0) {
    const reason = `there is nothing to try, ${suite.build} failed.`;
    says(`failed: ${reason}`);
    const failed = [{ name: 'all of it', reason }];
    return { counts: { passed: 0, failed: 1, skipped: 0 }, failed, second: [], skipped: [] };
  }
  const from = Date.now();
  const report = path.join(REPORTS, `${suite.name}.json`);
  const log = path.join(REPORTS, `${suite.name}.log`);
  const code = await execute(suite, report, log, build !== undefined);
  const outcome = outcomeOf(suite, code, report, log);
  says(`${words(outcome.counts)} (${seconds(from)})`);
  for (const { name } of outcome.skipped) console.log(`  skipped: ${name}`);
  if (code === 124) console.log(`  stopped: the whole run may take ${LIMIT / 60_000} minutes.`);
  if (outcome.counts.failed > 0) process.stdout.write(`${readFileSync(log, 'utf8')}\n`);
  return outcome;
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
  const take = async (suite: Suite): Promise<void> => {
    const { counts, ...told } = await runSuite(suite, missing, done);
    done.set(suite.name, counts);
    for (const key of ['passed', 'failed', 'skipped'] as const) total[key] += counts[key];
    for (const key of ['failed', 'second', 'skipped'] as const)
      named[key].push(...told[key].map(({ name, reason }) => ({ name: `${suite.name}: ${name}`, reason })));
  };
  let waiting: { beside: string[]; taken: Promise<void> } | undefined;
  for (const suite of suites) {
    if (waiting && !waiting.beside.includes(suite.name)) {
      await waiting.taken;
      waiting = undefined;
    }
    const taken = take(suite);
    if (suite.beside) waiting = { beside: suite.beside, taken };
    else await taken;
  }
  await waiting?.taken;
  console.log(`All in ${seconds(startedAt)}.`);
  if (Date.now() - startedAt > BUDGET)
    console.log(`That is more than the ${BUDGET / 60_000} minutes that it should take.`);
  if (CI && total.skipped > 0) {
    console.log(`${total.skipped} skipped: in CI that is a failure.`);
    total.failed += total.skipped;
    total.skipped = 0;
  }
  tellNames();
  console.log(words(total));
  process.exitCode = total.failed > 0 ? 1 : 0;
}

for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) {
  process.on(signal, () => {
    for (const { child, log } of running) {
      end(child, 'SIGTERM');
      if (existsSync(log)) process.stdout.write(readFileSync(log, 'utf8'));
    }
    tellNames();
    console.log('Stopped.');
    process.exit(130);
  });
}

await main();
