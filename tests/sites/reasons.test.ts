import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';

const FOLDER = join(import.meta.dirname, '../../lib/sites/recipes');
/** Where a variant begins: an object with an id and a date, or a call of a recipe's own helper. */
const VARIANT = /^\s*(?:id: '[\w-]+',\s*since:|(?:person|chip|contact)\(\s*'[\w-]+',)/;

test.each(readdirSync(FOLDER).filter((file) => file !== 'index.ts'))(
  'every variant in %s has the reason why it is safe above it',
  (file) => {
    const lines = readFileSync(join(FOLDER, file), 'utf8').split('\n');
    const variants = lines.flatMap((line, at) =>
      VARIANT.test(`${line} ${lines[at + 1]?.trim()}`) ? [{ at: at + 1, above: lines[at - 1] ?? '' }] : [],
    );
    expect(variants.length).toBeGreaterThan(0);
    expect(variants.filter(({ above }) => !/^\s*\/\/ \S.{9,}\.$/.test(above))).toEqual([]);
  },
);
