import { expect, test } from 'vitest';
import { pictureSize } from '@/lib/exchange/picture-size';

const bytes = (text: string) => Uint8Array.from(Buffer.from(text.replace(/\s/g, ''), 'hex'));

test('type and size are told by the first bytes of each format', () => {
  const png = bytes('89504e470d0a1a0a 0000000d49484452 00000190 000000c8 0806000000');
  expect(pictureSize(png)).toEqual({ type: 'image/png', width: 400, height: 200 });
  const gif = bytes('474946383961 9001 c800 800000');
  expect(pictureSize(gif)).toEqual({ type: 'image/gif', width: 400, height: 200 });
  // Between the mark and the frame stand other segments, one of them with a table that is no frame.
  const jpeg = bytes('ffd8 ffe0 0004 0000 ffc4 0003 00 ffc2 0011 08 00c8 0190 03 012200 021101 031101');
  expect(pictureSize(jpeg)).toEqual({ type: 'image/jpeg', width: 400, height: 200 });
  const head = (kind: string) => `52494646 00000000 57454250 ${kind} 00000000`;
  const lossy = bytes(`${head('56503820')} 000000 9d012a 9001 c800`);
  expect(pictureSize(lossy)).toEqual({ type: 'image/webp', width: 400, height: 200 });
  const lossless = bytes(`${head('5650384c')} 2f 8fc13100 00`);
  expect(pictureSize(lossless)).toEqual({ type: 'image/webp', width: 400, height: 200 });
  const extended = bytes(`${head('56503858')} 00000000 8f0100 c70000`);
  expect(pictureSize(extended)).toEqual({ type: 'image/webp', width: 400, height: 200 });
});

test('a drawing, a text and a file that ends too early are none', () => {
  for (const text of [
    '<svg xmlns="http://www.w3.org/2000/svg"/>',
    '',
    'GIF8',
    'RIFF....WEBPVP8 ',
    'hello world, hello',
  ])
    expect(pictureSize(new TextEncoder().encode(text))).toBeNull();
  expect(pictureSize(bytes('ffd8 ffe0 0000 ffe0 0000'))).toBeNull();
  expect(pictureSize(bytes('ffd8 ffda 0002 0000'))).toBeNull();
});
