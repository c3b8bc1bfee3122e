import { FileError } from '../file-error';
import { MOST_BYTES } from '../files';
import { Archive } from './archive';
import { withoutMerges } from './merged-cells';
import { readCells, type Shared } from './sheet-cells';
import { tableOfCells } from './sheet-table';
import { readStrings } from './strings';
import { readForms } from './styles';
import { readXml } from './xml';

/** A sheet that holds something. */
export interface Sheet {
  name: string;
  isHidden: boolean;
  /** Rows that hold something, the header among them. */
  rows: number;
  /** A CSV file, whose rows have the numbers of those of the sheet. */
  bytes: Uint8Array<ArrayBuffer>;
}

const MOST_SHEETS = 200;
/** What the tables of all sheets may come to, in bytes: one text may stand in any number of cells. */
const MOST_TABLES = 2 * MOST_BYTES;
const MOST_LINKS = 10_000;
const LONGEST_NAME = 100;

/**
 * The sheets of an Excel workbook (.xlsx, .xlsm: ECMA-376), each as a table: what cells show of dates, numbers and formulas, as text. What is
 * hidden is read like the rest.
 * @throws FileError `workbook` and `zip` for another kind of file, `locked`, `broken`, `large`, `empty`; what `signal` was aborted with;
 * nothing else is thrown
 */
export async function readWorkbook(bytes: Uint8Array<ArrayBuffer>, signal?: AbortSignal): Promise<Sheet[]> {
  if (bytes.length > MOST_BYTES) throw new FileError('large');
  const archive = await Archive.open(bytes, signal);
  const main = mainPart(archive);
  const { sheets, from1904 } = await readIndex(archive, main);
  const links = await readLinks(archive, main);
  const partOf = (kind: string) => [...links.values()].find((link) => link.kind === kind)?.part;
  const [strings, styles] = [partOf('sharedStrings'), partOf('styles')];
  const shared: Shared = {
    strings: strings && archive.has(strings) ? await readStrings(archive, strings) : [],
    forms: styles && archive.has(styles) ? await readForms(archive, styles) : [],
    from1904,
  };
  const read: Sheet[] = [];
  let length = 0;
  for (const { name, isHidden, id } of sheets) {
    const link = links.get(id);
    if (link?.kind !== 'worksheet') continue;
    const cells = await readCells(archive, link.part, shared);
    withoutMerges(cells);
    const { text, rows } = tableOfCells(cells);
    if (rows === 0) continue;
    const table = new TextEncoder().encode(text);
    length += table.length;
    if (length > MOST_TABLES) throw new FileError('large');
    read.push({ name, isHidden, rows, bytes: table });
  }
  if (read.length === 0) throw new FileError('empty');
  // Sheets that are shown come first, each in its order.
  return [...read.filter((one) => !one.isHidden), ...read.filter((one) => one.isHidden)];
}

const OF_OTHERS = ['xl/workbook.bin', 'content.xml', 'index/document.iwa', 'index.zip'];

/** Programs name their main part alike, whatever they may. */
function mainPart(archive: Archive): string {
  if (archive.has('xl/workbook.xml')) return 'xl/workbook.xml';
  throw new FileError(OF_OTHERS.some((name) => archive.has(name)) ? 'workbook' : 'zip');
}

interface Listed {
  name: string;
  isHidden: boolean;
  id: string;
}

async function readIndex(archive: Archive, part: string): Promise<{ sheets: Listed[]; from1904: boolean }> {
  const sheets: Listed[] = [];
  let from1904 = false;
  await readXml(archive, part, {
    open: (name, attribute) => {
      if (name === 'workbookPr') from1904 = /^(?:1|true)$/.test(attribute('date1904') ?? '');
      if (name !== 'sheet') return;
      if (sheets.length >= MOST_SHEETS) throw new FileError('large');
      const title = (attribute('name') ?? '').trim().slice(0, LONGEST_NAME);
      sheets.push({
        name: title || String(sheets.length + 1),
        isHidden: /hidden/i.test(attribute('state') ?? ''),
        id: attribute('id') ?? '',
      });
    },
  });
  return { sheets, from1904 };
}

interface Link {
  /** Last word of its type: `worksheet`, `sharedStrings`, `styles`. */
  kind: string;
  part: string;
}

/** The parts that a part names, by their id. */
async function readLinks(archive: Archive, of: string): Promise<Map<string, Link>> {
  const links = new Map<string, Link>();
  const folder = of.slice(0, of.lastIndexOf('/') + 1);
  const file = of.slice(folder.length);
  await readXml(archive, `${folder}_rels/${file}.rels`, {
    open: (name, attribute) => {
      if (name !== 'Relationship') return;
      if (links.size >= MOST_LINKS) throw new FileError('large');
      const target = attribute('Target') ?? '';
      links.set(attribute('Id') ?? '', {
        kind: (attribute('Type') ?? '').split('/').at(-1) ?? '',
        part: target.startsWith('/') ? target.slice(1) : `${folder}${target.replace(/^\.\//, '')}`,
      });
    },
  });
  return links;
}
