import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { chromium } from '@playwright/test';

const CHROMIUM = [
  '/usr/bin/chromium',
  '/usr/bin/chromium-browser',
  '/Applications/Chromium.app/Contents/MacOS/Chromium',
];

const FIREFOX = [
  '/usr/bin/firefox-esr',
  '/usr/bin/firefox',
  '/Applications/Firefox.app/Contents/MacOS/firefox',
  'C:\\Program Files\\Mozilla Firefox\\firefox.exe',
];

const first = (paths: (string | undefined)[]): string | undefined =>
  paths.find((file) => file !== undefined && file !== '' && existsSync(file));

/**
 * Path of a Chromium that loads unpacked extensions, or undefined. Google Chrome itself is not looked for: since
 * version 137 it ignores --load-extension. Playwright's own Chromium is the fallback where the system has none.
 */
export function findChromium(): string | undefined {
  if (process.env.CHROMIUM) return first([process.env.CHROMIUM]);
  return first([...CHROMIUM, chromium.executablePath()]);
}

/** Path of a Firefox, or undefined. */
export function findFirefox(): string | undefined {
  if (process.env.FIREFOX) return first([process.env.FIREFOX]);
  return first(FIREFOX);
}

/** The first number of a Firefox's version: 153 of "Mozilla Firefox 153.7.0esr"; 0 when it does not say. */
export function firefoxVersion(file: string): number {
  const { stdout } = spawnSync(file, ['--version'], { encoding: 'utf8', timeout: 30_000 });
  return Number(/Firefox (\d+)/.exec(stdout ?? '')?.[1] ?? 0);
}
