import '../support/webextension.ts';
import type { Frame, Page } from '@playwright/test';
import { BARE_WORKSPACE } from '../support/bare-workspace.ts';
import { chipWords } from '../support/chips.ts';
import { expect, test } from '../support/extension.ts';
import { type FastMailbox, fastMailbox, OWNER } from '../support/fast-mailbox.ts';
import { contentWorld, delayAnswers, type LateAnswers } from '../support/late-answers.ts';
import { panelOf, shows, switchOn } from '../support/product.ts';
import { seededRandom } from '../support/random.ts';
import { callFrom, giveRemoteClient } from '../support/remote-client/index.ts';

test.use({ viewport: { width: 1440, height: 900 } });

const KNOWN = 50;
/** Milliseconds that a message or an answer of the page may be under way. */
const DELAY = 200;
/** The same for an answer to the panel, whose questions go out at once: what comes late is old. */
const PANEL_DELAY = 500;
/** Milliseconds for which a mail is open before the next. */
const STAY = 120;
/** Of so many mails one is looked at until all is quiet: the one before a stranger's, which then takes over its elements. */
const BURST = 12;
const LOOKED_AT = 4;
const ORIGIN = 'https://mail.google.com';

/** Fifty contacts, every second with a task that is late, and after each fifth a stranger. */
const people = Array.from({ length: KNOWN }, (_, number) => [
  { name: `Contact ${number}`, address: `contact.${number}@acme.example` },
  ...(number % 5 === 4
    ? [{ name: `Stranger ${number}`, address: `stranger.${number}@elsewhere.example` }]
    : []),
]).flat();
const isLate = (name: string) => Number(name.split(' ')[1]) % 2 === 0;
const WRONG_CHIP = '.gD[email^="stranger."] + [data-sidelight=chip]';

interface Shown {
  at: number;
  name: string;
}

/** Writes down every name that the panel's heading ever bears. Evaluated in the panel. */
function recordHeadings(): void {
  const headings: Shown[] = [];
  const note = () => {
    const name = document.querySelector('h1')?.textContent ?? '';
    if (name !== headings.at(-1)?.name) headings.push({ at: Date.now(), name });
  };
  new MutationObserver(note).observe(document.body, { childList: true, subtree: true, characterData: true });
  Object.assign(globalThis, { headings });
  note();
}

async function keepContacts(page: Page): Promise<void> {
  for (const { name, address } of people.filter((one) => one.name.startsWith('Contact'))) {
    const draft = { name, points: [{ kind: 'email', value: address }] };
    const { id } = await callFrom<{ id: string }>(page, 'contacts.add', { draft });
    if (isLate(name))
      await callFrom(page, 'tasks.add', { title: 'Call', contactIds: [id], due: { date: '2026-01-02' } });
  }
}

const open = (page: Page, number: number, reuse: boolean) =>
  page.evaluate(
    ([mail, again]) =>
      (window as unknown as { mailbox: FastMailbox }).mailbox.open(mail as number, again as boolean),
    [number, reuse] as const,
  );

async function expectSettled(page: Page, panel: Frame, name: string): Promise<void> {
  await shows(panel, name);
  const words = isLate(name) ? 'Something is late' : 'In your contacts';
  const expected = name.startsWith('Stranger') ? [] : [words];
  await expect.poll(() => chipWords(page)).toEqual(expected);
}

test('through 60 mails with late answers nobody is ever taken for another', async ({
  context,
  page,
  openPage,
  grantHost,
}) => {
  await context.route(`${ORIGIN}/**`, (route) =>
    route.fulfill({ contentType: 'text/html', body: fastMailbox(people) }),
  );
  await switchOn({ openPage, grantHost }, ORIGIN);
  const workspace = await openPage(BARE_WORKSPACE);
  await giveRemoteClient(workspace);
  await keepContacts(workspace);

  await page.goto(`${ORIGIN}/mail/u/0/`);
  await open(page, 0, false);
  const panel = await panelOf(page);
  await expectSettled(page, panel, 'Contact 0');
  const inContent = await contentWorld(context, page);
  await inContent(`(${delayAnswers})(1, ${DELAY}, ${DELAY}, ${JSON.stringify(WRONG_CHIP)})`);
  await panel.evaluate(`(${delayAnswers})(2, 0, ${PANEL_DELAY}, 'html')`);
  await panel.evaluate(recordHeadings);

  const random = seededRandom(50);
  let rested = false;
  for (let number = 1; number < people.length; number++) {
    await open(page, number, rested || random() < 0.5);
    rested = number % BURST === LOOKED_AT || number === people.length - 1;
    if (rested) await expectSettled(page, panel, people[number]?.name ?? '');
    else await new Promise((resolve) => setTimeout(resolve, random() * STAY));
  }

  const content = await inContent<LateAnswers>('lateAnswers');
  const asked = await panel.evaluate(
    () => (globalThis as unknown as { lateAnswers: LateAnswers }).lateAnswers.heard['tab.view'],
  );
  const headings = await panel.evaluate(() => (globalThis as unknown as { headings: Shown[] }).headings);
  const puts = await page.evaluate(() => (window as unknown as { mailbox: FastMailbox }).mailbox.puts);
  const reports = content.heard['tab.report'];
  const description = JSON.stringify({ reports, asked, headings: headings.length, chips: puts.length });
  test.info().annotations.push({ type: 'figures', description });

  // Answers did come late, to the page and to the panel.
  expect(reports?.overtaken).toBeGreaterThan(0);
  expect(asked?.outOfOrder).toBeGreaterThan(0);

  // The panel never goes back to somebody of an earlier mail, and never names its owner.
  const order = headings.map(({ name }) => people.findIndex((one) => one.name === name));
  const shown = order.filter((number) => number >= 0);
  expect(shown).toEqual([...shown].sort((a, b) => a - b));
  expect(headings.map(({ name }) => name)).not.toContain(OWNER);
  // No chip is ever put beside a stranger, or left there once the page is read.
  expect(puts.filter(({ address }) => !address.startsWith('contact.'))).toEqual([]);
  expect(content.seen).toBe(0);

  // Another overlay in the same document: what it reports is younger than all before.
  const overlay = page.locator('[data-sidelight=panel]');
  await callFrom(workspace, 'sites.switch', { origin: ORIGIN, on: false });
  await expect(overlay).toHaveCount(0);
  await grantHost(ORIGIN);
  await workspace.evaluate((origin) => chrome.permissions.request({ origins: [`${origin}/*`] }), ORIGIN);
  await callFrom(workspace, 'sites.switch', { origin: ORIGIN, on: true });
  await expect(overlay).toHaveCount(1);
  await open(page, LOOKED_AT, false);
  await expectSettled(page, await panelOf(page), people[LOOKED_AT]?.name ?? '');
});
