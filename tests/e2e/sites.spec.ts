import '../support/webextension.ts';
import type { Page } from '@playwright/test';
import type { PublicState } from '../../lib/platform/sites.ts';
import type { PageContext, Person } from '../../lib/sites/page-context.ts';
import {
  type EveryPage,
  everyPage,
  keepEverybody,
  marksIn,
  nameOf,
  openAt,
  reported,
  switchOnEvery,
} from '../support/every-site.ts';
import { expect, test } from '../support/extension.ts';
import { contentWorld, delayAnswers, type LateAnswers } from '../support/late-answers.ts';
import { go, installMover, type Mover, type Step, type Variant, variantOf } from '../support/moving-site.ts';
import { isPanel, panelOf, shows } from '../support/product.ts';
import { seededRandom } from '../support/random.ts';
import { callFrom } from '../support/remote-client/index.ts';

/** Writes down every name that the panel's heading ever bears. Evaluated in the panel. */
function recordHeadings(): void {
  const headings: string[] = [];
  const note = () => {
    const name = document.querySelector('h1')?.textContent ?? '';
    if (name !== headings.at(-1)) headings.push(name);
  };
  new MutationObserver(note).observe(document.body, { childList: true, subtree: true, characterData: true });
  Object.assign(globalThis, { headings });
  note();
}

test.use({ viewport: { width: 1440, height: 900 } });

const PAGES = everyPage();
/** Names of people whom no page may show: hidden panes, forged mails, others beside. */
const TRAP: Person[] = ['hidden@elsewhere.example', 'forged@evil.example', 'trap@evil.example'].map(
  (value) => ({
    role: 'mention',
    name: null,
    contactPoints: [{ kind: 'email', value }],
  }),
);

/** Whom the panel is about: the mail's partner, the profile, the author; else the first of all. */
function shownPerson({ people, direction }: PageContext): Person | undefined {
  const wanted = ['profile', 'author', direction === 'out' ? 'recipient' : 'sender'];
  return people.find(({ role }) => wanted.includes(role)) ?? people[0];
}

/** Mails that the user wrote from another account of the site, which earlier pages told: they are about whom they went to. */
const FROM_ANOTHER_ACCOUNT = ['gmail/thread-between-accounts'];

/** Whom the panel is to show of a page, where all pages before it were read. */
function shownOf({ name, expected }: EveryPage): Person | undefined {
  if (!expected || expected.kind === 'list') return undefined;
  return shownPerson(FROM_ANOTHER_ACCOUNT.includes(name) ? { ...expected, direction: 'out' } : expected);
}

/** Pages on which nothing that is shown stands for the person: fields of a draft, structured data. */
const NO_MARK = [
  'gmail/compose-2013',
  'fastmail/compose-field-de',
  'qq-mail/compose-field',
  'roundcube/compose-larry',
  'generic/json-ld',
];

const NO_TIME = { at: null, precision: null };

/** One page of each site and kind is tried with the panel open, and each of no site, which it says itself; on the others it is folded. */
const WITH_PANEL = new Set(
  PAGES.filter(({ name, expected }, index) => {
    const isSame = (other: EveryPage) =>
      other.expected?.kind === expected?.kind && other.name.split('/')[0] === name.split('/')[0];
    return !expected || PAGES.findIndex(isSame) === index;
  }),
);

/** As a click on the fold does, for every site that is switched on. */
const foldAll = (workspace: Page) =>
  workspace.evaluate(async () => {
    const { public: state } = (await chrome.storage.local.get('public')) as { public: PublicState };
    const sites = Object.entries(state.sites).map(([site, setting]) => [site, { ...setting, folded: true }]);
    await chrome.storage.local.set({ public: { ...state, sites: Object.fromEntries(sites) } });
  });

/** The clock of a page is the machine's, and some fixtures say "yesterday": of the page, and of what somebody said on it. */
const timeless = (context: PageContext | undefined) =>
  context && {
    ...context,
    ...NO_TIME,
    people: context.people.map(({ said, ...person }) => ({
      ...person,
      ...(said && { said: { ...said, ...NO_TIME } }),
    })),
  };

/** What a page tells by itself, without the addresses that the user named. */
const told = ({ expected, own = [] }: EveryPage) =>
  expected && own.length === 0
    ? timeless(expected)
    : expected && { site: expected.site, kind: expected.kind };

test('every page is read at its real address, and the panel is about whom it shows', async ({
  context,
  openPage,
  grantHost,
}) => {
  test.setTimeout(480_000);
  const workspace = await switchOnEvery(
    { openPage, grantHost },
    PAGES.map(({ url }) => url),
  );
  await callFrom(workspace, 'settings.include', {
    list: 'ownPoints',
    values: PAGES.flatMap(({ own }) => own ?? []),
    on: true,
  });
  await keepEverybody(workspace, [...PAGES.flatMap(({ expected }) => expected?.people ?? []), ...TRAP]);
  const tryPage = (page: EveryPage, isOpen: boolean) =>
    test.step(page.name, async () => {
      const tab = await openAt(context, PAGES, page);
      const claimed = !page.name.startsWith('generic/');
      const wanted = told(page);
      if (wanted) {
        await expect
          .poll(async () => timeless((await reported(workspace))[0]), page.name)
          .toMatchObject(wanted);
        const person = shownOf(page);
        if (person && person.contactPoints.length > 0 && !NO_MARK.includes(page.name))
          await expect.poll(() => marksIn(tab), page.name).toBeGreaterThan(0);
        if (isOpen) {
          const panel = await panelOf(tab);
          if (person) await shows(panel, nameOf(person));
          await expect(panel.locator('body')).not.toContainText(/hidden@|forged@|trap@/);
        } else expect(tab.frames().some(isPanel)).toBe(false);
      } else if (claimed) {
        const panel = await panelOf(tab);
        await shows(panel, 'This page cannot be read');
        expect(await reported(workspace)).toEqual([]);
      } else {
        await tab.waitForTimeout(500);
        expect(await reported(workspace)).toEqual([]);
      }
      await tab.close();
    });
  for (const page of WITH_PANEL) await tryPage(page, true);
  await foldAll(workspace);
  for (const page of PAGES) if (!WITH_PANEL.has(page)) await tryPage(page, false);
});

/** A page of one person for each site, and where the mail is a document of its own in a frame. */
const MOVING = [
  'gmail/thread-en',
  'outlook/message-en',
  'yahoo-mail/message-en',
  'proton-mail/message-en',
  'fastmail/thread-en',
  'zoho-mail/message-en',
  'zoho-mail/read',
  'qq-mail-new/read-zh',
  'qq-mail/read',
  'netease-mail/read-163',
  'roundcube/show-larry',
  'roundcube/preview-elastic',
  'linkedin/profile-2026',
  'linkedin/message',
  'x/profile-en',
  'facebook/profile-name',
  'instagram/profile-en',
  'github/profile',
  'mastodon/profile-local',
  'bluesky/profile',
  'weibo/profile',
  'zhihu/profile',
  'generic/h-card',
  'gmail/compose-zh',
  'outlook/compose-zh',
  'fastmail/compose-en',
  'zoho-mail/compose-zh',
  'qq-mail-new/compose',
  'qq-mail/exmail-compose',
];
const STEPS: Step[] = ['drawn anew', 'same elements', 'address first'];
/** The people of a site: each third is nobody's contact. The last but one is looked at until all is quiet, then the last, a stranger. */
const COUNT = 5;
/** Tabs at work at once: most of the time is waiting for answers. */
const LANES = 3;
const isKept = (number: number) => number % 3 !== 2;
const DELAY = 150;
const PANEL_DELAY = 400;

test('on every site, quickly from one to the next with late answers, nobody is taken for another', async ({
  context,
  openPage,
  grantHost,
}) => {
  test.setTimeout(480_000);
  const pages = MOVING.map((name) => PAGES.find((page) => page.name === name) as EveryPage);
  const workspace = await switchOnEvery(
    { openPage, grantHost },
    pages.map(({ url }) => url),
  );
  const own = pages.flatMap((page) => page.own ?? []);
  if (own.length) await callFrom(workspace, 'settings.include', { list: 'ownPoints', values: own, on: true });
  const numbers = Array.from({ length: COUNT }, (_, at) => at + 1);
  const points = new Map(numbers.map((number) => [number, new Map<string, Variant['point']>()]));
  for (const page of pages)
    for (const number of numbers) {
      const { point } = variantOf(page, number);
      points.get(number)?.set(`${point.kind} ${point.value}`, point);
    }
  for (const number of numbers.filter(isKept)) {
    const draft = { name: `Known ${number}`, points: [...(points.get(number)?.values() ?? [])] };
    await callFrom(workspace, 'contacts.add', { draft });
  }
  const random = seededRandom(20);
  const late = { page: 0, panel: 0 };
  const walk = (page: EveryPage, offset: number) =>
    test.step(page.name, async () => {
      const variants = numbers.map((number) => variantOf(page, number));
      const [first] = variants as [Variant];
      const tab = await openAt(context, PAGES, { ...page, ...first }, variants);
      const panel = await panelOf(tab);
      await shows(panel, 'Known 1');
      const inContent = await contentWorld(context, tab);
      await inContent(`(${delayAnswers})(1, ${DELAY}, ${DELAY}, 'none')`);
      await panel.evaluate(`(${delayAnswers})(2, 0, ${PANEL_DELAY}, 'html')`);
      await panel.evaluate(recordHeadings);
      await tab.evaluate(installMover);
      const to = (number: number) => {
        const variant = variants[number - 1] as Variant;
        return page.parent
          ? tab
              .locator('iframe')
              .first()
              .evaluate((frame, url) => frame.setAttribute('src', url), variant.url)
          : go(tab, variant, number, STEPS[(number + offset) % STEPS.length] as Step);
      };
      for (const number of numbers.slice(1, -1)) {
        await to(number);
        if (number < COUNT - 1) await tab.waitForTimeout(40 + random() * DELAY);
      }
      await shows(panel, `Known ${COUNT - 1}`);
      await to(COUNT);
      await expect(panel.getByRole('heading', { level: 1 })).toHaveText(new RegExp(` ${COUNT}$`));
      await expect.poll(() => marksIn(tab)).toBe(0);

      const headings = await panel.evaluate(() => (globalThis as unknown as { headings: string[] }).headings);
      const order = headings.flatMap((heading) => {
        const number = Number(/ (\d)$/.exec(heading)?.[1] ?? 0);
        if (number) expect([heading, heading === `Known ${number}`]).toEqual([heading, isKept(number)]);
        return number || [];
      });
      expect(order, page.name).toEqual([...order].sort((a, b) => a - b));
      const puts = await tab.evaluate(() => (window as unknown as { mover: Mover }).mover.puts);
      expect(
        puts.filter((number) => number > 0 && !isKept(number)),
        page.name,
      ).toEqual([]);
      const heard = await inContent<LateAnswers>('lateAnswers');
      late.page += heard.heard['tab.report']?.overtaken ?? 0;
      late.panel += await panel.evaluate(
        () =>
          (globalThis as unknown as { lateAnswers: LateAnswers }).lateAnswers.heard['tab.view']?.outOfOrder ??
          0,
      );
      await tab.close();
    });
  const waiting = [...pages.entries()];
  const lane = async () => {
    for (let next = waiting.shift(); next; next = waiting.shift()) await walk(next[1], next[0]);
  };
  await Promise.all(Array.from({ length: LANES }, lane));
  test.info().annotations.push({ type: 'late answers', description: JSON.stringify(late) });
  expect(late.page).toBeGreaterThan(0);
  expect(late.panel).toBeGreaterThan(0);
});

/** A page that does to its own world what it can, and a mail whose every name is markup. */
function hostile(page: EveryPage): EveryPage {
  const script = `<script>
    for (const key of ['email', 'name', 'find', 'each', 'people', 'contactPoints', 'recipes', 'on', 'ok', 'then'])
      Object.defineProperty(Object.prototype, key, { value: 'polluted@evil.example', configurable: true });
    for (const key of ['querySelectorAll', 'getAttribute', 'closest', 'checkVisibility', 'matches'])
      Element.prototype[key] = () => { throw new Error('bent'); };
    Array.prototype.map = Array.prototype.filter = JSON.stringify = () => 'polluted@evil.example';
    window.hurt = 0;
  </script>`;
  const name = '&lt;img src=x onerror=&quot;window.hurt=1&quot;&gt; Li';
  const html = page.html
    .replace('<head>', `<head>${script}`)
    .replaceAll('name="Li Wei"', `name="${name}"`)
    .replaceAll('>Li Wei<', `>${name}<`)
    .replace(
      '</body>',
      `<form name="body"><input name="checkVisibility"><input name="attributes"></form><p title="${'x'.repeat(1_000_000)}"></p></body>`,
    );
  return { ...page, html };
}

test('a page that bends its own world changes nothing, and markup in a name stays text', async ({
  context,
  openPage,
  grantHost,
}) => {
  const page = PAGES.find(({ name }) => name === 'gmail/thread-en') as EveryPage;
  const workspace = await switchOnEvery({ openPage, grantHost }, [page.url]);
  const tab = await openAt(context, PAGES, hostile(page));
  const panel = await panelOf(tab);
  await shows(panel, '<img src=x onerror="window.hurt=1"> Li');
  const [read] = await reported(workspace);
  const points = (people: Person[] = []) => people.map(({ contactPoints }) => contactPoints);
  expect(points(read?.people)).toEqual(points(page.expected?.people));
  expect(JSON.stringify(read)).not.toContain('polluted');
  expect(await tab.evaluate(() => (window as unknown as { hurt: number }).hurt)).toBe(0);
  // Installed anew and not yet let in: nothing of this is done in private windows.
  expect(await workspace.evaluate(() => chrome.extension.isAllowedIncognitoAccess())).toBe(false);
});
