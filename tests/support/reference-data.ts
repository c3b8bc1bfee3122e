import { existsSync, readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { describe } from 'vitest';

/**
 * The folder of published data sets and reference figures, which is no part of the project: `SIDELIGHT_DATA`, else the folder `shared/data`
 * beside the checkout; null where there is none. Figures that are typed into tests do without it.
 */
const REFERENCE = (() => {
  const folder = process.env.SIDELIGHT_DATA ?? resolve(process.cwd(), '../shared/data');
  return existsSync(resolve(folder, 'golden.json')) ? folder : null;
})();

/** Defines the tests that need the folder; where there is none it says so, and they are not there. */
export function withReference(name: string, tests: () => void): void {
  if (REFERENCE) describe(name, tests);
  else console.info(`${name}: left out, for there is no folder of reference data (SIDELIGHT_DATA).`);
}

/** A file of the folder. */
export function referenceText(name: string): string {
  return readFileSync(resolve(REFERENCE ?? '', name), 'utf8');
}

/** Rows of a file of the folder, without its header, split at commas. */
export function referenceRows(name: string): string[][] {
  return referenceText(name)
    .trim()
    .split(/\r?\n/)
    .slice(1)
    .map((line) => line.split(','));
}
