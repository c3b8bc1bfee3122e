import { spawnSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';

/** A program and its first words, as `spawn` takes them. */
export type Command = [program: string, ...words: string[]];

interface Package {
  bin?: string | Record<string, string>;
  dependencies?: Record<string, string>;
  devDependencies?: Record<string, string>;
}

const packageIn = (folder: string): Package =>
  JSON.parse(readFileSync(path.join(folder, 'package.json'), 'utf8')) as Package;

/** The Node of the checkout at `root`, whatever the machine has. */
export function projectNode(root: string, platform: NodeJS.Platform = process.platform): string {
  return path.join(root, 'node_modules', 'node', 'bin', platform === 'win32' ? 'node.exe' : 'node');
}

/**
 * What stands behind a name of node_modules/.bin, run by the checkout's Node: on Windows that folder has scripts for a shell, which would
 * take a blank in a path for the end of a word.
 * @throws when no package of the checkout brings it
 */
export function commandOf(name: string, root: string, platform: NodeJS.Platform = process.platform): Command {
  const node = projectNode(root, platform);
  if (name === 'node') return [node];
  const { dependencies, devDependencies } = packageIn(root);
  for (const one of Object.keys({ ...dependencies, ...devDependencies })) {
    const folder = path.join(root, 'node_modules', one);
    if (!existsSync(folder)) continue;
    const { bin } = packageIn(folder);
    const file = typeof bin === 'string' ? path.basename(one) === name && bin : bin?.[name];
    if (file) return [node, path.join(folder, file)];
  }
  throw new Error(`No package of this project brings ${name}.`);
}

/** Whether `spawn` is to be asked for a group of its own, which `endTree` ends. */
export const HAS_GROUPS = process.platform !== 'win32';

/** Ends a program that was started `detached` and all that it started; browsers and servers are children of children. */
export function endTree(pid: number, signal: NodeJS.Signals): void {
  if (!HAS_GROUPS) {
    spawnSync('taskkill', ['/PID', String(pid), '/T', '/F'], { stdio: 'ignore' });
    return;
  }
  try {
    process.kill(-pid, signal);
  } catch {
    // It has already ended.
  }
}
