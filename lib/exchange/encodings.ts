import { FileError } from './file-error';

/** Enough to tell a language by, and quick on a file of any length. */
const SAMPLE = 200_000;

/**
 * Label of the encoding of these bytes: a byte order mark decides; else strict UTF-8; else whichever gives the most usual characters,
 * GB18030 before the others.
 */
export function encodingOf(bytes: Uint8Array): string {
  const marked = markedEncoding(bytes);
  if (marked) return marked;
  if (isUtf8(bytes)) return 'utf-8';
  const sample = bytes.subarray(0, SAMPLE);
  const [best] = CANDIDATES.map(([label, share]) => ({ label, share: share(sample) })).sort(
    (a, b) => b.share - a.share,
  );
  return best!.label;
}

/**
 * The text of these bytes. A byte that has no meaning in the encoding becomes U+FFFD.
 * @throws FileError `encoding` when nobody knows an encoding of this label
 */
export function decodeAs(bytes: Uint8Array, encoding: string): string {
  try {
    return new TextDecoder(encoding).decode(bytes);
  } catch {
    throw new FileError('encoding');
  }
}

/** By its mark, or, where that is missing, by the zeros that UTF-16 has in every other byte of Latin text. */
function markedEncoding(bytes: Uint8Array): string | null {
  const [first, second, third, fourth] = bytes;
  if (first === 0xef && second === 0xbb && third === 0xbf) return 'utf-8';
  if (first === 0xff && second === 0xfe) return 'utf-16le';
  if (first === 0xfe && second === 0xff) return 'utf-16be';
  if (first === 0x84 && second === 0x31 && third === 0x95 && fourth === 0x33) return 'gb18030';
  const start = bytes.subarray(0, 400);
  const zeros = [0, 0];
  for (const [index, byte] of start.entries()) if (byte === 0) zeros[index % 2]! += 1;
  const [even = 0, odd = 0] = zeros;
  if (odd > start.length / 5 && even === 0) return 'utf-16le';
  if (even > start.length / 5 && odd === 0) return 'utf-16be';
  return null;
}

function isUtf8(bytes: Uint8Array): boolean {
  try {
    new TextDecoder('utf-8', { fatal: true }).decode(bytes);
    return true;
  } catch {
    return false;
  }
}

const between = (byte: number, from: number, to: number) => byte >= from && byte <= to;

/** Share of the characters beyond ASCII that are usual in texts of that encoding, from 0 to 1. */
type Share = (bytes: Uint8Array) => number;

/** Encodings in which a character is two bytes. `usual`: punctuation, and the characters of the first level of each standard. */
const pairs =
  (
    lead: (byte: number) => boolean,
    trail: (byte: number) => boolean,
    usual: (lead: number, trail: number) => boolean,
  ): Share =>
  (bytes) => {
    let all = 0;
    let good = 0;
    for (let index = 0; index < bytes.length; index += 1) {
      const byte = bytes[index]!;
      if (byte < 0x80) continue;
      all += 1;
      const next = bytes[index + 1] ?? 0;
      if (!lead(byte) || !trail(next)) continue;
      if (usual(byte, next)) good += 1;
      index += 1;
    }
    return all === 0 ? 0 : good / all;
  };

/** UTF-8 in which some bytes are damaged. */
const damagedUtf8: Share = (bytes) => {
  const decoded = new TextDecoder('utf-8').decode(bytes);
  const beyond = decoded.match(/[^\p{ASCII}]/gu)?.length ?? 0;
  const bad = decoded.match(/\ufffd/g)?.length ?? 0;
  // Few letters of a legacy encoding come out as UTF-8 by chance.
  return beyond - bad > bad ? (beyond - bad) / beyond : 0;
};

/** Cyrillic letters stand in rows, small ones above all. */
const cyrillic: Share = (bytes) => {
  let all = 0;
  let small = 0;
  let good = 0;
  for (const [index, byte] of bytes.entries()) {
    if (byte < 0x80) continue;
    all += 1;
    const beside = (bytes[index - 1] ?? 0) >= 0xc0 || (bytes[index + 1] ?? 0) >= 0xc0;
    if (byte >= 0xe0) small += 1;
    if ((byte >= 0xc0 || byte === 0xa8 || byte === 0xb8) && beside) good += 1;
  }
  return all > 0 && small * 2 > all ? good / all : 0;
};

/** Accented letters stand alone among plain ones. */
const latin: Share = (bytes) => {
  let all = 0;
  let good = 0;
  for (const [index, byte] of bytes.entries()) {
    if (byte < 0x80) continue;
    all += 1;
    if ((bytes[index - 1] ?? 0) < 0x80 && (bytes[index + 1] ?? 0) < 0x80) good += 1;
  }
  // Something must be the answer where nothing else fits.
  return all === 0 ? 0.01 : Math.max(0.01, good / all);
};

const CANDIDATES: readonly [string, Share][] = [
  ['utf-8', damagedUtf8],
  [
    'gb18030',
    pairs(
      (byte) => between(byte, 0x81, 0xfe),
      (byte) => between(byte, 0x40, 0xfe) && byte !== 0x7f,
      (lead, trail) => trail >= 0xa1 && (between(lead, 0xa1, 0xa3) || between(lead, 0xb0, 0xd7)),
    ),
  ],
  [
    'big5',
    pairs(
      (byte) => between(byte, 0x81, 0xfe),
      (byte) => between(byte, 0x40, 0x7e) || between(byte, 0xa1, 0xfe),
      (lead) => between(lead, 0xa1, 0xa3) || between(lead, 0xa4, 0xc6),
    ),
  ],
  [
    'shift_jis',
    pairs(
      (byte) => between(byte, 0x81, 0x9f) || between(byte, 0xe0, 0xfc),
      (byte) => between(byte, 0x40, 0xfc) && byte !== 0x7f,
      (lead) => between(lead, 0x81, 0x83) || between(lead, 0x88, 0x97),
    ),
  ],
  ['windows-1251', cyrillic],
  ['windows-1252', latin],
];
