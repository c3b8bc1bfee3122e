import { availableParallelism } from 'node:os';
import { defineConfig } from '@playwright/test';

const CI = process.env.CI === 'true';

/**
 * Both browsers run under this one runner: Chromium driven by Playwright, Firefox by Puppeteer over BiDi (Playwright
 * drives only a Firefox of its own making).
 *
 * A test that fails sometimes is a fault to find, in it or in the product: at the desk nothing is tried again. In CI a failed test is,
 * once, because machines are met there that nobody can look at; `npm test` then names it at its end and says why it failed first.
 *
 * A browser at work takes a core; beyond six of them memory is what is short.
 */
export default defineConfig({
  testDir: 'tests/e2e',
  outputDir: 'test-results',
  globalSetup: './tests/support/global-setup.ts',
  fullyParallel: false,
  workers: Number(process.env.SIDELIGHT_WORKERS ?? Math.min(6, Math.max(2, availableParallelism()))),
  retries: CI ? 1 : 0,
  forbidOnly: CI,
  // For machines that do other work beside: what fails, fails later; what passes takes no longer.
  timeout: 120_000,
  expect: { timeout: 15_000 },
  use: { screenshot: 'only-on-failure' },
  reporter: [['line']],
  projects: [
    { name: 'chromium', testIgnore: 'firefox/**' },
    { name: 'firefox', testMatch: 'firefox/**/*.spec.ts' },
  ],
});
