import type { Frame, Locator, Page } from '@playwright/test';
import { putIn } from '../support/compose.ts';
import { type EveryPage, everyPage, openAt, switchOnEvery } from '../support/every-site.ts';
import { expect, test } from '../support/extension.ts';
import { type HostState, withEditor, withFrame } from '../support/host-editors.ts';
import { panelOf, shows } from '../support/product.ts';
import { callFrom } from '../support/remote-client/index.ts';

test.use({ viewport: { width: 1440, height: 900 } });

const TEXT = 'Hi,\nthe <b>new</b> price list is ready & waits.\n';

interface Draft {
  page: string;
  /** Whom the panel shows, a contact. */
  person: string;
  point: { kind: 'email' | 'handle'; value: string };
  made(html: string): string;
  editor(tab: Page): Locator;
  /** Undoes by itself; the others leave it to the browser. */
  own?: true;
}

const CHEN = { person: 'Known Chen', point: { kind: 'email', value: 'zh.chen@acme.example' } } as const;

const DRAFTS: Draft[] = [
  {
    page: 'yahoo-mail/compose-whole-zh',
    ...CHEN,
    made: (html) => withEditor(html, '[data-test-id=rte]'),
    editor: (tab) => tab.locator('[data-test-id=rte]'),
  },
  {
    page: 'proton-mail/compose-fr',
    ...CHEN,
    made: (html) => withFrame(html, '<iframe data-testid="rooster-iframe"></iframe>', true),
    editor: (tab) => tab.frameLocator('[data-testid=rooster-iframe]').locator('#editor'),
    own: true,
  },
  {
    page: 'netease-mail/compose-yeah',
    ...CHEN,
    made: (html) => withFrame(html, '<iframe class="APP-editor-iframe"></iframe>'),
    editor: (tab) => tab.frameLocator('.APP-editor-iframe').locator('body'),
  },
  {
    page: 'qq-mail/compose',
    person: 'Known Ouyang',
    point: { kind: 'email', value: 'ouyang.jing@yunfan.example' },
    made: (html) => withFrame(html, '<iframe class="qmEditorIfrmEditArea"></iframe>'),
    editor: (tab) => tab.frameLocator('#mainFrame').frameLocator('.qmEditorIfrmEditArea').locator('body'),
  },
  {
    page: 'fastmail/compose-field-de',
    person: 'Known Wei',
    point: { kind: 'email', value: 'li.wei@acme.example' },
    made: (html) => withEditor(html, 'textarea.v-Text'),
    editor: (tab) => tab.locator('textarea.v-Text'),
  },
  {
    page: 'fastmail/compose-en',
    person: 'Known Wei',
    point: { kind: 'email', value: 'li.wei@acme.example' },
    made: (html) => withEditor(html, '.v-Compose:not([style]) .v-RichText-input', true),
    editor: (tab) => tab.locator('.v-RichText-input:visible'),
    own: true,
  },
  {
    page: 'linkedin/message',
    person: 'Known Li',
    point: { kind: 'handle', value: 'linkedin:li-wei-88' },
    made: (html) => withEditor(html, '.msg-form__contenteditable'),
    editor: (tab) => tab.locator('.msg-form__contenteditable'),
  },
];

const textOf = (editor: Locator) =>
  editor.evaluate((one) => ('value' in one ? String(one.value) : (one as HTMLElement).innerText));
const plain = (text: string) => text.replace(/\s+/g, ' ').trim();

test('Yahoo, Proton, NetEase, QQ, Fastmail, LinkedIn: a template stands where the caret stood, in the page and in the state of its editor, as text, and one undo takes it back', async ({
  context,
  openPage,
  grantHost,
}) => {
  const all = everyPage();
  const pages = DRAFTS.map(({ page, made }) => {
    const found = all.find(({ name }) => name === page) as EveryPage;
    const html = made(found.html);
    expect(html).not.toBe(found.html);
    return { ...found, html };
  });
  const workspace = await switchOnEvery(
    { openPage, grantHost },
    pages.map(({ url }) => url),
  );
  for (const [name, point] of new Map(DRAFTS.map(({ person, point }) => [person, point])))
    await callFrom(workspace, 'contacts.add', { draft: { name, points: [point] } });
  const template = { name: 'Price list', language: 'en', labels: [], text: TEXT };
  await callFrom(workspace, 'templates.put', { id: crypto.randomUUID(), template });

  for (const [at, { person, editor: editorOf, own }] of DRAFTS.entries())
    await test.step(DRAFTS[at]?.page as string, async () => {
      const tab = await openAt(context, all, pages[at] as EveryPage);
      const panel = await panelOf(tab);
      await shows(panel, person);
      const editor = editorOf(tab);
      await editor.click();
      await tab.keyboard.press('Control+A');
      await tab.keyboard.type('AB');
      await tab.keyboard.press('ArrowLeft');
      const state = () => tab.evaluate(() => (window as unknown as { hostState: HostState }).hostState);
      const typed = (await state()).events.length;
      await putIn(panel, 'price');

      const wanted = plain(`A${TEXT}B`);
      await expect.poll(async () => plain(await textOf(editor))).toBe(wanted);
      await expect.poll(async () => plain((await state()).text)).toBe(wanted);
      const seen = (await state()).events.slice(typed);
      expect(seen.length).toBeGreaterThan(0);
      expect(seen.filter((event) => event !== (own ? 'own paste' : 'insertText'))).toEqual([]);
      await leave(tab, panel);
      expect(plain(await textOf(editor)), 'when the caret has left').toBe(wanted);

      await editor.focus();
      await tab.keyboard.press('Control+z');
      await expect.poll(async () => plain(await textOf(editor))).toBe('AB');
      await expect.poll(async () => plain((await state()).text)).toBe('AB');
      await tab.close();
    });
});

/** The caret goes to the panel, and the host draws its editor anew. */
async function leave(tab: Page, panel: Frame): Promise<void> {
  await panel.getByRole('textbox', { name: 'Note', exact: true }).click();
  await tab.waitForTimeout(100);
}
