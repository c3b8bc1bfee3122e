import { FileError } from '../file-error';
import { type Merge, MOST_ROWS, type SheetCells } from './sheet-cells';

/** Rows among which the headings stand. */
const HEADER_WITHIN = 12;
const MOST_FILLED = 1_000_000;

/**
 * Gives what stands in cells that are shown as one to each row that they go over: a company beside all of its people is the company of each.
 * A row of headings over groups of headings says nothing that those below it do not: it is taken out.
 */
export function withoutMerges({ rows, merges }: SheetCells): void {
  const groups = new Set(
    [...rows.keys()].filter((row) => row <= HEADER_WITHIN && isOfGroups(row, rows, merges)),
  );
  let filled = 0;
  for (const { top, bottom, left } of merges) {
    const value = rows.get(top)?.get(left);
    if (!value || bottom <= top || bottom > MOST_ROWS) continue;
    for (let row = top + 1; row <= bottom; row += 1) {
      filled += 1;
      if (filled > MOST_FILLED) throw new FileError('large');
      const cells = rows.get(row);
      // Rows that hold nothing else stay empty.
      if (cells && !cells.has(left)) cells.set(left, value);
    }
  }
  for (const row of groups) rows.delete(row);
}

/** Whether all that stands in a row are headings over several columns, and such as go on to the row below. */
function isOfGroups(row: number, rows: SheetCells['rows'], merges: readonly Merge[]): boolean {
  const cells = rows.get(row);
  if (!cells || cells.size < 2 || !rows.has(row + 1)) return false;
  const from = merges.filter(({ top }) => top === row);
  const wide = new Set(
    from.filter((one) => one.right > one.left && one.bottom === row).map((one) => one.left),
  );
  const tall = new Set(from.filter((one) => one.bottom > row).map((one) => one.left));
  return wide.size > 0 && [...cells.keys()].every((column) => wide.has(column) || tall.has(column));
}
