import Papa from 'papaparse';
import { isGoogle, readGoogleRow } from './csv-google';
import { isLinkedIn, readLinkedInRow } from './csv-linkedin';
import { plainColumns, readPlainRow } from './csv-plain';
import { DraftBuilder } from './draft-builder';
import { FileError, type HeldBack } from './file-error';
import type { FileContacts } from './files';
import { Tally } from './tally';

/** Notes may stand before the header: LinkedIn writes three lines of them. */
const HEADER_WITHIN = 12;
const MOST_COLUMNS = 2000;
const LONGEST_HEADER = 100;

/** One row by its columns. `take` gives a value once and marks its column as used. */
export class Row {
  private readonly used = new Set<number>();

  constructor(
    readonly header: readonly string[],
    readonly cells: readonly string[],
  ) {}

  /** The value of a column by number; empty when there is none. */
  take(column: number): string {
    this.used.add(column);
    return (this.cells[column] ?? '').trim();
  }

  /** The value of a column by its header, whatever its case. */
  takeNamed(name: string): string {
    const column = this.header.findIndex((one) => one.toLowerCase() === name.toLowerCase());
    return column < 0 ? '' : this.take(column);
  }

  /** Headers of columns that have a value and were not taken. */
  left(): string[] {
    return this.header.filter(
      (_, column) => !this.used.has(column) && (this.cells[column] ?? '').trim() !== '',
    );
  }
}

type Reader = (row: Row, into: DraftBuilder) => void;

/**
 * Reads a table of people: Google's, LinkedIn's, or any other whose header names a name or an address.
 * @throws FileError `columns` when no column does
 */
export function readCsv(text: string): FileContacts {
  const parsed = Papa.parse<string[]>(text, {
    skipEmptyLines: 'greedy',
    delimitersToGuess: [',', ';', '\t', '|'],
  });
  const { format, reader, at } = formatOf(parsed.data);
  const header = headerOf(parsed.data[at]!);
  const language = header.some((cell) => /\p{sc=Han}/u.test(cell)) ? 'zh-Hans' : 'en';
  const unclosed = new Set(parsed.errors.filter((one) => one.code === 'MissingQuotes').map((one) => one.row));
  const drafts: FileContacts['drafts'] = [];
  const heldBack: HeldBack[] = [];
  const unmapped = new Tally();
  for (const [index, cells] of parsed.data.entries()) {
    if (index <= at) continue;
    const builder = new DraftBuilder(String(index + 1), language);
    if (unclosed.has(index)) builder.hold('imports.held_quote', '', cells.join(' '));
    else if (cells.length > MOST_COLUMNS) builder.hold('imports.held_line', '', cells.slice(0, 9).join(' '));
    else {
      const row = new Row(header, cells);
      reader(row, builder);
      const draft = builder.build();
      if (draft) drafts.push(draft);
      else builder.hold('imports.held_nobody', '', cells.join(' '));
      if (draft) for (const name of row.left()) unmapped.add(name || '?', 1);
    }
    heldBack.push(...builder.heldBack);
  }
  return { format, drafts, heldBack, unmapped: unmapped.list() };
}

function headerOf(cells: string[]): string[] {
  return cells.map((cell) => cell.trim().slice(0, LONGEST_HEADER));
}

function formatOf(rows: string[][]): { format: FileContacts['format']; reader: Reader; at: number } {
  for (const [at, cells] of rows.slice(0, HEADER_WITHIN).entries()) {
    const header = headerOf(cells);
    if (header.length > MOST_COLUMNS) break;
    if (isLinkedIn(header)) return { format: 'linkedin-csv', reader: readLinkedInRow, at };
    if (isGoogle(header)) return { format: 'google-csv', reader: readGoogleRow, at };
    const columns = plainColumns(header);
    if (columns) return { format: 'csv', reader: (row, into) => readPlainRow(columns, row, into), at };
  }
  throw new FileError('columns');
}
