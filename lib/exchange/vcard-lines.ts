/** A card's logical lines, in the form of vCard 3.0 and 4.0 that ical.js reads. */
export interface Card {
  /** Line of the file at which it begins, from 1. */
  line: number;
  version: string;
  lines: string[];
}

/** Splits a file into its cards, without those inside a card (AGENT): folded lines joined, quoted-printable decoded, the bare parameters of 2.1 named. */
export function cardsOf(text: string): Card[] {
  const cards: Card[] = [];
  let card: Card | null = null;
  let depth = 0;
  for (const { line, text: content } of logicalLines(text)) {
    if (/^\s*BEGIN\s*:\s*VCARD\s*$/i.test(content)) {
      depth += 1;
      if (depth === 1) {
        card = { line, version: '', lines: [] };
        cards.push(card);
      }
    } else if (/^\s*END\s*:\s*VCARD\s*$/i.test(content)) {
      depth = Math.max(0, depth - 1);
      if (depth === 0) card = null;
    } else if (card && depth === 1 && content.trim() !== '') {
      const version = /^VERSION\s*:\s*(\S+)/i.exec(content)?.[1];
      if (version) card.version = version;
      else card.lines.push(content);
    }
  }
  for (const one of cards)
    one.lines = one.lines.map((content) => plainLine(content, one.version.startsWith('2')));
  return cards;
}

/** Pieces are joined at the end: a picture has a hundred thousand of them. */
function logicalLines(text: string): { line: number; text: string }[] {
  const lines: { line: number; pieces: string[]; quoted: boolean }[] = [];
  for (const [index, raw] of text.split(/\r\n|\n|\r/).entries()) {
    const last = lines.at(-1);
    const end = last?.pieces.at(-1) ?? '';
    if (last?.quoted && end.endsWith('=')) {
      last.pieces[last.pieces.length - 1] = end.slice(0, -1);
      last.pieces.push(raw.replace(/^[ \t]/, ''));
    } else if (last && /^[ \t](?!\s*(?:BEGIN|END)\s*:)/i.test(raw)) last.pieces.push(raw.slice(1));
    else lines.push({ line: index + 1, pieces: [raw], quoted: /^[^:]*QUOTED-PRINTABLE[^:]*:/i.test(raw) });
  }
  return lines.map(({ line, pieces }) => ({ line, text: pieces.join('') }));
}

/** One line with every parameter named and its value in plain text. */
function plainLine(line: string, old: boolean): string {
  const { head, value } = split(line);
  if (value === null) return line;
  const [name = '', ...parameters] = head;
  const charset = parameters.flatMap((one) => /^CHARSET=["']?([\w-]+)/i.exec(one)?.[1] ?? [])[0] ?? 'utf-8';
  const quoted = parameters.some((one) => /^(?:ENCODING=)?QUOTED-PRINTABLE$/i.test(one.trim()));
  const named = parameters
    .filter((one) => !/^(?:CHARSET=|(?:ENCODING=)?(?:QUOTED-PRINTABLE|8BIT|7BIT)$)/i.test(one.trim()))
    .map((one) => (one.includes('=') ? one : /^(?:BASE64|B)$/i.test(one) ? 'ENCODING=b' : `TYPE=${one}`))
    .filter((one) => one !== 'TYPE=');
  const plain = quoted ? decodeQuoted(value, charset) : value;
  return `${[name.trim(), ...named].join(';')}:${old || quoted ? escaped(plain, name) : plain}`;
}

/** Name and parameters, and the value: the first colon outside quotes parts them. */
function split(line: string): { head: string[]; value: string | null } {
  const head: string[] = [];
  let inside = false;
  let start = 0;
  for (let index = 0; index < line.length; index += 1) {
    const sign = line[index];
    if (sign === '"') inside = !inside;
    if (inside || (sign !== ';' && sign !== ':')) continue;
    head.push(line.slice(start, index));
    start = index + 1;
    if (sign === ':') return { head, value: line.slice(start) };
  }
  return { head, value: null };
}

/** In 2.1 a comma is a comma; in 3.0 it parts values. Line breaks that were quoted become `\n`. */
function escaped(value: string, name: string): string {
  const text = value.replace(/\r\n|\r|\n/g, '\\n');
  return /^(?:.*\.)?CATEGORIES$/i.test(name) ? text : text.replace(/(?<!\\),/g, '\\,');
}

function decodeQuoted(value: string, charset: string): string {
  const bytes: number[] = [];
  const encoder = new TextEncoder();
  for (let index = 0; index < value.length; index += 1) {
    const code = /^=([0-9A-F]{2})/i.exec(value.slice(index, index + 3))?.[1];
    if (code) {
      bytes.push(Number.parseInt(code, 16));
      index += 2;
    } else {
      const sign = String.fromCodePoint(value.codePointAt(index)!);
      bytes.push(...encoder.encode(sign));
      index += sign.length - 1;
    }
  }
  return decoderOf(charset).decode(new Uint8Array(bytes));
}

function decoderOf(charset: string): TextDecoder {
  try {
    return new TextDecoder(charset);
  } catch {
    return new TextDecoder('utf-8');
  }
}
