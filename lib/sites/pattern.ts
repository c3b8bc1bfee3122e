import type { AddressPattern } from './recipe';

export type Captures = Record<string, string>;

/** A piece of a pattern: text that must stand there, any text, or one segment under a name. */
type Token = { text: string } | { any: true } | { name: string };

const PART = /\*|:([a-z]+)|[^*:]+|:/g;
/** What cannot stand in a segment. */
const PARTING = /[/?#&\s]/;
/** Longer texts match nothing: no address or attribute that tells anybody is as long. */
const LONGEST = 4000;

const parsed = new Map<string, Token[]>();

function tokensOf(pattern: string): Token[] {
  const known = parsed.get(pattern);
  if (known) return known;
  const tokens = [...pattern.matchAll(PART)].map(
    ([part, name]): Token => (part === '*' ? { any: true } : name ? { name } : { text: part }),
  );
  parsed.set(pattern, tokens);
  return tokens;
}

/** Where the rest of a pattern can begin in a text: `fits[k][i]` is 1 when the tokens from `k` on match the text from `i` on. */
function fitsOf(tokens: Token[], text: string): Uint8Array[] {
  const fits = Array.from({ length: tokens.length + 1 }, () => new Uint8Array(text.length + 2));
  (fits[tokens.length] as Uint8Array)[text.length] = 1;
  for (let k = tokens.length - 1; k >= 0; k--) {
    const token = tokens[k] as Token;
    const [here, next] = [fits[k] as Uint8Array, fits[k + 1] as Uint8Array];
    for (let i = text.length; i >= 0; i--) {
      if ('text' in token) here[i] = text.startsWith(token.text, i) ? (next[i + token.text.length] ?? 0) : 0;
      else if ('any' in token) here[i] = next[i] || here[i + 1] || 0;
      else if (i < text.length && !PARTING.test(text[i] as string)) here[i] = next[i + 1] || here[i + 1] || 0;
    }
  }
  return fits;
}

/**
 * Matches a text with a pattern: `*` is any text, `:name` one segment (no `/ ? # &` or blank); each takes as much as it can.
 * Null when it does not match. The work is the length of the text times that of the pattern, whatever they say: a pattern may come
 * from a stranger, and an expression with four wildcards holds a browser up for minutes.
 */
export function matchText(pattern: string, text: string): Captures | null {
  if (text.length > LONGEST) return null;
  const tokens = tokensOf(pattern);
  const fits = fitsOf(tokens, text);
  if (!fits[0]?.[0]) return null;
  const captures: Captures = {};
  let at = 0;
  for (const [k, token] of tokens.entries()) {
    const next = fits[k + 1] as Uint8Array;
    const from = at;
    if ('text' in token) at += token.text.length;
    else {
      let end = from;
      for (let i = from; i <= text.length; i++) {
        if (next[i] && (i > from || 'any' in token)) end = i;
        if ('name' in token && PARTING.test(text[i] ?? ' ')) break;
      }
      at = end;
    }
    if ('name' in token) captures[token.name] = decode(text.slice(from, at));
  }
  return captures;
}

/** Matches an address; what the patterns captured, percent-decoded, or null. */
export function matchAddress(pattern: AddressPattern, url: URL): Captures | null {
  const parts: [string | undefined, string][] = [
    [pattern.path, url.pathname],
    [pattern.hash, url.hash],
  ];
  for (const [key, wanted] of Object.entries(pattern.query ?? {})) {
    parts.push([wanted, encodeURIComponent(url.searchParams.get(key) ?? '')]);
  }
  const captures: Captures = {};
  for (const [wanted, text] of parts) {
    if (wanted === undefined) continue;
    const found = matchText(wanted, text);
    if (!found) return null;
    Object.assign(captures, found);
  }
  return captures;
}

/**
 * Puts values into `{name}`; null when one is missing, so that no half link or key comes about.
 * @param encode for a link: all but `@`, which stands in addresses as it is, so that the link is the one that the site gives
 */
export function fill(template: string, values: Record<string, string | null>, encode = false): string | null {
  let missing = false;
  const text = template.replace(/\{([a-z]+)\}/g, (_, name: string) => {
    const value = Object.hasOwn(values, name) ? values[name] : undefined;
    if (!value) missing = true;
    const isPart = encode && name !== 'origin' && name !== 'path';
    return isPart ? encodeURIComponent(value ?? '').replaceAll('%40', '@') : (value ?? '');
  });
  return missing ? null : text;
}

/** Percent-decodes; a malformed text stays as it is. */
export function decode(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}
