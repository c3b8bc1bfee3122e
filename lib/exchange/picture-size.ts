/** How large a picture says that it is, by its first bytes: one that is small as a file may be huge as pixels. */

export interface PictureSize {
  type: 'image/jpeg' | 'image/png' | 'image/gif' | 'image/webp';
  width: number;
  height: number;
}

/** More pixels would take more memory to decode than a face is worth. */
const MOST_PIXELS = 40_000_000;

export const hasTooManyPixels = ({ width, height }: PictureSize): boolean => width * height > MOST_PIXELS;

/** Type and size of a picture of a known format; null for anything else, also for drawings (SVG). */
export function pictureSize(bytes: Uint8Array): PictureSize | null {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  try {
    return png(view) ?? gif(view) ?? webp(view) ?? jpeg(view);
  } catch (error) {
    // It ends before its size.
    if (error instanceof RangeError) return null;
    throw error;
  }
}

/** Signs of base64, a multiple of four, among which the size stands as a rule. */
const HEAD = 400_000;

/** The same of a picture as base64, of which all is decoded only where its size does not stand near its beginning. */
export function sizeOfBase64(base64: string): PictureSize | null {
  const size = pictureSize(bytesOfBase64(base64.slice(0, HEAD)));
  return size ?? (base64.length > HEAD ? pictureSize(bytesOfBase64(base64)) : null);
}

export function bytesOfBase64(base64: string): Uint8Array<ArrayBuffer> {
  const signs = atob(base64);
  const bytes = new Uint8Array(signs.length);
  for (let at = 0; at < signs.length; at += 1) bytes[at] = signs.charCodeAt(at);
  return bytes;
}

function png(view: DataView): PictureSize | null {
  if (view.getUint32(0) !== 0x89_50_4e_47 || view.getUint32(12) !== 0x49_48_44_52) return null;
  return { type: 'image/png', width: view.getUint32(16), height: view.getUint32(20) };
}

function gif(view: DataView): PictureSize | null {
  if (view.getUint32(0) !== 0x47_49_46_38) return null;
  return { type: 'image/gif', width: view.getUint16(6, true), height: view.getUint16(8, true) };
}

function webp(view: DataView): PictureSize | null {
  if (view.getUint32(0) !== 0x52_49_46_46 || view.getUint32(8) !== 0x57_45_42_50) return null;
  const kind = view.getUint32(12);
  const of = (width: number, height: number): PictureSize => ({ type: 'image/webp', width, height });
  if (kind === 0x56_50_38_20)
    return of(view.getUint16(26, true) & 0x3f_ff, view.getUint16(28, true) & 0x3f_ff);
  if (kind === 0x56_50_38_4c) {
    const bits = view.getUint32(21, true);
    return of((bits & 0x3f_ff) + 1, ((bits >>> 14) & 0x3f_ff) + 1);
  }
  if (kind !== 0x56_50_38_58) return null;
  const three = (at: number) => view.getUint16(at, true) + (view.getUint8(at + 2) << 16) + 1;
  return of(three(24), three(27));
}

/** Segments of a JPEG stand one behind the other; one of them is the frame with its size. */
function jpeg(view: DataView): PictureSize | null {
  if (view.getUint16(0) !== 0xff_d8) return null;
  for (let at = 2; ; ) {
    const marker = view.getUint16(at);
    if (marker < 0xff_c0 || marker === 0xff_da) return null;
    const isFrame = marker <= 0xff_cf && ![0xff_c4, 0xff_c8, 0xff_cc].includes(marker);
    if (isFrame) return { type: 'image/jpeg', width: view.getUint16(at + 7), height: view.getUint16(at + 5) };
    at += 2 + Math.max(2, view.getUint16(at + 2));
  }
}
