import fc from 'fast-check';
import { inject } from 'vitest';

declare module 'vitest' {
  interface ProvidedContext {
    seed: number;
  }
}

/**
 * Random tests of one commit draw the same cases wherever it is tested, and those of the next commit others. Where somebody looks for more
 * of them, `SIDELIGHT_SEED` takes a number.
 */
fc.configureGlobal({ seed: inject('seed') });
