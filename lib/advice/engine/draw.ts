/** Chance that is the same whenever it is asked for: from a text, such as user, day, contact and play. */

/** 32 bits of a text: FNV-1a, stirred by the finisher of MurmurHash3. */
export function hash(text: string): number {
  let h = 0x811c9dc5;
  for (let at = 0; at < text.length; at++) {
    h ^= text.charCodeAt(at);
    h = Math.imul(h, 0x01000193);
  }
  h ^= h >>> 16;
  h = Math.imul(h, 0x85ebca6b);
  h ^= h >>> 13;
  h = Math.imul(h, 0xc2b2ae35);
  return (h ^ (h >>> 16)) >>> 0;
}

/** From 0 to 1, both left out. */
export function uniform(text: string): number {
  return (hash(text) + 0.5) / 2 ** 32;
}

/** A draw of the standard normal distribution (Box and Muller 1958). */
export function normal(text: string): number {
  return Math.sqrt(-2 * Math.log(uniform(`${text}|r`))) * Math.cos(2 * Math.PI * uniform(`${text}|a`));
}
