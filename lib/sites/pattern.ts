import type { AddressPattern } from './recipe';

export type Captures = Record<string, string>;

/** Names that an address pattern captured. */
const PART = /\*|:([a-z]+)|[^*:]+|:/g;

/**
 * Matches a text with a pattern: `*` is any text, `:name` one segment (no `/ ? # &` or blank).
 * Null when it does not match. Patterns are short and hold few wildcards (`check.ts`), so matching stays cheap.
 */
export function matchText(pattern: string, text: string): Captures | null {
  const names: string[] = [];
  const source = pattern.replace(PART, (part, name?: string) => {
    if (part === '*') return '.*';
    if (name) {
      names.push(name);
      return '([^/?#&\\s]+)';
    }
    return part.replace(/[\\^$.+?()[\]{}|/-]/g, '\\$&');
  });
  const found = new RegExp(`^${source}$`).exec(text);
  if (!found) return null;
  return Object.fromEntries(names.map((name, i) => [name, decode(found[i + 1] ?? '')]));
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

/** Puts values into `{name}`; null when one is missing, so that no half link or key comes about. */
export function fill(template: string, values: Captures, encode = false): string | null {
  let missing = false;
  const text = template.replace(/\{([a-z]+)\}/g, (_, name: string) => {
    const value = values[name];
    if (!value) missing = true;
    return encode && name !== 'origin' && name !== 'path' ? encodeURIComponent(value ?? '') : (value ?? '');
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
