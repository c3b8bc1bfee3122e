import { defineConfig } from 'vitest/config';
import { ROOT } from '../../support/build.ts';

/** Every mutant is caught: slow, for each is built or tested by itself, one after the other. */
export default defineConfig({
  root: ROOT,
  test: { include: ['tests/e2e/mutants/caught.ts'], testTimeout: 480_000 },
});
