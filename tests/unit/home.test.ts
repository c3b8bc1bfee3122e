import { expect, test } from 'vitest';
import { homeOf } from '@/components/settings/home';

test.each<[string[], object]>([
  [['zh-CN', 'zh'], { region: 'CN', baseCurrency: 'CNY' }],
  [['zh-Hant-TW'], { region: 'TW', baseCurrency: 'TWD' }],
  [['en', 'de-AT'], { region: 'AT' }],
  [['en-US', 'zh-CN'], { region: 'US', baseCurrency: 'USD' }],
  // Of the whole world nothing is supposed.
  [['en-001', 'es-419'], {}],
  [['en'], {}],
  [[], {}],
])('a browser in %j begins at home', (languages, home) => {
  expect(homeOf(languages)).toEqual(home);
});

test('every currency that is supposed is one', () => {
  const known = Intl.supportedValuesOf('currency');
  for (const region of ['CN', 'HK', 'MO', 'TW', 'US', 'GB', 'JP', 'CH'])
    expect(known).toContain(homeOf([`en-${region}`]).baseCurrency);
});
