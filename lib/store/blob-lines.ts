/** A line of a file. */
export interface Line {
  text: string;
  /** Bytes of the file, without the line feed. */
  from: number;
  to: number;
}

const LINE_FEED = 10;

/** The lines of a file, read as a stream: no more of it is held than a line and what the browser hands over at once. */
export async function* linesOf(file: Blob): AsyncGenerator<Line, undefined> {
  const reader = file.stream().getReader();
  const decoder = new TextDecoder();
  let rest = new Uint8Array();
  let from = 0;
  for (let piece = await reader.read(); !piece.done; piece = await reader.read()) {
    const bytes = joined(rest, piece.value);
    let start = 0;
    for (let end = bytes.indexOf(LINE_FEED); end >= 0; end = bytes.indexOf(LINE_FEED, start)) {
      const line = bytes.subarray(start, end);
      yield { text: decoder.decode(line), from, to: from + line.length };
      from += line.length + 1;
      start = end + 1;
    }
    rest = bytes.slice(start);
  }
  if (rest.length > 0) yield { text: decoder.decode(rest), from, to: from + rest.length };
  return undefined;
}

function joined(a: Uint8Array, b: Uint8Array): Uint8Array<ArrayBuffer> {
  const all = new Uint8Array(a.length + b.length);
  all.set(a);
  all.set(b, a.length);
  return all;
}
