import type { Photo } from './file-contacts';
import type { HeldReason } from './file-error';
import { hasTooManyPixels, sizeOfBase64 } from './picture-size';

/** A photograph as a camera takes it: it is drawn anew, small, before it is kept. What is larger is no picture of a face. */
const LARGEST_BYTES = 20_000_000;

/** The beginnings of pictures, in base64: each is a whole number of bytes of the format's own mark. */
const MARKS: readonly [RegExp, Photo['type']][] = [
  [/^\/9j\//, 'image/jpeg'],
  [/^iVBORw0KGgo/, 'image/png'],
  [/^R0lGOD[dl]h/, 'image/gif'],
];

/** The picture that a base64 text is, by its first bytes, whatever it is called; or why it is none. */
export function photoOf(text: string): Photo | HeldReason {
  const base64 = text.slice(0, LARGEST_BYTES * 2).replace(/\s/g, '');
  if (base64.length > (LARGEST_BYTES * 4) / 3 || text.length > LARGEST_BYTES * 2)
    return 'imports.held_photo_large';
  const type = typeOf(base64);
  const signs = base64.replace(/=+$/, '');
  // What is no sign is looked for: that all are some is a pattern that wants a stack as long as the text, where an engine that has compiled
  // many does not shorten it.
  // Some programs leave the padding out. A single sign too many is half a byte.
  if (!type || /[^A-Za-z0-9+/]/.test(signs) || signs.length % 4 === 1) return 'imports.held_photo';
  const whole = signs.padEnd(Math.ceil(signs.length / 4) * 4, '=');
  const size = sizeOfBase64(whole);
  return size && hasTooManyPixels(size) ? 'imports.held_photo_pixels' : { type, base64: whole };
}

function typeOf(base64: string): Photo['type'] | undefined {
  const start = base64.slice(0, 32);
  if (/^UklGR/.test(start)) return decodedStart(start).slice(8, 12) === 'WEBP' ? 'image/webp' : undefined;
  return MARKS.find(([mark]) => mark.test(start))?.[1];
}

function decodedStart(base64: string): string {
  try {
    return atob(base64.slice(0, 24));
  } catch {
    return '';
  }
}
