import { expect, test } from 'vitest';
import { peakOf } from '@/lib/insight/writing-times';

test('a day of the week is named where it stands out, and not where chance would do', () => {
  expect(peakOf([0, 2, 9, 1, 1, 1, 0], 12)).toEqual({ at: 2, n: 9, of: 14 });
  expect(peakOf([0, 3, 4, 3, 3, 3, 0], 12)).toBeNull();
  expect(peakOf([0, 0, 6, 0, 0, 0, 0], 12)).toBeNull();
  expect(peakOf([0, 0, 0, 0, 0, 0, 0], 12)).toBeNull();
});

test('the share must be above an even one at the lower end of its interval, for the greatest of so many', () => {
  // Of 8 parts an even share is 12.5 %: the lower end is 0.130 for 9 of 30, and 0.111 for 8 of 30.
  expect(peakOf([9, 3, 3, 3, 3, 3, 3, 3], 8)).toEqual({ at: 0, n: 9, of: 30 });
  expect(peakOf([8, 4, 3, 3, 3, 3, 3, 3], 8)).toBeNull();
});
