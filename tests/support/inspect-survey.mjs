import path from 'node:path';
import { handOver } from './bootstrap.mjs';
import { bringSilently } from './silent-packages.mjs';

/** `npm run inspect-survey -- FILE`: standard output is for the result alone. */
bringSilently();
// npm runs scripts in the project's folder; INIT_CWD is where the command was given.
const from = process.env.INIT_CWD ?? process.cwd();
handOver(
  'tests/support/inspect-survey-here.mjs',
  process.argv.slice(2).map((file) => path.resolve(from, file)),
);
