import { describe, expect, test } from 'vitest';
import { addressOf, hostOf } from '@/components/settings/address';
import { readAddress, readAddressOrDomain } from '@/components/settings/entries';
import { nextSort, readTable, writeTable } from '@/entrypoints/workspace/pages/contacts/table-query';
import { href, parseRoute } from '@/entrypoints/workspace/router';

describe('addresses of pages', () => {
  test.each([
    ['#/contacts/7?x=1', 'contacts', '7', '1'],
    ['#/settings/backup', 'settings', 'backup', null],
    ['#/tags', 'tags', null, null],
    ['', 'today', null, null],
    ['#/', 'today', null, null],
    ['#/answers/7', 'responses', '7', null],
    ['#/nothing/of/the/kind', null, 'of/the/kind', null],
    ['#/constructor', null, null, null],
  ])('%s', (hash, page, rest, x) => {
    const route = parseRoute(hash);
    expect([route.page, route.rest, route.params.get('x')]).toEqual([page, rest, x]);
  });

  test('what href writes is read back', () => {
    const route = parseRoute(href('contacts', null, { text: 'a b&c' }));
    expect(route.params.get('text')).toBe('a b&c');
  });
});

const ID = '01900000-0000-7000-8000-000000000001';
const PLAIN = { filter: {}, columns: null, view: null };

describe('the table in its address', () => {
  test('filter and order are read back as they were written', () => {
    const query = {
      filter: {
        text: 'Li',
        tagId: ID,
        companyId: ID,
        kind: 'work' as const,
        open: true,
        quietDays: 90,
        untagged: true,
        noConsent: 'mail' as const,
        addedDays: 7,
        importId: ID,
        health: 'noWay' as const,
        facts: [
          { field: 'Shoe size', has: 'is' as const, value: '42|43 & more' },
          { field: '50 %|net %7C', has: 'contains' as const, value: '%7C' },
          { field: 'point:email', has: 'empty' as const },
        ],
      },
      columns: ['name', 'added'],
      view: ID,
      sort: { by: 'name' as const, descending: false },
    };
    expect(readTable(new URLSearchParams(writeTable(query)))).toEqual(query);
  });

  test('without parameters the last spoken to stand first, and nothing is filtered', () => {
    expect(readTable(new URLSearchParams())).toEqual({ ...PLAIN, sort: { by: 'last', descending: true } });
  });

  test('nonsense is left out', () => {
    const params = new URLSearchParams(
      'sort=shoe&kind=robot&quiet=-3&tag=t&added=soon&health=ill&fact=shoe&text=Li',
    );
    expect(readTable(params)).toEqual({
      ...PLAIN,
      filter: { text: 'Li' },
      sort: { by: 'last', descending: false },
    });
  });

  test('one test of a field that makes no sense takes no other with it', () => {
    const params = new URLSearchParams('fact=shoe&fact=city|is|Oslo&fact=city|robot');
    expect(readTable(params).filter).toEqual({ facts: [{ field: 'city', has: 'is', value: 'Oslo' }] });
  });

  test('a second press on a column turns the order round', () => {
    const first = nextSort({ by: 'last', descending: true }, 'name');
    expect(first).toEqual({ by: 'name', descending: false });
    expect(nextSort(first, 'name')).toEqual({ by: 'name', descending: true });
  });
});

describe('addresses as people type them', () => {
  test.each([
    ['mail.example', 'https://mail.example'],
    [' http://mail.example/x ', 'http://mail.example/x'],
  ])('%s', (typed, address) => expect(addressOf(typed)).toBe(address));

  test('a site is known by its host', () => expect(hostOf('https://mail.example')).toBe('mail.example'));

  test.each([
    ['Me@Home.Example', 'me@home.example'],
    ['home.example', null],
    ['a b@home.example', null],
  ])('own address %s', (typed, address) => expect(readAddress(typed)).toBe(address));

  test.each([
    ['@Clinic.example', 'clinic.example'],
    ['a@clinic.example', 'a@clinic.example'],
    ['clinic', null],
    ['https://clinic.example', null],
  ])('never logged %s', (typed, entry) => expect(readAddressOrDomain(typed)).toBe(entry));
});
