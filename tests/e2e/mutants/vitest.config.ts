import { defineConfig } from 'vitest/config';
import { ROOT } from '../../support/build.ts';

/**
 * Every mutant is caught: slow, for each is built or tested by itself. The files run at once, each one trial after the other: two builds
 * of the extension would write the same files.
 */
export default defineConfig({
  root: ROOT,
  test: { include: ['tests/e2e/mutants/caught-in-*.ts'], maxWorkers: 2, testTimeout: 480_000 },
});
