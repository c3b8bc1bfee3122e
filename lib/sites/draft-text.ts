import { type Editor, isTextField } from './editor';

/** What is read of a draft at most, in characters: the check needs no more. */
const MOST = 20_000;
/** What others wrote stands below or in these. */
const QUOTED =
  'blockquote, .gmail_quote, #divRplyFwdMsg, #appendonsend, .moz-cite-prefix, .yahoo_quoted, .protonmail_quote, .ms-outlook-mobile-reference-message';
const BLOCK = /^(?:ADDRESS|ARTICLE|BR|DIV|H[1-6]|HR|LI|OL|P|PRE|SECTION|TABLE|TR|UL)$/;
/** A line from which on a plain text quotes, or is signed. */
const BELOW = /^(?:>|-- ?$|-{2,}\s?(?:original|forwarded|原始|转发|轉寄))/i;

/** The user's own text of a draft: lines, without what it quotes and without the signature. Changes nothing in the page. */
export function draftText(editor: Editor): string {
  const lines = (isTextField(editor) ? editor.value.slice(0, MOST) : shownText(editor, 'ends')).split('\n');
  const end = lines.findIndex((line) => BELOW.test(line.trim()));
  return (end < 0 ? lines : lines.slice(0, end)).join('\n').trim();
}

/** Sites put these into the text for those who hear it, or hide so the rest of a long link. */
const HIDDEN = '.invisible, .visually-hidden, [hidden]';

/** Text as lines, as it is shown, without what it quotes: a draft ends there, of what others wrote the rest is read. */
export function shownText(root: Element, atQuoted: 'ends' | 'goes on'): string {
  let text = '';
  const walk = (node: Node): boolean => {
    if (text.length > MOST) return false;
    if (node.nodeType === 3) text += (node.nodeValue ?? '').replace(/\s+/g, ' ');
    if (node.nodeType !== 1) return true;
    const element = node as Element;
    if (element.matches(QUOTED)) return atQuoted === 'goes on';
    if (element.matches(HIDDEN)) return true;
    const isBlock = BLOCK.test(element.tagName) && element !== root;
    if (isBlock && text !== '' && !text.endsWith('\n')) text += '\n';
    for (const child of element.childNodes) if (!walk(child)) return false;
    if (isBlock && element.tagName !== 'BR' && !text.endsWith('\n')) text += '\n';
    return true;
  };
  walk(root);
  return text;
}

/** Its first line that says something, at most 120 characters. */
export function firstLine(text: string): string {
  const line = text.split('\n').find((one) => one.trim() !== '') ?? '';
  return line.trim().slice(0, 120);
}
