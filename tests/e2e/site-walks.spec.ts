import '../support/webextension.ts';
import type { Page } from '@playwright/test';
import { type EveryPage, everyPage, marksIn, openAt, switchOnEvery } from '../support/every-site.ts';
import { expect, test } from '../support/extension.ts';
import { go, installMover, type Variant, variantOf } from '../support/moving-site.ts';
import { addContact, panelOf, shows } from '../support/product.ts';
import { callFrom } from '../support/remote-client/index.ts';

test.use({ viewport: { width: 1440, height: 900 } });

const PAGES = everyPage();
const pageOf = (name: string) => PAGES.find((page) => page.name === name) as EveryPage;
const urlsOf = (pages: EveryPage[]) => pages.map(({ url }) => url);
/** Tabs at work at once: most of the time is waiting for answers. */
const LANES = 3;

/** Does this for all of them, some at a time. */
async function forAll<T>(all: T[], work: (one: T) => Promise<void>): Promise<void> {
  const waiting = [...all];
  const lane = async () => {
    for (let next = waiting.shift(); next; next = waiting.shift()) await work(next);
  };
  await Promise.all(Array.from({ length: LANES }, lane));
}

const idOf = async (workspace: Page, name: string): Promise<string> => {
  const hits = await callFrom<{ id: string; name: string }[]>(workspace, 'contacts.find', { text: name });
  return hits.find((hit) => hit.name === name)?.id ?? '';
};

/** Names the user's own addresses, where a page does not tell them. */
async function nameOwn(workspace: Page, pages: EveryPage[]): Promise<void> {
  const values = pages.flatMap(({ own = [] }) => own);
  if (values.length) await callFrom(workspace, 'settings.include', { list: 'ownPoints', values, on: true });
}

/**
 * How a draft is sent, and a control beside it that keeps it: in an application, in a frame, in a document of its own. Which control
 * that is at each webmail, tests/sites/sending.test.ts knows.
 */
const SENT: [name: string, send: string, keep?: string][] = [
  ['gmail/compose-zh', '.aoO'],
  ['qq-mail/compose', '[name=sendbtn]'],
  ['qq-mail-new/compose', '.xmail-ui-btn:has-text("发送")', '.xmail-ui-btn:has-text("存草稿")'],
  ['roundcube/compose-elastic', 'button.send'],
];

test('a draft that was sent is logged, one that was only kept is not', async ({
  context,
  openPage,
  grantHost,
}) => {
  // To somebody else from each of them.
  const drafts = SENT.map(([name, send, keep], at) => {
    const page = pageOf(name);
    const variant = variantOf(page, at + 1);
    return { page: { ...page, ...variant }, point: variant.point, called: `Known ${at + 1}`, send, keep };
  });
  const workspace = await switchOnEvery({ openPage, grantHost }, urlsOf(drafts.map(({ page }) => page)));
  const origins = [...new Set(drafts.map(({ page }) => new URL(page.url).origin))];
  await callFrom(workspace, 'settings.include', { list: 'autologOrigins', values: origins, on: true });
  await nameOwn(
    workspace,
    drafts.map(({ page }) => page),
  );
  for (const { called, point } of drafts)
    await callFrom(workspace, 'contacts.add', { draft: { name: called, points: [point] } });

  await forAll(drafts, async ({ page, called, send, keep }) => {
    const contactId = await idOf(workspace, called);
    const logged = async () => {
      const { items } = await callFrom<{ items: { direction: string; channel: string }[] }>(
        workspace,
        'activities.list',
        { contactId },
      );
      return items.map(({ direction, channel }) => [direction, channel]);
    };
    /** Opens the draft, uses the control, and the page takes the draft away. */
    const use = async (control: string) => {
      const tab = await openAt(context, PAGES, page);
      await expect.poll(() => marksIn(tab), page.name).toBeGreaterThan(0);
      const frame = tab.frames().find((one) => one.url() === page.url) ?? tab.mainFrame();
      const button = frame.locator(control).filter({ visible: true }).first();
      await button.evaluate((node) =>
        node.addEventListener('click', (event) => {
          event.preventDefault();
          setTimeout(() => node.ownerDocument.body.replaceChildren(), 50);
        }),
      );
      await button.click();
      await expect.poll(() => marksIn(tab), page.name).toBe(0);
      return tab;
    };
    if (keep) await (await use(keep)).close();
    const tab = await use(send);
    await expect.poll(logged, page.name).toEqual([['out', page.expected?.site]]);
    await tab.close();
  });
});

/** Profiles that tell a company, a link, an address, a handle of another host, and one of a site that nobody knows; the rest: tests/sites/profile-drafts.test.ts. */
const PROFILES = [
  'linkedin/profile-2024',
  'linkedin/sales-lead-de',
  'github/profile',
  'mastodon/profile-remote-de',
  'generic/h-card',
];

interface Kept {
  facts: { field: string; value: string; provenance: object }[];
  points: { kind: string; value: string; provenance: object }[];
}

test('from a profile somebody is added, each fact with its page as source, and their company', async ({
  context,
  openPage,
  grantHost,
}) => {
  const pages = PROFILES.map(pageOf);
  const workspace = await switchOnEvery({ openPage, grantHost }, urlsOf(pages));
  const companies = async () =>
    (await callFrom<{ name: string }[]>(workspace, 'companies.list', {})).map(({ name }) => name);
  const add = async (page: EveryPage) => {
    const [person] = page.expected?.people ?? [];
    if (!page.expected || !person?.name) throw new Error(`${page.name} names nobody.`);
    const tab = await openAt(context, PAGES, page);
    const panel = await panelOf(tab);
    await shows(panel, person.name);
    await addContact(panel);
    const id = await idOf(workspace, person.name);
    const { facts, points } = await callFrom<Kept>(workspace, 'contacts.view', { id });
    const { title, company, place: city } = person;
    const told = Object.entries({ title, company, city }).filter(([, value]) => value);
    expect(Object.fromEntries(facts.map(({ field, value }) => [field, value])), page.name).toEqual(
      Object.fromEntries(told),
    );
    const kindsOf = (all: { kind: string }[]) => all.map(({ kind }) => kind).sort();
    expect(kindsOf(points), page.name).toEqual(kindsOf(person.contactPoints));
    const { hostname: source } = new URL(page.url);
    const link = page.expected.permalink;
    for (const { provenance } of [...facts, ...points])
      expect(provenance, page.name).toMatchObject({ how: 'page', source, ...(link && { link }) });
    if (company) expect(await companies(), page.name).toContain(company);
    // Of a site that nobody knows its user may know better.
    if (page.expected.site === 'generic') {
      await panel.getByRole('button', { name: 'More', exact: true }).click();
      await panel.getByRole('menuitem', { name: 'Teach Sidelight this page' }).click();
      await tab.locator('[data-sidelight=teach]').waitFor({ state: 'attached' });
    }
    await tab.close();
    await callFrom(workspace, 'contacts.delete', { ids: [id] });
  };
  // Some are the same person, whom the next page would be asked about.
  const people = new Map<string | null | undefined, typeof pages>();
  for (const page of pages) {
    const name = page.expected?.people[0]?.name;
    people.set(name, [...(people.get(name) ?? []), page]);
  }
  await forAll([...people.values()], async (same) => {
    for (const page of same) await add(page);
  });
});

/** Mails that a script of the page opens, that are pages of their own, and that stand in a frame. */
const BACK = ['gmail/thread-en', 'roundcube/show-larry', 'qq-mail/read'];
/** Those whose script opens them. */
const BY_SCRIPT = BACK.slice(0, 1);

test('back to a mail that was open, and forward again, the panel and the marks are of whom it shows', async ({
  context,
  openPage,
  grantHost,
}) => {
  const pages = BACK.map(pageOf);
  const workspace = await switchOnEvery({ openPage, grantHost }, urlsOf(pages));
  await nameOwn(workspace, pages);
  const numbers = [1, 2, 3];
  // The third is nobody's contact.
  for (const number of [1, 2]) {
    const points = pages.map((page) => variantOf(page, number).point);
    const draft = {
      name: `Known ${number}`,
      points: [...new Map(points.map((one) => [one.value, one])).values()],
    };
    await callFrom(workspace, 'contacts.add', { draft });
  }
  await forAll(pages, async (page) => {
    const variants = numbers.map((number) => variantOf(page, number));
    const [first] = variants as [Variant];
    const byScript = BY_SCRIPT.includes(page.name);
    const tab = await openAt(context, PAGES, { ...page, ...first }, variants);
    if (byScript) await tab.evaluate(installMover);
    const to = async (number: number) => {
      const variant = variants[number - 1] as Variant;
      if (byScript) return go(tab, variant, number, number === 2 ? 'same elements' : 'drawn anew');
      if (!page.parent) return void (await tab.goto(variant.url));
      const frame = tab
        .frames()
        .find((one) => one.parentFrame() === tab.mainFrame() && one.url() !== 'about:blank');
      await frame?.evaluate((url) => location.assign(url), variant.url);
    };
    const isShown = async (number: number) => {
      const heading = number < 3 ? `Known ${number}` : / 3$/;
      await expect(async () => {
        const panel = await panelOf(tab);
        await expect(panel.getByRole('heading', { level: 1 }), `${page.name} ${number}`).toHaveText(heading, {
          timeout: 1000,
        });
      }).toPass({ timeout: 15_000 });
      await expect.poll(() => marksIn(tab), `${page.name} ${number}`).toBe(number < 3 ? 1 : 0);
    };
    // A script's own page remembers no other: it is told once more.
    if (byScript) await to(1);
    await isShown(1);
    await to(2);
    await isShown(2);
    await to(3);
    await isShown(3);
    await tab.evaluate(() => history.back());
    await isShown(2);
    await tab.evaluate(() => history.back());
    await isShown(1);
    await tab.evaluate(() => history.forward());
    await isShown(2);
    // Twice at once: the one between is never looked at.
    await tab.evaluate(() => history.forward());
    await isShown(3);
    await tab.evaluate(() => history.go(-2));
    await isShown(1);
    await tab.close();
  });
});
