import { rowsOf } from '../csv-rows';
import { FileError } from '../file-error';
import { textOfBytes } from '../files';
import type { AnswersTable } from './propose';

/** Lines that may stand before the header. */
const HEADER_WITHIN = 12;
const MOST_COLUMNS = 2000;
const LONGEST_HEADER = 500;

/** The sign that the first line has by far the most of: questions are sentences, and hold the others. Undefined: all rows are looked at. */
function signOf(text: string): string | undefined {
  const line = (/^[^\r\n]*/.exec(text)?.[0] ?? '').replace(/"[^"]*"/g, '');
  const counts = [',', ';', '\t', '|'].map((sign) => ({ sign, n: line.split(sign).length - 1 }));
  const [most, next] = counts.sort((a, b) => b.n - a.n);
  return most!.n > 2 && most!.n > 2 * next!.n ? most!.sign : undefined;
}

/**
 * A file of answers as a table: the header is the first row of several cells.
 * @throws FileError what holds no table, or nothing below its header
 */
export function answersTable(
  bytes: Uint8Array,
  encoding?: string,
): AnswersTable & { encoding: string; torn: number[] } {
  const read = textOfBytes(bytes, encoding);
  const rows = rowsOf(read.text, signOf(read.text));
  const first = rows
    .slice(0, HEADER_WITHIN)
    .findIndex(({ cells }) => cells.length <= MOST_COLUMNS && cells.filter((cell) => cell.trim()).length > 1);
  if (first < 0) throw new FileError('answers');
  const below = rows.slice(first + 1);
  if (below.length === 0) throw new FileError('empty');
  // Prose has commas too, but no columns.
  const width = rows[first]!.cells.length;
  if (below.filter(({ cells }) => cells.length === width).length * 2 < below.length)
    throw new FileError('answers');
  const good = below.filter(({ cells, unclosed }) => !unclosed && cells.length <= MOST_COLUMNS);
  return {
    encoding: read.encoding,
    header: rows[first]!.cells.map((cell) => cell.trim().slice(0, LONGEST_HEADER)),
    rows: good.map(({ number, cells }) => ({ number, cells })),
    torn: below.filter((row) => row.unclosed || row.cells.length > MOST_COLUMNS).map((row) => row.number),
  };
}
