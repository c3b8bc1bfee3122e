import path from 'node:path';
import { handOver } from './bootstrap.mjs';
import { bringSilently } from './silent-packages.mjs';

/** `npm run read-page -- FILE --url URL`: standard output is for the result alone, so packages are brought in silence. */
bringSilently();
// npm runs scripts in the project's folder; INIT_CWD is where the command was given.
const from = process.env.INIT_CWD ?? process.cwd();
const [first, ...more] = process.argv.slice(2);
const at = first === '--url' ? 1 : -1;
handOver(
  'tests/support/read-page-here.mjs',
  first === undefined
    ? []
    : at < 0
      ? [path.resolve(from, first), ...more]
      : [first, ...more.map((word, index) => (index === at ? path.resolve(from, word) : word))],
);
