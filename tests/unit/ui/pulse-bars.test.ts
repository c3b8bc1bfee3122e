import fc from 'fast-check';
import { expect, test } from 'vitest';
import { barHeight, type PulseFrame, pulseBars } from '@/components/ui/pulse-bars';

const FRAME: PulseFrame = { pitch: 3, bar: 2, axis: 19, tallest: 14, shortest: 3 };
const counts = fc.integer({ min: 0, max: 5000 });

test('received stands on the axis, sent hangs under it, a week to the pitch', () => {
  const bars = pulseBars(
    [
      { received: 1, sent: 0 },
      { received: 0, sent: 1 },
      { received: 9, sent: 9 },
    ],
    FRAME,
  );
  expect(bars.received).toBe('M0 19h2v-3h-2zM6 19h2v-14h-2z');
  expect(bars.sent).toBe('M3 20h2v3h-2zM6 20h2v14h-2z');
});

test('a silent week draws nothing', () => {
  expect(pulseBars([{ received: 0, sent: 0 }], FRAME)).toEqual({ received: '', sent: '' });
});

test('every bar is whole pixels, shows, and fits', () => {
  fc.assert(
    fc.property(counts, counts, (count, more) => {
      const height = barHeight(count, Math.max(count, more, 1), FRAME);
      expect(Number.isInteger(height)).toBe(true);
      expect(height).toBe(count === 0 ? 0 : Math.max(FRAME.shortest, Math.min(FRAME.tallest, height)));
    }),
  );
});

test('more mail is never a lower bar', () => {
  fc.assert(
    fc.property(counts, counts, (a, b) => {
      const [less, more] = [Math.min(a, b), Math.max(a, b)];
      expect(barHeight(less, Math.max(more, 1), FRAME)).toBeLessThanOrEqual(
        barHeight(more, Math.max(more, 1), FRAME),
      );
    }),
  );
});
