import { readFileSync } from 'node:fs';
import { runnerImport } from 'vite';
import { ROOT } from './bootstrap.mjs';

/** Runs on the project's own Node: reads a survey or a table of answers made elsewhere, and prints one JSON object, or one line on standard error. */
const { module } = await runnerImport('/tests/support/survey-inspection.ts', {
  root: ROOT,
  configFile: false,
  logLevel: 'silent',
  resolve: { alias: { '@': ROOT.replace(/[\\/]$/, '') } },
});

function fail(line) {
  process.stderr.write(`${line}\n`);
  process.exitCode = 1;
}

const [file, ...more] = process.argv.slice(2);
if (!file || more.length > 0) fail('Give one file: npm run inspect-survey -- FILE');
else {
  try {
    process.stdout.write(`${JSON.stringify(module.inspect(new Uint8Array(readFileSync(file))), null, 2)}\n`);
  } catch (error) {
    fail(
      module.problemOf(error) ?? (error.code ? `${file} cannot be opened (${error.code}).` : String(error)),
    );
  }
}
