import { decode } from './pattern';

/** Signs that end an address in running text. */
const END = '\\s@<>()[\\]{}"\'`,;:/?!&=|*\\\\';
/** Chinese, Japanese and Korean letters and punctuation: in running text words are glued to an address. */
const GLUE = '\\u2e80-\\u30ff\\u31f0-\\u9fff\\uac00-\\ud7af\\uf900-\\ufaff\\ufe30-\\ufe4f\\uff00-\\uffef';
const LABEL = `[^.${END}${GLUE}]+`;
const WHOLE = /^[^\s@<>()[\]",;:\\]+@[^\s@<>()[\]"',;:\\/?#]+$/;
/** An apostrophe counts within a local part (`o'hara`), not around it. */
const LOCAL = "[A-Za-z0-9._%+-]+(?:'[A-Za-z0-9._%+-]+)*";
const WITHIN = new RegExp(`(?<![\\w.@+-])${LOCAL}@${LABEL}(?:\\.${LABEL})+(?![:/]\\w)`, 'g');
const FILE = /\.(?:png|jpe?g|gif|svg|webp|avif|ico|css|m?js)$/;
const ASCII_HOST = /^[a-z0-9.-]+\.(?:[a-z]{2,}|xn--[a-z0-9-]+)$/;

/**
 * The one form of an e-mail address: lower case, no `mailto:`, domain in ASCII (punycode). Null when it is none:
 * `icon@2x.png`, `git@github.com`, `@alice@host`.
 */
export function canonicalEmail(text: string): string | null {
  const address = text.trim().toLowerCase();
  if (address.length > 254 || !WHOLE.test(address)) return null;
  const [local = '', domain = ''] = address.split('@');
  const host = asciiHost(domain);
  if (!host || FILE.test(host) || local === 'git' || /^[.']|[.']$|\.\./.test(local)) return null;
  return `${local}@${host}`;
}

/** A host name in ASCII; the address parser of the browser turns other scripts into punycode. */
function asciiHost(domain: string): string | null {
  if (ASCII_HOST.test(domain)) return domain;
  try {
    const host = new URL(`http://${domain}`).hostname;
    return ASCII_HOST.test(host) ? host : null;
  } catch {
    return null;
  }
}

/** Every address that stands in a text, in order, each once. */
export function addressesIn(text: string): string[] {
  if (!text.includes('@')) return [];
  const found = (text.slice(0, 1000).match(WITHIN) ?? []).map(canonicalEmail);
  return [...new Set(found.filter((address) => address !== null))];
}

/** The address of `name <address>`, else the only address in a text; null when there is none, or more than one. */
export function onlyAddress(text: string): string | null {
  const bracketed = /<([^<>]*)>\s*$/.exec(text.slice(0, 1000))?.[1];
  const mailbox = bracketed === undefined ? null : canonicalEmail(bracketed);
  if (mailbox) return mailbox;
  const found = addressesIn(text);
  return found.length === 1 ? (found[0] ?? null) : (canonicalEmail(text) ?? null);
}

/** First address of a `mailto:` link, percent-decoded. */
export function mailtoAddress(href: string): string | null {
  const target = /^mailto:([^?]*)/i.exec(href.trim())?.[1];
  return target ? (mailboxes(decode(target))[0]?.email ?? null) : null;
}

export interface Mailbox {
  name: string;
  email: string;
}

/** Splits `"Li, Wei" <li@acme.example>, b@c.example; ...` as mail headers and address fields write it. */
export function mailboxes(text: string): Mailbox[] {
  const entries: string[] = [''];
  let quoted = false;
  let angle = false;
  for (const sign of text.slice(0, 20_000)) {
    if (sign === '"') quoted = !quoted;
    else if (!quoted && sign === '<') angle = true;
    else if (!quoted && sign === '>') angle = false;
    if (!quoted && !angle && /[,;\n]/.test(sign)) entries.push('');
    else entries[entries.length - 1] += sign;
  }
  return entries.flatMap((entry) => {
    const bracket = /^(.*)<([^<>]*)>\s*$/s.exec(entry);
    const email = canonicalEmail(bracket ? (bracket[2] ?? '') : entry);
    return email ? [{ name: bracket?.[1] ?? '', email }] : [];
  });
}
