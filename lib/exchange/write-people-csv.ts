import type { PointKind } from '@/lib/crm/contacts';
import { writeCsv } from './csv-write';
import { dateLabel } from './date-label';
import { isoDate, type LunarText, type PersonOut, plainDate, yearlessDate } from './person-out';

/** Groups of columns that may be left out. The name is always there. */
export const COLUMN_SETS = [
  'emails',
  'phones',
  'messengers',
  'pages',
  'addresses',
  'work',
  'dates',
  'tags',
  'fields',
  'notes',
  'kept',
] as const;
export type ColumnSet = (typeof COLUMN_SETS)[number];

/** A group of columns that is there as many times as some person has values of it. */
interface Numbered {
  set: ColumnSet;
  family: string;
  parts: readonly string[];
  /** How often it is there at least: programs know the table by its first columns. */
  least: number;
  values(person: PersonOut, lunar: LunarText): string[][];
}

const SERVICES: Readonly<Partial<Record<PointKind, string>>> = {
  wechat: 'WeChat',
  whatsapp: 'WhatsApp',
  line: 'LINE',
  qq: 'QQ',
};
const BETWEEN = ' ::: ';

const pointsOf = (person: PersonOut, kinds: readonly PointKind[]) =>
  person.points.filter(({ kind }) => kinds.includes(kind));
const labelled = (kinds: readonly PointKind[]) => (person: PersonOut) =>
  pointsOf(person, kinds).map(({ label = '', value }) => [label, value]);
const factsOf = (person: PersonOut, field: string) =>
  person.facts.filter((fact) => fact.field === field).map(({ value }) => value);
const ORGANIZATION = ['company', 'title', 'department'] as const;

/** By the names of Google's contacts, which most programs read. */
const NUMBERED: readonly Numbered[] = [
  { set: 'emails', family: 'E-mail', parts: ['Label', 'Value'], least: 1, values: labelled(['email']) },
  { set: 'phones', family: 'Phone', parts: ['Label', 'Value'], least: 1, values: labelled(['phone']) },
  {
    set: 'messengers',
    family: 'IM',
    parts: ['Label', 'Service', 'Value'],
    least: 0,
    values: (person) =>
      pointsOf(person, ['wechat', 'whatsapp', 'line', 'qq']).map(({ kind, label = '', value }) => [
        label,
        SERVICES[kind]!,
        value,
      ]),
  },
  {
    set: 'pages',
    family: 'Website',
    parts: ['Label', 'Value'],
    least: 0,
    values: labelled(['url', 'handle']),
  },
  {
    set: 'addresses',
    family: 'Address',
    parts: ['Label', 'Formatted'],
    least: 0,
    values: labelled(['postal']),
  },
  {
    set: 'work',
    family: 'Organization',
    parts: ['Name', 'Title', 'Department'],
    least: 1,
    values: (person) => {
      const columns = ORGANIZATION.map((field) => factsOf(person, field));
      const most = Math.max(...columns.map((column) => column.length));
      return Array.from({ length: most }, (_, at) => columns.map((column) => column[at] ?? ''));
    },
  },
  {
    set: 'dates',
    family: 'Event',
    parts: ['Label', 'Value'],
    least: 0,
    values: (person, lunar) =>
      person.dates
        .filter((one) => one !== birthdayOf(person))
        .map(({ kind, label, date }) => [dateLabel(kind, label), dateText(date, lunar)]),
  },
  {
    set: 'fields',
    family: 'Custom Field',
    parts: ['Label', 'Value'],
    least: 0,
    values: (person) =>
      person.facts
        .filter(({ field }) => !(ORGANIZATION as readonly string[]).includes(field))
        .map(({ field, value }) => [field, value]),
  },
];

/**
 * People as a table for a spreadsheet or another program: one row a person, several values of a kind in numbered columns.
 * @param sets groups of columns that are wanted
 */
export function writePeopleCsv(
  people: readonly PersonOut[],
  sets: ReadonlySet<ColumnSet>,
  lunar: LunarText,
): string {
  const groups = NUMBERED.filter(({ set }) => sets.has(set)).map((group) => {
    const rows = people.map((person) => group.values(person, lunar));
    const count = rows.reduce((most, row) => Math.max(most, row.length), group.least);
    return { group, rows, count };
  });
  const single = SINGLE.filter(({ set }) => sets.has(set));
  const kept = sets.has('kept') ? keptColumns(people) : [];
  const header = [
    'Name',
    ...single.map(({ title }) => title),
    ...groups.flatMap(({ group, count }) =>
      Array.from({ length: count }, (_, at) =>
        group.parts.map((part) => `${group.family} ${at + 1} - ${part}`),
      ).flat(),
    ),
    ...kept,
  ];
  const rows = people.map((person, index) => [
    person.name,
    ...single.map(({ cell }) => cell(person, lunar)),
    ...groups.flatMap(({ group, rows, count }) =>
      Array.from({ length: count }, (_, at) => rows[index]![at] ?? group.parts.map(() => '')).flat(),
    ),
    ...keptCells(person, kept),
  ]);
  return writeCsv([header, ...rows]);
}

const SINGLE: readonly {
  set: ColumnSet;
  title: string;
  cell(person: PersonOut, lunar: LunarText): string;
}[] = [
  {
    set: 'dates',
    title: 'Birthday',
    cell: (person, lunar) => {
      const birthday = birthdayOf(person);
      return birthday ? dateText(birthday.date, lunar) : '';
    },
  },
  { set: 'notes', title: 'Notes', cell: ({ notes }) => notes.join('\n\n') },
  // A name with a comma in it is one tag: readers part by the sign that stands behind it.
  {
    set: 'tags',
    title: 'Labels',
    cell: ({ tags }) =>
      tags.length === 1 && /[,;，；、]/.test(tags[0]!) ? `${tags[0]}${BETWEEN}` : tags.join(BETWEEN),
  },
];

function birthdayOf({ dates }: PersonOut): PersonOut['dates'][number] | undefined {
  return dates.find(({ kind, label }) => kind === 'birthday' && !label);
}

function dateText(date: PersonOut['dates'][number]['date'], lunar: LunarText): string {
  const yearless = yearlessDate(date);
  return isoDate(date) ?? (yearless ? `--${yearless}` : plainDate(date, lunar));
}

/** Headings of an earlier table that have no field, as often as one person has values of them. */
function keptColumns(people: readonly PersonOut[]): string[] {
  const most = new Map<string, number>();
  for (const { kept } of people) {
    const own = new Map<string, number>();
    for (const { name, params } of kept) {
      if (params === undefined) own.set(name, (own.get(name) ?? 0) + 1);
    }
    for (const [name, count] of own) most.set(name, Math.max(most.get(name) ?? 0, count));
  }
  return [...most].flatMap(([name, count]) => Array.from({ length: count }, () => name));
}

function keptCells({ kept }: PersonOut, columns: readonly string[]): string[] {
  const left = kept.filter(({ params }) => params === undefined);
  return columns.map((column) => {
    const at = left.findIndex(({ name }) => name === column);
    return at < 0 ? '' : left.splice(at, 1)[0]!.value;
  });
}
