import type { Browser, BrowserContext, Page } from '@playwright/test';
import { BARE_WORKSPACE } from '../support/bare-workspace.ts';
import { expect, test } from '../support/extension.ts';
import { panelOf, shows, switchOn } from '../support/product.ts';
import { callFrom, giveRemoteClient } from '../support/remote-client/index.ts';
import { type SitePage, serve, sitePage } from '../support/site-pages.ts';

test.use({ viewport: { width: 1440, height: 900 } });

const MAIL = sitePage('gmail/thread-en');
const SENDER = 'li.wei@acme.example';

/** What is on the time line of the sender, and what was noted of the site and of who the user is there. */
interface Kept {
  mails: number;
  seen: number;
  own: number;
}
const NOTHING: Kept = { mails: 0, seen: 0, own: 0 };

async function kept(workspace: Page, contactId: string): Promise<Kept> {
  const list = await callFrom<{ items: unknown[] }>(workspace, 'activities.list', { contactId });
  const sites = await callFrom<{ id: string; seen: { state: string }[] }[]>(workspace, 'sites.readings', {});
  const { device } = await callFrom<{ device: { ownSeen?: object } }>(workspace, 'settings.get', {});
  return {
    mails: list.items.length,
    seen: sites.flatMap(({ seen }) => seen).filter(({ state }) => state !== 'unseen').length,
    own: Object.keys(device.ownSeen ?? {}).length,
  };
}

/** A private window: it shares nothing with the others, and is gone when it is closed. */
const privately = async (context: BrowserContext, page: SitePage): Promise<Page> => {
  const window = await (context.browser() as Browser).newContext({ viewport: { width: 1440, height: 900 } });
  await serve(window, [page]);
  const tab = await window.newPage();
  await tab.goto(page.url);
  return tab;
};

/** Somebody whose mails are logged without asking, at a site that is on. */
async function prepare(product: Parameters<typeof switchOn>[0], open: (place: string) => Promise<Page>) {
  await switchOn(product, MAIL.url);
  const workspace = await open(BARE_WORKSPACE);
  await giveRemoteClient(workspace);
  const draft = { name: 'Known Li', points: [{ kind: 'email', value: SENDER }], facts: [] };
  const { id } = await callFrom<{ id: string }>(workspace, 'contacts.add', { draft });
  await callFrom(workspace, 'contacts.edit', { id, autolog: true });
  return { workspace, id };
}

test('a private window has nothing of it until the user lets it in', async ({
  context,
  openPage,
  grantHost,
}) => {
  const { workspace, id } = await prepare({ openPage, grantHost }, openPage);
  const hidden = await privately(context, MAIL);
  await hidden.waitForTimeout(1500);
  expect(await hidden.locator('[data-sidelight]').count()).toBe(0);
  expect(await kept(workspace, id)).toEqual(NOTHING);
  await hidden.context().close();
});

test.describe('let in', () => {
  test.use({ inPrivate: true });

  test('it shows who is there and keeps nothing unasked; what the user logs is kept', async ({
    context,
    page,
    openPage,
    grantHost,
  }) => {
    const { workspace, id } = await prepare({ openPage, grantHost }, openPage);
    const hidden = await privately(context, MAIL);
    const panel = await panelOf(hidden);
    await shows(panel, 'Known Li');
    await expect(hidden.locator('[data-sidelight=chip]').first()).toBeAttached();
    await hidden.waitForTimeout(1500);
    expect(await kept(workspace, id)).toEqual(NOTHING);
    await panel.getByRole('button', { name: 'Log this mail' }).click();
    await expect(panel.getByText('Logged', { exact: true })).toBeVisible();
    expect(await kept(workspace, id)).toEqual({ ...NOTHING, mails: 1 });
    await panel.getByRole('button', { name: 'Undo', exact: true }).click();
    await expect.poll(() => kept(workspace, id)).toEqual(NOTHING);
    await hidden.close();

    // The same in a window that is not: it is logged, and noted, by itself.
    await serve(context, [MAIL]);
    await page.goto(MAIL.url);
    await shows(await panelOf(page), 'Known Li');
    await expect.poll(() => kept(workspace, id)).toEqual({ mails: 1, seen: 1, own: 1 });
  });
});
