import { describe, expect, test } from 'vitest';
import { beside } from '@/components/ui/floating';
import { nextIndex, typedIndex } from '@/components/ui/list-keys';
import { matching } from '@/components/ui/matching';

test.each([
  ['ArrowDown', -1, 0],
  ['ArrowDown', 2, 0],
  ['ArrowUp', 0, 2],
  ['ArrowUp', -1, 2],
  ['Home', 2, 0],
  ['End', 0, 2],
  ['x', 1, null],
])('%s from %i of three leads to %s', (key, at, expected) => expect(nextIndex(key, at, 3)).toBe(expected));

test('an empty list has no next line', () => expect(nextIndex('ArrowDown', -1, 0)).toBeNull());

describe('first letters', () => {
  const labels = ['Edit', 'Export', 'Delete', '编辑'];
  test.each([
    ['e', -1, 0],
    ['e', 0, 1],
    ['e', 1, 0],
    ['ex', 1, 1],
    ['D', 0, 2],
    ['编', 0, 3],
    ['z', 0, null],
    ['', 0, null],
  ])('"%s" from %i leads to %s', (typed, at, expected) =>
    expect(typedIndex(typed, at, labels)).toBe(expected),
  );
});

describe('matching', () => {
  const entries = [
    { label: 'High north' },
    { label: 'Norway' },
    { label: 'Ábaco Norte', keywords: 'porto trade fair' },
    { label: '北方客户', keywords: 'beifang' },
  ];
  const found = (text: string) => matching(entries, text).map(({ label }) => label);

  test('nothing typed finds everything, in its own order', () => expect(found('  ')).toHaveLength(4));
  test('the beginning of a name comes first', () => {
    expect(found('nor')).toEqual(['Norway', 'High north', 'Ábaco Norte']);
  });
  test('what is called just so comes first, though others begin with its first word too', () => {
    const tags = ['标签 123', '标签 30', '标签 3'].map((label) => ({ label }));
    expect(matching(tags, '标签 3').map(({ label }) => label)).toEqual(['标签 3', '标签 30', '标签 123']);
  });
  test('every word must be found, in whatever order', () =>
    expect(found('fair abaco')).toEqual(['Ábaco Norte']));
  test('Chinese is found by any part, or by its keywords', () => {
    expect(found('客户')).toEqual(['北方客户']);
    expect(found('beif')).toEqual(['北方客户']);
  });
  test('what is nowhere finds nothing', () => expect(found('xyz')).toEqual([]));
});

describe('what floats', () => {
  const anchor = { left: 100, right: 140, top: 200, bottom: 228 };
  const window = { width: 360, height: 720 };

  test('stands under its anchor, at its start', () => {
    expect(beside(anchor, { width: 160, height: 100 }, window)).toEqual({ left: 100, top: 232 });
  });
  test('is pushed back at the edge', () => {
    expect(beside({ ...anchor, left: 330 }, { width: 160, height: 100 }, window).left).toBe(196);
  });
  test('stands above where there is no room under', () => {
    expect(beside({ ...anchor, top: 660, bottom: 688 }, { width: 160, height: 100 }, window).top).toBe(556);
  });
  test('stays inside where there is room nowhere', () => {
    expect(beside({ ...anchor, top: 40, bottom: 68 }, { width: 160, height: 700 }, window).top).toBe(16);
  });
});
