import { readFileSync } from 'node:fs';
import path from 'node:path';
import type { Frame, Page } from '@playwright/test';
import { ROOT } from '../support/build.ts';
import { switchOnEvery } from '../support/every-site.ts';
import { expect, test } from '../support/extension.ts';
import { panelOf } from '../support/product.ts';
import { serve } from '../support/site-pages.ts';

/** Pages of our own making, laid out as the hosts are: bars and rails at the right edge, fixed and absolute. */
const LAYOUTS = [
  ['gmail', 'https://mail.google.com/mail/u/0/', 20],
  ['outlook', 'https://outlook.office.com/mail/', 15],
  ['qq-mail', 'https://mail.qq.com/cgi-bin/frame_html', 8],
  ['qq-mail-new', 'https://wx.mail.qq.com/home/index', 10],
  ['linkedin', 'https://www.linkedin.com/in/priya-raghunathan/', 12],
] as const;
const INNER = 'https://mail.qq.com/cgi-bin/mail_list';

const html = (name: string) =>
  readFileSync(path.join(ROOT, 'tests/fixtures/layouts', `${name}.html`), 'utf8');

/** Controls that a document shows: how many can be hit in their middle, and which cannot. */
const controlsIn = (place: Page | Frame) =>
  place.evaluate(() => {
    const found = [...document.querySelectorAll('a[href], button, input, [role=button]')].filter((one) =>
      one.checkVisibility({ opacityProperty: true, visibilityProperty: true }),
    );
    const missed = found.filter((one) => {
      const { left, top, width, height } = one.getBoundingClientRect();
      const hit = document.elementFromPoint(left + width / 2, top + height / 2);
      return !hit || !one.contains(hit);
    });
    return {
      hit: found.length - missed.length,
      missed: missed.map((one) => one.textContent || one.ariaLabel),
    };
  });

test('every button of Gmail, Outlook, QQ Mail and LinkedIn can be pressed beside the panel, open and folded', async ({
  context,
  page,
  openPage,
  grantHost,
}) => {
  const pages = LAYOUTS.map(([name, url]) => ({ url, html: html(name) }));
  await serve(context, [...pages, { url: INNER, html: html('qq-mail-inner') }]);
  await switchOnEvery(
    { openPage, grantHost },
    pages.map(({ url }) => url),
  );
  await page.bringToFront();
  const panelWidth = async () => (await page.locator('[data-sidelight=panel]').boundingBox())?.width;
  for (const [name, url, controls] of LAYOUTS)
    await test.step(name, async () => {
      await page.goto(url);
      await panelOf(page);
      // The panel stands over the page alone: what lies below it in a frame is missed in the page that holds the frame.
      const clear = async () => {
        const inner = page.frame({ name: 'mainFrame' });
        const edge = await page.evaluate(() => {
          const panel = document.querySelector('[data-sidelight=panel]')?.getBoundingClientRect();
          const frame = document.querySelector('iframe')?.getBoundingClientRect();
          return frame && panel && panel.width > 20 ? frame.right - panel.left : 0;
        });
        const found = [await controlsIn(page), ...(inner ? [await controlsIn(inner)] : [])];
        return {
          edge: Math.max(0, edge),
          missed: found.flatMap(({ missed }) => missed),
          enough: found.reduce((sum, { hit }) => sum + hit, 0) >= controls,
        };
      };
      for (const width of [1280, 1024]) {
        await page.setViewportSize({ width, height: width === 1280 ? 800 : 768 });
        await expect.poll(panelWidth, `${name} ${width}, open`).toBe(360);
        await expect.poll(clear, `${name} ${width}, open`).toEqual({ edge: 0, missed: [], enough: true });
        await page.keyboard.press('Alt+Shift+S');
        await expect.poll(panelWidth, `${name} ${width}, folded`).toBe(20);
        await expect.poll(clear, `${name} ${width}, folded`).toEqual({ edge: 0, missed: [], enough: true });
        await page.keyboard.press('Alt+Shift+S');
      }
    });
});
