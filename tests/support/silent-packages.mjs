import { spawnSync } from 'node:child_process';
import { packagesAreCurrent, ROOT } from './bootstrap.mjs';

/** Brings packages that are absent or stale without a word: for commands whose standard output is for the result alone. */
export function bringSilently() {
  if (packagesAreCurrent()) return;
  const npm = process.env.npm_execpath;
  const [command, args] = npm ? [process.execPath, [npm]] : ['npm', []];
  spawnSync(command, [...args, 'ci', '--no-audit', '--no-fund', '--loglevel=error'], {
    cwd: ROOT,
    stdio: ['ignore', 2, 2],
    shell: !npm && process.platform === 'win32',
  });
}
