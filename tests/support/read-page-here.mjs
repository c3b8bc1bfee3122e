import { readFileSync, statSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { runnerImport } from 'vite';
import { ROOT } from './bootstrap.mjs';

/** Runs on the project's own Node: loads the recipes as they are, and prints one JSON object, or one line on standard error. */
const { module } = await runnerImport('/tests/support/page-reading.ts', {
  root: ROOT,
  configFile: false,
  logLevel: 'silent',
  resolve: { alias: { '@': ROOT.replace(/[\\/]$/, '') } },
});

function asked() {
  try {
    return parseArgs({ options: { url: { type: 'string' } }, allowPositionals: true });
  } catch {
    return { values: {}, positionals: [] };
  }
}

const { values, positionals } = asked();
let line = null;
if (positionals.length !== 1 || !values.url)
  line = 'Give one file and its address: npm run read-page -- FILE --url URL';
else {
  try {
    if (statSync(positionals[0]).size > module.TOO_LARGE.bytes) line = module.TOO_LARGE.line;
    else {
      const reading = module.readSaved(new Uint8Array(readFileSync(positionals[0])), values.url);
      process.stdout.write(`${JSON.stringify(reading, null, 2)}\n`);
    }
  } catch (error) {
    line = error.code ? `${positionals[0]} cannot be opened (${error.code}).` : error.message.split('\n')[0];
  }
}
if (line) process.stderr.write(`${line}\n`);
// A page's own timers, if any, would keep the process.
process.exit(line ? 1 : 0);
