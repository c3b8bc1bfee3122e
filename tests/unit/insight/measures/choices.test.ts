import { expect, test } from 'vitest';
import { DEFAULT_CHOICES, type FigureChoices } from '@/lib/crm/figure-choices';
import { type Common, commonOf } from '@/lib/insight/measures/common';
import { bought, eventsOf, type Happened, measured, TODAY } from './support';

const CROWD: Happened[][] = Array.from({ length: 120 }, (_, who) =>
  Array.from({ length: 1 + (who % 6) }, (_unused, n) => bought(5 + (who % 90) + n * (10 + (who % 40)), 1000)),
);
const ONE = [bought(10, 5000), bought(40, 5000), bought(80, 5000), bought(130, 5000)];
const common = (choices: Partial<FigureChoices>): Common =>
  commonOf(eventsOf(CROWD), TODAY, { ...DEFAULT_CHOICES, ...choices });
const weights = (loyalty: Partial<FigureChoices['loyalty']>): FigureChoices['loyalty'] => ({
  returns: 0,
  frequency: 0,
  active: 0,
  spent: 0,
  rating: 0,
  engagement: 0,
  ...loyalty,
});

test('loyalty is the weighted mean of its parts, by the weights that were chosen', () => {
  const usual = measured([ONE], common({})).loyalty(0)!;
  const { returns, frequency, active, spent } = usual.parts;
  const sum = 30 * returns! + 20 * frequency! + 15 * active! + 15 * spent!;
  expect(usual.score).toBeCloseTo((100 * sum) / 80, 9);
  const alone = measured([ONE], common({ loyalty: weights({ spent: 5 }) })).loyalty(0)!;
  expect(alone.score).toBeCloseTo(100 * spent!, 9);
  expect(alone.kinds).toEqual({ behaviour: alone.score, attitude: null, emotion: null });
  const both = measured([ONE], common({ loyalty: weights({ spent: 1, frequency: 3 }) })).loyalty(0)!;
  expect(both.score).toBeCloseTo((100 * (spent! + 3 * frequency!)) / 4, 9);
});

test('where what counts most is not known nothing is said', () => {
  expect(measured([ONE], common({ loyalty: weights({ rating: 60, spent: 40 }) })).loyalty(0)).toBeNull();
  expect(measured([ONE], common({ loyalty: weights({ rating: 50, spent: 50 }) })).loyalty(0)).not.toBeNull();
});

test('the expected worth is times the margin, and less the more it is discounted', () => {
  const whole = measured([ONE], common({})).worth(0)!;
  const third = measured([ONE], common({ margin: 0.3 })).worth(0)!;
  expect(third.expected).toBeCloseTo(0.3 * whole.expected, 6);
  expect(third.range.map((end) => end / 0.3)).toEqual(whole.range.map((end) => expect.closeTo(end, 6)));
  expect(third.spend).toBe(whole.spend);
  const none = measured([ONE], common({ monthlyDiscount: 0 })).worth(0)!;
  const much = measured([ONE], common({ monthlyDiscount: 0.05 })).worth(0)!;
  expect(none.expected).toBeCloseTo(none.purchases * none.spend, 6);
  expect(much.expected).toBeLessThan(whole.expected);
  expect(whole.expected).toBeLessThan(none.expected);
});
