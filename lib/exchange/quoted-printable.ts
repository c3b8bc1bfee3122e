import { textAsBytes } from './bytes-as-text';

const HEX = /^[0-9A-Fa-f]{2}$/;

/**
 * The bytes of a quoted-printable text whose soft breaks are gone. What is not encoded is taken as UTF-8, or, in a text of bytes, as
 * it is. A `=` without two figures behind it stands for itself.
 * @param raw whether the text is of `bytesAsText`
 */
export function quotedBytes(text: string, raw: boolean): Uint8Array {
  const plain = raw ? textAsBytes(text) : new TextEncoder().encode(text);
  const bytes = new Uint8Array(plain.length);
  let length = 0;
  for (let index = 0; index < plain.length; index += 1) {
    const byte = plain[index]!;
    const pair = byte === 0x3d ? String.fromCharCode(plain[index + 1] ?? 0, plain[index + 2] ?? 0) : '';
    if (HEX.test(pair)) index += 2;
    bytes[length] = HEX.test(pair) ? Number.parseInt(pair, 16) : byte;
    length += 1;
  }
  return bytes.subarray(0, length);
}
