import type { SeedMail } from './mailbox.ts';
import type { Person } from './people.ts';

let gb18030: Map<string, [number, number]> | undefined;

/** Two-byte GB18030 codes by character, read off the decoder: Node encodes only UTF-8. */
function gb18030Codes(): Map<string, [number, number]> {
  if (gb18030) return gb18030;
  gb18030 = new Map();
  const decoder = new TextDecoder('gb18030');
  for (let lead = 0x81; lead <= 0xfe; lead += 1) {
    for (let trail = 0x40; trail <= 0xfe; trail += 1) {
      if (trail === 0x7f) continue;
      gb18030.set(decoder.decode(Uint8Array.of(lead, trail)), [lead, trail]);
    }
  }
  return gb18030;
}

function encodeText(text: string, charset: SeedMail['charset']): Buffer {
  if (charset === 'utf-8') return Buffer.from(text, 'utf8');
  const bytes = [...text].flatMap((sign): number[] => {
    const code = sign.charCodeAt(0);
    if (code < 0x80) return [code];
    const pair = gb18030Codes().get(sign);
    if (!pair) throw new Error(`${sign} has no two-byte GB18030 code`);
    return pair;
  });
  return Buffer.from(bytes);
}

const isAscii = (text: string): boolean => /^[\x20-\x7e]*$/.test(text);

/** RFC 2047: encoded words of at most 75 characters, none splitting a character. */
function encodeWords(text: string, charset: SeedMail['charset']): string {
  if (isAscii(text)) return text;
  const words: string[] = [];
  let part = '';
  for (const sign of [...text, '']) {
    const longer = encodeText(part + sign, charset).length > 42;
    if (sign === '' || longer) {
      words.push(`=?${charset}?B?${encodeText(part, charset).toString('base64')}?=`);
      part = '';
    }
    part += sign;
  }
  return words.join('\r\n ');
}

/** One address of a header: the name quoted where RFC 5322 wants it, encoded where it is not ASCII. */
function address(person: Person, charset: SeedMail['charset']): string {
  if (person.name === '') return person.address;
  if (!isAscii(person.name)) return `${encodeWords(person.name, charset)} <${person.address}>`;
  const plain = /^[A-Za-z0-9 ]+$/.test(person.name);
  const name = plain ? person.name : `"${person.name.replace(/["\\]/g, '\\$&')}"`;
  return `${name} <${person.address}>`;
}

const base64Lines = (bytes: Buffer): string =>
  (bytes.toString('base64').match(/.{1,76}/g) ?? []).join('\r\n');

function part(type: string, bytes: Buffer, headers: string[] = []): string {
  return [
    `Content-Type: ${type}`,
    'Content-Transfer-Encoding: base64',
    ...headers,
    '',
    base64Lines(bytes),
  ].join('\r\n');
}

function multipart(kind: string, boundary: string, parts: string[]): string {
  const inner = parts.map((one) => `--${boundary}\r\n${one}\r\n`).join('');
  return `Content-Type: multipart/${kind}; boundary="${boundary}"\r\n\r\n${inner}--${boundary}--`;
}

/** Type, encoding and content of the mail, as the last header lines and the body. */
function body(mail: SeedMail): string {
  const text = part(`text/plain; charset=${mail.charset}`, encodeText(mail.text, mail.charset));
  const readable = mail.html
    ? multipart('alternative', 'seed-alternative', [
        text,
        part('text/html; charset=utf-8', Buffer.from(mail.html)),
      ])
    : text;
  if (!mail.attachment) return readable;
  const name = encodeURIComponent(mail.attachment.name);
  const file = part('text/csv; charset=utf-8', Buffer.from(mail.attachment.text), [
    `Content-Disposition: attachment; filename*=utf-8''${name}`,
  ]);
  return multipart('mixed', 'seed-mixed', [readable, file]);
}

/** The mail as it would arrive, CRLF lines, ASCII only. */
export function toMime(mail: SeedMail): string {
  const list = (people: Person[]) => people.map((one) => address(one, 'utf-8')).join(',\r\n ');
  const headers = [
    `Date: ${new Date(mail.at).toUTCString().replace('GMT', '+0000')}`,
    `From: ${address(mail.from, mail.charset)}`,
    `To: ${list(mail.to)}`,
    ...(mail.cc.length > 0 ? [`Cc: ${list(mail.cc)}`] : []),
    `Subject: ${encodeWords(mail.subject, mail.charset)}`,
    `Message-ID: ${mail.messageId}`,
    ...(mail.references.length > 0
      ? [`In-Reply-To: ${mail.references.at(-1)}`, `References: ${mail.references.join('\r\n ')}`]
      : []),
    ...Object.entries(mail.headers).map(([name, value]) => `${name}: ${value}`),
    'MIME-Version: 1.0',
  ];
  return `${headers.join('\r\n')}\r\n${body(mail)}\r\n`;
}

const quotedPrintable = (text: string): Buffer =>
  Buffer.from(
    text
      .replaceAll('_', ' ')
      .replace(/=([0-9a-f]{2})/gi, (_, hex: string) => String.fromCharCode(Number.parseInt(hex, 16))),
    'latin1',
  );

/** The value of a header of a raw mail, unfolded and with its encoded words (RFC 2047) decoded; '' when it has none. */
export function decodedHeader(raw: string, name: string): string {
  const head = raw.slice(0, raw.indexOf('\r\n\r\n')).replace(/\r\n[ \t]/g, ' ');
  const line = new RegExp(`^${name}: (.*)$`, 'im').exec(head)?.[1] ?? '';
  return line
    .replace(/\?=\s+=\?/g, '?==?')
    .replace(/=\?([^?]+)\?([bq])\?([^?]*)\?=/gi, (_, charset: string, way: string, text: string) =>
      new TextDecoder(charset).decode(
        way.toUpperCase() === 'B' ? Buffer.from(text, 'base64') : quotedPrintable(text),
      ),
    );
}
