import fc from 'fast-check';
import { expect, test } from 'vitest';
import { minorRate, rebased } from '@/lib/crm/rates';

const CODES = ['EUR', 'USD', 'JPY', 'KWD', 'CNY'] as const;
const exchange = fc.record({
  baseCurrency: fc.constantFrom(...CODES),
  rates: fc.dictionary(fc.constantFrom(...CODES), fc.double({ min: 0.001, max: 1000, noNaN: true })),
});

test('in another base currency one amount is worth as much of another as before', () => {
  fc.assert(
    fc.property(exchange, fc.constantFrom(...CODES), (before, to) => {
      const after = rebased(before, to);
      expect(after.baseCurrency).toBe(to);
      for (const currency of CODES) {
        const was = minorRate(currency, before) / minorRate(to, before);
        const is = minorRate(currency, after);
        if (Number.isNaN(was)) expect(is).toBe(currency === to ? 1 : Number.NaN);
        else expect(is / was).toBeCloseTo(1, 4);
      }
    }),
  );
});

test('where the new one has no rate, no rate is left', () => {
  expect(rebased({ baseCurrency: 'EUR', rates: { USD: 0.9 } }, 'CNY')).toEqual({
    baseCurrency: 'CNY',
    rates: {},
  });
});
