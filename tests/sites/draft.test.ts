import { beforeEach, describe, expect, test, vi } from 'vitest';
import { draftText, firstLine } from '@/lib/sites/draft-text';
import { asEditor, editorsOf } from '@/lib/sites/editor';
import { fastmail } from '@/lib/sites/recipes/fastmail';
import { gmail } from '@/lib/sites/recipes/gmail';
import { linkedin } from '@/lib/sites/recipes/linkedin';
import { neteaseMail } from '@/lib/sites/recipes/netease-mail';
import { outlook } from '@/lib/sites/recipes/outlook';
import { protonMail } from '@/lib/sites/recipes/proton-mail';
import { qqMail } from '@/lib/sites/recipes/qq-mail';
import { qqMailNew } from '@/lib/sites/recipes/qq-mail-new';
import { roundcube } from '@/lib/sites/recipes/roundcube';
import { yahooMail } from '@/lib/sites/recipes/yahoo-mail';
import { zohoMail } from '@/lib/sites/recipes/zoho-mail';
import { theVisible } from '@/lib/sites/visible';
import { sitePage } from '../support/site-pages';

const show = (html: string) => {
  document.documentElement.innerHTML = html;
  // The test's document lays nothing out.
  vi.spyOn(Element.prototype, 'checkVisibility').mockImplementation(function (this: Element) {
    return !this.closest('[hidden], [style*="display:none"]');
  });
};

beforeEach(() => show('<body></body>'));

describe('the editor of a draft', () => {
  test('Gmail: what is edited in place, not the recipients', () => {
    show(sitePage('gmail/compose-zh').html);
    expect(editorsOf(document, gmail).map(({ className }) => className)).toEqual(['Am Al editable']);
  });

  test('of a draft and an inline reply on one page that of the draft which is read', () => {
    show(`<div role="dialog"><div class="M9"><div class="Am" contenteditable="true" aria-label="x">To X</div></div></div>
      <div class="M9"><div class="Am" contenteditable="true" aria-label="x">To Y</div></div>`);
    const recipe = {
      ...gmail,
      pages: gmail.pages.map((page) =>
        page.editor
          ? {
              ...page,
              region: [{ id: 'dialog', find: '[role=dialog] .M9', since: '2026-01' }],
              editor: [{ id: 'text', find: '.Am', since: '2026-01' }],
            }
          : page,
      ),
    };
    expect(editorsOf(document, recipe).map(({ textContent }) => textContent)).toEqual(['To X']);
  });

  test('of two drafts that of the focus, also while our own panel has it', () => {
    show(`<body><form id="a"><textarea></textarea></form><form id="b"><textarea></textarea></form>
      <div data-sidelight="panel" tabindex="0"></div><input></body>`);
    const focus = (find: string) => document.querySelector<HTMLElement>(find)?.focus();
    expect(theVisible(document, 'form')).toBeNull();
    focus('#b textarea');
    expect(theVisible(document, 'form')?.id).toBe('b');
    focus('[data-sidelight]');
    expect(theVisible(document, 'form')?.id).toBe('b');
    focus('input');
    expect(theVisible(document, 'form')).toBeNull();
    focus('[data-sidelight]');
    expect(theVisible(document, 'form')).toBeNull();
  });

  test('Roundcube: the text field while it is shown', () => {
    const fields = '<textarea name="_to"></textarea><textarea id="composebody"></textarea>';
    show(`<form name="form">${fields}</form>`);
    expect(editorsOf(document, roundcube).map(({ id }) => id)).toEqual(['composebody']);
    show(`<form name="form">${fields.replace('id=', 'hidden id=')}</form>`);
    expect(editorsOf(document, roundcube)).toEqual([]);
  });

  test('Outlook: by the id around it, not the fields of recipients', () => {
    show(`<div id="docking_InitVisiblePart_0"><div id="MSG_1_TO"><div contenteditable="true">x</div></div>
      <div id="editorParent_1"><div role="textbox" contenteditable="true">Hello</div></div></div>`);
    expect(editorsOf(document, outlook).map(({ textContent }) => textContent)).toEqual(['Hello']);
  });

  test.each([
    ['yahoo-mail/compose-whole-zh', yahooMail, null],
    [
      'proton-mail/compose-fr',
      protonMail,
      '<div><div id="rooster-editor" contenteditable="true">Text</div></div>',
    ],
    ['netease-mail/compose-yeah', neteaseMail, '<body contenteditable="true">Text</body>'],
    ['qq-mail/compose', qqMail, '<body contenteditable="true">Text</body>'],
    ['qq-mail/exmail-compose', qqMail, '<body contenteditable="true">Text</body>'],
    ['zoho-mail/compose-zh', zohoMail, '<body class="ze_body"><div contenteditable="true">Text</div></body>'],
  ])('%s: the one editor of the draft that is read', (name, recipe, html) => {
    show(sitePage(name).html);
    // The test's document loads no frames.
    const inside = new DOMParser().parseFromString(html ?? '', 'text/html');
    for (const frame of document.querySelectorAll('iframe'))
      Object.defineProperty(frame, 'contentDocument', { value: inside });
    const [editor, ...more] = editorsOf(document, recipe);
    expect([editor?.textContent, more]).toEqual([html === null ? '工作联系a@b.example' : 'Text', []]);
    expect(draftText(editor as HTMLElement)).toBe(editor?.textContent);
  });

  test.each([
    ['fastmail/compose-en', fastmail, 'Hello,'],
    ['fastmail/compose-field-de', fastmail, 'Guten Tag, trap@evil.example'],
    ['qq-mail-new/compose-en', qqMailNew, 'Hello,'],
  ])('%s: that of the draft which is shown, and no field of recipients', (name, recipe, text) => {
    show(sitePage(name).html);
    expect(editorsOf(document, recipe).map(draftText)).toEqual([text]);
  });

  test('LinkedIn: where a message to the conversation that is shown is written', () => {
    show(sitePage('linkedin/message').html);
    expect(editorsOf(document, linkedin).map(({ className }) => className)).toEqual([
      'msg-form__contenteditable',
    ]);
  });

  test('elsewhere: text fields and what is edited in place, and nothing that cannot be changed', () => {
    show(`<textarea id="a"></textarea><textarea id="b" readonly></textarea><input id="c">
      <div contenteditable><p id="d">x</p></div><div contenteditable="false"><p id="e">x</p></div><p id="f"></p>`);
    const is = (id: string) => asEditor(document.getElementById(id)) !== null;
    expect(['a', 'b', 'c', 'd', 'e', 'f'].filter(is)).toEqual(['a', 'd']);
  });

  test('recipes name no editor but that of a draft', () => {
    const all = [
      gmail,
      outlook,
      roundcube,
      yahooMail,
      protonMail,
      neteaseMail,
      fastmail,
      zohoMail,
      qqMail,
      qqMailNew,
    ];
    for (const { pages } of all)
      for (const page of pages)
        expect([page.kind, page.editor !== undefined]).toEqual([page.kind, page.kind === 'compose']);
  });
});

describe('what a draft says', () => {
  const edited = (html: string) => {
    show(`<body><div id="x" contenteditable="true">${html}</div></body>`);
    return draftText(document.getElementById('x') as HTMLElement);
  };
  test.each([
    ['Hi Anna,<div>how are you?</div>', 'Hi Anna,\nhow are you?'],
    ['<p>Hi <b>Anna</b>,</p><p>two</p>', 'Hi Anna,\ntwo'],
    ['<div>Hi</div><div><br></div><div>Anna</div>', 'Hi\nAnna'],
    ['<div>mine</div><blockquote>Dear Ben</blockquote><div>below</div>', 'mine'],
    ['mine<div class="gmail_quote">Dear Ben</div>', 'mine'],
    ['', ''],
  ])('%s', (html, text) => {
    expect(edited(html).replace(/\n{2,}/g, '\n\n')).toBe(text);
  });

  test('in a text field: down to what is quoted, and to the signature', () => {
    show('<body><textarea></textarea></body>');
    const field = document.querySelector('textarea') as HTMLTextAreaElement;
    field.value = '\n\nHi Anna,\nmine\n\n-- \nKim';
    expect(draftText(field)).toBe('Hi Anna,\nmine');
    field.value = 'On Monday Ben wrote:\n> Hi Kim';
    expect(draftText(field)).toBe('On Monday Ben wrote:');
    expect(firstLine(`  \n ${'x'.repeat(300)}`)).toHaveLength(120);
  });
});
