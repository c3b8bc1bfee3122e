import { FileError } from '../file-error';
import type { Archive } from './archive';
import { type CellText, numberText, shownString } from './cell-text';
import { type NumberForm, PLAIN } from './number-form';
import { RichText } from './strings';
import { LONGEST_TEXT, readXml } from './xml';

/** A hundred thousand rows of forty columns. */
const MOST_CELLS = 4_000_000;
/** What the format allows. */
export const MOST_ROWS = 1_048_576;
const MOST_COLUMNS = 16_384;
const MOST_MERGES = 100_000;

/** Cells that are shown as one; all from 1, ends included. */
export interface Merge {
  top: number;
  left: number;
  bottom: number;
  right: number;
}

/** Cells that hold something, by row and column, both from 1. What is hidden is among them. */
export interface SheetCells {
  rows: Map<number, Map<number, CellText>>;
  merges: Merge[];
}

/** What all sheets of a workbook share. */
export interface Shared {
  strings: readonly string[];
  forms: readonly NumberForm[];
  from1904: boolean;
}

/** @throws FileError `large`, `broken` */
export async function readCells(archive: Archive, part: string, shared: Shared): Promise<SheetCells> {
  const rows: SheetCells['rows'] = new Map();
  const merges: Merge[] = [];
  const rich = new RichText();
  let [row, column, cells] = [0, 0, 0];
  let cell: { type: string; style: number } | null = null;
  let value = '';
  let isValue = false;

  const put = (text: CellText) => {
    // Blanks are counted too: they name a text like any other.
    cells += 1;
    if (cells > MOST_CELLS || row > MOST_ROWS || column > MOST_COLUMNS) throw new FileError('large');
    if (text.text === '') return;
    const own = rows.get(row);
    if (own) own.set(column, text);
    else rows.set(row, new Map([[column, text]]));
  };

  await readXml(archive, part, {
    open: (name, attribute) => {
      rich.open(name);
      if (name === 'row') {
        row = Number(attribute('r') ?? row + 1) || row + 1;
        column = 0;
      } else if (name === 'c') {
        // A cell without an address follows the one before it.
        const at = addressOf(attribute('r'));
        column = at?.column ?? column + 1;
        row = at?.row ?? row;
        cell = { type: attribute('t') ?? 'n', style: Number(attribute('s') ?? -1) };
        value = '';
      } else if (name === 'v') isValue = true;
      else if (name === 'mergeCell' && merges.length < MOST_MERGES) {
        const [from, to] = (attribute('ref') ?? '').split(':').map(addressOf);
        if (from && to) merges.push({ top: from.row, left: from.column, bottom: to.row, right: to.column });
      }
    },
    text: (text) => {
      if (!isValue) rich.add(text);
      else if (value.length + text.length > LONGEST_TEXT) throw new FileError('large');
      else value += text;
    },
    close: (name) => {
      rich.close(name);
      if (name === 'v') isValue = false;
      else if (name === 'is') value = rich.value;
      else if (name === 'c' && cell) {
        // One without a value has a look alone.
        if (value !== '') put(textOf(cell.type, value, shared.forms[cell.style] ?? PLAIN, shared));
        cell = null;
      }
    },
  });
  return { rows, merges };
}

/** A formula's cell holds what came of it; an error says nothing. */
function textOf(type: string, value: string, form: NumberForm, { strings, from1904 }: Shared): CellText {
  switch (type) {
    case 's':
      return { text: strings[Number(value)] ?? '' };
    case 'inlineStr':
      return { text: value };
    case 'str':
      return { text: shownString(value) };
    case 'b':
      return { text: value === '1' ? 'TRUE' : value === '0' ? 'FALSE' : value.trim() };
    case 'e':
      return { text: '' };
    case 'd':
      return { text: value.trim().replace(/T00:00:00(?:\.0+)?Z?$/, '') };
    default:
      return value.trim() === '' ? { text: '' } : numberText(value, form, from1904);
  }
}

/** `B12` as numbers from 1. */
function addressOf(text: string | undefined): { row: number; column: number } | null {
  const [, letters, digits] = /^\$?([A-Z]{1,3})\$?(\d{1,7})$/i.exec(text ?? '') ?? [];
  if (!letters || !digits) return null;
  let column = 0;
  for (const letter of letters.toUpperCase()) column = column * 26 + letter.charCodeAt(0) - 64;
  return { row: Number(digits), column };
}
