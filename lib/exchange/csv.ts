import { readEvents } from './csv-events';
import { readPersonRow } from './csv-person';
import { rowsOf, type TableRow } from './csv-rows';
import { dialectOf } from './dialects';
import { DraftBuilder } from './draft-builder';
import type { FileContacts, ReadOptions } from './file-contacts';
import { FileError } from './file-error';
import { plainHeader } from './header-words';
import type { Mapping } from './mapping';
import { fingerprintOf, proposeMapping } from './propose-mapping';
import { Row } from './row';
import { Tally } from './tally';

/** Notes may stand before the header: LinkedIn writes two to four lines of them. */
const HEADER_WITHIN = 12;
const MOST_COLUMNS = 2000;
const LONGEST_HEADER = 100;
/** Rows that are looked at for the order of day and month, and those that are shown. */
const LOOKED_AT = 2000;
const SHOWN = 5;

interface Found {
  header: string[];
  rows: TableRow[];
  mapping: Mapping | null;
}

/**
 * Reads a table of people, companies, purchases, deals, tickets or activities by a mapping: the given one, or what its headings
 * tell.
 * @throws FileError `columns` when they tell nothing: see `tableOf`
 */
export function readCsv(text: string, { mapping: given, currency }: ReadOptions = {}): FileContacts {
  const { header, rows, mapping } = find(text, given);
  if (!mapping) throw new FileError('columns');
  const language = header.some((cell) => /\p{sc=Han}/u.test(cell)) ? 'zh-Hans' : 'en';
  const unmapped = new Tally();
  const result: FileContacts = {
    format: dialectOf(header.map(plainHeader)),
    drafts: [],
    companies: [],
    heldBack: [],
    unmapped: [],
    header,
    samples: samplesOf(rows).slice(0, SHOWN),
    mapping,
  };
  const good = rows.filter((row) => isWhole(row, result));
  if (mapping.of === 'people' || mapping.of === 'companies')
    for (const row of good) readOne(row, mapping, language, result, unmapped);
  else {
    const events = readEvents(
      { header, mapping, language, currency: currency ?? mapping.currency },
      good,
      unmapped,
    );
    result.drafts = events.drafts;
    result.companies = events.companies;
    result.heldBack.push(...events.heldBack);
  }
  result.unmapped = unmapped.list();
  return result;
}

/**
 * The header of a table and its first rows, to map the columns by hand; null when it is no table.
 * @throws FileError never
 */
export function tableOf(text: string): { header: string[]; samples: string[][] } | null {
  const { header, rows } = find(text.replace(/^\ufeff/, ''));
  return header.length > 1 ? { header, samples: samplesOf(rows).slice(0, SHOWN) } : null;
}

function readOne(
  { number, cells }: TableRow,
  mapping: Mapping,
  language: 'en' | 'zh-Hans',
  result: FileContacts,
  unmapped: Tally,
): void {
  const builder = new DraftBuilder(String(number), language);
  const row = new Row(result.header ?? [], cells);
  readPersonRow(mapping, row, builder);
  const left = row.left();
  for (const kept of [...left, ...row.refused()]) builder.keep(kept);
  const company = mapping.of === 'companies' ? builder.buildCompany() : null;
  const draft = mapping.of === 'companies' ? null : builder.build();
  if (company) result.companies.push(company);
  else if (draft) result.drafts.push(draft);
  else builder.hold('imports.held_nobody', '', saidIn(cells));
  if (company || draft) for (const { name } of left) unmapped.add(name, 1);
  result.heldBack.push(...builder.heldBack);
}

function isWhole({ number, cells, unclosed }: TableRow, { heldBack }: FileContacts): boolean {
  const wide = cells.length > MOST_COLUMNS;
  if (!unclosed && !wide) return true;
  const reason = unclosed ? 'imports.held_quote' : 'imports.held_line';
  heldBack.push({ where: String(number), reason, text: saidIn(cells.slice(0, 9)).slice(0, 200) });
  return false;
}

/** What stands in a row, without its empty cells. */
const saidIn = (cells: readonly string[]): string => cells.filter((cell) => cell.trim() !== '').join(' ');

/** The header is the first row that a mapping can be proposed for, or that of the given mapping; else the first row that has several cells. */
function find(text: string, given?: Mapping): Found {
  const rows = rowsOf(text);
  const first = rows.slice(0, HEADER_WITHIN);
  for (const [at, { cells }] of first.entries()) {
    if (cells.length > MOST_COLUMNS) continue;
    const header = headerOf(cells);
    const below = rows.slice(at + 1);
    const mapping = given
      ? given.fingerprint === fingerprintOf(header)
        ? fitted(given, header)
        : null
      : proposeMapping(header, samplesOf(below));
    if (mapping) return { header, rows: below, mapping };
  }
  if (given) return find(text);
  const at = first.findIndex(({ cells }) => cells.filter((cell) => cell.trim()).length > 1);
  return { header: headerOf(rows[at]?.cells ?? []), rows: rows.slice(at + 1), mapping: null };
}

function fitted(mapping: Mapping, header: readonly string[]): Mapping {
  return { ...mapping, columns: header.map((_, column) => mapping.columns[column] ?? null) };
}

function samplesOf(rows: readonly TableRow[]): string[][] {
  return rows
    .slice(0, LOOKED_AT)
    .filter(({ cells }) => cells.length <= MOST_COLUMNS)
    .map(({ cells }) => cells);
}

function headerOf(cells: readonly string[]): string[] {
  return cells.map((cell) => cell.trim().slice(0, LONGEST_HEADER));
}
