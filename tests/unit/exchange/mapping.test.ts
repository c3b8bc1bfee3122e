import { describe, expect, test } from 'vitest';
import { tableOf } from '@/lib/exchange/csv';
import { encodingOf } from '@/lib/exchange/encodings';
import { readBytes, readFile } from '@/lib/exchange/files';
import type { Mapping } from '@/lib/exchange/mapping';
import { readMoment } from '@/lib/exchange/moment';
import { moneyOf } from '@/lib/exchange/money-text';
import { fingerprintOf, proposeMapping } from '@/lib/exchange/propose-mapping';

describe('a mapping', () => {
  const text = 'Wer,Wo,Kdnr\nAna Duarte,ana@casaprata.example,K-1\n';
  const header = ['Wer', 'Wo', 'Kdnr'];

  test('a header that tells nothing is shown, to be mapped by hand', () => {
    expect(proposeMapping(header, [])).toBeNull();
    expect(tableOf(text)).toEqual({ header, samples: [['Ana Duarte', 'ana@casaprata.example', 'K-1']] });
  });

  test('given, it is used, as data that was stored in between', () => {
    const given: Mapping = {
      fingerprint: fingerprintOf(header),
      of: 'people',
      columns: [{ is: 'name' }, { is: 'point', kind: 'email' }, { is: 'fact', field: 'Customer number' }],
    };
    const { drafts, mapping } = readFile(text, { mapping: JSON.parse(JSON.stringify(given)) });
    expect(mapping).toEqual(given);
    expect(drafts).toMatchObject([
      {
        name: 'Ana Duarte',
        points: [{ kind: 'email', value: 'ana@casaprata.example' }],
        facts: [{ field: 'Customer number', value: 'K-1' }],
      },
    ]);
  });

  test('of another header is not used', () => {
    const other: Mapping = {
      fingerprint: fingerprintOf(['a', 'b']),
      of: 'people',
      columns: [null, { is: 'name' }],
    };
    expect(readFile('Name,Phone\nAna,1\n', { mapping: other }).drafts).toMatchObject([{ name: 'Ana' }]);
  });

  test('the fingerprint is that of the headings in their order, whatever their case', () => {
    expect(fingerprintOf(['Name', 'E-Mail'])).toBe(fingerprintOf(['name', ' e-mail ']));
    expect(fingerprintOf(['Name', 'E-Mail'])).not.toBe(fingerprintOf(['E-Mail', 'Name']));
  });

  test('the headings of lists made by hand are known', () => {
    const proposed = proposeMapping(['Lead Name', 'E-Mail Adresse', 'Tel.', 'Firm'], []);
    expect(proposed?.of).toBe('people');
    expect(proposed?.columns).toMatchObject([
      { is: 'name' },
      { is: 'point', kind: 'email' },
      { is: 'point', kind: 'phone' },
      { is: 'fact', field: 'company' },
    ]);
  });

  test('a list of people with a state and a title is no list of tickets', () => {
    const people = ['Name', 'Email', 'Title', 'Status', 'Created at', 'Type'];
    expect(
      proposeMapping(people, [['Ana', 'a@a.example', 'Designer', 'active', '2026-01-02', 'VIP']])?.of,
    ).toBe('people');
  });
});

describe('amounts', () => {
  test.each([
    ['1,234.50 EUR', undefined, { minor: 123450, currency: 'EUR' }],
    ['€1.234,50', undefined, { minor: 123450, currency: 'EUR' }],
    ["CHF 1'234.50", undefined, { minor: 123450, currency: 'CHF' }],
    ['1 234,50', 'SEK', { minor: 123450, currency: 'SEK' }],
    ['1.234', 'EUR', { minor: 123400, currency: 'EUR' }],
    ['1.5', 'EUR', { minor: 150, currency: 'EUR' }],
    ['¥1200', undefined, { minor: 120000, currency: 'CNY' }],
    ['¥1200', 'JPY', { minor: 1200, currency: 'JPY' }],
    ['$5', 'CAD', { minor: 500, currency: 'CAD' }],
    ['NT$ 1,200', undefined, { minor: 120000, currency: 'TWD' }],
    ['(12.00)', 'USD', { minor: -1200, currency: 'USD' }],
    ['1.2万', 'CNY', { minor: 1200000, currency: 'CNY' }],
    ['１２３元', undefined, { minor: 12300, currency: 'CNY' }],
    ['12', undefined, null],
    ['none', 'EUR', null],
    ['1 and 2', 'EUR', null],
    ['99999999999999999', 'EUR', null],
  ])('%s with %s', (text, usual, expected) => expect(moneyOf(text, usual)).toEqual(expected));
});

describe('moments', () => {
  test.each([
    ['2026-03-05 14:33', { moment: '2026-03-05T14:33' }],
    ['2026-03-05T14:33:10Z', { moment: '2026-03-05T14:33:10Z' }],
    ['2026-03-05T14:33:10.123+01:00', { moment: '2026-03-05T14:33:10+01:00' }],
    ['13/5/2026 2:33 PM', { moment: '2026-05-13T14:33' }],
    ['5 Mar 2026 12:05 AM', { moment: '2026-03-05T00:05' }],
    ['2026年3月5日 下午2:05', { moment: '2026-03-05T14:05' }],
    ['3/5/2026', { problem: 'imports.held_date_order' }],
    ['2026-02-30', { problem: 'imports.held_date' }],
    ['soon', { problem: 'imports.held_date' }],
  ])('%s', (text, expected) => expect(readMoment(text, 'en')).toEqual(expected));
});

describe('the encoding', () => {
  const windows1250 = Uint8Array.from([
    ...new TextEncoder().encode('Name,City\nWanda '),
    0x4b,
    0x72,
    0xf3,
    0x6c,
    0x2c,
    0xa3,
    0x6f,
  ]);

  test('is a guess that may be overridden, in tables and in cards', () => {
    expect(encodingOf(windows1250)).toBe('windows-1252');
    expect(readBytes(windows1250, { encoding: 'windows-1250' })).toMatchObject({
      encoding: 'windows-1250',
      drafts: [{ name: 'Wanda Król', facts: [{ field: 'city', value: 'Ło' }] }],
    });
    const card = Uint8Array.from([
      ...new TextEncoder().encode('BEGIN:VCARD\nFN:Kr'),
      0xf3,
      0x6c,
      0xb3,
      ...new TextEncoder().encode('\nEND:VCARD'),
    ]);
    expect(readBytes(card, { encoding: 'windows-1250' }).drafts).toMatchObject([{ name: 'Królł' }]);
  });
});
