import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import type { Show } from '@/lib/surveys/form';
import { countVisit, mark, may } from '@/widget/loader/conditions';

const DAY = 864e5;

/** As a browser's: texts by name, read and written as properties. */
const storage = (): Record<string, string> => ({ sidelight: '{}' });
const due = (show: Partial<Show> = {}, id = 'form000001') => ({
  id,
  version: 1,
  show: { place: 'popover' as const, on: { after: 0 }, ...show },
});
const at = (address: string) => vi.stubGlobal('location', new URL(address));

beforeEach(() => {
  vi.useFakeTimers({ now: new Date('2026-11-21T10:00:00Z') });
  vi.stubGlobal('localStorage', storage());
  vi.stubGlobal('sessionStorage', {});
  at('https://shop.example/cart?size=2#top');
  countVisit();
});
afterEach(() => {
  vi.useRealTimers();
  vi.unstubAllGlobals();
});

test('a sample is about its share of the visitors, and the same for a visitor for ever', () => {
  let hits = 0;
  for (let visitor = 0; visitor < 2000; visitor += 1) {
    vi.stubGlobal('localStorage', storage());
    countVisit();
    const first = may(due({ sample: 0.3 }));
    hits += +first;
    countVisit();
    expect(may(due({ sample: 0.3 }))).toBe(first);
  }
  // Three standard deviations of 2,000 draws are 0.031.
  expect(Math.abs(hits / 2000 - 0.3)).toBeLessThan(0.031);
});

test('the samples of two forms are not the same people', () => {
  let both = 0;
  for (let visitor = 0; visitor < 2000; visitor += 1) {
    vi.stubGlobal('localStorage', storage());
    countVisit();
    both += +(may(due({ sample: 0.5 })) && may(due({ sample: 0.5 }, 'form000002')));
  }
  expect(Math.abs(both / 2000 - 0.25)).toBeLessThan(0.06);
});

describe('caps', () => {
  test('never twice unless told, and then only after its days', () => {
    mark('form000001');
    vi.advanceTimersByTime(5000 * DAY);
    expect(may(due({ quiet: 0 }))).toBe(false);
    vi.setSystemTime(new Date('2026-11-21T10:00:00Z'));
    mark('form000001');
    vi.advanceTimersByTime(7 * DAY - 1);
    expect(may(due({ again: 7 }))).toBe(false);
    vi.advanceTimersByTime(1);
    expect(may(due({ again: 7 }))).toBe(true);
  });

  test('30 days of quiet after any other unless told', () => {
    mark('form000009');
    vi.advanceTimersByTime(30 * DAY - 1);
    expect(may(due())).toBe(false);
    expect(may(due({ quiet: 10 }))).toBe(true);
    vi.advanceTimersByTime(1);
    expect(may(due())).toBe(true);
  });

  test('what waits to be opened is not quiet', () => {
    mark('form000009');
    mark('form000001');
    expect(may(due({ place: 'tab' }))).toBe(true);
    expect(may(due({ place: 'inline' }))).toBe(true);
  });
});

test('a storage that is forbidden or holds nonsense forgets nothing on the page and breaks nothing', () => {
  for (const broken of ['', 'null', '7', '"x"', '{', '[]', '{"shown":null}']) {
    vi.stubGlobal('localStorage', { sidelight: broken });
    countVisit();
    expect([broken, may(due())]).toEqual([broken, true]);
  }
  const forbidden = new Proxy(storage(), {
    get() {
      throw new DOMException('no', 'SecurityError');
    },
    set() {
      throw new DOMException('no', 'SecurityError');
    },
  });
  vi.stubGlobal('localStorage', forbidden);
  vi.stubGlobal('sessionStorage', forbidden);
  countVisit();
  expect(may(due())).toBe(true);
  mark('form000001');
  expect(may(due())).toBe(false);
});

test('addresses', () => {
  const fits = (...urls: NonNullable<Show['urls']>) => may(due({ urls }));
  expect(fits({ is: '/cart' })).toBe(true);
  expect(fits({ is: 'https://shop.example/cart' })).toBe(true);
  expect(fits({ is: '/car' })).toBe(false);
  expect(fits({ starts: '/car' })).toBe(true);
  expect(fits({ starts: 'https://shop.example/' })).toBe(true);
  expect(fits({ starts: '/x' }, { has: 'size=2' })).toBe(true);
  expect(fits({ has: '#top' }, { has: 'cart', not: true })).toBe(false);
  expect(fits({ is: '/about', not: true })).toBe(true);
  expect(fits({})).toBe(false);
});

test('visits, the last day, and a 0 that is a value', () => {
  expect(may(due({ visits: 2 }))).toBe(false);
  vi.stubGlobal('sessionStorage', {});
  countVisit();
  countVisit();
  expect(may(due({ visits: 2 }))).toBe(true);
  expect(may(due({ visits: 3 }))).toBe(false);
  expect(may(due({ until: Date.now() }))).toBe(false);
  expect(may(due({ until: Date.now() + 1 }))).toBe(true);
  expect(may(due({ sample: 0 }))).toBe(false);
  mark('form000009');
  expect(may(due({ quiet: 0 }))).toBe(true);
});
