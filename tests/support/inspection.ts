import type { FileContacts } from '@/lib/exchange/file-contacts';
import { FileError } from '@/lib/exchange/file-error';
import { MOST_BYTES, readBytes } from '@/lib/exchange/files';
import words from '@/lib/i18n/en/imports';

/** What `npm run inspect-file` tells of a file. Companies are among those that were read, as `kind: "company"`. */
export interface Inspection {
  format: string;
  encoding: string | undefined;
  /** Tables: what their rows are about. */
  rows?: string;
  read: unknown[];
  heldBack: { where: string; reason: string }[];
  unmapped: FileContacts['unmapped'];
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
