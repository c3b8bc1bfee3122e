import fc from 'fast-check';
import { expect, test } from 'vitest';
import { ASKED_MOST, readAsked } from '@/lib/exchange/asked-text';

const email = (value: string) => ({ kind: 'email', value });

test.each([
  ['li.wei@acme.example', null, '', email('li.wei@acme.example')],
  ['  li.wei@acme.example\n', null, '', email('li.wei@acme.example')],
  ['Li Wei <li.wei@acme.example>', null, 'Li Wei', email('li.wei@acme.example')],
  ['"李伟" <li.wei@acme.example>,', null, '李伟', email('li.wei@acme.example')],
  ['Write to li.wei@acme.example before Friday', null, '', email('li.wei@acme.example')],
  ['Write to us', 'mailto:li.wei@acme.example?subject=a@b.example', '', email('li.wei@acme.example')],
  ['', 'mailto:Li%20Wei%20%3Cli.wei@acme.example%3E', 'Li Wei', email('li.wei@acme.example')],
  ['', 'mailto:first@acme.example,second@acme.example', '', email('first@acme.example')],
  ['', 'mailto:?to=anna@acme.example', '', email('anna@acme.example')],
  ['', 'mailto:?subject=a@b.example&To=anna%2Bcrm@acme.example', '', email('anna+crm@acme.example')],
  ['', 'mailto:%22Berg, Anna%22 <anna@acme.example>, eve@acme.example', '', email('anna@acme.example')],
  ['', 'mailto:A "Berg <anna@acme.example>', '', email('anna@acme.example')],
  ['', 'tel:+49-30-901820', '', { kind: 'phone', value: '+49 30 901820' }],
  ['', 'tel:+49-30-901820;ext=5', '', { kind: 'phone', value: '+49 30 901820' }],
  ['+49 30 901820', null, '', { kind: 'phone', value: '+49 30 901820' }],
  ['Li Wei', null, 'Li Wei', null],
  ['李伟', null, '李伟', null],
  // Neither a year nor a price is a telephone number, and a script is no link.
  ['2026', null, '', null],
  ['2026-11-22 14:05', null, '', null],
  ['2026-11-22', null, '', null],
  ['22.11.2026', null, '', null],
  ['11/22/2026', null, '', null],
  ['2026年11月22日', null, '', null],
  ['192.168.100.200', null, '', null],
  ['<img src=x onerror=alert(1)>', null, '', null],
  ['Li Wei', 'javascript:alert(1)', 'Li Wei', null],
  ['Li Wei', 'https://acme.example/?to=x@y.example', 'Li Wei', null],
  ['Li Wei', 'mailto:%E0%A4%A', 'Li Wei', null],
] as const)('%s %s', (text, link, name, point) => {
  expect(readAsked(text, link)).toMatchObject({ name, point });
});

test('of a link one mailbox is shown, with a comma in its name', () => {
  const link = 'mailto:%22Berg, Anna%22 <anna@acme.example>, eve@acme.example';
  expect(readAsked('', link)?.text).toBe('"Berg, Anna" <anna@acme.example>');
});

test.each(['030 901820-26', '0049 30 901820', '+1 (202) 555-0123', '13812345678', '010-12345678'])(
  '%s is a number',
  (text) => {
    expect(readAsked(text)?.point?.kind).toBe('phone');
  },
);

test('nothing is nobody', () => {
  for (const text of ['', '   ', '\u200b\u202e', '\n\t']) expect(readAsked(text)).toBeNull();
});

test('marks that turn the direction of writing are gone', () => {
  expect(readAsked('Li\u202e Wei')?.text).toBe('Li Wei');
});

test('whatever a page has there, a short line comes of it, soon', () => {
  const began = process.cpuUsage();
  const texts = fc.oneof(
    fc.string({ unit: 'binary', maxLength: 3000 }),
    fc.constantFrom('a'.repeat(1e5), '@'.repeat(1e5), `${'a.'.repeat(5e4)}@`, '1 '.repeat(5e4)),
  );
  fc.assert(
    fc.property(texts, fc.option(texts), (text, link) => {
      const asked = readAsked(text, link === null ? null : `mailto:${link}`);
      expect(asked?.text.length ?? 0).toBeLessThanOrEqual(ASKED_MOST);
      expect(asked?.name ?? '').not.toMatch(/[\n\u202e]/);
    }),
    { numRuns: 60 },
  );
  // Of the processor, so that a busy machine fails nothing; in microseconds.
  expect(process.cpuUsage(began).user).toBeLessThan(3_000_000);
});
