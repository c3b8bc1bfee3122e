import { test } from '@playwright/test';

/** Skips the running test for what the machine lacks; in CI, where a skip would hide a hole, it fails instead. */
export function skipOrFail(reason: string): void {
  if (process.env.CI === 'true') throw new Error(reason);
  test.skip(true, reason);
}
