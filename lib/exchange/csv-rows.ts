import Papa from 'papaparse';
import { withoutGuard } from './csv-write';

/** Row of a table. */
export interface TableRow {
  /** From 1, empty rows counted. */
  number: number;
  cells: string[];
  /** A quote is opened in it and not closed. */
  unclosed: boolean;
}

/** An unclosed quote swallows the rest of the file; after so many the rest is given up. */
const MOST_RECOVERIES = 20;
const LINE_END = /\r\n|\n|\r/;
const DELIMITERS = [',', ';', '\t', '|'];
const MANY_HEADINGS = 3;
/** A first line by which spreadsheet programs are told what stands between cells; they do not count it as a row. */
const SAID = /^"?sep=([,;\t|])"?(?:\r\n|\n|\r)/i;

/**
 * The rows of a table. After a quote that is not closed reading goes on with the next line.
 * @param sign between cells, where it is known
 */
export function rowsOf(text: string, sign?: string): TableRow[] {
  const said = SAID.exec(text);
  return said ? rowsIn(text.slice(said[0].length), said[1]!) : rowsIn(text, sign ?? delimiterOf(text));
}

function rowsIn(text: string, sign: string): TableRow[] {
  const rows: TableRow[] = [];
  const add = (cells: string[], unclosed = false) =>
    rows.push({ number: rows.length + 1, cells: cells.map(withoutGuard), unclosed });
  let rest = text;
  let delimiter = sign;
  for (let turn = 0; rest !== '' && turn <= MOST_RECOVERIES; turn += 1) {
    const parsed = parse(rest, delimiter);
    delimiter ||= parsed.meta.delimiter;
    const rowsWith = (code: string) =>
      new Set(parsed.errors.filter((one) => one.code === code).map((one) => one.row));
    const [open, malformed] = [rowsWith('MissingQuotes'), rowsWith('InvalidQuotes')];
    rest = '';
    for (const [index, cells] of parsed.data.entries()) {
      const torn =
        open.has(index) || malformed.has(index) ? swallowing(cells, delimiter, open.has(index)) : -1;
      if (torn < 0) {
        add(cells, open.has(index));
        continue;
      }
      const [first = '', ...lines] = cells[torn]!.split(LINE_END);
      add([...cells.slice(0, torn), first], true);
      if (open.has(index)) rest = lines.join('\n');
      else for (const one of apart(lines, cells.slice(torn + 1), delimiter)) add(one);
    }
  }
  return rows.filter(({ cells }) => cells.some((cell) => cell.trim() !== ''));
}

/**
 * The sign that alone parts the headings, where they are many; else none, and all rows are looked at. Texts of the rows may hold more of
 * another sign than there are columns.
 */
function delimiterOf(text: string): string {
  const header = (LINE_END.exec(text) ? text.slice(0, text.search(LINE_END)) : text).replace(/"[^"]*"/g, '');
  const found = DELIMITERS.filter((sign) => header.includes(sign));
  const [only = ''] = found;
  return found.length === 1 && header.split(only).length > MANY_HEADINGS ? only : '';
}

function parse(text: string, delimiter: string): Papa.ParseResult<string[]> {
  return Papa.parse<string[]>(text, {
    ...(delimiter ? { delimiter } : { delimitersToGuess: DELIMITERS }),
  });
}

/** Number of the cell whose quote took other lines for its own; -1 when there is none. A quote inside a text stands behind a space. */
function swallowing(cells: string[], delimiter: string, toTheEnd: boolean): number {
  if (toTheEnd) return cells.findLastIndex((cell) => LINE_END.test(cell));
  return cells.findIndex((cell) =>
    ['\n', '\r', delimiter].some((before) => LINE_END.test(cell) && cell.includes(`${before}"`)),
  );
}

/** Rows that were taken for one: a quote was closed by the first quote of the last of these lines. */
function apart(lines: string[], after: string[], delimiter: string): string[][] {
  const last = (lines.at(-1) ?? '').replace(/^"|"$/g, '');
  const between = lines.slice(0, -1);
  return [...(between.length > 0 ? parse(between.join('\n'), delimiter).data : []), [last, ...after]];
}
