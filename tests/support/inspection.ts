import type { FileContacts } from '@/lib/exchange/file-contacts';
import { FileError } from '@/lib/exchange/file-error';
import { MOST_BYTES, readBytes } from '@/lib/exchange/files';
import { readWorkbook } from '@/lib/exchange/workbook/read';
import words from '@/lib/i18n/en/imports';

/** What `npm run inspect-file` tells of a file. Companies are among those that were read, as `kind: "company"`. */
export interface Inspection {
  format: string;
  encoding: string | undefined;
  /** Tables: what their rows are about. */
  rows?: string;
  /** Workbooks: the sheet that was read, and the others that hold something. */
  sheet?: string;
  others?: string[];
  read: unknown[];
  heldBack: { where: string; reason: string }[];
  unmapped: FileContacts['unmapped'];
}

/** What importing a file would do. Of a workbook it is the first sheet that somebody stands in. */
export async function inspectFile(bytes: Uint8Array<ArrayBuffer>): Promise<Inspection> {
  if (bytes[0] !== ZIP[0] || bytes[1] !== ZIP[1]) return inspect(bytes);
  const sheets = await readWorkbook(bytes);
  const at = Math.max(
    0,
    sheets.findIndex(({ bytes }) => isReadable(bytes)),
  );
  const others = sheets.flatMap(({ name }, one) => (one === at ? [] : [name]));
  const { format, encoding, ...read } = inspect(sheets[at]!.bytes);
  return { format, encoding, sheet: sheets[at]!.name, ...(others.length > 0 ? { others } : {}), ...read };
}

/** Beginning of an archive: "PK". */
const ZIP = [0x50, 0x4b];

function isReadable(bytes: Uint8Array): boolean {
  try {
    readBytes(bytes);
    return true;
  } catch (error) {
    if (error instanceof FileError) return false;
    throw error;
  }
}

/** What importing these bytes would do. Values that were held back are not repeated: a report may be shown to others. */
export function inspect(bytes: Uint8Array): Inspection {
  const { format, encoding, mapping, drafts, companies, heldBack, unmapped } = readBytes(bytes);
  return {
    format,
    encoding,
    ...(mapping ? { rows: mapping.of } : {}),
    read: [...drafts, ...companies.map((company) => ({ kind: 'company', ...company }))],
    heldBack: heldBack.map(({ where, reason }) => ({ where, reason: sentence(reason) })),
    unmapped,
  };
}

/** The one line for a file from which nothing can be read; null when the fault is not the file's. */
export function problemOf(error: unknown): string | null {
  return error instanceof FileError ? sentence(error.message) : null;
}

/** Bytes beyond which a file is not even opened, and its line. */
export const TOO_LARGE = { bytes: MOST_BYTES, line: sentence('imports.problem_large') };

function sentence(key: string): string {
  return (words as Record<string, string>)[key.replace('imports.', '')] ?? key;
}
