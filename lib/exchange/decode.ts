import { decodeAs, encodingOf } from './encodings';

/** The text of a file, in the encoding that its bytes tell. */
export function decode(bytes: Uint8Array): string {
  return decodeAs(bytes, encodingOf(bytes));
}
