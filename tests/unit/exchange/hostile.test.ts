import { setFlagsFromString } from 'node:v8';
import fc from 'fast-check';
import { describe, expect, onTestFinished, test } from 'vitest';
import { ContactDraft } from '@/lib/api/operations/contacts';
import { decode } from '@/lib/exchange/decode';
import { FileError } from '@/lib/exchange/file-error';
import { MOST_BYTES, readBytes, readFile } from '@/lib/exchange/files';
import english from '@/lib/i18n/en/imports';
import { problemIn } from './problem';

const problemOf = (text: string) => problemIn(() => readFile(text));

describe('a file without a contact is an error that names what it is', () => {
  test.each([
    ['empty', ''],
    ['empty', '\ufeff \r\n '],
    ['zip', 'PK\u0003\u0004\u0014\u0000word'],
    ['binary', 'MZ\u0000\u0000\u0003'],
    ['binary', '%PDF-1.7\n...'],
    ['backup', '{"format":"sidelight-backup","version":1}'],
    ['json', '{"contacts":[{"name":"Ana"}]}'],
    ['json', '[{"name":"Ana"}]'],
    ['calendar', 'BEGIN:VCALENDAR\r\nVERSION:2.0\r\nEND:VCALENDAR'],
    ['markup', '<!doctype html><table><tr><td>Name</td></tr></table>'],
    ['columns', 'a,b,c\n1,2,3\n'],
    ['columns', 'just some text that nobody meant to import'],
    ['nobody', 'Name,Email\n'],
    ['nobody', 'BEGIN:VCARD\r\nVERSION:3.0\r\nEND:VCARD\r\n'],
  ])('%s', (problem, text) => expect(problemOf(text)).toBe(problem));

  test('and has a sentence in the dictionary', () => {
    for (const text of ['', 'PK\u0003\u0004', '{"a":1}']) {
      expect(() => readFile(text)).toThrow(FileError);
      const message = new FileError(problemOf(text)!).message.slice('imports.'.length);
      expect(Object.keys(english)).toContain(message);
    }
  });
});

describe('bad input', () => {
  test('a quote that is never closed holds back its own row, and keeps those before and behind', () => {
    const { drafts, heldBack } = readFile(
      'Name,Email\nAna,ana@a.example\n"Bo,bo@b.example\nCy,cy@c.example\n',
    );
    expect(drafts.map((draft) => draft.name)).toEqual(['Ana', 'Cy']);
    expect(heldBack).toMatchObject([{ where: '3', reason: 'imports.held_quote' }]);
  });

  test('a row of a million columns', () => {
    const { drafts, heldBack } = readFile(
      `Name,Email\nAna,ana@a.example\n${','.repeat(1_000_000)}\n${'x,'.repeat(1_000_000)}\n`,
    );
    expect(drafts).toHaveLength(1);
    expect(heldBack).toMatchObject([{ reason: 'imports.held_line' }]);
  });

  test('a photo of ten megabytes and a card without an end', () => {
    const photo = `PHOTO;ENCODING=b:${'A'.repeat(10_000_000)}`;
    const { drafts } = readFile(
      `BEGIN:VCARD\r\nVERSION:3.0\r\nFN:Ana\r\n${photo}\r\nEND:VCARD\r\nBEGIN:VCARD\r\nVERSION:3.0\r\nFN:Bo`,
    );
    expect(drafts.map((draft) => draft.name)).toEqual(['Ana', 'Bo']);
  });

  test.each([
    ['semicolons', `TEL${';'.repeat(300_000)}:1`],
    ['soft breaks', `NOTE;ENCODING=QUOTED-PRINTABLE:${'=\r\n'.repeat(200_000)}x`],
    ['folds', `NOTE:${'\r\n x'.repeat(200_000)}`],
    ['an open quote', `TEL;TYPE="${';:'.repeat(200_000)}`],
    ['a long address part', `EMAIL:${'a.'.repeat(200_000)}@x`],
  ])('%s take no more than a moment', (_, line) => {
    const started = performance.now();
    readFile(`BEGIN:VCARD\r\nVERSION:3.0\r\nFN:Ana\r\n${line}\r\nEND:VCARD\r\n`);
    expect(performance.now() - started).toBeLessThan(3000);
  });

  const card = (...lines: string[]) =>
    `BEGIN:VCARD\r\nVERSION:2.1\r\nN:Ana\r\n${lines.join('\r\n')}\r\nEND:VCARD\r\n`;
  test.each([
    ['empty lines before nothing', '\n'.repeat(500_000)],
    ['empty lines before a table', `${' \n'.repeat(20_000)}Name,Email\nAna,a@a.example`],
    ['cards in cards', card(...Array<string>(100_000).fill('AGENT:\r\nBEGIN:VCARD'))],
    ['quoted-printable signs', card(`NOTE;QUOTED-PRINTABLE:${'=E4='.repeat(500_000)}`)],
    ['a picture in lines of their own', card(`PHOTO;BASE64:${'\r\nAAAA'.repeat(300_000)}`)],
    ['folds in LDIF', `dn: cn=Ana\ncn: Ana\ndescription: ${'\n x'.repeat(300_000)}`],
    ['colons in LDIF', `dn: cn=Ana\ncn: Ana\n${':'.repeat(500_000)}`],
    ['quotes', `Name,Email\n${'"'.repeat(500_001)}`],
    ['open quotes', `Name,Email\n${'"a\n'.repeat(100_000)}`],
    ['a heading without an end', `Name,${'business '.repeat(100_000)}\nAna,1`],
    ['purchases of one', `Customer,Date,Amount\n${'Ana,2026-01-02,EUR 5\n'.repeat(20_000)}`],
  ])('%s take no more than a moment', (_, text) => {
    const started = process.cpuUsage();
    problemOf(text);
    expect(process.cpuUsage(started).user / 1000).toBeLessThan(3000);
  });

  test.each([
    ['large', new Uint8Array(MOST_BYTES + 1)],
    ['zip', Uint8Array.from([0x50, 0x4b, 3, 4, 20, 0, 0, 0])],
    ['zip', Uint8Array.from([0x1f, 0x8b, 8, 0])],
    ['workbook', new TextEncoder().encode('PK\u0003\u0004\u0014\u0000\u0006\u0000[Content_Types].xml')],
    [
      'workbook',
      new TextEncoder().encode('PK\u0003\u0004mimetypeapplication/vnd.oasis.opendocument.spreadsheet'),
    ],
    ['binary', Uint8Array.from([0x89, 0x50, 0x4e, 0x47, 13, 10, 26, 10])],
    ['binary', new Uint8Array(5000)],
    ['empty', new Uint8Array()],
    ['nobody', new TextEncoder().encode('Name,Email\n')],
  ])('bytes: %s', (problem, bytes) => expect(problemIn(() => readBytes(bytes))).toBe(problem));

  test('an encoding that nobody knows is said', () => {
    expect(() => readBytes(new TextEncoder().encode('Name\nAna'), { encoding: 'klingon' })).toThrow(
      FileError,
    );
  });

  test('a zero byte and half a surrogate pair cost their sign, and are told', () => {
    const utf16 = [
      0xff,
      0xfe,
      ...[...'Name,Phone\nAn'].flatMap((sign) => [sign.charCodeAt(0), 0]),
      0x00,
      0xd8,
      0x2c,
      0,
      0x31,
      0,
    ];
    for (const bytes of [new TextEncoder().encode('Name,Phone\nAn\u0000,1'), Uint8Array.from(utf16)]) {
      const { drafts, heldBack } = readBytes(bytes);
      expect(drafts.map((draft) => draft.name)).toEqual(['An\ufffd']);
      expect(heldBack).toMatchObject([{ where: '2', reason: 'imports.held_bytes' }]);
    }
  });

  test.each(['--no-regexp-optimization', '--regexp-optimization'])(
    'a picture of a camera is taken, to be drawn small (%s)',
    (flag) => {
      // Who has compiled many patterns compiles more of them plainly, and those want a stack for what they may have to try again.
      setFlagsFromString(flag);
      onTestFinished(() => setFlagsFromString('--regexp-optimization'));
      const base64 = `/9j/${'A'.repeat(10_000_000)}`;
      const { drafts, heldBack } = readFile(card(`PHOTO;ENCODING=BASE64:${base64}`));
      expect(drafts).toMatchObject([{ name: 'Ana', photo: { type: 'image/jpeg' } }]);
      expect(drafts[0]?.photo?.base64.length).toBe(base64.length);
      expect(heldBack).toEqual([]);
    },
  );

  test('a picture of more than twenty megabytes is held back, and its person is not', () => {
    const { drafts, heldBack } = readFile(card(`PHOTO;ENCODING=BASE64:/9j/${'A'.repeat(28_000_000)}`));
    expect(drafts).toMatchObject([{ name: 'Ana' }]);
    expect(drafts[0]?.photo).toBeUndefined();
    expect(heldBack).toMatchObject([{ where: '1 PHOTO', reason: 'imports.held_photo_large' }]);
  });

  test('whatever stands in the file, what comes out is taken by the contract', () => {
    const cell = fc.oneof(
      fc.string({ unit: 'grapheme', maxLength: 30 }),
      fc.constantFrom(
        '=cmd()',
        '\ud800',
        'a@b.example',
        '+1 202 555 0101',
        '农历八月初九',
        '3/4/1990',
        '"',
        ':::',
        'x'.repeat(5000),
      ),
    );
    const header = fc.constantFrom(
      'Name',
      'Email',
      'Phone',
      'Company',
      'Birthday',
      'Tags',
      'Notes',
      '地址',
      '微信',
      'x',
    );
    const table = fc.tuple(
      fc.array(header, { minLength: 2, maxLength: 8 }),
      fc.array(fc.array(cell, { maxLength: 9 }), { maxLength: 5 }),
    );
    const quoted = (text: string) => `"${text.replaceAll('"', '""')}"`;
    fc.assert(
      fc.property(table, ([names, rows]) => {
        const text = [names, ...rows].map((row) => row.map(quoted).join(',')).join('\n');
        try {
          for (const draft of readFile(text).drafts) ContactDraft.parse(draft);
        } catch (error) {
          if (!(error instanceof FileError)) throw error;
        }
      }),
      { numRuns: 300 },
    );
  });
});

describe('the encoding', () => {
  const bytes = (...parts: (number[] | string)[]) =>
    new Uint8Array(
      parts.flatMap((part) => (typeof part === 'string' ? [...new TextEncoder().encode(part)] : part)),
    );

  test.each([
    ['UTF-8', bytes('姓名,é'), '姓名,é'],
    ['UTF-8 with its mark', bytes([0xef, 0xbb, 0xbf], '姓名'), '姓名'],
    ['UTF-16, little end first', new Uint8Array([0xff, 0xfe, 0xd3, 0x59, 0x0d, 0x54]), '姓名'],
    ['UTF-16, big end first', new Uint8Array([0xfe, 0xff, 0x59, 0xd3, 0x54, 0x0d]), '姓名'],
    ['GB18030', new Uint8Array([0xd0, 0xd5, 0xc3, 0xfb, 0x2c, 0xca, 0xd6, 0xbb, 0xfa]), '姓名,手机'],
    ['windows-1252', new Uint8Array([0x5a, 0x6f, 0xeb, 0x2c, 0x4d, 0xfc, 0x6c]), 'Zoë,Mül'],
  ])('%s', (_, given, expected) => expect(decode(given)).toBe(expected));
});
