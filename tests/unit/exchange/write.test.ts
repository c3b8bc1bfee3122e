import fc from 'fast-check';
import ICAL from 'ical.js';
import { describe, expect, test } from 'vitest';
import { isPossibleDate, type PartialDate } from '@/lib/crm/calendar';
import { cleanLine } from '@/lib/exchange/clean';
import { readCsv } from '@/lib/exchange/csv';
import type { FileDraft } from '@/lib/exchange/file-contacts';
import type { PersonOut } from '@/lib/exchange/person-out';
import { normalizePoint } from '@/lib/exchange/points';
import { readVcards } from '@/lib/exchange/vcard';
import { writeIcs } from '@/lib/exchange/write-ics';
import { COLUMN_SETS, writePeopleCsv } from '@/lib/exchange/write-people-csv';
import { writeVcard } from '@/lib/exchange/write-vcard';
import { lunarText } from '@/lib/insight/lunar-text';

const lunar = (date: PartialDate) => lunarText(date, 'zh-Hans');

/** What people really type, and what breaks formats: CJK, right to left, separators, quotes, folds, escapes, formulas. */
const pieces = fc.constantFrom(
  ...['李慧敏', '華信貿易', 'שלום', 'مرحبا', 'Åse', '😀', '\u200f', 'e\u0301', 'a', 'Z', '7', ' '],
  ...[',', ';', ':', '"', "'", '\\', '\\n', '=', '+', '-', '@', '.', '/', '<b>', '、', '&', '%', '^'],
);
const line = fc
  .array(pieces, { minLength: 1, maxLength: 30 })
  .map((parts) => cleanLine(parts.join('')))
  .filter((text) => /[\p{L}\p{N}]/u.test(text));
const lines = fc.array(line, { minLength: 1, maxLength: 3 }).map((all) => all.join('\n'));
const field = fc.oneof(
  fc.constantFrom('company', 'title', 'department', 'nickname', 'city', 'language', 'role', 'industry'),
  line.map((text) => cleanLine(text.slice(0, 20))).filter((text) => /^[\p{L}\p{N}]/u.test(text)),
);
const label = fc.option(
  fc.oneof(
    fc.constantFrom('home', 'work', 'Mobile', 'Home', 'work, fax', '微信工作号'),
    line.map((text) => cleanLine(text.slice(0, 30))),
  ),
  { nil: undefined },
);
const point = fc
  .tuple(
    fc.oneof(
      fc.record({
        kind: fc.constant('email' as const),
        value: fc.constantFrom('anna@berg.example', 'b+x@y.example', 'c_d@e.example'),
      }),
      fc.record({
        kind: fc.constant('phone' as const),
        value: fc.constantFrom('+47 22 12 34 56', '+86 138 0013 8000'),
      }),
      fc.record({ kind: fc.constant('wechat' as const), value: fc.constantFrom('anna_berg', 'lihuimin88') }),
      fc.record({ kind: fc.constant('qq' as const), value: fc.constant('123456789') }),
      fc.record({ kind: fc.constant('line' as const), value: fc.constantFrom('@shop.no', 'anna') }),
      fc.record({ kind: fc.constant('whatsapp' as const), value: fc.constant('+47 22 99 88 77') }),
      fc.record({
        kind: fc.constant('url' as const),
        value: fc.constantFrom('https://berg.example/a?b=1,2;3', 'https://berg.example/'),
      }),
      fc.record({
        kind: fc.constant('handle' as const),
        value: fc.constantFrom('linkedin:anna-berg', 'telegram:anna'),
      }),
      fc.record({ kind: fc.constant('postal' as const), value: line }),
    ),
    label,
  )
  .map(([one, label]) => ({ ...one, ...(label ? { label } : {}) }));
const date: fc.Arbitrary<PartialDate> = fc
  .record(
    {
      calendar: fc.constantFrom('gregorian' as const, 'lunar' as const),
      year: fc.integer({ min: 1905, max: 2090 }),
      month: fc.integer({ min: 1, max: 12 }),
      day: fc.integer({ min: 1, max: 30 }),
      leap: fc.constant(true),
    },
    { requiredKeys: ['calendar', 'month', 'day'] },
  )
  .map(({ leap, ...one }) => (leap && one.calendar === 'lunar' ? { ...one, leap } : one))
  .filter((one) => isPossibleDate(one));
const dated = fc
  .tuple(
    fc.constantFrom(
      'birthday' as const,
      'anniversary' as const,
      'contract' as const,
      'renewal' as const,
      'other' as const,
    ),
    fc.option(
      line.map((text) => cleanLine(text.slice(0, 20))),
      { nil: undefined },
    ),
    date,
  )
  .map(([kind, label, date]) => ({
    kind,
    date,
    ...(label && /^[\p{L}]/u.test(label) && !/anniversary/i.test(label) ? { label } : {}),
  }))
  .filter(({ kind, label }) => kind !== 'other' || label !== undefined);
const tag = line
  .map((text) => cleanLine(text.replace(/[*:]/g, '').slice(0, 30)))
  .filter((text) => text !== '');
const person: fc.Arbitrary<PersonOut> = fc
  .record({
    name: line,
    points: fc.uniqueArray(point, { maxLength: 5, selector: (one) => keyOf(one) }),
    facts: fc.uniqueArray(fc.record({ field, value: fc.oneof(line, lines) }), {
      maxLength: 5,
      selector: (one) => `${one.field}|${one.value}`,
    }),
    dates: fc.array(dated, { maxLength: 3 }),
    tags: fc.uniqueArray(tag, { maxLength: 3 }),
    notes: fc.array(lines, { maxLength: 1 }),
  })
  .map((one): PersonOut => ({ ...one, kept: [] }));

function keyOf({ kind, value }: PersonOut['points'][number]): string {
  const normal = normalizePoint(kind, value);
  return 'error' in normal ? `${kind}|${value}` : normal.key;
}

/** What is compared: order within a list says nothing. */
function said({ name, points, facts, dates, tags, ...rest }: PersonOut | FileDraft) {
  const note = 'notes' in rest ? rest.notes.join('\n\n') : ((rest as FileDraft).note ?? '');
  const sorted = (list: readonly object[]) =>
    list
      .map((one) =>
        JSON.stringify(one, Object.keys({ ...one, calendar: 0, year: 0, month: 0, day: 0, leap: 0 }).sort()),
      )
      .sort();
  return {
    name,
    points: sorted(points.map(({ kind, value, label }) => ({ kind, key: keyOf({ kind, value }), label }))),
    facts: sorted(facts.map(({ field, value }) => ({ field, value }))),
    dates: sorted(dates.map(({ kind, label, date }) => ({ kind, label, date }))),
    tags: [...tags].sort(),
    note,
  };
}

describe('what goes out comes back', () => {
  test.each(['4.0', '3.0'] as const)('as vCard %s', (version) => {
    fc.assert(
      fc.property(fc.array(person, { minLength: 1, maxLength: 3 }), (people) => {
        const file = people.map((one) => writeVcard(one, version, lunar)).join('');
        for (const one of file.split('\r\n'))
          expect(new TextEncoder().encode(one).length).toBeLessThanOrEqual(75);
        const read = readVcards(file);
        expect(read.heldBack).toEqual([]);
        expect(read.unmapped).toEqual([]);
        expect(read.drafts.map(said)).toEqual(people.map(said));
      }),
      { numRuns: 300 },
    );
  });

  test('as CSV, with no cell that a spreadsheet runs', () => {
    fc.assert(
      fc.property(fc.array(person, { minLength: 1, maxLength: 3 }), (people) => {
        const file = writePeopleCsv(people, new Set(COLUMN_SETS), lunar);
        expect(file.startsWith('\uFEFF')).toBe(true);
        const read = readCsv(file.slice(1));
        expect(read.heldBack).toEqual([]);
        expect(read.drafts.map(said)).toEqual(people.map(said));
      }),
      { numRuns: 300 },
    );
  });
});

test('what a card had and we have no field for goes out as it came in, group and parameters too', () => {
  const lines = [
    'item1.X-FAVOURITE;X-SCALE="a;b",c:blue\\, dark',
    'item1.X-ABLABEL:Colour',
    'N:von Berg;Anna;Maria;Dr.;',
    'ADR;TYPE=home:;;Storgata 1;Bergen;;5003;Norway',
  ];
  const card = ['BEGIN:VCARD', 'VERSION:3.0', 'FN:Dr. Anna Maria von Berg', ...lines, 'END:VCARD'].join(
    '\r\n',
  );
  const [draft] = readVcards(card).drafts;
  const out = { ...draft!, notes: [], kept: draft!.kept! };
  const file = writeVcard(
    { ...out, points: [...out.points, { kind: 'email', value: 'a@b.example', label: '公司' }] },
    '3.0',
    lunar,
  );
  for (const one of lines) expect(file.split('\r\n')).toContain(one);
  // A name that was changed since is not given as its old parts.
  expect(writeVcard({ ...out, name: 'Anna Berg' }, '3.0', lunar)).toContain('N:Berg;Anna;;;');
  expect(file.match(/^item2\./gm)).toHaveLength(2);
});

test('columns of an earlier table go out under their heading, and only the columns asked for', () => {
  const person: PersonOut = {
    name: '=1+1',
    points: [{ kind: 'phone', value: '+47 22 12 34 56' }],
    facts: [],
    dates: [],
    tags: [],
    notes: ['@home'],
    kept: [{ name: 'Shoe size', value: '-36' }],
  };
  const all = writePeopleCsv([person], new Set(COLUMN_SETS), lunar);
  expect(all.split('\r\n')[1]).toMatch(/^"'=1\+1",.*"'\+47 22 12 34 56".*,"'-36"$/);
  expect(readCsv(all.slice(1)).drafts[0]).toMatchObject({
    name: '=1+1',
    note: '@home',
    kept: [{ name: 'Shoe size', value: '-36' }],
  });
  expect(writePeopleCsv([person], new Set(['notes']), lunar).split('\r\n')[0]).toBe('\uFEFFName,Notes');
});

test('tasks and dates as a calendar: a solar day repeats, a lunar one stands on its days', () => {
  const due = { date: '2026-03-04', time: '09:30' };
  const file = writeIcs(
    [{ id: 't1', title: 'Call, then; write\nback', due, doneAt: null, createdAt: 0, people: ['李慧敏'] }],
    [
      {
        id: 'd1',
        title: 'Birthday: Anna',
        date: { calendar: 'gregorian', month: 2, day: 29 },
        text: '',
        days: ['2026-02-28'],
      },
      {
        id: 'd2',
        title: '生日：李慧敏',
        date: { calendar: 'lunar', month: 8, day: 9 },
        text: '农历八月初九',
        days: ['2026-09-19', '2027-09-09'],
      },
    ],
    Date.UTC(2026, 0, 1),
  );
  const calendar = new ICAL.Component(ICAL.parse(file) as unknown[]);
  const [todo] = calendar.getAllSubcomponents('vtodo');
  expect(String(todo!.getFirstPropertyValue('due'))).toBe('2026-03-04T09:30:00');
  expect(todo!.getFirstPropertyValue('summary')).toBe('Call, then; write\nback');
  const events = calendar.getAllSubcomponents('vevent').map((one) => new ICAL.Event(one));
  expect(events.map((one) => [one.uid, String(one.startDate)])).toEqual([
    ['d1@sidelight', '2026-02-28'],
    ['d2-2026@sidelight', '2026-09-19'],
    ['d2-2027@sidelight', '2027-09-09'],
  ]);
  const years = events[0]!.iterator();
  expect([1, 2, 3].map(() => String(years.next()))).toEqual(['2026-02-28', '2027-02-28', '2028-02-29']);
  expect(file.split('\r\n').every((line) => new TextEncoder().encode(line).length <= 75)).toBe(true);
});
