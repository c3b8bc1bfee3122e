import { readBytesText } from './bytes-as-text';
import { decodeAs } from './encodings';
import { quotedBytes } from './quoted-printable';
import { type Head, splitLine } from './vcard-head';

/** One property in plain text, escaped as vCard 3.0 and 4.0 do. */
export interface CardLine {
  /** Null when the line has no colon and so is none. */
  head: Head | null;
  value: string;
}

export interface Card {
  /** Line of the file at which it begins, from 1. */
  line: number;
  version: string;
  lines: CardLine[];
  /** A card in the place of a value (AGENT of vCard 2.1), as text. */
  nested: string[];
}

const BEGIN = /^\s*BEGIN\s*:\s*VCARD\s*$/i;
const END = /^\s*END\s*:\s*VCARD\s*$/i;

/**
 * Splits a file into its cards: folded lines joined, quoted-printable decoded, the bare parameters of 2.1 named. A card that is never
 * ended ends where the next one begins.
 * @param raw encoding of lines that name none, when the text is of `bytesAsText`
 */
export function cardsOf(text: string, raw?: string): { cards: Card[]; stray: LogicalLine[] } {
  const cards: Card[] = [];
  const stray: LogicalLine[] = [];
  let open: { card: Card; lines: string[]; nested: string[]; depth: number } | null = null;
  const close = () => {
    if (open) cards.push(finished(open.card, open.lines, raw));
    open = null;
  };
  for (const line of logicalLines(text)) {
    const current: { card: Card; lines: string[]; nested: string[]; depth: number } | null = open;
    const { text: content } = line;
    if (BEGIN.test(content)) {
      if (current && (current.depth > 0 || awaitsCard(current.lines.at(-1)))) {
        if (current.depth === 0) current.lines.pop();
        current.depth += 1;
        current.nested.push(content);
      } else {
        close();
        open = {
          card: { line: line.line, version: '', lines: [], nested: [] },
          lines: [],
          nested: [],
          depth: 0,
        };
      }
    } else if (!current) {
      if (content.trim() !== '') stray.push(line);
    } else if (current.depth > 0) {
      current.nested.push(content);
      if (END.test(content)) current.depth -= 1;
      if (current.depth === 0) current.card.nested.push(current.nested.splice(0).join('\n'));
    } else if (END.test(content)) close();
    else if (content.trim() !== '') current.lines.push(content);
  }
  close();
  return { cards, stray };
}

/** `AGENT:` with nothing behind it: the card stands in the lines below. */
function awaitsCard(line: string | undefined): boolean {
  return /^[^:]{0,200}AGENT[^:]{0,200}:\s*$/i.test(line ?? '');
}

function finished(card: Card, lines: string[], raw: string | undefined): Card {
  const parts = lines.map((line) => ({ line, split: propertyIn(line) }));
  const version = parts.find(({ split }) => split?.head.name === 'VERSION')?.split?.value.trim() ?? '';
  const nested = card.nested.map((text) => (raw ? readBytesText(text, raw) : text));
  return {
    ...card,
    version,
    nested,
    lines: parts.flatMap(({ line, split }) => {
      if (!split) return { head: null, value: raw ? readBytesText(line, raw) : line };
      return split.head.name === 'VERSION' ? [] : plainLine(split, version.startsWith('2'), raw);
    }),
  };
}

/** Null for a line of another form: what stands before its colon is no name. */
function propertyIn(line: string): ReturnType<typeof splitLine> {
  const split = splitLine(line);
  return split && /^[\w-]{1,80}$/.test(split.head.name) && split.head.group.length <= 80 ? split : null;
}

export interface LogicalLine {
  line: number;
  text: string;
}

/** A line of base64 that some programs do not indent. */
const BARE_BASE64 = /^[A-Za-z0-9+/]+={0,2}\s*$/;

/** Pieces are joined at the end: a picture has a hundred thousand of them. */
function logicalLines(text: string): LogicalLine[] {
  const lines: { line: number; pieces: string[]; quoted: boolean; base64: boolean }[] = [];
  for (const [index, piece] of text.split(/\r\n|\n|\r/).entries()) {
    const last = lines.at(-1);
    const end = last?.pieces.at(-1) ?? '';
    if (last?.quoted && /=[ \t]*$/.test(end.slice(-80))) {
      last.pieces[last.pieces.length - 1] = end.slice(0, end.lastIndexOf('='));
      last.pieces.push(piece.replace(/^[ \t]/, ''));
    } else if (last && /^[ \t](?!\s*(?:BEGIN|END)\s*:\s*VCARD\s*$)/i.test(piece))
      last.pieces.push(piece.slice(1));
    else if (last?.base64 && BARE_BASE64.test(piece)) last.pieces.push(piece);
    else {
      const [head = ''] = piece.split(':', 1);
      lines.push({
        line: index + 1,
        pieces: [piece],
        quoted: /QUOTED-PRINTABLE/i.test(head),
        base64: /;(?:ENCODING=)?["']?(?:BASE64|B)(?:;|$)/i.test(head),
      });
    }
  }
  return lines.map(({ line, pieces }) => ({ line, text: pieces.join('') }));
}

/** Parameters that say how the value was written, and say nothing once it is read. */
const TRANSPORT = ['CHARSET', 'ENCODING'];

function plainLine({ head, value }: { head: Head; value: string }, old: boolean, raw?: string): CardLine {
  const encoding = (head.params.ENCODING ?? []).at(-1)?.toUpperCase() ?? '';
  const charset = head.params.CHARSET?.[0] ?? raw ?? 'utf-8';
  const quoted = encoding === 'QUOTED-PRINTABLE';
  const params = Object.fromEntries(
    Object.entries(head.params).filter(([name]) => !TRANSPORT.includes(name)),
  );
  const base64 = encoding === 'B' || encoding === 'BASE64';
  const named = base64 ? { ...params, ENCODING: ['b'] } : params;
  const plain = quoted
    ? known(charset, (label) => decodeAs(quotedBytes(value, raw !== undefined), label))
    : raw
      ? known(charset, (label) => readBytesText(value, label))
      : value;
  return {
    head: { ...head, params: named },
    value: (old || quoted) && !base64 ? escaped(plain, head.name) : plain,
  };
}

/** An encoding of a name that nobody knows is UTF-8, most likely. */
function known(label: string, read: (label: string) => string): string {
  try {
    return read(label);
  } catch {
    return read('utf-8');
  }
}

/** In 2.1 a comma is a comma; in 3.0 it parts values. Line breaks that were quoted become `\n`. */
function escaped(value: string, name: string): string {
  const text = value.replace(/\r\n|\r|\n/g, '\\n');
  return name === 'CATEGORIES' ? text : text.replace(/(?<!\\),/g, '\\,');
}
