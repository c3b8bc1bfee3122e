import { bytesAsText, readBytesText, textAsBytes } from './bytes-as-text';
import { readCsv } from './csv';
import { decodeAs, encodingOf } from './encodings';
import type { FileContacts, ReadOptions } from './file-contacts';
import { FileError, type FileProblem } from './file-error';
import { isLdif, readLdif } from './ldif';
import { readVcards } from './vcard';

export type { FileContacts, ReadOptions } from './file-contacts';

/** Largest file that is read: more than 100,000 people with all they have. */
export const MOST_BYTES = 100_000_000;

const VCARD = /^[ \t]*BEGIN[ \t]*:[ \t]*VCARD/im;

/**
 * Reads the people, companies and what happened with them out of a file. What it is, is told by its content, never by its name.
 * @throws FileError when no contact can be read; nothing else is thrown
 */
export function readBytes(bytes: Uint8Array, options: ReadOptions = {}): FileContacts {
  if (bytes.length > MOST_BYTES) throw new FileError('large');
  refuseBytes(bytes);
  const encoding = options.encoding ?? encodingOf(bytes);
  const raw = isPlain(bytes, encoding) ? '' : bytesAsText(bytes);
  const result = VCARD.test(raw)
    ? readRaw(raw, options.encoding)
    : readFile(decodeAs(bytes, encoding), options);
  return { encoding, ...result, heldBack: [...result.heldBack, ...lostIn(result)] };
}

/**
 * The text of a file, and the encoding in which its bytes were read.
 * @throws FileError for what is no text, or another file than a table
 */
export function textOfBytes(bytes: Uint8Array, chosen?: string): { text: string; encoding: string } {
  if (bytes.length > MOST_BYTES) throw new FileError('large');
  refuseBytes(bytes);
  const encoding = chosen ?? encodingOf(bytes);
  const text = wellFormed(decodeAs(bytes, encoding)).replace(/^\ufeff/, '');
  refuse(text);
  return { text, encoding };
}

/**
 * The same of text that was decoded before.
 * @throws FileError when no contact can be read
 */
export function readFile(text: string, options: ReadOptions = {}): FileContacts {
  refuse(text.replace(/^\ufeff/, ''));
  const content = wellFormed(text).replace(/^\ufeff/, '');
  const read = VCARD.test(content)
    ? readVcards(content)
    : isLdif(content)
      ? readLdif(content)
      : readCsv(content, options);
  return somebody(read);
}

/** A file of cards in an old encoding, or with folds inside characters: lines are joined before their bytes are read. */
function readRaw(raw: string, chosen: string | undefined): FileContacts {
  const encoding = chosen ?? encodingOf(textAsBytes(raw.replace(/\r?\n[ \t]/g, '')));
  readBytesText('', encoding);
  return { ...somebody(readVcards(raw, encoding)), encoding };
}

function somebody(read: FileContacts): FileContacts {
  if (read.drafts.length + read.companies.length === 0) throw new FileError('nobody');
  return read;
}

/** Text in strict UTF-8 and in UTF-16 needs no second look at its bytes. */
function isPlain(bytes: Uint8Array, encoding: string): boolean {
  if (encoding.startsWith('utf-16')) return true;
  if (encoding !== 'utf-8') return false;
  try {
    new TextDecoder('utf-8', { fatal: true }).decode(bytes);
    return true;
  } catch {
    return false;
  }
}

/** Half a surrogate pair and a zero byte are no text. */
function wellFormed(text: string): string {
  return text
    .replaceAll('\0', '\ufffd')
    .replace(/[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]/g, '\ufffd');
}

/** Those whose text has characters that were lost in reading: the encoding may be another one. */
function lostIn({ drafts, companies }: FileContacts): FileContacts['heldBack'] {
  return [...drafts, ...companies].flatMap((one) =>
    JSON.stringify(one).includes('\ufffd')
      ? [{ where: one.where, reason: 'imports.held_bytes', text: one.name.slice(0, 200) } as const]
      : [],
  );
}

/** First characters of files that hold no text. */
const SIGNATURES: readonly [FileProblem, readonly string[]][] = [
  ['zip', ['PK\u0003\u0004', 'PK\u0005\u0006', '\u001f\u008b', '7z\u00bc\u00af', 'Rar!\u001a', 'BZh9']],
  ['binary', ['%PDF', '\u0089PNG', 'GIF8', '\u00ff\u00d8\u00ff', 'SQLite format 3', '!BDN']],
];

/** Names of files that stand near the start of a workbook: Office writes the first of them first, LibreOffice the last. */
const OF_WORKBOOKS = ['[Content_Types].xml', 'xl/', 'application/vnd.oasis.opendocument.spreadsheet'];

function refuseBytes(bytes: Uint8Array): void {
  const start = Array.from(bytes.subarray(0, 4000), (byte) => String.fromCharCode(byte)).join('');
  if (start.startsWith('PK') && OF_WORKBOOKS.some((name) => start.includes(name)))
    throw new FileError('workbook');
  if (start.startsWith(COMPOUND)) throw new FileError(problemOfCompound(bytes));
  refuseStart(start);
}

/** Beginning of the older files of Office; one with a password is wrapped in such a file too. */
const COMPOUND = '\u00d0\u00cf\u0011\u00e0';

function problemOfCompound(bytes: Uint8Array): FileProblem {
  // The names of what is in it are UTF-16 and stand at even places.
  const text = new TextDecoder('utf-16le').decode(bytes);
  if (text.includes('EncryptedPackage')) return 'locked';
  return /Workbook\0|Book\0/.test(text) ? 'workbook' : 'binary';
}

function refuseStart(start: string): void {
  const found = SIGNATURES.find(([, signatures]) => signatures.some((one) => start.startsWith(one)));
  if (found) throw new FileError(found[0]);
}

function refuse(content: string): void {
  if (content.length > MOST_BYTES) throw new FileError('large');
  const start = content.slice(0, 2000).trimStart();
  if (start === '') throw new FileError('empty');
  refuseStart(start);
  if (mostlyControl(start)) throw new FileError('binary');
  if (/^\{[\s\S]{0,200}"sidelight-backup"/i.test(start)) throw new FileError('backup');
  if (/^\{\s*["}]|^\[\s*[[{"\]]/.test(start)) throw new FileError('json');
  if (/^BEGIN:VCALENDAR/i.test(start)) throw new FileError('calendar');
  if (/^<(?:!doctype|html|\?xml|[a-z]+[\s>])/i.test(start)) throw new FileError('markup');
}

/** A stray zero byte is damage; many are a program or a picture. */
function mostlyControl(start: string): boolean {
  // biome-ignore lint/suspicious/noControlCharactersInRegex: control characters are what is looked for
  const control = start.match(/[\u0000-\u0008\u000e-\u001f]/g)?.length ?? 0;
  return control >= 3 && control * 20 > start.length;
}
