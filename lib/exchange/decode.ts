/**
 * The text of a file. A byte order mark decides; else strict UTF-8; else GB18030, in which Chinese programs write, or
 * windows-1252 when the bytes beyond ASCII stand alone, as accented letters do.
 */
export function decode(bytes: Uint8Array): string {
  const [first, second, third] = bytes;
  if (first === 0xef && second === 0xbb && third === 0xbf) return new TextDecoder('utf-8').decode(bytes);
  if (first === 0xff && second === 0xfe) return new TextDecoder('utf-16le').decode(bytes);
  if (first === 0xfe && second === 0xff) return new TextDecoder('utf-16be').decode(bytes);
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    return new TextDecoder(standInPairs(bytes) ? 'gb18030' : 'windows-1252').decode(bytes);
  }
}

/** Enough to tell a language by, and quick on a file of any length. */
const SAMPLE = 100_000;

/** Whether most bytes beyond ASCII come two by two: a Chinese character is two such bytes, an accented letter is one. */
function standInPairs(bytes: Uint8Array): boolean {
  let pairs = 0;
  let singles = 0;
  for (let index = 0, seen = 0; index < bytes.length && seen < SAMPLE; index += 1) {
    if (bytes[index]! < 0x81) continue;
    seen += 1;
    if ((bytes[index + 1] ?? 0) >= 0x81) {
      pairs += 1;
      index += 1;
    } else singles += 1;
  }
  return pairs >= singles;
}
