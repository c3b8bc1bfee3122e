import { withoutGuard } from '../csv-write';
import { FileError } from '../file-error';
import { meaningOf, plainHeader } from '../header-words';
import type { CellText } from './cell-text';
import type { SheetCells } from './sheet-cells';

/** Characters of a table, as many as a file may have bytes. */
const LONGEST = 100_000_000;
const MOST_COLUMNS = 2000;
const LONGEST_HEADER = 100;

/** The text of a sheet as a table that `readBytes` reads. */
export interface SheetTable {
  /** A CSV file. Its rows have the numbers of those of the sheet. */
  text: string;
  /** Rows that hold something, the header among them. */
  rows: number;
}

/** @throws FileError `large` */
export function tableOfCells({ rows }: SheetCells): SheetTable {
  const columns = columnsOf(rows);
  const yearly = new Set(columns.filter((column) => isYearly(column, rows)));
  const numbers = [...rows.keys()].sort((a, b) => a - b);
  // Said in the way of such programs: the texts of a row may hold more of another sign.
  const lines = ['sep=,'];
  let length = 0;
  let next = 1;
  for (const number of numbers) {
    for (; next < number; next += 1) lines.push('');
    const cells = rows.get(number)!;
    const texts = columns.map((column) => {
      const text = quoted(textIn(cells.get(column), yearly.has(column)));
      // At each: those of one row may be more than the memory holds.
      length += text.length + 1;
      if (length + next > LONGEST) throw new FileError('large');
      return text;
    });
    lines.push(texts.join(','));
    next += 1;
  }
  return { text: `\ufeff${lines.join('\r\n')}\r\n`, rows: numbers.length };
}

/** Columns in which something stands. */
function columnsOf(rows: SheetCells['rows']): number[] {
  const columns = new Set<number>();
  for (const cells of rows.values()) for (const column of cells.keys()) columns.add(column);
  if (columns.size > MOST_COLUMNS) throw new FileError('large');
  return [...columns].sort((a, b) => a - b);
}

/** Whether the first text of a column says that it holds birthdays: of those whose year is not shown it is the one in which they were typed. */
function isYearly(column: number, rows: SheetCells['rows']): boolean {
  for (const cells of rows.values()) {
    const heading = cells.get(column)?.text;
    if (heading === undefined || heading.length > LONGEST_HEADER) continue;
    const meaning = meaningOf(plainHeader(heading));
    if (meaning?.is === 'date') return meaning.kind === 'birthday' || meaning.kind === 'anniversary';
    if (meaning) return false;
  }
  return false;
}

function textIn(cell: CellText | undefined, isYearly: boolean): string {
  return (isYearly ? cell?.yearly : undefined) ?? cell?.text ?? '';
}

function quoted(text: string): string {
  // An apostrophe that would be taken for a guard, and taken off, gets one more.
  const guarded = withoutGuard(text) === text ? text : `'${text}`;
  // `replaceAll` takes ten times the memory where a text is all of quotation marks.
  return /[",\r\n]/.test(guarded) ? `"${guarded.split('"').join('""')}"` : guarded;
}
