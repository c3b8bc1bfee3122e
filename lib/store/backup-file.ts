import type { StoredBody } from './backup-nouns';

/** The one file that holds everything: JSON, one row a line. */

export const FORMAT = 'sidelight-backup';
/** Raised when the shape of the file changes. */
export const FILE_VERSION = 1;

/** Rows as they stand in the file, one a line: an indented file would be a third longer, and could not be read line by line. */
export function rowsText(bodies: StoredBody[]): string {
  return bodies.map((body) => JSON.stringify(body)).join(',\n');
}

/**
 * A backup file, in parts: one text of it all might be longer than a text may be.
 * @param texts by the name of a list its rows, as parts of `rowsText`
 */
export function writeBackup(texts: Record<string, Blob[]>, schemaVersion: number, savedAt: number): Blob {
  const head = JSON.stringify({ format: FORMAT, version: FILE_VERSION, schemaVersion, savedAt });
  const parts: BlobPart[] = [`${head.slice(0, -1)},\n`];
  const lists = Object.entries(texts);
  for (const [at, [name, rows]] of lists.entries()) {
    parts.push(rows.length > 0 ? `"${name}":[\n` : `"${name}":[`);
    for (const [index, part] of rows.entries()) parts.push(...(index > 0 ? [',\n', part] : [part]));
    parts.push(rows.length > 0 ? '\n]' : ']', at < lists.length - 1 ? ',\n' : '}\n');
  }
  return new Blob(parts, { type: 'application/json' });
}
