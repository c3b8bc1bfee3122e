import { writeFileSync } from 'node:fs';
import { pinyin } from 'pinyin-pro';

/**
 * Writes lib/store/search/pinyin-table.ts: how each Chinese character is read, from pinyin-pro. Run by hand after an
 * update of that package; a test compares the two.
 */

const [FIRST, LAST] = [0x4e00, 0x9fff];
/** Readings beyond the third are of dictionaries, not of names. */
const MOST = 3;

/** Readings without tones, the usual one first; none for a character that pinyin-pro does not know. */
export function readingsOf(char) {
  const options = { toneType: 'none', type: 'array', nonZh: 'removed' };
  const usual = pinyin(char, options);
  const all = [...usual, ...pinyin(char, { ...options, multiple: true })];
  const plain = all
    .map((one) => one.normalize('NFC').replaceAll('ü', 'v'))
    .filter((one) => /^[a-z]+$/.test(one));
  return [...new Set(plain)].slice(0, MOST);
}

export function tables() {
  const [usual, others] = [new Map(), new Map()];
  for (let code = FIRST; code <= LAST; code += 1) {
    const char = String.fromCharCode(code);
    for (const [at, reading] of readingsOf(char).entries()) {
      const table = at === 0 ? usual : others;
      table.set(reading, (table.get(reading) ?? '') + char);
    }
  }
  const text = (table) =>
    [...table]
      .sort(([a], [b]) => (a < b ? -1 : 1))
      .map(([reading, chars]) => reading + chars)
      .join(' ');
  return { usual: text(usual), others: text(others) };
}

if (process.argv[1] === import.meta.filename) {
  const { usual, others } = tables();
  const lines = [
    '/** Made by tests/support/draw-pinyin.mjs from pinyin-pro (MIT); `v` stands for ü. A reading, then the characters that are read so. */',
    '',
    `export const USUAL =\n  '${usual}';`,
    '',
    '/** Further readings of characters that have several. */',
    `export const OTHERS =\n  '${others}';`,
    '',
  ];
  writeFileSync('lib/store/search/pinyin-table.ts', lines.join('\n'));
}
