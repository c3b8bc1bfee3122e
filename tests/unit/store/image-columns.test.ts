import fc from 'fast-check';
import { expect, test } from 'vitest';
import { joinPages, splitPages } from '@/lib/store/image-columns';

const size = { maxLength: 12 };
const row = fc.tuple(
  // Small, negative, wide, and nothing but zeros.
  fc.constantFrom(0, 1, 255),
  fc.integer({ min: -3, max: 70_000 }),
  fc.integer({ min: -(2 ** 31), max: 2 ** 31 - 1 }),
  fc.constant(0),
);
const page = fc.record({
  from: fc.string(),
  ids: fc.option(fc.string(size)),
  text: fc.string({ unit: 'binary', ...size }),
  marks: fc.uint8Array(size),
  traits: fc.uint32Array(size),
  counts: fc.array(fc.constantFrom(0, 3, 300), size).map((numbers) => Int32Array.from(numbers)),
  at: fc.int32Array(size),
  added: fc.float64Array(size),
  params: fc.array(row, size).map((rows) => Int32Array.from(rows.flat())),
});

test('whatever pages are joined, they are the same when they are split', () => {
  fc.assert(
    fc.property(fc.array(page, { maxLength: 5 }), (pages) => {
      const image = structuredClone(joinPages(pages, { params: 4 }));
      expect(splitPages(image)).toEqual(pages);
    }),
  );
});

test('numbers that fit into a byte are kept in one, and a place that is 0 everywhere weighs nothing', () => {
  const pages = [{ params: Int32Array.of(7, 0, 300) }, { params: Int32Array.of(8, 0, -1, 9, 0, 2) }];
  expect(joinPages(pages, { params: 3 }).columns.params).toEqual({
    sizes: Uint32Array.of(3, 6),
    as: 'Int32Array',
    places: [Uint8Array.of(7, 8, 9), null, Int32Array.of(300, -1, 2)],
  });
});
