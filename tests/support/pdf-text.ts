import { inflateSync } from 'node:zlib';

/**
 * The text of a PDF as Chromium prints it, run by run in the order of its pages: what a reader copies out of it. Reads no more than that
 * printer's own form: plain objects, streams by deflate, fonts with a table of what their glyphs mean (ISO 32000-1, 9.10.3).
 */
export function pdfText(pdf: Buffer): string {
  const objects = objectsOf(pdf);
  const pages = [...objects.values()].filter(({ head }) => /\/Type\s*\/Page\b/.test(head));
  return pages
    .flatMap(({ head }) => {
      const fonts = fontsOf(head, objects);
      const [, own] = /\/Contents\s+(\d+) 0 R/.exec(head) ?? [];
      return own ? [runsIn(streamOf(objects.get(own)), fonts)] : [];
    })
    .join('\n');
}

interface PdfObject {
  head: string;
  stream: Buffer | null;
}

function objectsOf(pdf: Buffer): Map<string, PdfObject> {
  const text = pdf.toString('latin1');
  const objects = new Map<string, PdfObject>();
  const begin = /(?:^|\n)(\d+) 0 obj\b/g;
  for (let found = begin.exec(text); found; found = begin.exec(text)) {
    const from = begin.lastIndex;
    const end = text.indexOf('endobj', from);
    const opened = text.indexOf('stream\n', from);
    const hasStream = opened >= 0 && opened < end;
    const head = text.slice(from, hasStream ? opened : end);
    const length = Number(/\/Length\s+(\d+)/.exec(head)?.[1] ?? 0);
    const start = opened + 'stream\n'.length;
    objects.set(found[1]!, { head, stream: hasStream ? pdf.subarray(start, start + length) : null });
    if (hasStream) begin.lastIndex = start + length;
  }
  return objects;
}

function streamOf(object: PdfObject | undefined): string {
  if (!object?.stream) return '';
  const isDeflated = object.head.includes('/FlateDecode');
  return (isDeflated ? inflateSync(object.stream) : object.stream).toString('latin1');
}

interface Font {
  glyphs: Map<number, string>;
  /** Hexadecimal digits of one glyph: fonts that are drawn glyph by glyph (Type 3) number them by one byte. */
  digits: 2 | 4;
}

/** By the name of each font of a page what its glyphs mean. */
function fontsOf(page: string, objects: Map<string, PdfObject>): Map<string, Font> {
  const fonts = new Map<string, Font>();
  for (const [, name, id] of page.matchAll(/\/(F\d+) (\d+) 0 R/g)) {
    const head = objects.get(id!)?.head ?? '';
    const [, table] = /\/ToUnicode\s+(\d+) 0 R/.exec(head) ?? [];
    const digits = /\/Subtype\s*\/Type3\b/.test(head) ? 2 : 4;
    fonts.set(name!, { digits, glyphs: table ? glyphsOf(streamOf(objects.get(table))) : new Map() });
  }
  return fonts;
}

const wordOf = (hex: string): string => Buffer.from(hex, 'hex').swap16().toString('utf16le');

function glyphsOf(table: string): Map<number, string> {
  const glyphs = new Map<number, string>();
  for (const [, body] of table.matchAll(/beginbfchar([\s\S]*?)endbfchar/g))
    for (const [, glyph, means] of body!.matchAll(/<([\dA-Fa-f]+)>\s*<([\dA-Fa-f]+)>/g))
      glyphs.set(Number.parseInt(glyph!, 16), wordOf(means!));
  for (const [, body] of table.matchAll(/beginbfrange([\s\S]*?)endbfrange/g))
    for (const [, low, high, means] of body!.matchAll(
      /<([\dA-Fa-f]+)>\s*<([\dA-Fa-f]+)>\s*<([\dA-Fa-f]+)>/g,
    )) {
      const first = Number.parseInt(low!, 16);
      const word = wordOf(means!);
      const last = word.codePointAt(word.length - 1)!;
      for (let glyph = first; glyph <= Number.parseInt(high!, 16); glyph += 1)
        glyphs.set(glyph, word.slice(0, -1) + String.fromCodePoint(last + glyph - first));
    }
  return glyphs;
}

const TOKEN = /\/ActualText\s*<([\dA-Fa-f]+)>|\/(F\d+)\s+[\d.]+\s+Tf|<([\dA-Fa-f]+)>|\b(ET|EMC)\b/g;

/** Text of a page's stream; each block of text on a line of its own. Of glyphs whose text is given beside them that is taken. */
function runsIn(stream: string, fonts: Map<string, Font>): string {
  let of: Font | undefined;
  let isSaid = false;
  let text = '';
  for (const [, said, font, hex, mark] of stream.matchAll(TOKEN)) {
    if (said) {
      text += wordOf(said).replace('\ufeff', '');
      isSaid = true;
    } else if (font) of = fonts.get(font);
    else if (mark === 'EMC') isSaid = false;
    else if (mark === 'ET') text += '\n';
    else if (hex && of && !isSaid) text += glyphsIn(hex, of);
  }
  return text;
}

function glyphsIn(hex: string, { glyphs, digits }: Font): string {
  let text = '';
  for (let at = 0; at < hex.length; at += digits)
    text += glyphs.get(Number.parseInt(hex.slice(at, at + digits), 16)) ?? '';
  return text;
}
