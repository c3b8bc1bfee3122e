import { digest } from './digest';

/** Sentences by which a text is known again, as digests: the words themselves are not kept. Free of zod: content scripts use it. */

/** Shorter ones ("Thank you very much") stand in any mail. In characters; one of Chinese says as much as three. */
const SHORTEST = 24;
/** More are not compared. */
export const MOST_SENTENCES = 40;

const END = /[\n.!?。！？…;；:：]+/u;
const WIDE = /[\p{sc=Han}\p{sc=Hiragana}\p{sc=Katakana}]/gu;

/** Digests of the longer sentences of a text, whatever their case, marks and spaces. Each once. */
export function sentencesOf(text: string): string[] {
  const found = new Set<string>();
  for (const part of text.split(END)) {
    const plain = part
      .normalize('NFKC')
      .toLowerCase()
      .replace(/[^\p{L}\p{N}]+/gu, ' ')
      .trim();
    if (plain.length + 2 * (plain.match(WIDE)?.length ?? 0) < SHORTEST) continue;
    found.add(digest(plain));
    if (found.size === MOST_SENTENCES) break;
  }
  return [...found];
}

/** Of so many sentences of a text this part must have been in an earlier one, for it to be the same text. */
const SAME = 0.6;

/** Whether two texts say the same, but for some of it: names, a date. */
export function isSameText(one: readonly string[], other: readonly string[]): boolean {
  const [fewer, more] = one.length <= other.length ? [one, other] : [other, one];
  if (fewer.length === 0) return false;
  const known = new Set(more);
  const common = fewer.filter((sentence) => known.has(sentence)).length;
  return common > 0 && common >= fewer.length * SAME && common >= more.length / 3;
}
