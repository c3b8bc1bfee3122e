import { expect, test } from 'vitest';
import { parseAmount } from '@/components/activities/amount';
import { safeLink } from '@/components/activities/link';
import { momentOf } from '@/components/activities/log-type';
import { shortName, shortNames } from '@/components/people/short-name';
import { NOW } from '../../support/panel-gallery/samples';

test.each([
  ['18,400', 'EUR', 1840000],
  ['18.400', 'EUR', 1840000],
  ['18,400.50', 'EUR', 1840050],
  ['18.400,50', 'EUR', 1840050],
  ['18400.5', 'EUR', 1840050],
  ['1 234', 'EUR', 123400],
  ['１２', 'EUR', 1200],
  ['1，234。5', 'EUR', 123450],
  ['1,23,4', 'EUR', null],
  ['1,234,567', 'EUR', 123456700],
  ["1'234.50", 'CHF', 123450],
  ['146000', 'JPY', 146000],
  ['1,5', 'JPY', null],
  ['146,000', 'JPY', 146000],
  ['0.99', 'USD', 99],
  ['12.345', 'KWD', 12345000],
  ['', 'EUR', null],
  ['abc', 'EUR', null],
  ['-5', 'EUR', null],
  ['99999999999999999', 'EUR', null],
])('%s in %s is %s', (text, currency, minor) => {
  expect(parseAmount(text, currency)).toBe(minor);
});

test('an activity of today is exact to the minute, one of another day to the day', () => {
  expect(momentOf('2026-11-21', NOW)).toEqual({ at: NOW, precision: 'minute' });
  expect(momentOf('2026-11-03', NOW)).toEqual({ at: new Date(2026, 10, 3, 12).getTime(), precision: 'day' });
});

test('only links of the web are opened', () => {
  expect(safeLink('https://post.example/m/1')).toBe('https://post.example/m/1');
  for (const link of ['javascript:alert(1)', 'data:text/html,x', 'chrome://settings', '//x', '', null])
    expect(safeLink(link)).toBeNull();
});

test.each([
  ['Ingrid Solheim', 'Ingrid'],
  ['Solheim, Ingrid', 'Ingrid'],
  ['李慧敏', '慧敏'],
  ['周磊', '周磊'],
  ['欧阳明日', '明日'],
  ['ana@reka.example', 'ana'],
  ['سارة منصور', 'سارة'],
  ['Madonna', 'Madonna'],
])('%s is called %s', (name, short) => {
  expect(shortName(name)).toBe(short);
});

test('two who would be called the same keep their names', () => {
  expect(shortNames(['Anna Smith', 'Anna Weil', 'Li Wei'])).toEqual(['Anna Smith', 'Anna Weil', 'Li']);
});
