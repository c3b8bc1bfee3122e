import { canonicalEmail, mailtoAddress, onlyAddress } from './addresses';
import { firstLine, shownText } from './draft-text';
import { plain, undouble } from './names';
import { type Captures, fill, matchText } from './pattern';
import type { Look, Source, Step } from './recipe';
import { matches } from './visible';

/** Where sources look, and what the address of the page told. */
export interface Scope {
  root: Element;
  /** The page's region, where `root` is an element in it. */
  region?: Element;
  captures: Captures;
  /** Selector of what strangers write: nothing in it is read. */
  skip?: string;
}

/** A selector with what the address told in place of `{name}`, for use in quotes; null where the address tells none. */
export function selectorFor(selector: string, captures: Captures): string | null {
  if (!selector.includes('{')) return selector;
  const quoted = Object.entries(captures).map(([name, value]) => [name, value.replace(/["\\]/g, '\\$&')]);
  return fill(selector, Object.fromEntries(quoted) as Captures);
}

/** Matches in a scope, without those in the mail's own text; only the first `most`. */
export function within({ root, skip, captures }: Scope, selector: string, most?: number): Element[] {
  const wanted = selectorFor(selector, captures);
  return wanted === null ? [] : matches(root, wanted, { skip, most });
}

/** The named steps, from text to text. */
const STEPS: Record<Step, (text: string, captures: Captures) => string | null> = {
  address: onlyAddress,
  mailto: mailtoAddress,
  'title-account': titleAccount,
  'title-name': (title) => /^(?:\(\d+\+?\) )?(.+) \| [^|]+$/.exec(plain(title))?.[1] ?? null,
  'title-person': (title) => /^(?:\(\d+\+?\) )?(.+?) \(@[^()\s]+\)/.exec(plain(title))?.[1] ?? null,
  'title-handle': (title) => /(?:^(?:\(\d+\+?\) )?|\()@([^()\s]+)/.exec(plain(title))?.[1] ?? null,
  handle: (text) => /^@?([^\s@]\S*)/.exec(plain(text))?.[1] ?? null,
  acct: (text, { host }) => {
    const name = STEPS.handle(text, {});
    return name && !name.includes('@') && host ? `${name}@${host}` : name;
  },
  undouble,
  'first-line': firstLine,
  'id-time': (text) => (/^\d{19}$/.test(text) ? new Date(Number(BigInt(text) >> 22n)).toISOString() : null),
  'short-year': (text) => text.trim().replace(/^(?=\d\d-)/, '20'),
};

/** "Subject - me@x.example - Gmail", "Inbox | me@x.example | Proton Mail": the last part but one, if that is an address and nothing else. */
function titleAccount(title: string): string | null {
  return canonicalEmail(title.split(/ [-|] /).at(-2) ?? '');
}

/** The first source that gives a text. */
export function firstText(sources: Source[] | undefined, scope: Scope): string | null {
  for (const source of sources ?? []) {
    const found = textOf(source, scope);
    if (found) return found;
  }
  return null;
}

/** Of a longer text only so much is read: the recipients of a mail to hundreds, or the structured data of a page, fit. */
const LONGEST = 50_000;

/** What one source gives, after its steps; null when it gives nothing. */
export function textOf(source: Source, scope: Scope): string | null {
  if ('fill' in source) return fill(source.fill, scope.captures);
  const root = rootOf(source, scope);
  const element = source.find ? within({ ...scope, root }, source.find)[0] : root;
  let text = element ? (rawText(element, source)?.slice(0, LONGEST) ?? null) : null;
  if (text !== null && source.pattern)
    text =
      matchText(source.pattern, source.pattern.startsWith('/') ? addressPath(text) : text)?.value ?? null;
  for (const step of source.steps ?? []) {
    if (text === null) return null;
    text = STEPS[step](text, scope.captures);
  }
  return text?.trim() || null;
}

function rootOf(source: Look, { root, region }: Scope): Element {
  if (source.in === 'document') return root.ownerDocument.documentElement;
  return source.in === 'region' ? (region ?? root) : root;
}

function rawText(element: Element, { attr, text, steps }: Look): string | null {
  // What ends a line on the page is no character of its text.
  if (!attr && steps?.includes('first-line')) return shownText(element, 'goes on');
  if (text === 'own')
    return [...element.childNodes].map((node) => (node.nodeType === 3 ? node.nodeValue : '')).join('');
  if (!attr) return element.textContent;
  if (attr !== 'value') return element.getAttribute(attr);
  if ('type' in element && element.type === 'password') return null;
  return 'value' in element && typeof element.value === 'string'
    ? element.value
    : element.getAttribute('value');
}

/** Path of a link, whether it is written whole or not. */
function addressPath(link: string): string {
  return /^https?:\/\/[^/]*(\/[^?#]*)/i.exec(link)?.[1] ?? link;
}
