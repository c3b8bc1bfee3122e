import type { Store } from './support';

/** Where some of these words stand in the store: a few letters around each place. */
export async function found(store: Store, words: RegExp[]): Promise<string[]> {
  const text = await everything(store);
  return words.flatMap((word) =>
    [...text.matchAll(new RegExp(word, 'gi'))]
      .slice(0, 5)
      .map(({ index }) => text.slice(Math.max(0, index - 150), index + 60)),
  );
}

/** Whole content of every table as text, keys and all; packed bytes as the letters that they may be. */
export async function everything({ db }: Store): Promise<string> {
  const tables = await Promise.all(db.tables.map((table) => table.toArray()));
  return JSON.stringify(tables, (_, value) => (ArrayBuffer.isView(value) ? lettersOf(value) : value));
}

function lettersOf({ buffer, byteOffset, byteLength }: ArrayBufferView): string[] {
  const bytes = new Uint8Array(buffer, byteOffset, byteLength).slice();
  return ['latin1', 'utf-8', 'utf-16le'].map((encoding) => new TextDecoder(encoding).decode(bytes));
}
