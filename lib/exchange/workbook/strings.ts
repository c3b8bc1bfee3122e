import { FileError } from '../file-error';
import type { Archive } from './archive';
import { shownString } from './cell-text';
import { LONGEST_TEXT, readXml } from './xml';

const MOST_STRINGS = 4_000_000;

/** The text of a string that may stand in pieces of different looks. How it is spoken (`rPh`) is no part of it. */
export class RichText {
  private pieces = '';
  private isText = false;
  private isSpoken = false;

  open(name: string): void {
    if (name === 'si' || name === 'is') this.pieces = '';
    else if (name === 'rPh') this.isSpoken = true;
    else if (name === 't') this.isText = !this.isSpoken;
  }

  close(name: string): void {
    if (name === 'rPh') this.isSpoken = false;
    else if (name === 't') this.isText = false;
  }

  /** @throws FileError `large` */
  add(text: string): void {
    if (!this.isText) return;
    this.pieces += text;
    if (this.pieces.length > LONGEST_TEXT) throw new FileError('large');
  }

  get value(): string {
    return shownString(this.pieces);
  }
}

/** The strings of a workbook, which its cells name by number. */
export async function readStrings(archive: Archive, part: string): Promise<string[]> {
  const strings: string[] = [];
  const rich = new RichText();
  await readXml(archive, part, {
    open: (name) => rich.open(name),
    text: (text) => rich.add(text),
    close: (name) => {
      rich.close(name);
      if (name !== 'si') return;
      if (strings.length >= MOST_STRINGS) throw new FileError('large');
      strings.push(rich.value);
    },
  });
  return strings;
}
