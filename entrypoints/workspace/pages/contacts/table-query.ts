import type { View } from '@/components/views/views';
import { ContactFilter, type ContactSort, FactTest } from '@/lib/crm/contact-filter';
import { href } from '../../router';

/** What the table shows, as its address says it: so the way back leads to the same rows. */
export interface TableQuery {
  filter: ContactFilter;
  sort: ContactSort;
  /** Of a saved view, or chosen while it is shown; null: as on this device. */
  columns: string[] | null;
  /** Id of the saved view that this is, or was changed from. */
  view: string | null;
}

const SORTS: readonly ContactSort['by'][] = ['name', 'company', 'last', 'next', 'added'];

/** Reads filter and order from the parameters of an address. What makes no sense is left out. */
export function readTable(params: URLSearchParams): TableQuery {
  const by = SORTS.find((name) => name === params.get('sort')) ?? 'last';
  return {
    filter: readFilter(params),
    columns: params.get('columns')?.split(',') ?? null,
    view: params.get('view'),
    sort: { by, descending: params.has('sort') ? params.has('desc') : by === 'last' },
  };
}

const NAMES = {
  text: 'text',
  tagId: 'tag',
  companyId: 'company',
  segmentId: 'segment',
  kind: 'kind',
  open: 'open',
  quietDays: 'quiet',
  untagged: 'untagged',
  noConsent: 'no-consent',
  addedDays: 'added',
  importId: 'import',
  health: 'health',
  cell: 'cell',
} as const satisfies Record<Exclude<keyof ContactFilter, 'facts'>, string>;
const FLAGS: readonly string[] = ['open', 'untagged'];
const NUMBERS: readonly string[] = ['quietDays', 'addedDays'];

/** Each part by itself, so that one that makes no sense takes no other with it. */
function readFilter(params: URLSearchParams): ContactFilter {
  const given = Object.entries(NAMES).flatMap(([field, name]) => {
    const text = params.get(name);
    if (!text) return [];
    return [[field, FLAGS.includes(field) ? true : NUMBERS.includes(field) ? Number(text) : text] as const];
  });
  const facts = params.getAll('fact').flatMap(readTest).slice(0, MOST_TESTS);
  const parts = [
    ...given.map(([field, value]) => ({ [field]: value })),
    ...(facts.length > 0 ? [{ facts }] : []),
  ];
  return Object.assign(
    {},
    ...parts.map((part) => {
      const read = ContactFilter.safeParse(part);
      return read.success ? read.data : {};
    }),
  );
}

const MOST_TESTS = 10;

/** `field|how|value`: the value may hold anything, and in the field a bar is written as its code. */
function readTest(text: string): FactTest[] {
  const [field = '', has, ...value] = text.split('|');
  const read = FactTest.safeParse({
    field: field.replace(/%(25|7C)/g, (code) => decodeURIComponent(code)),
    has,
    ...(value.length > 0 ? { value: value.join('|') } : {}),
  });
  return read.success ? [read.data] : [];
}

function writeTest({ field, has, value }: FactTest): string {
  const name = field.replace(/[%|]/g, encodeURIComponent);
  return [name, has, ...(value === undefined ? [] : [value])].join('|');
}

/** The parameters that `readTable` reads back. */
export function writeTable({ filter, sort, columns, view }: TableQuery): [string, string][] {
  const params: [string, string][] = [];
  if (view) params.push(['view', view]);
  for (const [field, name] of Object.entries(NAMES)) {
    const value = filter[field as keyof typeof NAMES];
    if (value) params.push([name, value === true ? '1' : String(value)]);
  }
  for (const test of filter.facts ?? []) params.push(['fact', writeTest(test)]);
  if (sort.by !== 'last' || !sort.descending) {
    params.push(['sort', sort.by]);
    if (sort.descending) params.push(['desc', '1']);
  }
  if (columns) params.push(['columns', columns.join(',')]);
  return params;
}

/** The order after a press on a column: the other way round, or the way this column is read first. */
export function nextSort(sort: ContactSort, column: string): ContactSort {
  const by = SORTS.find((name) => name === column) ?? sort.by;
  if (by === sort.by) return { by, descending: !sort.descending };
  return { by, descending: by === 'last' || by === 'added' };
}

/** The address of a saved view. */
export function addressOfView({ id, filter, sort, columns }: View): string {
  return href('contacts', null, writeTable({ filter, sort, columns, view: id }));
}
