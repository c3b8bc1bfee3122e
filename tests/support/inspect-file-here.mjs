import { readFileSync, statSync } from 'node:fs';
import { runnerImport } from 'vite';
import { ROOT } from './bootstrap.mjs';

/** Runs on the project's own Node: loads the readers as they are, and prints one JSON object, or one line on standard error. */
const { module } = await runnerImport('/tests/support/inspection.ts', {
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
if (!file || more.length > 0) fail('Give one file: npm run inspect-file -- FILE');
else {
  try {
    if (statSync(file).size > module.TOO_LARGE.bytes) fail(module.TOO_LARGE.line);
    else {
      const bytes = new Uint8Array(readFileSync(file));
      process.stdout.write(`${JSON.stringify(await module.inspectFile(bytes), null, 2)}\n`);
    }
  } catch (error) {
    fail(
      module.problemOf(error) ?? (error.code ? `${file} cannot be opened (${error.code}).` : String(error)),
    );
  }
}
