import { readFileSync } from 'node:fs';
import path from 'node:path';
import { runnerImport } from 'vite';
import { ROOT } from './bootstrap.mjs';

/** Runs on the project's own Node: fits the models to a file, and prints one JSON object, or one line on standard error. */
const { module } = await runnerImport('/tests/support/fit-report.ts', {
  root: ROOT,
  configFile: false,
  logLevel: 'silent',
  resolve: { alias: { '@': ROOT.replace(/[\\/]$/, '') } },
});

const [from, ...given] = process.argv.slice(2);
try {
  const { file, until } = module.argumentsOf(given);
  const text = readFileSync(path.resolve(from, file), 'utf8');
  process.stdout.write(`${JSON.stringify(module.fitReport(text, until), null, 2)}\n`);
} catch (error) {
  process.stderr.write(`${error.code ? `The file cannot be opened (${error.code}).` : error.message}\n`);
  process.exitCode = 1;
}
