import { spawnSync } from 'node:child_process';
import { existsSync, readdirSync, statSync } from 'node:fs';
import path from 'node:path';
import { commandOf } from './programs.ts';

/** The checkout. Playwright compiles this file to CommonJS or ESM as it likes, so import.meta is avoided. */
export const ROOT = path.resolve(process.env.SIDELIGHT_ROOT ?? process.cwd());

export type Target = 'chrome' | 'firefox';

const SOURCES = [
  'entrypoints',
  'components',
  'lib',
  'widget',
  'public',
  'wxt.config.ts',
  'lazy-schemas.ts',
  'native-in-pages.ts',
  'shared-chunks.ts',
  'package-lock.json',
];

/** Absolute folder of the unpacked extension; SIDELIGHT_OUT moves it, as it does for `wxt build`. */
export const buildDir = (target: Target): string =>
  path.resolve(ROOT, process.env.SIDELIGHT_OUT ?? '.output', `${target}-mv3`);

/** Milliseconds of the newest change below `place`, 0 when there is nothing. */
function newestChange(place: string): number {
  if (!existsSync(place)) return 0;
  const stat = statSync(place);
  if (!stat.isDirectory()) return stat.mtimeMs;
  const inside = readdirSync(place).map((name) => newestChange(path.join(place, name)));
  return Math.max(stat.mtimeMs, ...inside);
}

/** True when the folder holds a build made after the last change of a source. */
export function isFresh(target: Target): boolean {
  const manifest = path.join(buildDir(target), 'manifest.json');
  if (!existsSync(manifest)) return false;
  const changed = Math.max(...SOURCES.map((name) => newestChange(path.join(ROOT, name))));
  return statSync(manifest).mtimeMs > changed;
}

/** Whether `ensureBuild` would build, which takes a while. */
export const buildsAnew = (target: Target): boolean =>
  process.env.SIDELIGHT_PREBUILT !== '1' && !isFresh(target);

/**
 * Builds the extension unless a fresh build stands there; throws with the builder's words when it fails. With
 * SIDELIGHT_PREBUILT=1 what stands there is used as it is.
 */
export function ensureBuild(target: Target): string {
  if (!buildsAnew(target)) return buildDir(target);
  const [program, ...words] = commandOf('wxt', ROOT);
  const done = spawnSync(program, [...words, 'build', '-b', target], { cwd: ROOT, encoding: 'utf8' });
  if (done.status !== 0) throw new Error(`wxt build -b ${target} failed:\n${done.stdout}\n${done.stderr}`);
  return buildDir(target);
}
