import { spawn, spawnSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';

/**
 * The only support code that runs on whatever Node the machine has, before any package is installed. It brings the
 * packages, among them the project's own Node, and hands over to that.
 */
export const ROOT = fileURLToPath(new URL('../..', import.meta.url));
/** The program itself: what stands in node_modules/.bin is for a shell on Windows, which parts a path at its blanks. */
const PROJECT_NODE = path.join(
  ROOT,
  'node_modules',
  'node',
  'bin',
  process.platform === 'win32' ? 'node.exe' : 'node',
);

/** True when every package of the lock file stands in node_modules in its version; platform extras may be absent. */
export function packagesAreCurrent(root = ROOT) {
  const [wanted, installed] = ['package-lock.json', 'node_modules/.package-lock.json'].map((file) => {
    const full = path.join(root, file);
    return existsSync(full) ? JSON.parse(readFileSync(full, 'utf8')).packages : null;
  });
  // .wxt holds the types that the packages' own set-up writes.
  if (!wanted || !installed || !existsSync(path.join(root, '.wxt', 'tsconfig.json'))) return false;
  return Object.entries(wanted).every(
    ([place, entry]) =>
      place === '' || entry.optional || entry.link || installed[place]?.version === entry.version,
  );
}

function installPackages() {
  const npm = process.env.npm_execpath;
  const [command, args] = npm ? [process.execPath, [npm]] : ['npm', []];
  console.log('Installing npm packages ...');
  const done = spawnSync(command, [...args, 'ci', '--no-audit', '--no-fund', '--loglevel=error'], {
    cwd: ROOT,
    stdio: 'inherit',
    shell: !npm && process.platform === 'win32',
  });
  if (done.status !== 0) throw new Error('npm ci failed: see its message above.');
}

/**
 * Installs the packages when they are absent or stale, then runs `script` (a path in the project) on the project's Node. `lastWords`
 * close what is printed when there are no packages to run it with.
 */
export function handOver(
  script,
  args,
  lastWords = 'Nothing was started. Once that is mended, run the command again.',
) {
  try {
    if (!packagesAreCurrent()) installPackages();
  } catch (error) {
    console.error(error.message);
    console.log(lastWords);
    process.exit(1);
  }
  const bin = path.join(ROOT, 'node_modules', '.bin');
  const child = spawn(PROJECT_NODE, [path.join(ROOT, script), ...args], {
    cwd: ROOT,
    stdio: 'inherit',
    env: { ...process.env, PATH: `${bin}${path.delimiter}${process.env.PATH}` },
  });
  // The child cleans up after itself; this process only waits for it.
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) {
    process.on(signal, () => signal !== 'SIGINT' && child.kill(signal));
  }
  child.on('error', (error) => {
    console.error(`The project's Node does not start: ${error.message}`);
    process.exit(1);
  });
  child.on('exit', (code) => process.exit(code ?? 1));
}
