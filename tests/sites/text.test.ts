import { describe, expect, test } from 'vitest';
import { addressesIn, canonicalEmail, mailboxes, mailtoAddress, onlyAddress } from '@/lib/sites/addresses';
import { shownDate } from '@/lib/sites/dates';
import { linkedPeople } from '@/lib/sites/json-ld';
import { cleanHandle, plain, shownName, undouble } from '@/lib/sites/names';
import { fill, matchAddress, matchText } from '@/lib/sites/pattern';

describe('addresses', () => {
  test.each([
    ['Li.Wei@Acme.example', 'li.wei@acme.example'],
    ['info@müller.example', 'info@xn--mller-kva.example'],
    ['info@XN--MLLER-KVA.example', 'info@xn--mller-kva.example'],
    ['用户@例子.example', '用户@xn--fsqu00a.example'],
    ["Sean.O'Hara@Acme.example", "sean.o'hara@acme.example"],
    ["'li@acme.example", null],
    ['icon@2x.png', null],
    ['git@github.com', null],
    ['@alice@social.example', null],
    ['a@b', null],
    ['a@127.0.0.1', null],
    ['a b@c.example', null],
    [`${'a'.repeat(250)}@b.example`, null],
  ])('canonicalEmail(%j) is %j', (text, expected) => {
    expect(canonicalEmail(text)).toBe(expected);
  });

  test.each([
    ['工作联系a.b@c.example谢谢', ['a.b@c.example']],
    ['@alice@social.example and logo@2x.png and git@github.com:acme/site', []],
    ['<a@b.example>, A@B.example; c+d@e.example.', ['a@b.example', 'c+d@e.example']],
    ['Пишите на почту@пример.example', []],
    ["o'hara@acme.example, 'li@acme.example'", ["o'hara@acme.example", 'li@acme.example']],
    ['write to info@müller.example', ['info@xn--mller-kva.example']],
  ])('addressesIn(%j)', (text, expected) => {
    expect(addressesIn(text)).toEqual(expected);
  });

  test('of two addresses none is the only one', () => {
    expect(onlyAddress('a@b.example c@d.example')).toBeNull();
    expect(onlyAddress('Google Account: Mia (mia@lumen.example)')).toBe('mia@lumen.example');
  });

  test.each([
    ['mailto:a%40b.example?subject=x%40y.example', 'a@b.example'],
    ['MAILTO:%22Li%2C%20Wei%22%3Cli%40a.example%3E,c@d.example', 'li@a.example'],
    ['mailto:%E0%A4%A', null],
    ['mailto:?to=a@b.example', null],
    ['javascript:alert(1)', null],
  ])('mailtoAddress(%j) is %j', (href, expected) => {
    expect(mailtoAddress(href)).toBe(expected);
  });

  test('mailboxes keeps commas in quotes and leaves out what is no address', () => {
    expect(
      mailboxes('"Wei, Li" <li@a.example>; b@c.example,\n陈志强<z@a.example>, nobody, <x@2x.png>'),
    ).toEqual([
      { name: '"Wei, Li" ', email: 'li@a.example' },
      { name: '', email: 'b@c.example' },
      { name: '陈志强', email: 'z@a.example' },
    ]);
  });

  test('a hostile text of a megabyte takes no time', () => {
    const start = performance.now();
    addressesIn(`${'a.'.repeat(500_000)}@`);
    mailboxes('<"'.repeat(500_000));
    shownName('(@'.repeat(500_000), null);
    expect(performance.now() - start).toBeLessThan(200);
  });
});

describe('names', () => {
  test.each([
    ['  \u202bمحمد  علي\u202c ', null, 'محمد علي', false],
    ['"Li, Wei"', null, 'Li, Wei', false],
    ['Li Wei <li@a.example>', 'li@a.example', 'Li Wei', false],
    ['Li Wei<LI@a.example>', 'li@a.example', 'Li Wei', false],
    ['li@a.example', 'li@a.example', null, false],
    ['info@müller.example', 'info@xn--mller-kva.example', null, false],
    ['service@bank.example', 'x@evil.example', 'service@bank.example', true],
    ['Bank service@bank.example <x@evil.example>', 'x@evil.example', 'Bank service@bank.example', true],
    ['می\u200cخواهم', null, 'می\u200cخواهم', false],
    ['<b>Bold</b>', null, '<b>Bold</b>', false],
    ['', 'a@b.example', null, false],
  ])('shownName(%j, %j)', (text, email, name, spoof) => {
    expect(shownName(text, email)).toEqual({ name, spoof });
  });

  test.each([
    ['Li WeiLi Wei', 'Li Wei'],
    ['Li Wei Li Wei', 'Li Wei'],
    ['李伟李伟', '李伟'],
    ['丽丽', '丽丽'],
    ['Bora Bora', 'Bora Bora'],
    ['Anna', 'Anna'],
  ])('undouble(%j) is %j', (text, expected) => {
    expect(undouble(text)).toBe(expected);
  });

  test('handles and plain texts', () => {
    expect(cleanHandle(' @Alice/ ')).toBe('alice');
    expect(plain(`a\n\t b${'x'.repeat(5000)}`)).toHaveLength(300);
  });
});

describe('dates', () => {
  const now = new Date(2026, 10, 21, 12).getTime();
  const local = (...parts: [number, number, number, number?, number?, number?]) =>
    new Date(...parts).getTime();

  test.each([
    ['2026-03-05T15:14:09Z', 'en', Date.UTC(2026, 2, 5, 15, 14, 9), 'second'],
    ['2026-03-05 15:14', 'en', local(2026, 2, 5, 15, 14), 'minute'],
    ['Thu, Mar 5, 2026, 3:14 PM', 'en', local(2026, 2, 5, 15, 14), 'minute'],
    ['Mar 5, 2026, 12:01 AM', 'en', local(2026, 2, 5, 0, 1), 'minute'],
    ['2026年3月5日 周四 下午3:14', 'zh-CN', local(2026, 2, 5, 15, 14), 'minute'],
    ['5. März 2026 um 15:14', 'de', local(2026, 2, 5, 15, 14), 'minute'],
    ['5 марта 2026 г., 15:14:30', 'ru', local(2026, 2, 5, 15, 14, 30), 'second'],
    ['5 mars 2026', 'fr', local(2026, 2, 5), 'day'],
    ['Today 10:23', 'en', local(2026, 10, 21, 10, 23), 'minute'],
    ['昨天 08:08', 'zh-CN', local(2026, 10, 20, 8, 8), 'minute'],
    ['Fri 08:08', 'en', local(2026, 10, 20, 8, 8), 'minute'],
    ['Sat 08:08', 'en', local(2026, 10, 14, 8, 8), 'minute'],
    ['Mar 5, 2026, 3:14 PM', '???', local(2026, 2, 5, 15, 14), 'minute'],
  ])('shownDate(%j, %j)', (text, language, at, precision) => {
    expect(shownDate(text, language, now)).toEqual({ at, precision });
  });

  test.each(['03/05/2026 15:14', '15:14', '', 'Re: 3 of 4', '2026-13-41', 'Marsha 2026 5'])(
    '%j is no date',
    (text) => {
      expect(shownDate(text, 'en', now)).toBeNull();
    },
  );
});

describe('patterns', () => {
  test('captures segments, percent-decoded', () => {
    expect(matchText('/in/:slug/*', '/in/%E9%99%88-42/details/')).toEqual({ slug: '陈-42' });
    expect(matchText('/in/:slug', '/in/a/b')).toBeNull();
    expect(matchText('a.c', 'abc')).toBeNull();
    expect(matchText('/x/:bad', '/x/%E0%A4%A')).toEqual({ bad: '%E0%A4%A' });
  });

  test('matches queries by name, in any order', () => {
    const url = new URL('https://a.example/?_uid=7&_mbox=INBOX%2FOld&_task=mail');
    expect(matchAddress({ query: { _task: 'mail', _mbox: ':mbox', _uid: ':uid' } }, url)).toEqual({
      mbox: 'INBOX/Old',
      uid: '7',
    });
    expect(matchAddress({ query: { _action: 'show' } }, url)).toBeNull();
  });

  test('fills a template whole or not at all', () => {
    expect(fill('{origin}/?m={mbox}', { origin: 'https://a.example', mbox: 'A/B&c' }, true)).toBe(
      'https://a.example/?m=A%2FB%26c',
    );
    // As the site's own address of it, `@` and all: by it what is written there is found again.
    expect(fill('{origin}/@{who}', { origin: 'https://a.example', who: 'li@b.example' }, true)).toBe(
      'https://a.example/@li@b.example',
    );
    expect(fill('{a}/{b}', { a: 'x' })).toBeNull();
  });
});

describe('structured data', () => {
  test('takes the person whom the page is about, not whom it mentions', () => {
    expect(linkedPeople('{"@type":"Article","author":{"@type":"Person","name":"A"}}')).toEqual([]);
    expect(linkedPeople('{"@type":["Person"],"name":["A","B"]}')).toMatchObject([{ name: 'A' }]);
    expect(linkedPeople('null')).toEqual([]);
    expect(linkedPeople('{')).toEqual([]);
  });
});
