import { decodeAs } from './encodings';

/**
 * Bytes as characters, one for one, so that lines can be joined before their bytes are read: a fold may stand inside a character. ASCII is
 * itself, any other byte a character of the private area.
 */
export function bytesAsText(bytes: Uint8Array): string {
  return new TextDecoder('x-user-defined').decode(bytes);
}

/** The bytes of such a text. Characters that are none of it are left out. */
export function textAsBytes(text: string): Uint8Array {
  const bytes = new Uint8Array(text.length);
  let length = 0;
  for (let index = 0; index < text.length; index += 1) {
    const code = text.charCodeAt(index);
    if (code < 0x80) bytes[length] = code;
    else if (code >= 0xf780 && code <= 0xf7ff) bytes[length] = code - 0xf700;
    else continue;
    length += 1;
  }
  return bytes.subarray(0, length);
}

/** Such a text in its encoding; plain ASCII is not looked at. */
export function readBytesText(text: string, encoding: string): string {
  return /[\uf780-\uf7ff]/.test(text) ? decodeAs(textAsBytes(text), encoding) : text;
}
