import { describe, expect, test } from 'vitest';
import { read, readAll } from '@/lib/sites/read';
import { RECIPES } from '@/lib/sites/recipes';
import { expectedContext, fixtures, openFixture } from './fixtures';

/** Saturday, 21 November 2026, noon: "Fri" and "yesterday" are the day before. */
const NOW = new Date(2026, 10, 21, 12).getTime();

describe.each(fixtures())('$name', (page) => {
  const options = { own: page.own ?? [], now: NOW };

  test('gives the expected context', () => {
    const document = openFixture(page);
    const reading = read(document, new URL(page.url), RECIPES, options);
    expect(reading?.context ?? null).toEqual(expectedContext(page));
    expect(reading?.anchors.length).toBe(page.expected?.people.length);
  });

  test('is not changed by being read', () => {
    const document = openFixture(page);
    const before = document.documentElement.outerHTML;
    const readings = readAll(document, new URL(page.url), RECIPES, options);
    expect(document.documentElement.outerHTML).toBe(before);
    if (page.kinds) expect(readings.map(({ context }) => context.kind)).toEqual(page.kinds);
  });
});
