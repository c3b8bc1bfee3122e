/**
 * Short text that stands for a longer one: 106 bits of it, the same everywhere. No secret: whoever guesses the text can check it.
 * `crypto.subtle` cannot be awaited inside a transaction.
 */
export function digest(text: string): string {
  return hash(text, 0) + hash(text, 1);
}

/** cyrb53, a 53-bit mix of two multiplications. */
function hash(text: string, seed: number): string {
  let [a, b] = [0xdeadbeef ^ seed, 0x41c6ce57 ^ seed];
  for (let index = 0; index < text.length; index += 1) {
    const code = text.charCodeAt(index);
    a = Math.imul(a ^ code, 2654435761);
    b = Math.imul(b ^ code, 1597334677);
  }
  a = Math.imul(a ^ (a >>> 16), 2246822507) ^ Math.imul(b ^ (b >>> 13), 3266489909);
  b = Math.imul(b ^ (b >>> 16), 2246822507) ^ Math.imul(a ^ (a >>> 13), 3266489909);
  return (4294967296 * (2097151 & b) + (a >>> 0)).toString(36);
}
