/** How text is compared and found: one normal form, whatever case, accents or width it was typed in. */

const MARKS = /\p{M}+/gu;
/** Letters that no decomposition takes apart, and that others type without their stroke. */
const LETTERS: Record<string, string> = {
  ø: 'o',
  đ: 'd',
  ð: 'd',
  ł: 'l',
  ħ: 'h',
  ı: 'i',
  ß: 'ss',
  æ: 'ae',
  œ: 'oe',
  þ: 'th',
};
const STROKED = new RegExp(`[${Object.keys(LETTERS).join('')}]`, 'g');
const WORD = /[\p{L}\p{N}]+/gu;
const CJK = /[\p{sc=Han}\p{sc=Hiragana}\p{sc=Katakana}\p{sc=Hangul}]/u;
const MOST_WORDS = 60;
const LONGEST_WORD = 40;

/** Lower case, no accents, full width as half width, single spaces. Chinese characters stay as they are. */
export function fold(text: string): string {
  const plain = text.normalize('NFKD').replace(MARKS, '').normalize('NFC').toLowerCase();
  return plain
    .replace(STROKED, (letter) => LETTERS[letter] ?? letter)
    .replace(/\s+/g, ' ')
    .trim();
}

/**
 * What a text is found by, by prefix. A word of a script without spaces is given with all its ends,
 * so that 慧敏 finds 李慧敏.
 */
export function wordsOf(texts: Iterable<string>): string[] {
  const words = new Set<string>();
  for (const text of texts) {
    for (const [word] of fold(text).matchAll(WORD)) {
      const short = word.slice(0, LONGEST_WORD);
      words.add(short);
      if (CJK.test(short))
        for (let start = 1; start < short.length; start += 1) words.add(short.slice(start));
      if (words.size >= MOST_WORDS) return [...words];
    }
  }
  return [...words];
}

/** The words of what is typed into a search field: each must be found. */
export function termsOf(text: string): string[] {
  return [...new Set(Array.from(fold(text).matchAll(WORD), ([word]) => word.slice(0, LONGEST_WORD)))];
}
