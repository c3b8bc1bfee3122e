import { readFileSync } from 'node:fs';
import path from 'node:path';
import type { Frame, Page } from '@playwright/test';
import { ROOT } from '../support/build.ts';
import { switchOnEvery } from '../support/every-site.ts';
import { expect, test } from '../support/extension.ts';
import { panelOf } from '../support/product.ts';
import { serve } from '../support/site-pages.ts';

/**
 * Pages of our own making, laid out as the hosts are: bars and rails at the right edge, fixed and absolute; drafts of which some are
 * placed by a script that goes by the whole window. For each how many controls it has at least.
 */
const LAYOUTS = {
  'Gmail, Outlook, QQ Mail and LinkedIn': [
    ['gmail', 'https://mail.google.com/mail/u/0/', 20],
    ['outlook', 'https://outlook.office.com/mail/', 15],
    ['qq-mail', 'https://mail.qq.com/cgi-bin/frame_html', 8],
    ['qq-mail-new', 'https://wx.mail.qq.com/home/index', 10],
    ['linkedin', 'https://www.linkedin.com/in/priya-raghunathan/', 12],
  ],
  'Yahoo, Proton, Fastmail and Zoho': [
    ['yahoo-mail', 'https://mail.yahoo.com/d/folders/1', 20],
    ['proton-mail', 'https://mail.proton.me/u/0/inbox', 25],
    ['fastmail', 'https://app.fastmail.com/mail/Inbox/', 16],
    ['zoho-mail', 'https://mail.zoho.com/zm/', 20],
  ],
  'NetEase Mail and Exmail': [
    ['netease-mail', 'https://mail.163.com/js6/main.jsp', 20],
    ['netease-mail', 'https://mail.126.com/js6/main.jsp', 20],
    ['netease-mail', 'https://mail.yeah.net/js6/main.jsp', 20],
    ['exmail', 'https://exmail.qq.com/cgi-bin/frame_html', 15],
  ],
} as const;
/** What stands in the frames of those that have one. */
const INNER = [
  ['qq-mail-inner', 'https://mail.qq.com/cgi-bin/mail_list'],
  ['exmail-inner', 'https://exmail.qq.com/cgi-bin/readtemplate?t=compose'],
] as const;

const html = (name: string) =>
  readFileSync(path.join(ROOT, 'tests/fixtures/layouts', `${name}.html`), 'utf8');

/** Controls that a document shows: how many can be hit in their middle, which cannot, and which stand out of the page. */
const controlsIn = (place: Page | Frame) =>
  place.evaluate(() => {
    const panel = document.querySelector('[data-sidelight=panel]')?.getBoundingClientRect();
    const edge = panel && panel.width > 20 ? panel.left : innerWidth;
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
      // None is seen in part, or would have to be scrolled to.
      cut: found
        .filter((one) => {
          const { left, right } = one.getBoundingClientRect();
          return left < 0 || right > edge + 0.5;
        })
        .map((one) => one.textContent || one.ariaLabel),
      missed: missed.map((one) => one.textContent || one.ariaLabel),
    };
  });

for (const [hosts, layouts] of Object.entries(LAYOUTS))
  test(`every button of ${hosts} can be pressed beside the panel, open and folded`, async ({
    context,
    page,
    openPage,
    grantHost,
  }) => {
    const pages = layouts.map(([name, url]) => ({ url, html: html(name) }));
    await serve(context, [...pages, ...INNER.map(([name, url]) => ({ url, html: html(name) }))]);
    await switchOnEvery(
      { openPage, grantHost },
      pages.map(({ url }) => url),
    );
    await page.bringToFront();
    const panelWidth = async () => (await page.locator('[data-sidelight=panel]').boundingBox())?.width;
    for (const [name, url, controls] of layouts)
      await test.step(url, async () => {
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
            cut: found.flatMap(({ cut }) => cut),
            enough: found.reduce((sum, { hit }) => sum + hit, 0) >= controls,
          };
        };
        const free = { edge: 0, missed: [], cut: [], enough: true };
        for (const [width, height] of [
          [1440, 900],
          [1280, 800],
          [1024, 768],
        ] as const) {
          await page.setViewportSize({ width, height });
          await expect.poll(panelWidth, `${name} ${width}, open`).toBe(360);
          await expect.poll(clear, `${name} ${width}, open`).toEqual(free);
          if (process.env.LOOK) await page.screenshot({ path: `${process.env.LOOK}-${name}-${width}.png` });
          await page.keyboard.press('Alt+Shift+S');
          await expect.poll(panelWidth, `${name} ${width}, folded`).toBe(20);
          await expect.poll(clear, `${name} ${width}, folded`).toEqual(free);
          await page.keyboard.press('Alt+Shift+S');
        }
      });
  });
