/** Bytes of a file as text. */
export function decode(bytes: Uint8Array): string {
  return new TextDecoder().decode(bytes);
}
