import { Parser } from 'saxen';
import { FileError } from '../file-error';
import type { Archive } from './archive';

/** What a reader of a part hears. Names come without their prefix, which each program chooses for itself. */
export interface XmlListener {
  /** `attribute` of this name, decoded; undefined when it is not there. */
  open(name: string, attribute: (name: string) => string | undefined): void;
  close?(name: string): void;
  text?(text: string): void;
}

/** Characters of a text. No cell may hold a tenth of it. The parser goes through what has no end yet again and again. */
export const LONGEST_TEXT = 500_000;
/** Elements within each other. Those of a workbook are ten, and the parser keeps a note of each that is open. */
const DEEPEST = 100;

/**
 * Reads a part of an archive as XML, as it is inflated: nothing of it is kept. Entities of its own are not known, so none grows.
 * @throws FileError `broken`, and whatever the archive throws
 */
export async function readXml(archive: Archive, part: string, listener: XmlListener): Promise<void> {
  const parser = new Parser();
  const fail = () => {
    throw new FileError('broken');
  };
  parser.on('error', fail);
  let waiting = 0;
  let depth = 0;
  const hear =
    <T extends unknown[]>(tell: (...heard: T) => void) =>
    (...heard: T) => {
      waiting = 0;
      tell(...heard);
    };
  parser.on(
    'openTag',
    hear((name, attributes) => {
      depth += 1;
      if (depth > DEEPEST) fail();
      listener.open(local(name), (wanted) => attributeOf(attributes(), wanted));
    }),
  );
  parser.on(
    'closeTag',
    hear((name) => {
      depth -= 1;
      listener.close?.(local(name));
    }),
  );
  parser.on(
    'text',
    hear((text) => listener.text?.(decoded(text))),
  );
  parser.on(
    'cdata',
    hear((text) => listener.text?.(text)),
  );
  await archive.read(part, (piece) => {
    waiting += piece.length;
    if (piece) parser.write(piece);
    if (waiting > LONGEST_TEXT) throw new FileError('large');
  });
  if (parser.end()) fail();
}

function local(name: string): string {
  return name.slice(name.indexOf(':') + 1);
}

function attributeOf(all: Record<string, string>, wanted: string): string | undefined {
  const own = Object.hasOwn(all, wanted) ? all[wanted] : undefined;
  if (own !== undefined) return decoded(own);
  const name = Object.keys(all).find((one) => one.endsWith(`:${wanted}`));
  return name === undefined ? undefined : decoded(all[name] ?? '');
}

const NAMED: Readonly<Record<string, string>> = { amp: '&', apos: "'", gt: '>', lt: '<', quot: '"' };
const ENTITY = /&(?:#(\d{1,7})|#x([\da-f]{1,6})|(amp|apos|gt|lt|quot));/gi;
const LAST_SIGN = 0x10ffff;

/** The parser's own decoder halves what lies beyond the first plane: an emoji would be lost. */
function decoded(text: string): string {
  if (!text.includes('&')) return text;
  return text.replace(ENTITY, (whole, digits?: string, hex?: string, name?: string) => {
    if (name) return NAMED[name.toLowerCase()] ?? whole;
    const code = hex ? Number.parseInt(hex, 16) : Number(digits);
    return code <= LAST_SIGN ? String.fromCodePoint(code) : whole;
  });
}
