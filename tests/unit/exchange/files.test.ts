import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { ContactDraft } from '@/lib/api/operations/contacts';
import { decode } from '@/lib/exchange/decode';
import { readFile } from '@/lib/exchange/files';

const FILES = join(import.meta.dirname, '../../fixtures/files');
const read = (name: string) => readFile(decode(new Uint8Array(readFileSync(join(FILES, name)))));
const gregorian = (month: number, day: number, year?: number) => ({
  calendar: 'gregorian',
  month,
  day,
  ...(year && { year }),
});

describe('vCard', () => {
  test('3.0: several values with their labels, a birthday without its year, notes, tags', () => {
    const { format, drafts, heldBack, unmapped } = read('apple-3.0.vcf');
    expect(format).toBe('vcard');
    expect(drafts[0]).toEqual({
      name: 'Ingrid Solheim',
      points: [
        { kind: 'email', value: 'ingrid@fjordlab.example', label: 'work' },
        { kind: 'email', value: 'ingrid.solheim@post.example', label: 'Other' },
        { kind: 'phone', value: '+47 55 50 01 19', label: 'cell' },
        { kind: 'phone', value: '+47 55 50 01 20', label: 'work, fax' },
        { kind: 'postal', value: 'Hall 3, Gate B, 5003 Bergen, Norway', label: 'work' },
        { kind: 'url', value: 'https://fjordlab.example/ingrid', label: 'HomePage' },
        { kind: 'handle', value: 'https://www.linkedin.com/in/ingrid-solheim-example' },
      ],
      facts: [
        { field: 'nickname', value: 'Inga' },
        { field: 'company', value: 'Fjordlab AS' },
        { field: 'department', value: 'Purchasing' },
        { field: 'title', value: 'Head of Purchasing' },
      ],
      dates: [
        { kind: 'anniversary', label: 'Anniversary', date: gregorian(6, 25, 2011) },
        { kind: 'birthday', date: gregorian(3, 3) },
      ],
      tags: ['purchasing', 'Norway'],
      note: 'Decides alone below 200,000.\nNever on Fridays.',
    });
    expect(heldBack).toEqual([]);
    expect(unmapped).toEqual([
      { property: 'PHOTO', count: 1 },
      { property: 'X-CUSTOM-FIELD', count: 1 },
    ]);
  });

  test('3.0 in Chinese: WeChat, QQ, a lunar birthday as text', () => {
    expect(read('apple-3.0.vcf').drafts[1]).toMatchObject({
      name: '王小明',
      points: [
        { kind: 'phone', value: '138 0000 0000' },
        { kind: 'wechat', value: 'wxm_88' },
        { kind: 'qq', value: '12345678' },
      ],
      dates: [{ kind: 'birthday', date: { calendar: 'lunar', month: 8, day: 9 } }],
    });
  });

  test('4.0: a bad line costs itself only; groups and empty cards are held back', () => {
    const { drafts, heldBack } = read('google-4.0.vcf');
    expect(drafts).toMatchObject([
      {
        name: 'Jonas Weil',
        points: [
          { kind: 'email', value: 'jonas.weil@prisma-mess.example', label: 'work' },
          { kind: 'phone', value: '+49-3641-5550-142', label: 'work' },
          { kind: 'postal', value: 'Am Markt 1, 07743 Jena, Germany' },
        ],
        dates: [
          { kind: 'birthday', date: gregorian(9, 14, 1975) },
          { kind: 'anniversary', date: gregorian(6, 12, 2004) },
        ],
        note: 'A fold that ends in the middle of a word.',
      },
      { name: 'Amara Obi', points: [{ kind: 'email', value: 'amara@lagoon.example' }], dates: [] },
    ]);
    expect(heldBack).toEqual([
      { where: '15', reason: 'imports.held_group', text: 'All of Prisma' },
      { where: '21', reason: 'imports.held_nobody', text: 'NOTE:Nobody in particular' },
      { where: '25', reason: 'imports.held_line', text: 'THIS LINE IS BROKEN' },
      { where: '25 birthday', reason: 'imports.held_date', text: '1990-13-45' },
    ]);
  });

  test('2.1: quoted-printable over several lines, bare types, a card inside the card', () => {
    const { drafts, unmapped } = read('phone-2.1.vcf');
    expect(drafts).toEqual([
      {
        name: '陈可',
        points: [
          { kind: 'phone', value: '+86 512 5550 0155', label: 'cell' },
          { kind: 'phone', value: '+86 512 5550 0156', label: 'home' },
          { kind: 'email', value: 'chenke@lanhe.example' },
        ],
        facts: [
          { field: 'company', value: 'Lanhe, Ltd' },
          { field: 'department', value: 'Training' },
        ],
        dates: [],
        tags: [],
        note: '周五不要打电话\nsecond line, with a comma',
      },
    ]);
    expect(unmapped).toEqual([
      { property: 'PHOTO', count: 1 },
      { property: 'AGENT', count: 1 },
    ]);
  });
});

describe('CSV', () => {
  test('Google, the present header: values joined by :::, lines in a cell, an unknown year', () => {
    const { format, drafts, unmapped } = read('google-new.csv');
    expect(format).toBe('google-csv');
    expect(drafts).toMatchObject([
      {
        name: 'Marit Aas',
        points: [
          { kind: 'email', value: 'marit@havn.example', label: 'Work' },
          { kind: 'email', value: 'shop@havn.example', label: 'Work' },
          { kind: 'email', value: 'marit.aas@post.example', label: 'Home' },
          { kind: 'phone', value: '+45 55 50 01 31', label: 'Mobile' },
          { kind: 'postal', value: 'Havnegade 2, 8000 Aarhus, Denmark', label: 'Work' },
          { kind: 'url', value: 'https://havn.example', label: 'Homepage' },
        ],
        facts: [
          { field: 'company', value: 'Havn' },
          { field: 'title', value: 'Owner' },
          { field: 'Shoe size', value: '38' },
        ],
        dates: [
          { kind: 'birthday', date: gregorian(5, 17, 1980) },
          { kind: 'anniversary', date: gregorian(8, 1, 2009) },
        ],
        tags: ['Reference'],
        note: 'Likes short mails,\ntwo lines at most.',
      },
      { name: '王安然', dates: [{ kind: 'birthday', date: gregorian(11, 24) }], tags: [] },
    ]);
    expect(unmapped).toEqual([{ property: 'Photo', count: 1 }]);
  });

  test('Google, the older header', () => {
    expect(read('google-old.csv')).toMatchObject({
      format: 'google-csv',
      drafts: [
        {
          name: 'Yusuf Demir',
          points: [
            { kind: 'email', label: 'Work' },
            { kind: 'phone', value: '+90 555 010 01 44', label: 'Mobile' },
            { kind: 'phone', value: '+90 232 555 01 45', label: 'Work Fax' },
            { kind: 'postal', value: 'Liman 4, Izmir' },
            { kind: 'qq', value: '12345679' },
            { kind: 'handle', value: 'https://www.linkedin.com/in/yusuf-demir-example', label: 'Profile' },
          ],
          facts: [
            { field: 'company', value: 'Kuzey Lab' },
            { field: 'title', value: 'Head of Laboratory' },
          ],
          tags: ['Laboratories'],
        },
      ],
    });
  });

  test('LinkedIn: notes before the header, people without an address', () => {
    const { format, drafts, heldBack } = read('Connections.csv');
    expect(format).toBe('linkedin-csv');
    expect(drafts).toMatchObject([
      {
        name: 'Amara Obi',
        points: [{ kind: 'handle', value: 'https://www.linkedin.com/in/amara-obi-example' }],
        facts: [
          { value: 'Lagoon Institute' },
          { value: 'Site Coordinator' },
          { field: 'connected on LinkedIn', value: '02 Apr 2021' },
        ],
      },
      { name: 'Li Wei', facts: [{ value: 'Acme Optics, Inc.' }, {}, {}] },
    ]);
    expect(heldBack).toMatchObject([{ where: '6', reason: 'imports.held_nobody' }]);
  });

  test('any table in English: semicolons, an ambiguous date held back, a column without a field reported', () => {
    const { format, drafts, heldBack, unmapped } = read('plain-en.csv');
    expect(format).toBe('csv');
    expect(drafts).toMatchObject([
      {
        name: 'Ana Duarte',
        points: [
          { kind: 'email', value: 'ana@casaprata.example' },
          { kind: 'phone', label: 'mobile' },
        ],
        facts: [
          { field: 'company', value: 'Casa Prata' },
          { field: 'title', value: 'Designer' },
        ],
        dates: [{ date: gregorian(3, 3, 1985) }],
        tags: ['design', 'Porto'],
        note: 'Says "yes" on Mondays',
      },
      { name: 'Wanda Król', dates: [] },
    ]);
    expect(heldBack).toEqual([
      { where: '3 birthday', reason: 'imports.held_date_order', text: '04/03/1990' },
      { where: '4', reason: 'imports.held_nobody', text: expect.stringContaining('only a note') },
    ]);
    expect(unmapped).toEqual([{ property: 'Customer number', count: 2 }]);
  });

  test('Outlook in Chinese, written in GB18030: family name first, the address in one', () => {
    expect(read('outlook-zh-gbk.csv').drafts).toMatchObject([
      {
        name: '李慧敏',
        points: [
          { kind: 'email', value: 'huimin@hengce.example' },
          { kind: 'phone', value: '+86 512 5550 0119', label: 'mobile' },
          { kind: 'phone', value: '+86 512 5550 0120', label: '商务' },
          { kind: 'postal', value: '星湖街1号, 215000, 苏州, 中国', label: '商务' },
        ],
        facts: [
          { field: 'company', value: '苏州恒测仪器有限公司' },
          { field: 'title', value: '采购经理' },
        ],
        dates: [{ date: gregorian(9, 12, 1986) }],
        note: '周五不要打电话',
      },
      { name: '周磊', dates: [{ date: { calendar: 'lunar', month: 9, day: 3 } }] },
    ]);
  });

  test('a table in Traditional Chinese, with tabs', () => {
    expect(read('plain-hant.csv').drafts).toMatchObject([
      {
        name: '陳怡安',
        points: [{ kind: 'email' }, { kind: 'phone', label: 'mobile' }, { kind: 'line', value: 'yian.chen' }],
        facts: [{ field: 'company' }, { field: 'title', value: '採購經理' }],
        dates: [{ date: gregorian(3, 5) }],
        tags: ['採購', '新竹'],
        note: '上午聯絡',
      },
    ]);
  });

  test('windows-1252 is not taken for Chinese', () => {
    expect(read('windows-1252.csv').drafts.map((draft) => draft.name)).toEqual([
      'Jürgen Groß',
      'Zoë Lefèvre',
    ]);
  });
});

test.each([
  'apple-3.0.vcf',
  'google-4.0.vcf',
  'phone-2.1.vcf',
  'google-new.csv',
  'google-old.csv',
  'Connections.csv',
  'plain-en.csv',
  'outlook-zh-gbk.csv',
  'plain-hant.csv',
])('%s: what is read is what the contract takes', (name) => {
  for (const draft of read(name).drafts) expect(ContactDraft.safeParse(draft).error).toBeUndefined();
});
