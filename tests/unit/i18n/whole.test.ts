import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { type Language, language, t } from '@/lib/i18n';
import { fetchFar } from '@/lib/i18n/far';
import type { Namespace } from '@/lib/i18n/keys';
import { fetchWhole } from '@/lib/i18n/whole';

/** Of a key that no compiler has seen. */
const say = t as (key: string) => string;

test.each(['en', 'zh-Hans', 'zh-Hant'] as const)('%s: one file says what all of them say', async (lang) => {
  await fetchWhole(lang as Language);
  language.value = lang;
  const folder = join(process.cwd(), 'lib/i18n', lang.toLowerCase());
  // What a page is taught by is shown over that page alone, which carries its words itself.
  const names = readdirSync(folder)
    .map((file) => file.replace('.ts', ''))
    .filter((name) => name !== 'teaching') as Namespace[];
  expect(say('teaching.teach')).toBe('teaching.teach');
  expect(names.length).toBeGreaterThan(30);
  for (const name of names) {
    const { default: own } = await fetchFar(lang, name);
    // A plain sentence of each: one without a form or a blank.
    const [key, words] =
      Object.entries(own).find(([key, said]) => !/_(one|other)$|__/.test(key) && !said.includes('{')) ?? [];
    expect(say(`${name}.${key}`)).toBe(words);
  }
});
