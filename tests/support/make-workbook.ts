import { BlobWriter, Uint8ArrayReader, ZipWriter } from '@zip.js/zip.js/lib/zip-core-native.js';

/** A number in a format, or a cell as it is written in the file. */
export type MadeCell =
  | string
  | number
  | boolean
  | null
  | { number: number; format: string }
  | { xml: string };

export interface MadeSheet {
  name: string;
  state?: 'hidden' | 'veryHidden';
  /** Row 1 first; an empty one is a row without cells. */
  rows: MadeCell[][];
  /** `A1:B1` */
  merged?: string[];
  /** Numbers of rows that are not shown. */
  hiddenRows?: number[];
}

export interface WorkbookOptions {
  from1904?: boolean;
  /** Strings in each cell, as some programs write them, in place of one list of all. */
  inline?: boolean;
  /** Before the names of elements: `x:row`. */
  prefix?: string;
  /** Formats by number in place of text. */
  builtIn?: Readonly<Record<string, number>>;
}

const MAIN = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';
const DOCUMENT = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const PACKAGE = 'http://schemas.openxmlformats.org/package/2006';

const escaped = (text: string) =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('"', '&quot;');

function letters(column: number): string {
  return column < 26
    ? String.fromCharCode(65 + column)
    : letters(Math.floor(column / 26) - 1) + letters(column % 26);
}

/** The parts of an Excel workbook, by name. */
export function workbookParts(sheets: MadeSheet[], options: WorkbookOptions = {}): Record<string, string> {
  const strings: string[] = [];
  const formats: string[] = [];
  const of = (list: string[], one: string) => {
    if (!list.includes(one)) list.push(one);
    return list.indexOf(one);
  };
  const cellXml = (cell: MadeCell, at: string): string => {
    if (cell === null) return '';
    if (typeof cell === 'boolean') return `<c r="${at}" t="b"><v>${cell ? 1 : 0}</v></c>`;
    if (typeof cell === 'number') return `<c r="${at}"><v>${cell}</v></c>`;
    if (typeof cell !== 'string')
      return 'xml' in cell
        ? cell.xml.replace('<c', `<c r="${at}"`)
        : `<c r="${at}" s="${1 + of(formats, cell.format)}"><v>${cell.number}</v></c>`;
    return options.inline
      ? `<c r="${at}" t="inlineStr"><is><t xml:space="preserve">${escaped(cell)}</t></is></c>`
      : `<c r="${at}" t="s"><v>${of(strings, cell)}</v></c>`;
  };
  const sheetXml = ({ rows, merged = [], hiddenRows = [] }: MadeSheet) => {
    const lines = rows.map((cells, row) =>
      cells.length === 0
        ? ''
        : `<row r="${row + 1}"${hiddenRows.includes(row + 1) ? ' hidden="1"' : ''}>${cells
            .map((cell, column) => cellXml(cell, `${letters(column)}${row + 1}`))
            .join('')}</row>`,
    );
    const merges = merged.map((ref) => `<mergeCell ref="${ref}"/>`).join('');
    return `<worksheet xmlns="${MAIN}"><sheetData>${lines.join('')}</sheetData>${merges && `<mergeCells>${merges}</mergeCells>`}</worksheet>`;
  };
  const bodies = sheets.map(sheetXml);
  const numbers = formats.map((code, at) => options.builtIn?.[code] ?? 164 + at);
  const parts: Record<string, string> = {
    '[Content_Types].xml': `<Types xmlns="${PACKAGE}/content-types"><Default Extension="xml" ContentType="application/xml"/></Types>`,
    '_rels/.rels': `<Relationships xmlns="${PACKAGE}/relationships"><Relationship Id="rId1" Type="${DOCUMENT}/officeDocument" Target="xl/workbook.xml"/></Relationships>`,
    'xl/workbook.xml': `<workbook xmlns="${MAIN}" xmlns:r="${DOCUMENT}"><workbookPr${options.from1904 ? ' date1904="1"' : ''}/><sheets>${sheets
      .map(
        ({ name, state }, at) =>
          `<sheet name="${escaped(name)}" sheetId="${at + 1}"${state ? ` state="${state}"` : ''} r:id="rId${at + 1}"/>`,
      )
      .join('')}</sheets></workbook>`,
    'xl/_rels/workbook.xml.rels': `<Relationships xmlns="${PACKAGE}/relationships">${sheets
      .map(
        (_, at) =>
          `<Relationship Id="rId${at + 1}" Type="${DOCUMENT}/worksheet" Target="worksheets/sheet${at + 1}.xml"/>`,
      )
      .join(
        '',
      )}<Relationship Id="s1" Type="${DOCUMENT}/sharedStrings" Target="sharedStrings.xml"/><Relationship Id="s2" Type="${DOCUMENT}/styles" Target="/xl/styles.xml"/></Relationships>`,
    'xl/sharedStrings.xml': `<sst xmlns="${MAIN}">${strings.map((one) => `<si><t xml:space="preserve">${escaped(one)}</t></si>`).join('')}</sst>`,
    'xl/styles.xml': `<styleSheet xmlns="${MAIN}"><numFmts>${formats
      .map((code, at) => `<numFmt numFmtId="${numbers[at]}" formatCode="${escaped(code)}"/>`)
      .filter((_, at) => (numbers[at] ?? 0) >= 164)
      .join('')}</numFmts><cellStyleXfs><xf numFmtId="14"/></cellStyleXfs><cellXfs><xf numFmtId="0"/>${numbers
      .map((id) => `<xf numFmtId="${id}" applyNumberFormat="1"/>`)
      .join('')}</cellXfs></styleSheet>`,
  };
  for (const [at, body] of bodies.entries()) parts[`xl/worksheets/sheet${at + 1}.xml`] = body;
  const { prefix } = options;
  if (!prefix) return parts;
  const prefixed = (xml: string) =>
    xml.replace(/<(\/?)([a-zA-Z])/g, `<$1${prefix}:$2`).replace(' xmlns=', ` xmlns:${prefix}=`);
  return Object.fromEntries(Object.entries(parts).map(([name, xml]) => [name, prefixed(xml)]));
}

/** Packs parts into an archive. @param level 0 leaves them as they are; `password` locks them */
export async function packed(
  parts: Readonly<Record<string, string | Uint8Array>>,
  { level = 6, password }: { level?: number; password?: string } = {},
): Promise<Uint8Array<ArrayBuffer>> {
  const writer = new ZipWriter(new BlobWriter(), {
    level,
    useWebWorkers: false,
    ...(password ? { password } : {}),
  });
  for (const [name, part] of Object.entries(parts)) {
    const bytes = typeof part === 'string' ? new TextEncoder().encode(part) : part;
    await writer.add(name, new Uint8ArrayReader(bytes));
  }
  return new Uint8Array(await (await writer.close()).arrayBuffer());
}

/** An Excel workbook. */
export function makeWorkbook(
  sheets: MadeSheet[],
  options?: WorkbookOptions,
): Promise<Uint8Array<ArrayBuffer>> {
  return packed(workbookParts(sheets, options));
}
