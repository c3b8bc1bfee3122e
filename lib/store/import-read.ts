import type { FileHead, SheetView } from '@/lib/api/import-views';
import { answersFormatOf } from '@/lib/exchange/answers/headings';
import { answersTable } from '@/lib/exchange/answers/table';
import { tableOf } from '@/lib/exchange/csv';
import { decodeAs, encodingOf } from '@/lib/exchange/encodings';
import type { FileContacts, ReadOptions } from '@/lib/exchange/file-contacts';
import { FileError } from '@/lib/exchange/file-error';
import { readBytes } from '@/lib/exchange/files';
import type { Mapping } from '@/lib/exchange/mapping';
import { fingerprintOf } from '@/lib/exchange/propose-mapping';
import { readWorkbook } from '@/lib/exchange/workbook/read';
import { rememberedAs } from './answers-remembered';
import type { Database } from './database';
import { StoreError } from './errors';
import { settingsOf } from './settings';

/** Bytes of a file that tell how it is to be read. */
const HEAD = 256 * 1024;
/** Bytes shown as text. */
const SHOWN = 3000;
const LINE_FEED = 10;

/**
 * Reads a file: the same bytes and options give the same drafts in the same order.
 * @throws StoreError `invalid`, its message the key of the sentence that says why nobody can be read
 */
export function readImport(bytes: Uint8Array, options: ReadOptions): FileContacts {
  try {
    return readBytes(bytes, options);
  } catch (error) {
    if (error instanceof FileError) throw new StoreError('invalid', error.message);
    throw error;
  }
}

/**
 * The sheets of a workbook.
 * @throws StoreError `invalid`, its message the key of the sentence that says why it cannot be read; `cancelled`
 */
export async function sheetsOf(bytes: Uint8Array<ArrayBuffer>, signal?: AbortSignal): Promise<SheetView[]> {
  try {
    const sheets = await readWorkbook(bytes, signal);
    return sheets.map(({ bytes, ...sheet }) => ({ ...sheet, file: new Blob([bytes]) }));
  } catch (error) {
    if (signal?.aborted) throw new StoreError('cancelled', 'Nobody waits for these sheets any more.');
    if (error instanceof FileError) throw new StoreError('invalid', error.message);
    throw error;
  }
}

/** How a file is read, told from its beginning: format, encoding, and for a table what its columns hold. */
export async function headOf(db: Database, bytes: Uint8Array, options: ReadOptions): Promise<FileHead> {
  const encoding = options.encoding ?? encodingOf(bytes);
  const { mappings = {} } = await settingsOf(db);
  const text = decodeAs(bytes.subarray(0, SHOWN), encoding);
  const isAnswers = !options.mapping && isOfAnswers(bytes, encoding, mappings);
  if (isAnswers) return { format: 'csv', encoding, text, table: null, isAnswers };
  const plain = readHead(bytes, { ...options, encoding });
  const remembered = plain.mapping && (mappings[plain.mapping.fingerprint] as Mapping | undefined);
  const mapping = options.mapping ?? remembered ?? plain.mapping;
  return {
    format: plain.format,
    encoding: plain.encoding ?? encoding,
    text,
    isAnswers,
    table:
      plain.header && mapping
        ? {
            header: plain.header,
            samples: (plain.samples ?? []).slice(0, 5),
            mapping,
            isRemembered: !options.mapping && !!remembered,
          }
        : null,
  };
}

/** Whether a program that collects answers wrote it, or answers with this header were brought before. */
function isOfAnswers(bytes: Uint8Array, encoding: string, mappings: Record<string, unknown>): boolean {
  try {
    const { header } = answersTable(bytes.subarray(0, HEAD), encoding);
    return answersFormatOf(header) !== 'csv' || rememberedAs(header) in mappings;
  } catch (error) {
    if (error instanceof FileError) return false;
    throw error;
  }
}

type Head = Pick<FileContacts, 'format' | 'encoding' | 'header' | 'samples' | 'mapping'>;

function readHead(bytes: Uint8Array, options: ReadOptions & { encoding: string }): Head {
  const end = bytes.length > HEAD ? bytes.lastIndexOf(LINE_FEED, HEAD) : -1;
  if (end >= 0) {
    try {
      return readImport(bytes.subarray(0, end + 1), options);
    } catch {
      // Nobody stands in its beginning, or a value is longer than that: the whole tells.
    }
  }
  try {
    return readImport(bytes, options);
  } catch (error) {
    const table = isUntold(error) ? tableOf(decodeAs(bytes.subarray(0, HEAD), options.encoding)) : null;
    if (!table) throw error;
    return { format: 'csv', ...table, mapping: unmapped(table.header) };
  }
}

/** A table of which no heading says what it holds: the user says it. */
function isUntold(error: unknown): boolean {
  return error instanceof StoreError && error.message === new FileError('columns').message;
}

function unmapped(header: string[]): Mapping {
  return { fingerprint: fingerprintOf(header), of: 'people', columns: header.map(() => null) };
}
