import { spawnSync } from 'node:child_process';
import path from 'node:path';
import { handOver, packagesAreCurrent, ROOT } from './bootstrap.mjs';

/** `npm run inspect-file -- FILE`: standard output is for the result alone, so packages are brought in silence. */
if (!packagesAreCurrent()) {
  const npm = process.env.npm_execpath;
  const [command, args] = npm ? [process.execPath, [npm]] : ['npm', []];
  spawnSync(command, [...args, 'ci', '--no-audit', '--no-fund', '--loglevel=error'], {
    cwd: ROOT,
    stdio: ['ignore', 2, 2],
    shell: !npm && process.platform === 'win32',
  });
}
// npm runs scripts in the project's folder; INIT_CWD is where the command was given.
const from = process.env.INIT_CWD ?? process.cwd();
handOver(
  'tests/support/inspect-file-here.mjs',
  process.argv.slice(2).map((file) => path.resolve(from, file)),
);
