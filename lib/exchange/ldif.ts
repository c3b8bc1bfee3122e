import { DraftBuilder } from './draft-builder';
import type { FileContacts } from './file-contacts';
import { takeAttributes } from './ldif-attributes';
import { Tally } from './tally';

/** One attribute of an entry. `options` as in `cn;lang-ja`, in small letters. */
export interface Attribute {
  name: string;
  options: string[];
  value: string;
  /** Bytes in base64 that are no text: a picture. */
  binary: string | null;
}

interface Entry {
  line: number;
  attributes: Attribute[];
  broken: string[];
  urls: string[];
}

/** Directory entries as text, RFC 2849: as Thunderbird and address servers write them. */
export function isLdif(text: string): boolean {
  const first = text
    .slice(0, 20_000)
    .split(/\r\n|\n|\r/)
    .find((line) => line.trim() !== '' && !/^(?:#|version: *\d+\s*$)/i.test(line));
  return /^dn:{1,2} *\S/i.test(first ?? '');
}

/** Reads LDIF. What stands elsewhere (`:<`) is held back: nothing is fetched. */
export function readLdif(text: string): FileContacts {
  const result: FileContacts = { format: 'ldif', drafts: [], companies: [], heldBack: [], unmapped: [] };
  const unmapped = new Tally();
  for (const entry of entriesOf(text)) {
    const builder = new DraftBuilder(String(entry.line), 'en');
    for (const line of entry.broken) builder.hold('imports.held_line', '', line);
    for (const line of entry.urls) builder.hold('imports.held_url', '', line);
    const kinds = valuesOf(entry, 'objectclass');
    if (kinds.some((kind) => /^(?:groupofnames|groupofuniquenames|posixgroup)$/i.test(kind))) {
      builder.hold('imports.held_group', '', valuesOf(entry, 'cn')[0] ?? '');
    } else if (kinds.length > 0 && kinds.every((kind) => STRUCTURE.test(kind))) {
      // The tree of the directory, in which the people hang.
      builder.hold('imports.held_nobody', '', valuesOf(entry, 'dn')[0] ?? '');
    } else {
      takeAttributes(entry.attributes, builder, unmapped);
      const draft = builder.build();
      if (draft) result.drafts.push(draft);
      else builder.hold('imports.held_nobody', '', valuesOf(entry, 'dn')[0] ?? '');
    }
    result.heldBack.push(...builder.heldBack);
  }
  result.unmapped = unmapped.list();
  return result;
}

const STRUCTURE = /^(?:top|organization|organizationalunit|dcobject|domain|country|locality)$/i;

function valuesOf(entry: Entry, name: string): string[] {
  return entry.attributes.filter((one) => one.name === name).map((one) => one.value);
}

function entriesOf(text: string): Entry[] {
  const entries: Entry[] = [];
  let entry: Entry | null = null;
  for (const { line, text: content } of logicalLines(text)) {
    if (content === '') {
      entry = null;
      continue;
    }
    if (content.startsWith('#') || /^version:/i.test(content) || content === '-') continue;
    if (!entry) {
      entry = { line, attributes: [], broken: [], urls: [] };
      entries.push(entry);
    }
    const [, full, mark, value] = /^([A-Za-z0-9][\w.;-]{0,200}):([:<]?)[ \t]*(.*)$/s.exec(content) ?? [];
    if (!full) entry.broken.push(content);
    else if (mark === '<') entry.urls.push(content);
    else entry.attributes.push(attributeOf(full, mark === ':', value ?? ''));
  }
  return entries.filter((one) => one.attributes.length + one.broken.length + one.urls.length > 0);
}

function attributeOf(full: string, base64: boolean, value: string): Attribute {
  const [name = '', ...options] = full.toLowerCase().split(';');
  const decoded = base64 ? textOf(value) : value;
  return { name, options, value: decoded ?? '', binary: decoded === null ? value : null };
}

/** Null when the bytes are no text. */
function textOf(base64: string): string | null {
  try {
    const bytes = Uint8Array.from(atob(base64.replace(/\s/g, '')), (sign) => sign.charCodeAt(0));
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    return null;
  }
}

/** A line that begins with a space goes on with the one above. */
function logicalLines(text: string): { line: number; text: string }[] {
  const lines: { line: number; pieces: string[] }[] = [];
  for (const [index, piece] of text.split(/\r\n|\n|\r/).entries()) {
    const last = lines.at(-1);
    if (last && piece.startsWith(' ') && last.pieces[0] !== '') last.pieces.push(piece.slice(1));
    else lines.push({ line: index + 1, pieces: [piece] });
  }
  return lines.map(({ line, pieces }) => ({ line, text: pieces.join('').replace(/^\s+$/, '') }));
}
