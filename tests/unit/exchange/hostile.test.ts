import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { ContactDraft } from '@/lib/api/operations/contacts';
import { decode } from '@/lib/exchange/decode';
import { FileError } from '@/lib/exchange/file-error';
import { readFile } from '@/lib/exchange/files';
import english from '@/lib/i18n/en/imports';

const problemOf = (text: string) => {
  try {
    readFile(text);
  } catch (error) {
    if (error instanceof FileError) return error.problem;
    throw error;
  }
  return null;
};

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
