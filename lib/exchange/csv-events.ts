import { type EventRow, eventOf, keyOf } from './csv-event';
import { type Named, namedIn, People } from './csv-people';
import { readPersonRow } from './csv-person';
import type { TableRow } from './csv-rows';
import { DraftBuilder } from './draft-builder';
import type { FileCompany, FileContacts, FileDeal } from './file-contacts';
import type { HeldBack } from './file-error';
import type { EventTable } from './header-events';
import type { EventPart, Mapping } from './mapping';
import { Row } from './row';
import type { Tally } from './tally';

/** What is known of the table beside its rows. */
export interface Table {
  header: readonly string[];
  mapping: Mapping;
  language: 'en' | 'zh-Hans';
  currency: string | undefined;
}

/** Reads a table of purchases, deals, tickets or activities: each row is an event of those whom it names; a deal may name a company alone. */
export function readEvents(
  table: Table,
  rows: readonly TableRow[],
  unmapped: Tally,
): Pick<FileContacts, 'drafts' | 'companies' | 'heldBack'> {
  const people = new People(table.language);
  const heldBack: HeldBack[] = [];
  const companies = new Map<string, FileCompany & { deals: FileDeal[] }>();
  const seen = new Map<string, number>();
  /** Behind the key of what the same one has once more: `#2`. */
  const again = (whose: string, key: string) => {
    const times = (seen.get(`${whose}\n${key}`) ?? 0) + 1;
    seen.set(`${whose}\n${key}`, times);
    return times === 1 ? '' : `#${times}`;
  };
  for (const { number, cells } of rows) {
    const row = new Row(table.header, cells);
    const where = String(number);
    const { found, company } = whomIn(table, row, where, people);
    const event = partsOf(table, row);
    for (const { name } of row.left()) unmapped.add(name, 1);
    const read = eventOf(table, event);
    if (found.length === 0 && !(read.deal && company)) {
      heldBack.push({ where, reason: 'imports.held_no_contact', text: cells.join(' ').slice(0, 200) });
      continue;
    }
    const all = found.map((one) => one.key).join(';');
    for (const reason of read.heldBack) heldBack.push({ where, reason, text: cells.join(' ').slice(0, 200) });
    if (found.length === 0 && read.deal) {
      const of = companies.get(company) ?? {
        where,
        name: company,
        points: [],
        facts: [],
        tags: [],
        deals: [],
      };
      companies.set(company, of);
      const key = keyOf('deals', event, company);
      of.deals.push({ key: key + again(company, key), ...read.deal });
    }
    for (const { key: person, builder } of found) {
      const base = keyOf(table.mapping.of as EventTable, event, person);
      const times = again(person, base);
      const key = base + times;
      if (read.activity) builder.activity({ key, ...read.activity });
      if (read.warranty) builder.date('warranty', read.warranty, event.parts.subject ?? '');
      if (read.case) builder.case({ key, ...read.case });
      // A deal is one, with all whom its row names.
      if (read.deal) builder.deal({ key: keyOf('deals', event, all) + times, ...read.deal });
    }
  }
  const built = people.build();
  return {
    drafts: built.drafts,
    companies: [...companies.values()],
    heldBack: [...heldBack, ...built.heldBack],
  };
}

/** Those whom a row names, and the company where it names nobody. What it says of a person beside that is of the one person that it names. */
function whomIn({ mapping, language }: Table, row: Row, where: string, people: People) {
  const cells = { whom: '', whomIds: '' };
  let system = 'file';
  for (const [column, meaning] of mapping.columns.entries()) {
    if (meaning?.is !== 'whom' && meaning?.is !== 'whomIds') continue;
    system = meaning.system;
    cells[meaning.is] ||= row.take(column);
  }
  const named = namedIn(cells.whom, cells.whomIds, system);
  const own = new DraftBuilder(where, language);
  readPersonRow(mapping, row, own);
  const told = own.isNamed() ? own.build() : null;
  const self: Named = {
    name: told?.name ?? '',
    email: told?.points.find((point) => point.kind === 'email')?.value ?? '',
    external: '',
  };
  const all = named.length > 0 ? named : [self];
  const one = all.length === 1 ? { ...all[0]!, email: all[0]!.email || self.email } : null;
  if (!one) return { found: all.flatMap((each) => people.of(each, where) ?? []), company: '' };
  const found = people.of(isKnown(one) ? one : self, where);
  if (!found) return { found: [], company: own.build()?.name ?? '' };
  readPersonRow(mapping, row, found.builder);
  return { found: [found], company: '' };
}

function isKnown({ name, email, external }: Named): boolean {
  return Boolean(name || email || external);
}

function partsOf({ header, mapping, language }: Table, row: Row): EventRow {
  const event: EventRow = { parts: {}, orders: {}, headings: {}, system: 'file', language, rest: [] };
  for (const [column, meaning] of mapping.columns.entries()) {
    if (meaning?.is === 'whomIds' || meaning?.is === 'whom') event.system = meaning.system;
    if (meaning?.is !== 'event') continue;
    const text = row.peek(column);
    const before: string | undefined = event.parts[meaning.part];
    if (!text) continue;
    // Of several dates the first counts, of several texts all do; what is left over stands in the text.
    if (before !== undefined && meaning.part !== 'text') continue;
    row.take(column);
    event.headings[meaning.part] ??= header[column] ?? '';
    event.parts[meaning.part] = before ? `${before}\n\n${text}` : text;
    if (meaning.order) event.orders[meaning.part as EventPart] = meaning.order;
  }
  event.rest = row.left().map(({ name, value }) => `${name}: ${value}`);
  return event;
}
