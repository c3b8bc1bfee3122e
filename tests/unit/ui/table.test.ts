import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { tableMove } from '@/components/ui/table-keys';
import { extent, withRange, withRow } from '@/components/ui/table-selection';

const KEYS = ['a', 'b', 'c', 'd', 'e'];

describe('a range', () => {
  test('holds both ends, in either direction', () => {
    expect([...withRange(new Set(), KEYS, 'b', 'd', true)]).toEqual(['b', 'c', 'd']);
    expect([...withRange(new Set(), KEYS, 'd', 'b', true)]).toEqual(['b', 'c', 'd']);
  });

  test('keeps what was chosen outside it', () => {
    expect([...withRange(new Set(['a', 'b']), KEYS, 'b', 'c', false)]).toEqual(['a']);
  });

  test('from a row that is no longer listed is that one row', () => {
    expect([...withRange(new Set(), KEYS, 'gone', 'c', true)]).toEqual(['c']);
  });

  test('never touches a row outside it', () => {
    const key = fc.constantFrom(...KEYS);
    fc.assert(
      fc.property(fc.uniqueArray(key), key, key, fc.boolean(), (before, from, to, chosen) => {
        const after = withRange(new Set(before), KEYS, from, to, chosen);
        const [first, last] = [KEYS.indexOf(from), KEYS.indexOf(to)].sort((a, b) => a - b);
        for (const [index, each] of KEYS.entries()) {
          const inside = index >= first! && index <= last!;
          expect(after.has(each)).toBe(inside ? chosen : before.includes(each));
        }
      }),
    );
  });
});

test('the selection that was given is never changed', () => {
  const before = new Set(['a']);
  withRow(before, 'b', true);
  withRange(before, KEYS, 'a', 'e', false);
  expect([...before]).toEqual(['a']);
});

test.each([
  [[], 'none'],
  [['a'], 'some'],
  [KEYS, 'all'],
  [['x', 'y', 'z', 'u', 'v', 'w'], 'none'],
  [[...KEYS, 'x'], 'all'],
] as const)('%j of the rows is "%s"', (chosen, expected) => {
  expect(extent(new Set(chosen), KEYS)).toBe(expected);
});

test('an empty table has nothing to choose', () => expect(extent(new Set(['a']), [])).toBe('none'));

describe('keys of a table', () => {
  const press = (key: string, more: Partial<KeyboardEvent> = {}) =>
    ({
      shiftKey: false,
      key,
      code: key.length === 1 ? `Key${key.toUpperCase()}` : key,
      ...more,
    }) as KeyboardEvent;
  const to = (place: number, extend = false) => ({ kind: 'cursor', to: place, extend });

  test.each([
    ['ArrowDown', -1, 0],
    ['j', 3, 4],
    ['j', 99, 99],
    ['k', 0, 0],
    ['ArrowUp', 5, 4],
    ['PageDown', 5, 15],
    ['PageUp', 5, 0],
    ['Home', 50, 0],
    ['End', 50, 99],
  ])('%s at %i goes to %i', (key, from, place) => {
    expect(tableMove(press(key), from, 100, 10)).toMatchObject(to(place));
  });

  test('Shift extends', () => {
    expect(tableMove(press('ArrowDown', { shiftKey: true }), 1, 100, 10)).toEqual(to(2, true));
  });

  test('Ctrl+A takes all; with Ctrl, j is the browser’s', () => {
    expect(tableMove(press('a', { ctrlKey: true }), 1, 100, 10)).toEqual({ kind: 'all' });
    expect(tableMove(press('j', { ctrlKey: true }), 1, 100, 10)).toBeNull();
  });

  test('nothing is opened or chosen before the first move', () => {
    expect(tableMove(press('Enter'), -1, 100, 10)).toBeNull();
    expect(tableMove(press(' ', { code: 'Space' }), -1, 100, 10)).toBeNull();
  });

  test('an empty table has no keys', () => expect(tableMove(press('ArrowDown'), -1, 0, 10)).toBeNull());
});
