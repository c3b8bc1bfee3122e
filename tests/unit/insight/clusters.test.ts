import fc from 'fast-check';
import { expect, test } from 'vitest';
import { ruleOf } from '@/lib/insight/cluster-rules';
import { clustersOf, silhouetteOf } from '@/lib/insight/clusters';
import { seededRandom } from '../../support/random';

/** So many points around a place. */
function around(x: number, y: number, count: number, random: () => number): number[][] {
  return Array.from({ length: count }, () => [x + random() - 0.5, 100 * (y + random() - 0.5)]);
}

test('three heaps are told apart, whatever the units of their figures', () => {
  const random = seededRandom(7);
  const rows = [...around(0, 0, 40, random), ...around(10, 0, 30, random), ...around(5, 9, 20, random)];
  const found = clustersOf(rows, { random });
  expect(found?.clusters.map(({ members }) => members.length)).toEqual([40, 30, 20]);
  expect(found?.clusters[2]?.members).toEqual(Array.from({ length: 20 }, (_, at) => 70 + at));
  expect(found?.silhouette).toBeGreaterThan(0.8);
  expect(found?.clusters[2]?.middle[1]).toBeCloseTo(900, -2);
  expect(found?.clusters[2]?.apart[1]).toBeGreaterThan(1);
});

test('the silhouette of four points by hand', () => {
  // Two pairs at 0 and 1, and at 10 and 11: a = 1, b = 10.5 or 9.5.
  const points = [[0], [1], [10], [11]];
  const expected = (2 * (1 - 1 / 10.5) + 2 * (1 - 1 / 9.5)) / 4;
  expect(silhouetteOf(points, [0, 0, 1, 1], [0, 1, 2, 3])).toBeCloseTo(expected, 12);
});

test('of few, or of those who are all alike, there are no groups', () => {
  const random = seededRandom(1);
  expect(clustersOf([[1], [2], [3]], { random })).toBeNull();
  expect(
    clustersOf(
      Array.from({ length: 30 }, () => [4, 4]),
      { random },
    ),
  ).toBeNull();
});

test('whatever the figures, everybody is in one group, and the same numbers give the same groups', () => {
  fc.assert(
    fc.property(
      fc.array(fc.tuple(fc.integer({ min: -50, max: 50 }), fc.constantFrom(0, 1)), {
        minLength: 10,
        maxLength: 60,
      }),
      fc.nat(),
      (rows, seed) => {
        const found = clustersOf(rows, { random: seededRandom(seed) });
        if (!found) return;
        const members = found.clusters.flatMap((one) => one.members).sort((a, b) => a - b);
        expect(members).toEqual([...rows.keys()]);
        expect(found.silhouette).toBeGreaterThanOrEqual(-1);
        expect(found.silhouette).toBeLessThanOrEqual(1);
        expect(clustersOf(rows, { random: seededRandom(seed) })).toEqual(found);
      },
    ),
    { numRuns: 60 },
  );
});

test('a group is told by what differs most, as ranges that agree with it', () => {
  const random = seededRandom(3);
  const rows = [...around(0, 0, 40, random), ...around(30, 0, 20, random)];
  const members = Array.from({ length: 20 }, (_, at) => 40 + at);
  const rule = ruleOf({ members, middle: [30, 0], apart: [1.4, 0] }, rows, ['silence', 'exchanges']);
  expect(rule.differs[0]).toMatchObject({ name: 'silence' });
  expect(rule.differs[0]!.here).toBeCloseTo(30, 0);
  expect(rule.query).toMatchObject({ all: [{ ask: 'measure', name: 'silence' }] });
  expect(rule.agrees).toBeGreaterThan(0.85);
});
