import { LONGEST_PHOTO, PHOTO_SIDE } from '@/lib/crm/photos';
import { hasTooManyPixels, pictureSize } from './picture-size';

const QUALITY = 0.82;

/**
 * A picture drawn anew, small and square, as base64 of a JPEG: what else its file held (place, program, hidden data) is not in it. Null for
 * what is no picture, is too large to be read, or where there is nothing to draw with.
 */
export async function thumbnailOf(bytes: Uint8Array<ArrayBuffer>): Promise<string | null> {
  const size = pictureSize(bytes);
  if (!size || hasTooManyPixels(size) || size.width * size.height === 0) return null;
  if (typeof OffscreenCanvas === 'undefined') return null;
  try {
    const picture = await createImageBitmap(new Blob([bytes], { type: size.type }));
    const drawn = await drawnOf(picture);
    const base64 = base64Of(new Uint8Array(await drawn.arrayBuffer()));
    return drawn.type === 'image/jpeg' && base64.length <= LONGEST_PHOTO ? base64 : null;
  } catch {
    // Damaged behind its first bytes.
    return null;
  }
}

/** Gives the picture's memory back, whatever comes of it: it may be 160 MB, which nobody else takes away in time. */
async function drawnOf(picture: ImageBitmap): Promise<Blob> {
  try {
    return await squareOf(picture).convertToBlob({ type: 'image/jpeg', quality: QUALITY });
  } finally {
    picture.close();
  }
}

/** The middle of a picture. What is transparent is white, as a card would print it. */
function squareOf(picture: ImageBitmap): OffscreenCanvas {
  const from = Math.min(picture.width, picture.height);
  const side = Math.min(from, PHOTO_SIDE);
  const canvas = new OffscreenCanvas(side, side);
  const pen = canvas.getContext('2d');
  if (!pen) throw new Error('There is nothing to draw with.');
  pen.fillStyle = '#fff';
  pen.fillRect(0, 0, side, side);
  pen.imageSmoothingQuality = 'high';
  const [left, top] = [(picture.width - from) / 2, (picture.height - from) / 2];
  pen.drawImage(picture, left, top, from, from, 0, 0, side, side);
  return canvas;
}

function base64Of(bytes: Uint8Array): string {
  let binary = '';
  for (const byte of bytes) binary += String.fromCharCode(byte);
  return btoa(binary);
}
