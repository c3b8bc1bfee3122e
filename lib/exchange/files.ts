import type { ImportDraft } from '@/lib/api/views';
import { readCsv } from './csv';
import { FileError, type HeldBack } from './file-error';
import { readVcards } from './vcard';

export interface FileContacts {
  format: 'vcard' | 'google-csv' | 'linkedin-csv' | 'csv';
  drafts: ImportDraft[];
  /** Lines and values that were left out, each with its reason. */
  heldBack: HeldBack[];
  /** Columns and properties without a field of their own, with how often they had a value. */
  unmapped: { property: string; count: number }[];
}

/** Longest text that is read: more than 100,000 people with all they have. */
const LONGEST = 100_000_000;

/**
 * Reads the people of a vCard or CSV file. What it is, is told by its content, never by its name.
 * @param text decoded (see `decode`)
 * @throws FileError when no contact can be read
 */
export function readFile(text: string): FileContacts {
  const content = text.replace(/^\ufeff/, '');
  refuse(content);
  const read = /^[ \t]*BEGIN[ \t]*:[ \t]*VCARD/im.test(content) ? readVcards(content) : readCsv(content);
  if (read.drafts.length === 0) throw new FileError('nobody');
  return read;
}

function refuse(content: string): void {
  if (content.length > LONGEST) throw new FileError('large');
  const start = content.slice(0, 2000).trimStart();
  if (start === '') throw new FileError('empty');
  if (start.startsWith('PK\u0003\u0004')) throw new FileError('zip');
  if (/^%PDF|^\u0089PNG|^GIF8|^\xd0\xcf/.test(start) || start.includes('\0')) throw new FileError('binary');
  if (/^\{[\s\S]{0,200}"sidelight/i.test(start)) throw new FileError('backup');
  if (/^\{\s*["}]|^\[\s*[[{"\]]/.test(start)) throw new FileError('json');
  if (/^BEGIN:VCALENDAR/i.test(start)) throw new FileError('calendar');
  if (/^<(?:!doctype|html|\?xml|[a-z]+[\s>])/i.test(start)) throw new FileError('markup');
}
