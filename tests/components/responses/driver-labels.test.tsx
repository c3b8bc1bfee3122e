import fc from 'fast-check';
import { expect, test } from 'vitest';
import { type Label, labelRows } from '@/components/responses/analysis/label-rows';

const label = (text: string, x: number, y: number, before = false): Label => ({ text, x, y, before });

test('labels that would lie over another move, the first ones stay', () => {
  expect(
    labelRows([label('Delivery', 0.1, 0.5), label('Support', 0.12, 0.51), label('Price', 0.8, 0.5)]),
  ).toEqual([0, 17, 0]);
  expect(labelRows([label('按期交付', 0.5, 0.5), label('服务支持', 0.48, 0.5, true)])).toEqual([0, 0]);
});

test('of three labels at one place none lies over another', () => {
  const some = fc.record({
    text: fc.string({ minLength: 1, maxLength: 20 }),
    x: fc.double({ min: 0, max: 1, noNaN: true }),
    y: fc.double({ min: 0.2, max: 0.8, noNaN: true }),
    before: fc.boolean(),
  });
  fc.assert(
    fc.property(fc.array(some, { maxLength: 3 }), (labels) => {
      const at = labelRows(labels).map((moved, i) => labels[i]!.y * 320 + moved);
      for (const [i, y] of at.entries())
        for (const [j, other] of at.entries())
          if (i < j && labels[i]!.x === labels[j]!.x && labels[i]!.before === labels[j]!.before)
            expect(Math.abs(y - other)).toBeGreaterThanOrEqual(17);
    }),
  );
});
