import fc from 'fast-check';
import { expect, test } from 'vitest';
import { type Label, labelRows } from '@/components/responses/analysis/label-rows';

const label = (text: string, x: number, y: number, before = false): Label => ({ text, x, y, before });

const here = { move: 0, before: false };
const left = { move: 0, before: true };

test('labels that would lie over another one or its point go to the other side, else up or down', () => {
  expect(
    labelRows([label('Delivery', 0.3, 0.5), label('Support', 0.32, 0.51), label('Price', 0.8, 0.5)]),
  ).toEqual([left, here, here]);
  expect(labelRows([label('按期交付', 0.5, 0.5), label('服务支持', 0.48, 0.5, true)])).toEqual([here, left]);
  // Between two others there is no side left.
  expect(
    labelRows([label('Support', 0.46, 0.5, true), label('Product', 0.54, 0.5), label('Price', 0.5, 0.5)]),
  ).toEqual([left, here, { move: -17, before: false }]);
  // At the edge it is not cut.
  expect(labelRows([label('Delivery', 0.01, 0.5), label('Support', 0.02, 0.5)])).toEqual([
    { move: -17, before: false },
    here,
  ]);
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
      const at = labelRows(labels).map(({ move, before }, i) => ({ y: labels[i]!.y * 320 + move, before }));
      for (const [i, one] of at.entries())
        for (const [j, other] of at.entries())
          if (i < j && labels[i]!.x === labels[j]!.x && one.before === other.before)
            expect(Math.abs(one.y - other.y)).toBeGreaterThanOrEqual(17);
    }),
  );
});
