import '../support/webextension.ts';
import { type EveryPage, everyPage, openAt, switchOnEvery } from '../support/every-site.ts';
import { expect, test } from '../support/extension.ts';
import { contentWorld, delayAnswers, type LateAnswers } from '../support/late-answers.ts';
import { go, installMover, type Variant, variantOf } from '../support/moving-site.ts';
import { panelOf, shows } from '../support/product.ts';
import { seededRandom } from '../support/random.ts';
import { callFrom } from '../support/remote-client/index.ts';

test.use({ viewport: { width: 1440, height: 900 } });

const PAGES = everyPage();
const pageOf = (name: string) => PAGES.find((page) => page.name === name) as EveryPage;

interface Mail extends Variant {
  /** Heading of the panel. */
  shown: string;
}

const DESK = 'desk@lumen.example';
const WORK = 'mia.keller@lumen.example';

/** The mail with another sender. */
const from = (mail: Mail, [address, name]: [string, string], by: [string, string], shown: string): Mail => ({
  ...mail,
  url: `${mail.url}-${by[0]}`,
  html: mail.html.replaceAll(new RegExp(address, 'gi'), by[0]).replaceAll(name, by[1]),
  shown,
});

/** Mails of three accounts of one site: the first two are the user's, the third is a mailbox that is lent to them. */
function accounts(): Mail[][] {
  const mailsOf = (name: string) =>
    [1, 2].map((number): Mail => ({ ...variantOf(pageOf(name), number), shown: `Known ${number}` }));
  const own = mailsOf('gmail/thread-en');
  const lent = mailsOf('gmail/thread-delegated');
  const li: [string, string] = ['li\\.wei1@acme\\.example', 'Li Wei 1'];
  const chen = { kind: 'email', value: 'zh.chen@acme.example' } as const;
  const between: Mail = { ...pageOf('gmail/thread-between-accounts'), point: chen, shown: 'Known Chen' };
  const mia: [string, string] = ['mia\\.keller@lumen\\.example', 'Mia Keller'];
  return [
    [...own, from(own[0] as Mail, li, [DESK, 'Desk'], 'Known Desk')],
    [
      between,
      from(between, mia, [DESK, 'Desk'], 'Known Desk'),
      from(between, mia, ['li.wei2@acme.example', 'Li Wei 2'], 'Known 2'),
    ],
    // What the user wrote to the mailbox and to somebody else, from an account of their own.
    [...lent, from(lent[0] as Mail, li, [WORK, 'Mia Keller'], 'Known Chen')],
  ];
}

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

test('from account to account in one tab, with late answers, nobody is taken for the user and the user for nobody', async ({
  context,
  openPage,
  grantHost,
}) => {
  test.setTimeout(240_000);
  const all = accounts();
  const workspace = await switchOnEvery({ openPage, grantHost }, [pageOf('gmail/thread-en').url]);
  const contacts = {
    'Known 1': 'li.wei1@acme.example',
    'Known 2': 'li.wei2@acme.example',
    'Known Desk': DESK,
    'Known Chen': 'zh.chen@acme.example',
    // Who has noted themselves is not shown to themselves.
    'Wrong work': WORK,
    'Wrong private': 'mia.private@home.example',
  };
  for (const [name, value] of Object.entries(contacts))
    await callFrom(workspace, 'contacts.add', { draft: { name, points: [{ kind: 'email', value }] } });

  const firsts = all.map(([first]) => first as Mail);
  const tab = await openAt(context, PAGES, { ...pageOf('gmail/thread-en'), ...firsts[0] }, firsts);
  const random = seededRandom(7);
  const late = { page: 0, panel: 0 };
  let looked = 0;
  let account = 0;
  for (let round = 0; round < 9; round += 1) {
    const mails = all[account] as Mail[];
    if (round > 0) await tab.goto((mails[0] as Mail).url);
    const panel = await panelOf(tab);
    await panel.evaluate(recordHeadings);
    await shows(panel, (mails[0] as Mail).shown);
    const inContent = await contentWorld(context, tab);
    await inContent(`(${delayAnswers})(${round + 1}, 150, 150, 'none')`);
    await panel.evaluate(`(${delayAnswers})(${round + 2}, 0, 900, 'html')`);
    await tab.evaluate(installMover);
    const seen = [mails[0] as Mail];
    for (let step = 1; step <= 5; step += 1) {
      const mail = mails[(step + round) % mails.length] as Mail;
      seen.push(mail);
      await go(tab, mail, step, step % 2 ? 'drawn anew' : 'same elements');
      if (step < 5) await tab.waitForTimeout(40 + random() * 150);
    }
    await shows(panel, (seen.at(-1) as Mail).shown);
    const headings = await panel.evaluate(() => (globalThis as unknown as { headings: string[] }).headings);
    const named = headings.filter((heading) => /^(?:Known|Wrong|Li|Mia|Desk)/.test(heading));
    looked += named.length;
    // Each in the order in which the mails were open, some passed over.
    let at = 0;
    for (const heading of named) {
      const next = seen.findIndex(({ shown }, index) => index >= at && shown === heading);
      expect(next, `${heading} in account ${account}: ${named.join(', ')}`).toBeGreaterThanOrEqual(at);
      at = next;
    }
    const heard = await inContent<LateAnswers>('lateAnswers');
    late.page += heard.heard['tab.report']?.overtaken ?? 0;
    late.panel += await panel.evaluate(
      () =>
        (globalThis as unknown as { lateAnswers: LateAnswers }).lateAnswers.heard['tab.view']?.outOfOrder ??
        0,
    );
    account = round < 2 ? round + 1 : (account + 1 + Math.floor(random() * 2)) % all.length;
  }
  test.info().annotations.push({ type: 'late answers', description: JSON.stringify({ ...late, looked }) });
  expect(looked).toBeGreaterThan(18);
  expect(late.page).toBeGreaterThan(0);
  expect(late.panel).toBeGreaterThan(0);

  const device = await callFrom<{ device: { ownSeen: Record<string, Record<string, boolean>> } }>(
    workspace,
    'settings.get',
    {},
  );
  expect(Object.keys(device.device.ownSeen['https://mail.google.com'] ?? {}).sort()).toEqual([
    WORK,
    'mia.private@home.example',
  ]);
});
