import { spawnSync } from 'node:child_process';
import { cpSync, existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { expect } from 'vitest';
import { ROOT } from '../../support/build.ts';
import { commandOf } from '../../support/programs.ts';
import { type Catcher, MUTANTS } from './mutants.ts';
import { applied } from './plant.ts';

/** How a test ended over a product with a fault, and what it said. */
export interface Outcome {
  status: 'passed' | 'failed' | 'not run';
  message: string;
}

interface VitestReport {
  testResults: { assertionResults: { title: string; status: string; failureMessages: string[] }[] }[];
}

interface PlaywrightSuite {
  suites?: PlaywrightSuite[];
  specs: {
    title: string;
    ok: boolean;
    tests: { results: { status: string; errors: { message: string }[] }[] }[];
  }[];
}

function run(program: string, words: string[], env: Record<string, string>): string {
  const [file, ...first] = commandOf(program, ROOT);
  const done = spawnSync(file, [...first, ...words], {
    cwd: ROOT,
    encoding: 'utf8',
    env: { ...process.env, ...env },
  });
  return `${done.stdout}\n${done.stderr}`;
}

/** What vitest printed over a mutant and a file: two tests of one file need one run. */
const printed = new Map<string, string>();

function inVitest({ file, test }: Catcher, mutant: string, folder: string): Outcome {
  const report = path.join(folder, `${path.basename(file)}.json`);
  let output = printed.get(report);
  if (output === undefined) {
    const words = ['run', '--config', 'tests/e2e/mutants/planted.config.ts', file];
    output = run('vitest', [...words, '--reporter=json', `--outputFile.json=${report}`], {
      SIDELIGHT_MUTANT: mutant,
    });
    printed.set(report, output);
  }
  if (!existsSync(report)) return { status: 'not run', message: output };
  const { testResults } = JSON.parse(readFileSync(report, 'utf8')) as VitestReport;
  const found = testResults.flatMap((one) => one.assertionResults).find(({ title }) => title === test);
  if (found?.status !== 'passed' && found?.status !== 'failed') return { status: 'not run', message: output };
  return { status: found.status, message: found.failureMessages.join('\n') };
}

const isInWidget = (mutant: string): boolean =>
  MUTANTS[mutant]!.edits.every(({ file }) => file.startsWith('widget/'));

/** The widget has a build of its own: a copy of its source is given the fault and built. */
function buildWidget(mutant: string, folder: string): string {
  const source = path.join(folder, 'source');
  const isSource = (file: string) => !/\/(dist|node_modules)$/.test(file);
  for (const room of ['widget', 'lib/surveys', 'tsconfig.json'])
    cpSync(path.join(ROOT, room), path.join(source, room), { recursive: true, filter: isSource });
  for (const edit of MUTANTS[mutant]!.edits) {
    const file = path.join(source, edit.file);
    writeFileSync(file, applied(readFileSync(file, 'utf8'), edit));
  }
  return run('node', [path.join(source, 'widget/build.mjs'), '--no-types'], {
    SIDELIGHT_WIDGET_OUT: path.join(folder, 'widget'),
  });
}

const specsOf = (suite: PlaywrightSuite): PlaywrightSuite['specs'] => [
  ...suite.specs,
  ...(suite.suites ?? []).flatMap(specsOf),
];

function inPlaywright({ file, test }: Catcher, mutant: string, folder: string): Outcome {
  const report = path.join(folder, 'report.json');
  const env = { SIDELIGHT_MUTANT: mutant, SIDELIGHT_OUT: folder, SIDELIGHT_PREBUILT: '1' };
  const built = isInWidget(mutant)
    ? run('wxt', ['build'], env) + buildWidget(mutant, folder)
    : run('wxt', ['build', '--config', 'tests/e2e/mutants/wxt.config.ts'], env);
  const all = ['chrome-mv3/manifest.json', ...(isInWidget(mutant) ? ['widget/all.js'] : [])];
  if (!all.every((file) => existsSync(path.join(folder, file)))) return { status: 'not run', message: built };
  // A fault is caught at the first attempt, or it is not caught.
  const choice = ['--project=chromium', '--workers=1', '--retries=0'];
  const words = ['test', file, ...choice, '--reporter=json', '-g', test];
  const output = run('playwright', [...words, `--output=${path.join(folder, 'results')}`], {
    ...env,
    ...(isInWidget(mutant) && { SIDELIGHT_WIDGET_OUT: path.join(folder, 'widget'), SIDELIGHT_ANSWERS: '40' }),
    PLAYWRIGHT_JSON_OUTPUT_NAME: report,
  });
  if (!existsSync(report)) return { status: 'not run', message: output };
  const { suites } = JSON.parse(readFileSync(report, 'utf8')) as { suites: PlaywrightSuite[] };
  const results = suites
    .flatMap(specsOf)
    .filter(({ title }) => title === test)
    .flatMap(({ tests }) => tests.flatMap((one) => one.results));
  const [result] = results;
  if (result?.status !== 'passed' && result?.status !== 'failed')
    return { status: 'not run', message: output };
  return { status: result.status, message: result.errors.map((error) => error.message).join('\n') };
}

const folderOf = (runner: Catcher['runner']): string => path.join(ROOT, '.tmp', 'mutants', runner);

/** Every mutant with each test of this runner that must catch it; what earlier trials left is taken away. */
export function trialsOf(runner: Catcher['runner']): [mutant: string, test: string, catcher: Catcher][] {
  rmSync(folderOf(runner), { recursive: true, force: true });
  return Object.entries(MUTANTS).flatMap(([mutant, { caughtBy }]) =>
    caughtBy
      .filter((catcher) => catcher.runner === runner)
      .map((catcher): [string, string, Catcher] => [mutant, catcher.test, catcher]),
  );
}

/** Fails unless the test catches the fault, and not by an accident of the trial, but for what the mutant does. */
export function expectCaught(mutant: string, _: string, catcher: Catcher): void {
  const folder = path.join(folderOf(catcher.runner), mutant.replaceAll(' ', '-'));
  mkdirSync(folder, { recursive: true });
  const inRunner = catcher.runner === 'vitest' ? inVitest : inPlaywright;
  const { status, message } = inRunner(catcher, mutant, folder);
  expect(status, message).toBe('failed');
  expect(message).toMatch(catcher.says);
}
