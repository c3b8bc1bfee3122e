// @vitest-environment happy-dom
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { freePlace } from '@/entrypoints/overlay.content/free-place';

/** What the page has at its right edge, left of a scroll bar of 17 px; the test DOM lays nothing out. */
const WINDOW = 1024;
const EDGE = WINDOW - 17;

const control = document.createElement('button');
let at = { left: 0, right: 0, top: 0, bottom: 0 };

beforeEach(() => {
  vi.stubGlobal('innerWidth', WINDOW);
  vi.stubGlobal('innerHeight', 700);
  vi.spyOn(document.documentElement, 'clientWidth', 'get').mockReturnValue(EDGE);
  document.elementsFromPoint = (x, y) =>
    x >= at.left && x < at.right && y >= at.top && y < at.bottom
      ? [control, document.documentElement]
      : x < EDGE
        ? [document.documentElement]
        : [];
});
afterEach(() => {
  vi.unstubAllGlobals();
  vi.restoreAllMocks();
});

test.each([
  ['at the scroll bar', EDGE - 30, EDGE],
  ['4 px off the scroll bar', EDGE - 30, EDGE - 4],
  ['under the inner half of the tab', EDGE - 30, EDGE - 12],
])('the tab stands on no control %s', (_, left, right) => {
  at = { left, right, top: 100, bottom: 130 };
  const top = freePlace(document.createElement('div'));
  expect(top + 64 < at.top || top > at.bottom, `${top} px`).toBe(true);
});

test('a control that the tab does not reach is not in its way', () => {
  at = { left: EDGE - 60, right: EDGE - 24, top: 100, bottom: 130 };
  expect(freePlace(document.createElement('div'))).toBe(96);
});
