/**
 * Pictures of the components, to be held against the drawings: every page of the gallery in both themes and three
 * languages, written to .screens/ui, and looked through by axe. `node tests/support/gallery.mjs [page]`.
 */
import { mkdirSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import AxeBuilder from '@axe-core/playwright';
import { chromium } from '@playwright/test';
import { findChromium } from './browsers.ts';
import { serveGallery } from './gallery/serve.ts';

const ROOT = fileURLToPath(new URL('../..', import.meta.url));
/** Pages with the size of their window and, where a picture needs it, what is done first. */
const SHOTS = [
  { name: 'controls', page: 'controls', width: 960, height: 760 },
  { name: 'controls-dialog', page: 'controls&open=dialog', width: 960, height: 760 },
  { name: 'controls-palette', page: 'controls&open=palette', width: 960, height: 760 },
  { name: 'controls-menu', page: 'controls', width: 960, height: 760, first: openMenu },
  { name: 'controls-combobox', page: 'controls', width: 960, height: 760, first: openCombobox },
  { name: 'panel', page: 'panel', width: 360, height: 720 },
  { name: 'panel-evidence', page: 'panel&open=2', width: 360, height: 720 },
  { name: 'table', page: 'table', width: 960, height: 640 },
  { name: 'table-cursor', page: 'table', width: 960, height: 640, first: walkTable },
];

async function openMenu(tab) {
  await tab.locator('[aria-haspopup=menu]').click();
  await tab.getByRole('menuitem').first().waitFor();
}

async function openCombobox(tab) {
  await tab.getByRole('combobox').last().fill('n');
  await tab.locator('.option').first().waitFor();
}

async function walkTable(tab) {
  await tab.getByRole('grid').focus();
  for (const key of ['End', 'k', 'Shift+ArrowUp', 'Shift+ArrowUp']) await tab.keyboard.press(key);
  await tab.locator('.cursor').waitFor();
}

const only = process.argv[2];
const folder = `${ROOT}.screens/ui`;
mkdirSync(folder, { recursive: true });

const faults = [];
const gallery = await serveGallery();
const browser = await chromium.launch({
  executablePath: findChromium(),
  args: ['--no-sandbox'],
});
try {
  for (const { name, page, width, height, first } of SHOTS.filter(
    (shot) => !only || shot.name.startsWith(only),
  )) {
    for (const theme of ['light', 'dark']) {
      for (const lang of ['en', 'zh-Hans', 'zh-Hant']) {
        const context = await browser.newContext({
          viewport: { width, height },
          deviceScaleFactor: 2,
          reducedMotion: 'reduce',
        });
        const tab = await context.newPage();
        tab.on('pageerror', (error) => faults.push(`${name} ${theme} ${lang}: ${error.message}`));
        await tab.goto(gallery.address(page, theme, lang));
        await tab.waitForSelector('main');
        await tab.evaluate(() => document.fonts.ready);
        await first?.(tab);
        await tab.screenshot({ path: `${folder}/${name}-${theme}-${lang}.png` });
        const { violations } = await new AxeBuilder({ page: tab }).analyze();
        for (const { id, nodes } of violations) {
          faults.push(
            `${name} ${theme} ${lang}: ${id}\n${nodes.map((node) => `  ${node.html}\n  ${node.failureSummary}`).join('\n')}`,
          );
        }
        await context.close();
      }
    }
  }
} finally {
  await browser.close();
  await gallery.stop();
}
console.log(faults.length ? faults.join('\n') : 'axe finds nothing');
console.log(`Pictures in ${folder}`);
process.exitCode = faults.length ? 1 : 0;
