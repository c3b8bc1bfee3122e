import Papa from 'papaparse';

/** What a spreadsheet takes for a formula at the beginning of a cell, in full width too. One that was made inert is so once more: it is read back. */
const FORMULA = /^'*[=+\-@\t\r\n＝＋－＠]/;

/**
 * Rows as a CSV file for a spreadsheet: UTF-8 with its mark, lines ended as everywhere. A text that would be run as a formula gets an
 * apostrophe before it; a number is a number.
 */
export function writeCsv(rows: (string | number)[][]): string {
  return `\uFEFF${Papa.unparse(rows, { escapeFormulae: FORMULA, newline: '\r\n' })}\r\n`;
}

/** The text of a cell that `writeCsv` made inert. */
export function withoutGuard(cell: string): string {
  return cell.startsWith("'") && FORMULA.test(cell) ? cell.slice(1) : cell;
}
