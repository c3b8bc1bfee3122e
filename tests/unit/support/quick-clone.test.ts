import { runInNewContext } from 'node:vm';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { platformClone, quickClone } from '../../support/quick-clone';

test('what it copies is what the platform copies, and shares nothing with it', () => {
  fc.assert(
    fc.property(
      fc.anything({
        withDate: true,
        withMap: true,
        withSet: true,
        withSparseArray: true,
        withTypedArray: true,
      }),
      (value) => {
        const copy = quickClone(value);
        expect(copy).toStrictEqual(platformClone(value));
        if (typeof value === 'object' && value !== null) expect(copy).not.toBe(value);
      },
    ),
  );
});

test('a list or object in a row is another in the copy', () => {
  const row = { body: { tags: ['a'], name: undefined } };
  const copy = quickClone(row);
  expect(copy).toStrictEqual(row);
  expect(copy.body).not.toBe(row.body);
  expect(copy.body.tags).not.toBe(row.body.tags);
});

test('one that stands at two places does so in the copy, and a circle is one', () => {
  const one = { name: 'Ada' };
  const copy = quickClone({ first: one, second: one });
  expect(copy.first).toBe(copy.second);
  const numbers = new Float64Array([1, 2]);
  const views = quickClone({
    whole: numbers,
    half: numbers.subarray(1),
    bytes: new Uint8Array(numbers.buffer),
  });
  views.whole[1] = 7;
  expect([views.half[0], views.bytes.buffer === views.whole.buffer, numbers[1]]).toEqual([7, true, 2]);
  const circle: { self?: unknown } = {};
  circle.self = circle;
  const round = quickClone(circle);
  expect(round.self).toBe(round);
});

test('only what is its own and counted is copied', () => {
  const value = Object.defineProperty({ seen: 1, [Symbol('s')]: 2 }, 'hidden', {
    value: 3,
    enumerable: false,
  });
  expect(Reflect.ownKeys(quickClone(value))).toEqual(['seen']);
  const proto = JSON.parse('{"__proto__": {"is": "own"}}');
  expect(Object.hasOwn(quickClone(proto), '__proto__')).toBe(true);
  const sparse = quickClone(new Array(2).fill(1, 1));
  expect(0 in sparse).toBe(false);
});

describe('as the platform does, it refuses', () => {
  test.each<[string, unknown]>([
    ['a function', () => 1],
    ['a function in a row', { body: { name: () => 1 } }],
    ['a symbol', [Symbol('s')]],
    ['a proxy', { body: new Proxy({}, {}) }],
    ['a proxy of a list', [new Proxy([], {})]],
  ])('%s', (_, value) => {
    expect(() => platformClone(value)).toThrow('could not be cloned');
    expect(() => quickClone(value)).toThrow('could not be cloned');
  });
});

test.each<[string, unknown]>([
  ['a date', new Date(7)],
  ['bytes', new Uint8Array([1, 2])],
  ['an error', new RangeError('far')],
  ['a map', new Map([['a', { b: 1 }]])],
  ['an object of another realm', runInNewContext('({ a: [1] })')],
  [
    'one of a class',
    new (class Row {
      id = 1;
    })(),
  ],
  ['what has no prototype', Object.assign(Object.create(null), { a: 1 })],
])('%s in a row is copied by the platform', (_, value) => {
  const copy = quickClone({ body: value });
  expect(copy).toStrictEqual(platformClone({ body: value }));
});

test('what an accessor throws is thrown', () => {
  const row = {
    get body() {
      throw new Error('no body');
    },
  };
  expect(() => quickClone(row)).toThrow('no body');
});

test('what is handed over is handed over', () => {
  const { buffer } = new Uint8Array([1, 2]);
  expect(quickClone(buffer, { transfer: [buffer] }).byteLength).toBe(2);
  expect(buffer.byteLength).toBe(0);
});
