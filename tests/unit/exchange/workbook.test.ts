import { describe, expect, test } from 'vitest';
import { answersTable } from '@/lib/exchange/answers/table';
import { readBytes } from '@/lib/exchange/files';
import { readWorkbook } from '@/lib/exchange/workbook/read';
import { inspectFile } from '../../support/inspection';
import {
  type MadeSheet,
  makeWorkbook,
  packed,
  type WorkbookOptions,
  workbookParts,
} from '../../support/make-workbook';
import { problemIn, problemOfError } from './problem';

const HEADER = ['Name', 'Email', 'Phone', 'Birthday'];

async function textOf(sheet: Partial<MadeSheet>, options?: WorkbookOptions): Promise<string[]> {
  const [read] = await readWorkbook(await makeWorkbook([{ name: 'People', rows: [], ...sheet }], options));
  const [mark, ...lines] = new TextDecoder().decode(read!.bytes).trimEnd().split('\r\n');
  expect(mark).toBe('sep=,');
  return lines;
}

async function peopleOf(sheet: Partial<MadeSheet>, options?: WorkbookOptions) {
  const [read] = await readWorkbook(await makeWorkbook([{ name: 'People', rows: [], ...sheet }], options));
  return readBytes(read!.bytes);
}

const problemOf = (bytes: Uint8Array<ArrayBuffer>) => readWorkbook(bytes).then(() => null, problemOfError);

describe('a sheet becomes people, to the field', () => {
  const rows: MadeSheet['rows'] = [
    [...HEADER, 'Notes'],
    ['Nora Quist', 'nora@quist.example', 4_740_123_456, { number: 32_568, format: 'yyyy/m/d;@' }, 'A\nB "C"'],
    [],
    ['李慧敏 🌸', 'li@huaxin.example', { number: 13_800_138_000, format: '0' }, null, '  , ; \t'],
  ];
  const expected = [
    {
      where: '2',
      name: 'Nora Quist',
      points: [
        { kind: 'email', value: 'nora@quist.example' },
        { kind: 'phone', value: '4740123456' },
      ],
      facts: [],
      dates: [{ kind: 'birthday', date: { calendar: 'gregorian', year: 1989, month: 3, day: 1 } }],
      tags: [],
      note: 'A\nB "C"',
    },
    {
      where: '4',
      name: '李慧敏 🌸',
      points: [
        { kind: 'email', value: 'li@huaxin.example' },
        { kind: 'phone', value: '13800138000' },
      ],
      facts: [],
      dates: [],
      tags: [],
      note: ', ;',
    },
  ];

  test.each([
    ['with one list of strings', {}],
    ['with strings in the cells', { inline: true }],
    ['with prefixed names', { prefix: 'x' }],
  ])('%s', async (_, options) => {
    const read = await peopleOf({ rows }, options);
    expect(read).toMatchObject({ format: 'csv', heldBack: [], unmapped: [], header: rows[0] });
    expect(read.drafts).toEqual(expected);
  });
});

describe('cells', () => {
  test.each<[string, MadeSheet['rows'][number][number], string]>([
    ['a day', { number: 45_356, format: 'm/d/yyyy' }, '2024-03-05'],
    ['a day in Chinese', { number: 45_356, format: '[$-804]yyyy"年"m"月"d"日";@' }, '2024-03-05'],
    ['a day and a time', { number: 45_356.604_166_666_664, format: 'yyyy-mm-dd hh:mm' }, '2024-03-05 14:30'],
    ['a time that is not shown', { number: 45_356.6, format: 'dd.mm.yyyy' }, '2024-03-05'],
    ['the first day', { number: 1, format: 'yyyy-mm-dd' }, '1900-01-01'],
    ['before the day that never was', { number: 59, format: 'yyyy-mm-dd' }, '1900-02-28'],
    ['after the day that never was', { number: 61, format: 'yyyy-mm-dd' }, '1900-03-01'],
    ['a time', { number: 0.75, format: 'h:mm AM/PM' }, '18:00'],
    ['hours beyond a day', { number: 1.0625, format: '[h]:mm:ss' }, '25:30'],
    ['a time of a day that is not shown', { number: 45_356.75, format: 'hh:mm' }, '18:00'],
    ['minutes beyond an hour', { number: 1.0625, format: '[mm]:ss' }, '25:30'],
    ['a share', { number: 0.15, format: '0%' }, '15%'],
    ['a share with its fraction', { number: 0.285, format: '0.00%' }, '28.5%'],
    ['a sign of shares that is text', { number: 15, format: '0"%"' }, '15'],
    ['no date at all', { number: -5, format: 'yyyy-mm-dd' }, '-5'],
    ['zeros before a number', { number: 7123, format: '00000' }, '07123'],
    ['zeros of a telephone', { number: 612_345_678, format: '0000-000-000' }, '0612345678'],
    ['money', { number: 1234.5, format: '"¥"#,##0.00' }, '1234.5'],
    ['a red number of days', { number: 12, format: '[Red]0.00;"d"0' }, '12'],
    ['a number shown with an exponent', { number: 13_800_138_000, format: '0.00E+00' }, '13800138000'],
    ['a binary fraction', 0.1 + 0.2, '0.3'],
    ['a small fraction', 0.000_000_12, '0.00000012'],
    ['yes', true, 'TRUE'],
    ['a formula', { xml: '<c t="str"><f>A1&amp;B1</f><v>made &lt;here&gt;</v></c>' }, 'made <here>'],
    ['a formula of numbers', { xml: '<c><f>1+1</f><v>2</v></c>' }, '2'],
    ['an error', { xml: '<c t="e"><v>#N/A</v></c>' }, ''],
    [
      'rich text',
      {
        xml: '<c t="inlineStr"><is><r><t>Bo</t></r><r><rPr><b/></rPr><t xml:space="preserve">ld </t></r><r><t>Ek</t></r></is></c>',
      },
      'Bold Ek',
    ],
    [
      'how it is spoken',
      { xml: '<c t="inlineStr"><is><t>課</t><rPh sb="0" eb="1"><t>カ</t></rPh></is></c>' },
      '課',
    ],
    ['an escaped line end', { xml: '<c t="inlineStr"><is><t>a_x000D_b</t></is></c>' }, '"a\rb"'],
    ['an emoji by number', { xml: '<c t="inlineStr"><is><t>&#128512;&#x1F600;</t></is></c>' }, '😀😀'],
    ['CDATA', { xml: '<c t="inlineStr"><is><t><![CDATA[a & <b>]]></t></is></c>' }, 'a & <b>'],
    ['a day as text of the format', { xml: '<c t="d"><v>2024-03-05T00:00:00.000Z</v></c>' }, '2024-03-05'],
    ['an apostrophe before a sign', "'=1+1", "''=1+1"],
    ['a formula that is text', '=1+1', '=1+1'],
  ])('%s', async (_, cell, text) => {
    expect(
      (
        await textOf({
          rows: [
            ['Name', 'It'],
            ['Ana', cell],
          ],
        })
      )[1],
    ).toBe(`Ana,${text}`);
  });

  test('a calendar from 1904', async () => {
    const rows = [
      ['Name', 'It'],
      ['Ana', { number: 43_894, format: 'yyyy-mm-dd' }],
    ];
    expect(await textOf({ rows }, { from1904: true })).toEqual(['Name,It', 'Ana,2024-03-05']);
  });

  test.each([
    [14, '2024-03-05'],
    [22, '2024-03-05 12:00'],
    [31, '2024-03-05'],
    [20, '12:00'],
    [46, '1088556:00'],
    [9, '4535650%'],
    [4, '45356.5'],
    [49, '45356.5'],
  ])('built-in format %i', async (id, text) => {
    const rows = [
      ['Name', 'It'],
      ['Ana', { number: 45_356.5, format: 'any' }],
    ];
    expect((await textOf({ rows }, { builtIn: { any: id } }))[1]).toBe(`Ana,${text}`);
  });

  test('a birthday that shows no year has none; the day of a purchase has', async () => {
    const day = { number: 45_356, format: 'm"月"d"日"' };
    expect(
      await textOf({
        rows: [
          ['客户', '生日'],
          ['李慧敏', day],
        ],
      }),
    ).toEqual(['客户,生日', '李慧敏,--03-05']);
    expect(
      await textOf({
        rows: [
          ['客户', '日期'],
          ['李慧敏', day],
        ],
      }),
    ).toEqual(['客户,日期', '李慧敏,2024-03-05']);
    const { drafts } = await peopleOf({
      rows: [
        ['姓名', '生日'],
        ['李慧敏', day],
      ],
    });
    expect(drafts[0]?.dates).toEqual([
      { kind: 'birthday', date: { calendar: 'gregorian', month: 3, day: 5 } },
    ]);
  });

  test('digits that were lost are told, not made up', async () => {
    const rows = [
      HEADER.slice(0, 3),
      ['Ana', 'ana@a.example', 123_456_789_012_345_680],
      ['Bo', 'bo@b.example', '1.38E+10'],
    ];
    const { drafts, heldBack } = await peopleOf({ rows });
    expect(drafts.map(({ points }) => points.length)).toEqual([1, 1]);
    expect(heldBack).toEqual([
      { where: '2 phone', reason: 'imports.held_digits', text: '1.23456789012346E+17' },
      { where: '3 phone', reason: 'imports.held_digits', text: '1.38E+10' },
    ]);
  });
});

describe('sheets', () => {
  test('rows keep their numbers; empty columns and those before the table are left out; what is hidden is read', async () => {
    const rows = [
      [],
      ['Contacts of 2026'],
      [],
      [null, null, ...HEADER.slice(0, 2)],
      [null, null, 'Ana', 'ana@a.example'],
      [],
      [null, null, 'Bo', 'bo@b.example', ' '],
    ];
    expect(await textOf({ rows, hiddenRows: [7] })).toEqual([
      '',
      'Contacts of 2026,,',
      '',
      ',Name,Email',
      ',Ana,ana@a.example',
      '',
      ',Bo,bo@b.example',
    ]);
    expect((await peopleOf({ rows })).drafts.map(({ name, where }) => [name, where])).toEqual([
      ['Ana', '5'],
      ['Bo', '7'],
    ]);
  });

  test('headings over groups of headings are passed over, and those over two rows stay', async () => {
    const rows = [
      ['姓名', '联系方式', null, '公司'],
      [null, '电话', '邮箱', null],
      ['李慧敏', '13800138000', 'li@huaxin.example', '华信贸易'],
      ['陈静', '13800138001', 'chen@huaxin.example', null],
    ];
    const { drafts } = await peopleOf({ rows, merged: ['A1:A2', 'B1:C1', 'D1:D2', 'D3:D4'] });
    expect(drafts.map(({ name, points, facts }) => [name, points.length, facts[0]?.value])).toEqual([
      ['李慧敏', 2, '华信贸易'],
      ['陈静', 2, '华信贸易'],
    ]);
  });

  test('a title over all columns, and a heading over two of them', async () => {
    const rows = [
      ['Our customers', null, null],
      ['Name', null, 'Email'],
      ['Ana', 'the younger', 'ana@a.example'],
    ];
    const { drafts } = await peopleOf({ rows, merged: ['A1:C1', 'A2:B2'] });
    expect(drafts).toMatchObject([{ name: 'Ana', kept: [{ name: '?', value: 'the younger' }] }]);
  });

  test('those that hold something, those that are hidden last', async () => {
    const rows = [HEADER, ['Ana']];
    const read = await readWorkbook(
      await makeWorkbook([
        { name: 'Lists', state: 'veryHidden', rows },
        { name: 'Empty', rows: [] },
        { name: 'A & "B"', rows },
        { name: '客户', rows: [...rows, ['Bo']] },
      ]),
    );
    expect(read.map(({ name, isHidden, rows }) => [name, isHidden, rows])).toEqual([
      ['A & "B"', false, 2],
      ['客户', false, 3],
      ['Lists', true, 2],
    ]);
  });

  test('a hundred thousand rows', { timeout: 60_000 }, async () => {
    const rows = Array.from({ length: 100_000 }, (_, n) => [
      `Person ${n}`,
      `p${n}@many.example`,
      13_800_000_000 + n,
    ]);
    const bytes = await makeWorkbook([{ name: 'All', rows: [HEADER.slice(0, 3), ...rows] }], {
      inline: true,
    });
    const started = process.cpuUsage();
    const [sheet] = await readWorkbook(bytes);
    expect(sheet?.rows).toBe(100_001);
    expect(process.cpuUsage(started).user / 1_000_000).toBeLessThan(20);
    const text = new TextDecoder().decode(sheet?.bytes).trimEnd();
    expect(text.slice(text.lastIndexOf('\r\n') + 2)).toBe('Person 99999,p99999@many.example,13800099999');
  });
});

test('reading ends when nobody waits for it any more', async () => {
  const sheet = 'xl/worksheets/sheet1.xml';
  const parts = workbookParts([{ name: 'People', rows: [['Ana']] }]);
  const body = `<worksheet>${'<a/>'.repeat(2_000_000)}</worksheet>`;
  const bytes = await packed({ ...parts, [sheet]: body });
  expect(await problemOf(bytes)).toBe('empty');
  const stop = new AbortController();
  const reading = readWorkbook(bytes, stop.signal);
  stop.abort();
  await expect(reading).rejects.toMatchObject({ name: 'AbortError' });
});

test('answers of a survey are a table like any other', async () => {
  const at = { number: 45_356.5, format: 'yyyy-mm-dd hh:mm' };
  const rows = [
    ['How likely are you to recommend us?', 'Why, in a word or two?', 'Email', 'Submitted at'],
    [9, 'Quick; kind, \tand "there"', 'ana@a.example', at],
    [3, null, 'bo@b.example', at],
  ];
  const [sheet] = await readWorkbook(await makeWorkbook([{ name: 'Answers', rows }]));
  const { header, torn, rows: answers } = answersTable(sheet!.bytes);
  expect(header).toEqual(rows[0]);
  expect(torn).toEqual([]);
  expect(answers).toEqual([
    { number: 2, cells: ['9', 'Quick; kind, \tand "there"', 'ana@a.example', '2024-03-05 12:00'] },
    { number: 3, cells: ['3', '', 'bo@b.example', '2024-03-05 12:00'] },
  ]);
});

test('in a terminal the first sheet that somebody stands in is read, and the others are named', async () => {
  const rows = [HEADER.slice(0, 2), ['Ana', 'ana@a.example', null, 'loose']];
  const bytes = await makeWorkbook([
    { name: 'Notes', rows: [['Made in March']] },
    { name: 'People', rows },
    { name: 'Old', state: 'hidden', rows },
  ]);
  expect(await inspectFile(bytes)).toEqual({
    format: 'csv',
    encoding: 'utf-8',
    sheet: 'People',
    others: ['Notes', 'Old'],
    rows: 'people',
    read: [
      {
        where: '2',
        name: 'Ana',
        points: [{ kind: 'email', value: 'ana@a.example' }],
        facts: [],
        dates: [],
        tags: [],
        kept: [{ name: '?', value: 'loose' }],
      },
    ],
    heldBack: [],
    unmapped: [{ property: '?', count: 1 }],
  });
});

describe('what is no workbook that can be read says what it is', () => {
  const parts = workbookParts([{ name: 'People', rows: [HEADER, ['Ana', 'ana@a.example']] }]);

  test('with a password, of another program, empty, an archive of something else', async () => {
    expect(await problemOf(await packed(parts, { password: 'secret' }))).toBe('locked');
    expect(await problemOf(await packed({ 'xl/workbook.bin': 'x' }))).toBe('workbook');
    expect(
      await problemOf(
        await packed({ mimetype: 'application/vnd.oasis.opendocument.spreadsheet', 'content.xml': '<a/>' }),
      ),
    ).toBe('workbook');
    expect(await problemOf(await makeWorkbook([{ name: 'Empty', rows: [[' ']] }]))).toBe('empty');
    expect(await problemOf(await packed({ 'contacts.vcf': 'BEGIN:VCARD' }))).toBe('zip');
  });

  test('older ones and those that Office has locked', () => {
    const compound = (...names: string[]) => {
      const text = `\u0000`.repeat(256) + names.map((name) => name.padEnd(32, '\u0000')).join('');
      const bytes = new Uint8Array(text.length * 2);
      for (const [at, sign] of [...text].entries()) bytes[at * 2] = sign.charCodeAt(0);
      bytes.set([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1]);
      return bytes;
    };
    const problem = (bytes: Uint8Array) => problemIn(() => readBytes(bytes));
    expect(problem(compound('Root Entry', 'Workbook'))).toBe('workbook');
    expect(problem(compound('Root Entry', 'EncryptionInfo', 'EncryptedPackage'))).toBe('locked');
    expect(problem(compound('Root Entry', 'WordDocument'))).toBe('binary');
  });

  test('damaged: cut off, a bit that fell, a part that is missing, torn XML', async () => {
    const whole = await packed(parts);
    expect(await problemOf(whole)).toBe(null);
    expect(await problemOf(whole.slice(0, whole.length - 40))).toBe('broken');
    const name = new TextEncoder().encode('sheet1.xml');
    const at = whole.findIndex((_, start) => name.every((byte, n) => whole[start + n] === byte));
    const fallen = whole.slice();
    fallen[at + 60] = fallen[at + 60]! ^ 4;
    expect(await problemOf(fallen)).toBe('broken');
    const sheet = 'xl/worksheets/sheet1.xml';
    const { [sheet]: body = '', ...others } = parts;
    expect(await problemOf(await packed(others))).toBe('broken');
    expect(await problemOf(await packed({ ...others, [sheet]: body.slice(0, 200) }))).toBe('broken');
    expect(await problemOf(await packed({ ...others, [sheet]: body.replace('</row>', '</c></row>') }))).toBe(
      'broken',
    );
  });

  const sheet = 'xl/worksheets/sheet1.xml';
  const bomb = async (rows: string, more: Record<string, string> = {}) =>
    problemOf(
      await packed({ ...parts, ...more, [sheet]: `<worksheet><sheetData>${rows}</sheetData></worksheet>` }),
    );

  test('bombs: of zeros, of one long string in many cells, of columns, of merged cells', {
    timeout: 60_000,
  }, async () => {
    expect(await bomb(' '.repeat(450_000_000))).toBe('large');
    expect(
      await bomb('<c t="s"><v>0</v></c>'.repeat(2000), {
        'xl/sharedStrings.xml': `<sst><si><t>${'x'.repeat(400_000)}</t></si></sst>`,
      }),
    ).toBe('large');
    expect(await bomb('<row><c r="A1"><v>1</v></c><c r="XFD1048576"><v>1</v></c></row>')).toBe(null);
    expect(
      await problemOf(
        await packed({
          ...parts,
          [sheet]: `<worksheet><sheetData>${Array.from({ length: 2000 }, (_, n) => `<row r="${n + 1}"><c r="A${n + 1}"><v>1</v></c></row>`).join('')}</sheetData>${'<mergeCell ref="A1:A1048576"/>'.repeat(5)}</worksheet>`,
        }),
      ),
    ).toBe('large');
    // Entities of its own grow nothing: they are not known.
    const laughs = `<!DOCTYPE x [<!ENTITY a "${'ha'.repeat(50)}"><!ENTITY b "${'&a;'.repeat(50)}">]>`;
    const lol = {
      ...parts,
      [sheet]: `${laughs}<worksheet><sheetData><row><c t="str"><v>&b;</v></c></row></sheetData></worksheet>`,
    };
    const [read] = await readWorkbook(await packed(lol));
    expect(new TextDecoder().decode(read?.bytes)).toContain('&b;');
  });

  test('bombs: of a text that many cells name', { timeout: 60_000 }, async () => {
    // Blank, of quotes that are doubled, in each of many sheets.
    const named = '<c t="s"><v>0</v></c>';
    const text = (sign: string) => ({
      'xl/sharedStrings.xml': `<sst><si><t>${sign.repeat(400_000)}</t></si></sst>`,
    });
    const started = process.cpuUsage();
    expect(await bomb(`<row>${named.repeat(100)}</row>`.repeat(200), text(' '))).toBe('empty');
    expect(process.cpuUsage(started).user / 1_000_000).toBeLessThan(5);
    expect(await bomb(named.repeat(20_000), text(' '))).toBe('large');
    expect(await bomb(`<row>${named.repeat(2000)}</row>`, text('"'))).toBe('large');
    const many = workbookParts(Array.from({ length: 3 }, (_, n) => ({ name: `S${n}`, rows: [['x']] })));
    for (const name of Object.keys(many).filter((name) => name.includes('worksheets/')))
      many[name] = `<worksheet><sheetData>${`<row>${named}</row>`.repeat(200)}</sheetData></worksheet>`;
    expect(await problemOf(await packed({ ...many, ...text('x') }))).toBe('large');
  });

  test('bombs: of pieces of a text, of elements in each other, of sheets, parts and styles', async () => {
    // A text in so many pieces that none is long.
    const pieces = 'xxxx<a/>'.repeat(130_000);
    expect(await bomb(`<row><c t="inlineStr"><is><t>${pieces}</t></is></c></row>`)).toBe('large');
    expect(await bomb(`<row><c t="str"><v>${pieces}</v></c></row>`)).toBe('large');
    expect(await bomb('<ab>'.repeat(101))).toBe('broken');
    // Sheets, parts and styles without end.
    const index = 'xl/workbook.xml';
    expect(
      await problemOf(
        await packed({ ...parts, [index]: parts[index]!.replace(/<sheet .*?\/>/, (one) => one.repeat(200)) }),
      ),
    ).toBe(null);
    expect(
      await problemOf(
        await packed({ ...parts, [index]: parts[index]!.replace(/<sheet .*?\/>/, (one) => one.repeat(201)) }),
      ),
    ).toBe('large');
    const links = 'xl/_rels/workbook.xml.rels';
    const loose = Array.from({ length: 10_001 }, (_, n) => `<Relationship Id="x${n}"/>`).join('');
    expect(
      await problemOf(await packed({ ...parts, [links]: parts[links]!.replace('</', `${loose}</`) })),
    ).toBe('large');
    const styles = `<styleSheet><cellXfs>${'<xf/>'.repeat(100_001)}</cellXfs></styleSheet>`;
    expect(await bomb('', { 'xl/styles.xml': styles })).toBe('large');
  });
});
