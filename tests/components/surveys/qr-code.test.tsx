import jsQR from 'jsqr';
import { expect, test } from 'vitest';
import { qrFile } from '@/components/surveys/publish/qr-code';

/** Points of a picture for each module of the code. */
const SCALE = 4;

/** The code as a telephone's camera sees it: light, and dark where the path is. */
function pictureOf(svg: string): { points: Uint8ClampedArray; size: number } {
  const size = Number(/viewBox="0 0 (\d+)/.exec(svg)?.[1]) * SCALE;
  const points = new Uint8ClampedArray(size * size * 4).fill(255);
  for (const [, x, y] of svg.matchAll(/M(\d+) (\d+)h1v1h-1z/g)) {
    for (let row = 0; row < SCALE; row += 1) {
      const from = ((Number(y) * SCALE + row) * size + Number(x) * SCALE) * 4;
      for (let at = from; at < from + SCALE * 4; at += 4) points.fill(0, at, at + 3);
    }
  }
  return { points, size };
}

test.each([
  `https://hub.example/f/shop/abc1234567#${'Aa0_'.repeat(22)}`,
  'https://hub.example/f/shop/abc1234567?l=zh-Hans#BD4.token_of_22_characters',
  'https://问卷.example/f/窑街/abc1234567#k',
])('the code of a form’s address is read as that address: %s', (address) => {
  const { points, size } = pictureOf(qrFile(address));
  expect(jsQR(points, size, size)?.data).toBe(address);
});
