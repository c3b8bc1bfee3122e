import { execFileSync } from 'node:child_process';
import { writeFileSync } from 'node:fs';

/**
 * Writes lib/advice/compose/simplified-table.ts: traditional characters with their simplified forms, from what ICU knows
 * of Unihan. Run by hand; it wants `uconv`, which comes with ICU (Debian: icu-devtools).
 */

const [FIRST, LAST] = [0x4e00, 0x9fff];
/** Pairs that ICU leaves out and names have. */
const FURTHER = ['锺钟', '於于', '嶽岳', '彥彦', '甯宁', '峯峰', '叡睿'];

/** What simplified texts are written with: the 6,763 characters of GB 2312. */
function commonSimplified() {
  const decoder = new TextDecoder('gbk');
  const common = new Set();
  for (let high = 0xb0; high <= 0xf7; high += 1)
    for (let low = 0xa1; low <= 0xfe; low += 1) common.add(decoder.decode(Uint8Array.of(high, low)));
  return common;
}

const all = Array.from({ length: LAST - FIRST + 1 }, (_, at) => String.fromCharCode(FIRST + at));
const conversion = ['-f', 'utf8', '-t', 'utf8', '-x', 'Traditional-Simplified'];
const simplified = execFileSync('uconv', conversion, { input: all.join('\n'), encoding: 'utf8' }).split('\n');
const common = commonSimplified();
const pairs = new Map(FURTHER.map((pair) => [...pair]));
for (const [at, sign] of all.entries()) {
  const simple = simplified[at];
  if (sign !== simple && common.has(simple) && !pairs.has(sign)) pairs.set(sign, simple);
}
// One step is the whole way: what a pair leads to leads nowhere else.
for (const [sign, simple] of pairs) pairs.set(sign, pairs.get(simple) ?? simple);

const lines = [
  '/** Made by tests/support/draw-simplified.mjs from ICU (Unicode-3.0). Pairs: a traditional character, its simplified form. */',
  `export const SIMPLIFIED =\n  '${[...pairs].map((pair) => pair.join('')).join('')}';`,
  '',
];
writeFileSync('lib/advice/compose/simplified-table.ts', lines.join('\n'));
