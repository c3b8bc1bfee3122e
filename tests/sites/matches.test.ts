import { afterEach, describe, expect, test, vi } from 'vitest';
import { readAll } from '@/lib/sites/read';
import { RECIPES } from '@/lib/sites/recipes';
import { matches } from '@/lib/sites/visible';
import { type Fixture, fixtures, openFixture, openPage } from './fixtures';

const HAS = /"((?:[^"\\]|\\.)*:has\((?:[^"\\]|\\.)*)"/g;

/** Every selector of a site's recipe that asks what an element holds. */
function selectorsOf(site: string): string[] {
  const recipe = RECIPES.find(({ id }) => id === site);
  const found = [...JSON.stringify(recipe ?? '').matchAll(HAS)].map(([text]) => JSON.parse(text) as string);
  return [...new Set(found)].filter((selector) => !selector.includes('{'));
}

/** One page of each kind of a site. */
const pages = new Map<string, Fixture>();
for (const one of fixtures()) if (one.expected) pages.set(`${one.expected.site} ${one.expected.kind}`, one);

afterEach(() => vi.restoreAllMocks());

describe('matches', () => {
  test('finds what the browser finds where something must be held, on pages of every site', () => {
    let held = 0;
    for (const page of pages.values()) {
      const document = openFixture(page);
      for (const selector of selectorsOf(page.expected?.site ?? '')) {
        const wanted = [...document.querySelectorAll(selector)];
        expect([page.name, selector, matches(document, selector)]).toEqual([page.name, selector, wanted]);
        held += wanted.length;
      }
    }
    expect(held).toBeGreaterThan(pages.size / 2);
  });

  test.each([
    ['nested ones, each of which holds it', 'div:has(b)', ['a', 'c']],
    ['what stands around the one that holds it', 'p > div:has(b)', ['c']],
    ['a thing within a thing, both of them held', 'i:has(p b)', []],
    ['one of several', 'div:has(b, u)', ['a', 'c', 'd']],
    ['a selector of several', 'div:has(u), div:has(b)', ['a', 'c', 'd']],
    ['the ones that do not hold it', 'div:not(:has(b))', ['d']],
    ['nothing for what is no selector', 'div:has(b', []],
    ['nothing for what is no selector within', 'div:has(:::)', []],
  ])('%s', (_, selector, ids) => {
    const document = openPage(
      '<div id="a"><p><div id="c"><i><b>1</b></i></div></p></div><div id="d"><u>2</u></div>',
      'https://a.example/',
    );
    // A parser closes a paragraph before a block.
    const [outer, inner] = ['a', 'c'].map((id) => document.getElementById(id) as HTMLElement);
    const line = document.createElement('p');
    line.append(inner as HTMLElement);
    outer?.replaceChildren(line);
    expect(matches(document, selector).map(({ id }) => id)).toEqual(ids);
  });

  test('what is skipped counts for nothing, and only the first ones are looked at', () => {
    const document = openPage(
      `<div class="text"><b>0</b></div>${'<b>1</b>'.repeat(100)}`,
      'https://a.example/',
    );
    const looks = vi.spyOn(Object.getPrototypeOf(document.querySelector('b')), 'closest');
    const found = matches(document, 'b', { skip: '.text', most: 5 });
    expect(found.map(({ textContent }) => textContent)).toEqual(['1', '1', '1', '1', '1']);
    expect(looks.mock.calls.length).toBeLessThan(10);
    expect(matches(found[0] as Element, ':scope', { skip: '.text' })).toEqual([found[0]]);
    expect(matches(document.querySelector('.text b') as Element, ':scope', { skip: '.text' })).toEqual([]);
  });
});

/** What is asked of the document, as often as it is asked. */
function askedOf(document: Document): string[] {
  const asked: string[] = [];
  for (const name of ['querySelector', 'querySelectorAll'] as const) {
    const ask = document[name].bind(document) as (selector: string) => never;
    vi.spyOn(document, name).mockImplementation((selector: string) => {
      asked.push(selector);
      return ask(selector);
    });
  }
  return asked;
}

test('a list of a thousand rows: the document is asked eight times, and nothing of what each element holds', () => {
  const rows = Array.from(
    { length: 1000 },
    (_, n) =>
      `<tr class="zA"><td><div class="yW"><span email="p${n}@a.example" name="P ${n}">P</span></div></td></tr>`,
  );
  const document = openPage(
    `<div class="aeF"><div role="main"><table><tbody>${rows.join('')}</tbody></table></div></div>`,
    'https://mail.google.com/mail/u/0/#inbox',
  );
  const asked = askedOf(document);
  const attributes = vi.spyOn(Object.getPrototypeOf(document.querySelector('span')), 'getAttribute');
  asked.length = 0;
  const budget = { elements: 64, cut: false };
  const [reading] = readAll(document, document.location, RECIPES, { budget });
  expect([reading?.context.kind, reading?.context.people.length, budget.cut]).toEqual(['list', 64, true]);
  expect(asked.filter((selector) => selector.includes(':has('))).toEqual([]);
  expect(asked.length).toBeLessThanOrEqual(8);
  expect(attributes.mock.calls.filter(([name]) => name === 'email')).toHaveLength(64);
});
