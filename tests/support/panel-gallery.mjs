/**
 * Pictures of the panel's states over a client that answers from samples, 360 by 720, in both themes and three
 * languages, written to .screens/panel, looked through by axe. `node tests/support/panel-gallery.mjs [state] [lang] [theme]`.
 */
import { mkdirSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import AxeBuilder from '@axe-core/playwright';
import { chromium } from '@playwright/test';
import { createServer } from 'vite';

const ROOT = fileURLToPath(new URL('../..', import.meta.url));
const NOW = new Date(2026, 10, 21, 12);
/** Each state; where a picture needs it, what is done first; and whether it may scroll. */
const SHOTS = [
  { name: 'known' },
  { name: 'evidence', state: 'known', first: (tab) => tab.locator('.clause').nth(1).click(), scrolls: true },
  { name: 'tall', state: 'known', height: 900 },
  { name: 'note' },
  { name: 'draft', scrolls: true },
  { name: 'steps', state: 'known', first: (tab) => tab.locator('.steps-more').click(), scrolls: true },
  {
    name: 'all',
    state: 'note',
    height: 2600,
    first: unfold,
    scrolls: true,
  },
  { name: 'task', state: 'known', first: openTask, scrolls: true },
  { name: 'log-menu', state: 'known', first: (tab) => tab.locator('.log-more button').first().click() },
  { name: 'purchase', state: 'known', first: (tab) => log(tab, 3), scrolls: true },
  { name: 'promise', state: 'known', first: (tab) => log(tab, 4), scrolls: true },
  { name: 'tag', state: 'known', first: (tab) => tab.locator('.tag-add button').click() },
  { name: 'offer', scrolls: true },
  { name: 'fresh' },
  { name: 'stranger' },
  { name: 'paste', state: 'stranger', first: paste, scrolls: true },
  { name: 'list', first: (tab) => tick(tab) },
  { name: 'added', state: 'list', first: add, scrolls: true },
  { name: 'candidates' },
  { name: 'candidate' },
  { name: 'complete', scrolls: true },
  { name: 'profile' },
  { name: 'nobody' },
  { name: 'find', state: 'nobody', first: find },
  { name: 'unrecognised' },
  { name: 'off' },
  { name: 'reload' },
  { name: 'waiting' },
  { name: 'saved', state: 'known', first: save },
  { name: 'said-two', state: 'known&said=two', scrolls: true },
  { name: 'said-three', state: 'known&said=three', scrolls: true },
  { name: 'said-all', state: 'known&said=all', scrolls: true },
  { name: 'said-stranger', state: 'stranger&said=three', scrolls: true },
];

async function openTask(tab) {
  await tab.locator('.panel-foot button').nth(2).click();
  await tab.locator('form input').fill('Send the price list on Friday');
  await tab.locator('.when-found span').waitFor();
}
async function unfold(tab) {
  await tab.locator('.panel-foot-end button').click();
  await tab.locator('.value-row').first().waitFor();
}
async function log(tab, index) {
  await tab.locator('.log-more button').first().click();
  await tab.getByRole('menuitem').nth(index).click();
  await tab.locator('form').waitFor();
}
async function paste(tab) {
  await tab.locator('.panel-foot button').first().click();
  await tab
    .locator('.paste-box textarea')
    .fill('Priya Raman\nField lead, Northquay Survey\nT +44 20 7946 0114');
  await tab.locator('.proposals li').first().waitFor();
}
async function tick(tab) {
  for (const index of [0, 1, 3]) await tab.locator('.check-box').nth(index).check();
}
async function add(tab) {
  await tick(tab);
  await tab.locator('.person-actions .ink').click();
  await tab.locator('.cadence').first().waitFor();
}
async function find(tab) {
  await tab.keyboard.press('/');
  await tab.locator('.panel-find input:focus').waitFor();
  await tab.keyboard.type('ing');
  await tab.locator('.option').first().waitFor();
}
async function save(tab) {
  await tab.locator('textarea').fill('Never call on Fridays');
  await tab.keyboard.press('Control+Enter');
  await tab.locator('.toast').waitFor();
}

const [only, onlyLang, onlyTheme] = process.argv.slice(2);
const folder = `${ROOT}.screens/panel`;
mkdirSync(folder, { recursive: true });

const faults = [];
const server = await createServer({
  root: `${ROOT}tests/support/panel-gallery`,
  configFile: false,
  logLevel: 'error',
  cacheDir: `${ROOT}.tmp/panel-gallery`,
  resolve: { alias: { '@': ROOT.replace(/\/$/, '') } },
  oxc: { jsx: { runtime: 'automatic', importSource: 'preact' } },
  server: { fs: { allow: [ROOT] }, port: 5391, hmr: false, watch: null },
});
await server.listen();
const browser = await chromium.launch({
  executablePath: process.env.CHROMIUM ?? '/usr/bin/chromium',
  args: ['--no-sandbox'],
});
try {
  for (const { name, state = name, height = 720, first, scrolls } of SHOTS) {
    if (only && only !== 'all-states' && only !== name) continue;
    for (const theme of ['light', 'dark']) {
      if (onlyTheme && onlyTheme !== theme) continue;
      for (const lang of ['en', 'zh-Hans', 'zh-Hant']) {
        if (onlyLang && onlyLang !== 'all' && onlyLang !== lang) continue;
        const where = `${name} ${theme} ${lang}`;
        const context = await browser.newContext({
          viewport: { width: 360, height },
          deviceScaleFactor: 2,
          reducedMotion: 'reduce',
        });
        try {
          const tab = await context.newPage();
          await tab.clock.setFixedTime(NOW);
          tab.on('pageerror', (error) => faults.push(`${where}: ${error.message}`));
          tab.on('console', (message) => {
            if (message.type() === 'error') faults.push(`${where}: ${message.text()}`);
          });
          await tab.goto(`${server.resolvedUrls.local[0]}?state=${state}&theme=${theme}&lang=${lang}`);
          await tab.locator('main h1, main [role=status]').first().waitFor();
          await tab.evaluate(() => document.fonts.ready);
          await first?.(tab);
          await tab.waitForTimeout(60);
          await tab.screenshot({ path: `${folder}/${name}-${theme}-${lang}.png` });
          const over = await tab
            .locator('.panel-scroll')
            .evaluate((box) => [box.scrollHeight - box.clientHeight, box.scrollWidth - box.clientWidth]);
          if (over[0] > 0 && !scrolls) faults.push(`${where}: ${over[0]} px too high for ${height}`);
          if (over[1] > 0) faults.push(`${where}: ${over[1]} px too wide`);
          const { violations } = await new AxeBuilder({ page: tab }).analyze();
          for (const { id, nodes } of violations) {
            const told = nodes.map((node) => `  ${node.html}\n  ${node.failureSummary}`).join('\n');
            faults.push(`${where}: ${id}\n${told}`);
          }
        } catch (error) {
          faults.push(`${where}: ${error.message}`);
        }
        await context.close();
      }
    }
  }
} finally {
  await browser.close();
  await server.close();
}
console.log(faults.length ? faults.join('\n') : 'Nothing too high, axe finds nothing');
console.log(`Pictures in ${folder}`);
process.exitCode = faults.length ? 1 : 0;
