import { googleMeaning } from './csv-google';
import { dialectOf } from './dialects';
import type { FileFormat } from './file-contacts';
import { addressPart, settleAddresses } from './header-address';
import { currencyIn, type EventTable, eventMeaning, eventTableOf, TYPE_COLUMN } from './header-events';
import { meaningOf, plainHeader } from './header-words';
import type { Mapping, Meaning, TableOf } from './mapping';
import { orderOf } from './moment';

/** The same for the same headings in the same order, whatever their case: a mapping is remembered by it. FNV-1a over 2 x 32 bits. */
export function fingerprintOf(header: readonly string[]): string {
  const text = header.map(plainHeader).join('\n');
  const hash = (seed: number) => {
    let value = seed;
    for (let index = 0; index < text.length; index += 1)
      value = Math.imul(value ^ text.charCodeAt(index), 0x01000193);
    return (value >>> 0).toString(16).padStart(8, '0');
  };
  return `${header.length}-${hash(0x811c9dc5)}${hash(0x050c5d1f)}`;
}

/**
 * What each column of a table is likely to hold, by its heading, and by the first rows where dates are written in one of two orders. Null
 * when no column names a person, a company or somebody to whom something happened.
 */
export function proposeMapping(
  header: readonly string[],
  samples: readonly (readonly string[])[],
): Mapping | null {
  const names = header.map(plainHeader);
  const format = dialectOf(names);
  const typeAt = names.findIndex((name) => TYPE_COLUMN.test(name));
  const types = typeAt < 0 ? [] : samples.map((row) => row[typeAt] ?? '').filter(Boolean);
  const events = eventTableOf(names, types);
  const system = format === 'hubspot-csv' ? 'hubspot' : format === 'zoho-csv' ? 'zoho' : 'file';
  const people = peopleColumns(header, names, format, system);
  const columns = events ? eventColumns(names, people, events, system) : people;
  const of: TableOf = events ?? (isOfCompanies(columns) ? 'companies' : 'people');
  if (of === 'companies') nameCompanies(columns);
  if (!isTold(columns, of, header.length)) return null;
  const currency = names.map(currencyIn).find((one) => one !== undefined);
  return {
    fingerprint: fingerprintOf(header),
    of,
    columns: withOrder(columns, samples),
    ...(currency ? { currency } : {}),
  };
}

function peopleColumns(
  header: readonly string[],
  names: readonly string[],
  format: FileFormat,
  system: string,
): (Meaning | null)[] {
  const google = header.map((_, column) =>
    format === 'google-csv' ? googleMeaning(header, column) : undefined,
  );
  const addresses = settleAddresses(
    names,
    names.map((name, column) => (google[column] === undefined ? addressPart(name) : null)),
  );
  const born = names.some((name) => /^(?:birth year|geburtsjahr|出生年份?)$/.test(name));
  const titled = names.some((name) => /^(?:job title|职务|職務|职位)$/.test(name));
  const companyOfOwn = names.some((name) => /^(?:company|account name|company name)$/.test(name));
  return names.map((name, column): Meaning | null => {
    const own = google[column];
    if (own !== undefined) return own;
    if (born && /^(?:birth day|geburtstag|出生日)$/.test(name))
      return { is: 'dateOf', kind: 'birthday', part: 'day' };
    if (titled && (name === 'title' || name === '职称')) return { is: 'part', part: 'prefix' };
    if (companyOfOwn && name === 'associated company') return null;
    if (/^(?:record id|(?:contact|lead) id)(?: contact)?$/.test(name) && system !== 'file')
      return { is: 'external', system };
    if (name === 'url' && format === 'linkedin-csv') return { is: 'page', label: 'LinkedIn' };
    return addresses[column] ?? meaningOf(name);
  });
}

/** In a table of events the number of a row is the event's, and what is said of the event is not said of the person. */
function eventColumns(
  names: readonly string[],
  people: readonly (Meaning | null)[],
  table: EventTable,
  system: string,
): (Meaning | null)[] {
  return names.map((name, column) => {
    const own = eventMeaning(name, table);
    if (own === 'whom' || own === 'whomIds') return { is: own, system };
    if (own) return { is: 'event', part: own };
    const meaning = people[column] ?? null;
    const ofPerson = meaning && ['name', 'part', 'point'].includes(meaning.is);
    const company = meaning?.is === 'fact' && meaning.field === 'company';
    return ofPerson || company ? meaning : null;
  });
}

const NAMES_SOMEBODY = new Set<Meaning['is']>(['name', 'part', 'messenger']);

function namesPerson(meaning: Meaning | null): boolean {
  if (!meaning) return false;
  return NAMES_SOMEBODY.has(meaning.is) || (meaning.is === 'point' && meaning.kind === 'email');
}

function isOfCompanies(columns: readonly (Meaning | null)[]): boolean {
  return columns.some(isCompany) && !columns.some(namesPerson);
}

function isCompany(meaning: Meaning | null): boolean {
  return meaning?.is === 'fact' && meaning.field === 'company';
}

/** In a table of companies the company's name is the name, and its number that of a company. */
function nameCompanies(columns: (Meaning | null)[]): void {
  const at = columns.findIndex(isCompany);
  columns[at] = { is: 'name' };
  for (const [column, meaning] of columns.entries())
    if (meaning?.is === 'external') columns[column] = { ...meaning, system: `${meaning.system}:company` };
}

function isTold(columns: readonly (Meaning | null)[], of: TableOf, width: number): boolean {
  const known = columns.filter((meaning) => meaning !== null);
  const told = known.some(
    (one) =>
      namesPerson(one) ||
      one.is === 'whom' ||
      one.is === 'whomIds' ||
      (one.is === 'point' && one.kind !== 'postal') ||
      // A deal may be of a company alone.
      (of === 'deals' && isCompany(one)),
  );
  if (of === 'people') return told && known.length * 4 >= Math.min(width, 8);
  return of === 'companies' ? known.length > 1 : told;
}

/** The order of day and month that a column of dates proves; a column that proves none takes that of the others. */
function withOrder(columns: (Meaning | null)[], samples: readonly (readonly string[])[]): (Meaning | null)[] {
  const isDate = (meaning: Meaning | null) =>
    meaning?.is === 'date' ||
    (meaning?.is === 'event' && ['date', 'closed', 'warranty'].includes(meaning.part));
  const orders = columns.map((meaning, column) =>
    isDate(meaning) ? orderOf(samples.map((row) => row[column] ?? '')) : undefined,
  );
  const told = [...new Set(orders.filter((order) => order !== undefined))];
  const common = told.length === 1 ? told[0] : undefined;
  return columns.map((meaning, column) => {
    const order = orders[column] ?? common;
    return order && meaning && isDate(meaning) ? ({ ...meaning, order } as Meaning) : meaning;
  });
}
