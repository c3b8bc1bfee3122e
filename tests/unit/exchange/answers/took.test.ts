import { expect, test } from 'vitest';
import { tookOf } from '@/lib/exchange/answers/took';

test.each([
  ['65', 65],
  ['1:05', 65],
  ['12:30', 750],
  ['00:01:05', 65],
  ['1:00:00', 3600],
  ['65秒', 65],
  ['1分5秒', 65],
  ['1分钟', 60],
  ['1小时2分', 3720],
  ['1小時2分鐘3秒', 3723],
  ['2 min 5 sec', 125],
  ['2m5s', 125],
  ['1 h 5 m', 3900],
  ['90 seconds', 90],
  ['1 hour 30 minutes', 5400],
])('%s is %i seconds', (cell, seconds) => {
  expect(tookOf(cell)).toBe(seconds * 1000);
});

test.each(['', '0', '0:00', 'long', '1:2:3:4', '5 days', ':30'])('%j says none', (cell) => {
  expect(tookOf(cell)).toBeNull();
});
