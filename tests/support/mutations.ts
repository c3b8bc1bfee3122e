import { seededRandom } from './random';

type Random = () => number;

/** What breaks readers of files: signs of their grammars, bytes of other encodings, and too much of anything. */
const TOKENS: readonly (string | number[])[] = [
  '"',
  '""',
  ',',
  ';',
  '\t',
  ':',
  '=',
  '=\r\n',
  '\r\n ',
  '\r\n\t',
  '\n',
  '\\',
  '\\,',
  '\\n',
  ' ::: ',
  'BEGIN:VCARD\r\n',
  'END:VCARD\r\n',
  'VERSION:2.1\r\n',
  'VERSION:4.0\r\n',
  'AGENT:\r\n',
  ';ENCODING=QUOTED-PRINTABLE',
  ';ENCODING=BASE64',
  ';CHARSET=SHIFT_JIS',
  ';CHARSET=nonsense',
  ';TYPE="',
  'item1.',
  'X-ABLabel:__proto__\r\n',
  '\r\n\r\n',
  'dn: cn=x\n',
  ':: ',
  ':< file:///x\n',
  'Name,Email\n',
  'Deal Name,Close Date,Amount,Associated Contact\n',
  '2026-13-45',
  '0/0/00',
  '99999999999999999999',
  '-1e308',
  '=cmd|x!A1',
  '\u202e',
  '\u0000',
  '\ufeff',
  '\ufffd',
  [0xff],
  [0xff, 0xfe],
  [0x81],
  [0xe6, 0x98],
  [0xed, 0xa0, 0x80],
  [0xf8, 0x88],
];

/** The same mutation of the same bytes for the same seed. `others`: files from which pieces are taken. */
export function mutated(bytes: Uint8Array, others: readonly Uint8Array[], seed: number): Uint8Array {
  const random = seededRandom(seed);
  let result = bytes;
  for (let times = 1 + below(random, 6); times > 0; times -= 1) {
    const change = CHANGES[below(random, CHANGES.length)]!;
    result = change(result, random, others);
  }
  return result;
}

type Change = (bytes: Uint8Array, random: Random, others: readonly Uint8Array[]) => Uint8Array;

const CHANGES: readonly Change[] = [
  // One bit.
  (bytes, random) => {
    const copy = bytes.slice();
    const at = below(random, copy.length);
    if (copy.length > 0) copy[at] = copy[at]! ^ (1 << below(random, 8));
    return copy;
  },
  // A sign in between.
  (bytes, random) => spliced(bytes, below(random, bytes.length + 1), 0, token(random)),
  // A sign many times.
  (bytes, random) => {
    const one = token(random);
    const many = new Uint8Array(one.length * (1 + below(random, 3000)));
    for (let at = 0; at < many.length; at += one.length) many.set(one, at);
    return spliced(bytes, below(random, bytes.length + 1), 0, many);
  },
  // A piece left out.
  (bytes, random) => spliced(bytes, below(random, bytes.length + 1), below(random, 60), new Uint8Array()),
  // A piece twice.
  (bytes, random) => {
    const at = below(random, bytes.length + 1);
    return spliced(bytes, at, 0, bytes.subarray(at, at + below(random, 200)));
  },
  // The end missing.
  (bytes, random) => bytes.slice(0, below(random, bytes.length + 1)),
  // A piece of another file.
  (bytes, random, others) => {
    const other = others[below(random, others.length)]!;
    const from = below(random, other.length + 1);
    return spliced(
      bytes,
      below(random, bytes.length + 1),
      0,
      other.subarray(from, from + below(random, 400)),
    );
  },
  // Two lines change places.
  (bytes, random) => {
    const lines = Buffer.from(bytes).toString('latin1').split('\n');
    const [a, b] = [below(random, lines.length), below(random, lines.length)];
    [lines[a], lines[b]] = [lines[b]!, lines[a]!];
    return new Uint8Array(Buffer.from(lines.join('\n'), 'latin1'));
  },
];

function spliced(bytes: Uint8Array, at: number, without: number, piece: Uint8Array): Uint8Array {
  const rest = bytes.subarray(Math.min(bytes.length, at + without));
  const result = new Uint8Array(at + piece.length + rest.length);
  result.set(bytes.subarray(0, at));
  result.set(piece, at);
  result.set(rest, at + piece.length);
  return result;
}

function token(random: Random): Uint8Array {
  const one = TOKENS[below(random, TOKENS.length)]!;
  return typeof one === 'string' ? new TextEncoder().encode(one) : Uint8Array.from(one);
}

function below(random: Random, limit: number): number {
  return Math.floor(random() * Math.max(1, limit));
}
