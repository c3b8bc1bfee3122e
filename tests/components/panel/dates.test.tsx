import { expect, test } from 'vitest';
import { dateText, dateWord } from '@/components/contacts/date-words';
import { loadLanguage } from '@/lib/i18n';

test.each([
  ['en', false, 'Lunar 六月初一'],
  ['en', true, 'Lunar leap 六月初一'],
  ['zh-Hans', true, '农历闰六月初一'],
  ['zh-Hant', true, '農曆閏六月初一'],
] as const)('in %s a lunar date of a month with leap %s is told as %s', async (language, leap, text) => {
  await loadLanguage(language, ['panel', 'unfolded']);
  const date = { calendar: 'lunar', month: 6, day: 1, ...(leap && { leap }) } as const;
  expect(dateText({ date, lunarText: '六月初一' })).toBe(text);
});

test.each([
  ['en', 'Pump', 'Warranty of Pump ends'],
  ['en', null, 'Warranty ends'],
  ['zh-Hans', '光谱仪', '光谱仪的保修到期'],
  ['zh-Hant', '光譜儀', '光譜儀的保固到期'],
] as const)('in %s the warranty of %s is told as %s', async (language, product, text) => {
  await loadLanguage(language, ['panel', 'unfolded']);
  expect(dateWord({ kind: 'warranty', label: product })).toBe(text);
});
