import { defineConfig } from '@playwright/test';

/**
 * Both browsers run under this one runner: Chromium driven by Playwright, Firefox by Puppeteer over BiDi (Playwright
 * drives only a Firefox of its own making). No retries: a test that fails sometimes is a fault to find.
 */
export default defineConfig({
  testDir: 'tests/e2e',
  outputDir: 'test-results',
  globalSetup: './tests/support/global-setup.ts',
  fullyParallel: false,
  workers: process.env.SIDELIGHT_WORKERS ? Number(process.env.SIDELIGHT_WORKERS) : 2,
  retries: 0,
  forbidOnly: process.env.CI === 'true',
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
