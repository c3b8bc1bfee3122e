import type { Frame, Page } from '@playwright/test';
import { frameAddress, knock } from '../support/hostile/attacks.ts';
import { expect, test } from '../support/hostile/fixtures.ts';
import { askBackground, asking, OPEN, SECRETS } from '../support/hostile/secrets.ts';

test.use({ viewport: { width: 1280, height: 800 } });

const PAGES = ['panel.html', 'workspace.html', 'popup.html', 'welcome.html', 'practice.html'];

/** The attacker's frame of an address. */
async function framed(page: Page, url: string): Promise<Frame> {
  const name = `f${Math.random()}`;
  await page.evaluate(frameAddress, [url, name] as [string, string]);
  const frame = page.frame({ name });
  if (!frame) throw new Error(`There is no frame of ${url}.`);
  return frame;
}

test('no page of the extension can be framed, opened or probed by its id', async ({
  attack: { page },
  context,
  extensionUrl,
}) => {
  const before = page.frames().length;
  for (const place of PAGES) {
    const frame = await framed(page, extensionUrl(place));
    expect([place, new URL(frame.url()).protocol]).toEqual([place, 'chrome-error:']);
  }
  expect(page.frames()).toHaveLength(before + PAGES.length);
  const files = [...PAGES, 'manifest.json', 'icon-128.png', 'background.js', 'content-scripts/overlay.js'];
  const own = new URL('own.js', page.url()).href;
  expect(await page.evaluate(knock, [own, ...files.map(extensionUrl)])).toEqual([own]);
  const opened = context.waitForEvent('page');
  await page.evaluate((url) => void window.open(url), extensionUrl('workspace.html'));
  const other = await opened;
  expect(other.url()).not.toContain('workspace.html');
});

test('a panel that the page takes out and puts back has spent its token, and shows and answers nothing', async ({
  attack: { page },
  workspace,
}) => {
  // It arrives at its old address with the old token. The frame that was taken out is listed until the page, busy or not,
  // has told the test's driver that it is gone: the event alone says which of the two is the new one.
  const returned = page.waitForEvent('framenavigated', (frame) =>
    /panel\.html#[0-9a-f]{32}$/.test(frame.url()),
  );
  await page.evaluate(() => {
    const host = document.querySelector('[data-sidelight=panel]') as HTMLElement;
    host.remove();
    document.body.append(host);
  });
  const panel = await returned;
  await expect(panel.getByRole('alert')).toBeVisible();
  const text = (await panel.locator('body').textContent()) as string;
  expect(SECRETS.filter((word) => text.includes(word))).toEqual([]);
  const requests: [string, unknown][] = [
    ['contacts.find', { text: OPEN }],
    ['tab.view', {}],
    ['tab.hello', { token: '0'.repeat(32) }],
    ['tab.hello', { token: '__proto__' }],
    ['tab.hello', { token: null }],
    ['contacts.add', { draft: { name: 'Forged' } }],
  ];
  for (const request of requests)
    await expect(panel.evaluate(askBackground, request)).rejects.toThrow('not opened by Sidelight');
  expect(await asking(workspace)('contacts.find', { text: 'Forged' })).toEqual([]);
  expect(await asking(workspace)('contacts.find', { text: OPEN })).toHaveLength(1);
});

/** What a page may do to its own document so that the user does not see what they click. */
const DISGUISES = {
  'a veil that lets clicks through': () => {
    const veil = document.createElement('div');
    veil.id = 'veil';
    veil.style.cssText =
      'position:fixed;inset:0;z-index:2147483647;background:#fff;opacity:.01;pointer-events:none';
    document.documentElement.append(veil);
  },
  'a page that is transparent': () => {
    document.documentElement.style.opacity = '0.01';
  },
  'a filter over the page': () => {
    document.documentElement.style.filter = 'brightness(5)';
  },
};

test('what the page disguises deletes nothing when it is clicked', async ({
  attack: { page, panel },
  workspace,
}) => {
  const remove = async () => {
    await panel.getByRole('button', { name: 'More', exact: true }).click({ force: true });
    await panel.getByRole('menuitem', { name: 'Delete contact' }).click({ force: true });
  };
  const names = async () => JSON.stringify(await asking(workspace)('contacts.find', { text: OPEN }));
  /** Resolves when the browser has told the panel that it is seen, or that it is not. */
  const told = (seen: boolean) =>
    panel.locator('[data-corner]').evaluate(
      (corner, wanted) =>
        new Promise<void>((resolve) => {
          const options = { threshold: [1], trackVisibility: true, delay: 100 };
          new IntersectionObserver((entries) => {
            const { isVisible } = entries.at(-1) as IntersectionObserverEntry & { isVisible: boolean };
            if (isVisible === wanted) resolve();
          }, options).observe(corner);
        }),
      seen,
    );
  const warning = panel.getByText('Something lies over the panel');
  for (const [name, disguise] of Object.entries(DISGUISES)) {
    await test.step(name, async () => {
      await page.evaluate(disguise);
      await told(false);
      await remove();
      await expect(warning).toBeVisible();
      expect(await names()).toContain(OPEN);
      await panel.getByRole('button', { name: 'Close' }).first().click({ force: true });
      await expect(warning).toBeHidden();
      await page.evaluate(() => {
        document.documentElement.removeAttribute('style');
        document.querySelector('#veil')?.remove();
      });
      await told(true);
    });
  }
  // In plain sight for half a second, the same clicks delete.
  await expect(async () => {
    await remove();
    await expect.poll(names, { timeout: 2000 }).not.toContain(OPEN);
  }).toPass({ timeout: 20_000 });
});
