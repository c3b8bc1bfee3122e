/** Draws public/icon-*.png from public/icon.svg. Run it after the mark has changed: `node tests/support/draw-icons.mjs`. */
import { readFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { chromium } from '@playwright/test';
import { findChromium } from './browsers.ts';

const PUBLIC = fileURLToPath(new URL('../../public/', import.meta.url));
const svg = await readFile(`${PUBLIC}icon.svg`, 'utf8');
const browser = await chromium.launch({
  executablePath: findChromium(),
  args: ['--no-sandbox'],
});
for (const size of [16, 32, 48, 128]) {
  const page = await browser.newPage({ viewport: { width: size, height: size } });
  await page.setContent(
    `<style>body{margin:0}svg{display:block;width:${size}px;height:${size}px}</style>${svg}`,
  );
  await page.screenshot({ path: `${PUBLIC}icon-${size}.png`, omitBackground: true });
  await page.close();
}
await browser.close();
