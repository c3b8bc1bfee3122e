import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { PageContextInput } from '@/lib/api/operations/tab';
import { checkRecipe, checkRecipeFile } from '@/lib/sites/check';
import { fill, matchText } from '@/lib/sites/pattern';
import { read } from '@/lib/sites/read';
import type { PageRule, SiteRecipe } from '@/lib/sites/recipe';
import { RECIPES } from '@/lib/sites/recipes';
import { watch } from '@/lib/sites/watch';
import { fixture, openFixture, openPage } from './fixtures';

/** Milliseconds that no hostile text may take; what it guards against takes minutes or for ever. */
const HANG = 2000;

const URL_OF = 'https://crm.acme.example/m/7';
const dated = { id: 'x', since: '2026' };
const people = (each: string) => [{ ...dated, each, email: [{ attr: 'data-email' }], name: [{}] }];

function recipe(page: Partial<PageRule> = {}): SiteRecipe {
  return {
    format: 1,
    id: 'acme',
    name: 'Acme',
    hosts: ['crm.acme.example'],
    viewer: [],
    pages: [
      {
        kind: 'message',
        region: [{ ...dated, find: '.pane' }],
        people: { sender: people('.from'), recipient: people('.to') },
        ...page,
      },
    ],
    observe: ['body'],
  };
}

function within<T>(most: number, run: () => T): T {
  const start = performance.now();
  const outcome = run();
  expect(performance.now() - start).toBeLessThan(most);
  return outcome;
}

describe('patterns that would hold a browser up', () => {
  test.each([
    ['*a*a*a*b', 'a'.repeat(4000)],
    [':a*:b*:c*:d!', 'a'.repeat(4000)],
    ['*=*=*=*!', '='.repeat(4000)],
    ['/:a:b:c:d/', `/${'x'.repeat(3990)}`],
  ])('%s is told at once not to match', (pattern, text) => {
    expect(within(HANG, () => matchText(pattern, text))).toBeNull();
  });

  test('a text that nobody would write matches nothing', () => {
    expect(matchText('*', 'a'.repeat(4001))).toBeNull();
  });

  test('wildcards take as much as they can', () => {
    expect(matchText('*/:value', '/a/b/c')).toEqual({ value: 'c' });
    expect(matchText(':a-:b', 'x-y-z')).toEqual({ a: 'x-y', b: 'z' });
    expect(matchText('*login=:value*', '?login=li%40a.example&x=1')).toEqual({ value: 'li@a.example' });
    expect(matchText('/in/:slug', '/in/')).toBeNull();
  });
});

describe('recipes from a file', () => {
  const good = JSON.stringify(recipe());
  const faults = (text: string) => {
    const checked = checkRecipeFile(text);
    return 'faults' in checked ? checked.faults : null;
  };

  test('a good one is taken', () => {
    expect(faults(good)).toBeNull();
  });

  test('what is no recipe is told in words', () => {
    expect(faults('{')).toEqual(['The file is no JSON.']);
    expect(faults('null')).toEqual(['recipe must be an object.']);
    expect(faults(' '.repeat(100_001))).toEqual(['The file is longer than 100000 characters.']);
    expect(faults('['.repeat(50_000))).toHaveLength(1);
    expect(within(HANG, () => faults(`${'[{"a":'.repeat(10_000)}1${'}]'.repeat(10_000)}`))).toHaveLength(1);
  });

  test.each(['__proto__', 'constructor', 'toString', 'hasOwnProperty'])('%s is no key of a recipe', (key) => {
    const forged = `{"${key}":{"polluted":true},${good.slice(1)}`;
    expect(faults(forged)).toEqual([`recipe.${key} is not known.`]);
    expect(({} as { polluted?: boolean }).polluted).toBeUndefined();
  });

  test('a thousand faults are told as twenty', () => {
    const keys = Array.from({ length: 1000 }, (_, at) => `"k${at}":1`).join();
    expect(faults(`{${keys}}`)).toHaveLength(20);
  });

  test('a name that every object has fills nothing in', () => {
    expect(fill('x:{constructor}', { slug: 'li' })).toBeNull();
  });

  test('a forged key is refused wherever it stands', () => {
    const deep = JSON.parse(good) as SiteRecipe & { pages: object[] };
    Object.defineProperty(deep.pages[0], '__proto__', { value: {}, enumerable: true });
    expect(checkRecipe(deep)).toEqual({ faults: ['recipe.pages[0].__proto__ is not known.'] });
  });
});

describe('pages that are made to be slow', () => {
  test('a mail to two thousand people', () => {
    const to = Array.from({ length: 2000 }, (_, at) => `<i class="to" data-email="p${at}@a.example">P</i>`);
    const html = `<div class="pane"><b class="from" data-email="li@a.example">Li</b>${to.join('')}</div>`;
    const document = openPage(html, URL_OF);
    const reading = within(HANG, () => read(document, new URL(URL_OF), [recipe()]));
    expect(reading?.context.people).toHaveLength(500);
  });

  test('an attribute of ten megabytes is no address', () => {
    const giant = `${'login_hint='.repeat(900_000)}\n`;
    const document = openPage(`<div class="pane"><b class="from">Li</b></div>`, URL_OF);
    document.querySelector('.from')?.setAttribute('data-email', giant);
    const page: Partial<PageRule> = {
      people: {
        sender: [
          { ...dated, each: '.from', email: [{ attr: 'data-email', pattern: '*login_hint=:value*' }, {}] },
        ],
      },
    };
    expect(within(HANG, () => read(document, new URL(URL_OF), [recipe(page)]))).toBeNull();
  });

  test('five thousand panes, one within the other and beside', () => {
    const html = '<div class="pane"></div>'.repeat(2500) + '<p class="pane">'.repeat(2500);
    const document = openPage(html, URL_OF);
    expect(within(5 * HANG, () => read(document, new URL(URL_OF), [recipe()]))).toBeNull();
  });

  test('structured data without an end', () => {
    const many = JSON.stringify({ '@type': 'Person', name: 'x'.repeat(9_000_000) });
    const document = openPage(`<script type="application/ld+json">${many}</script>`, 'https://a.example/');
    expect(within(HANG, () => read(document, new URL('https://a.example/'), RECIPES))).toBeNull();
  });
});

describe('what is read is never too much for a report, which would be refused whole', () => {
  const long = 'x'.repeat(60_000);
  const acceptable = (page: Partial<PageRule>, html: string, url = URL_OF) => {
    const reading = read(openPage(html, url), new URL(url), [recipe(page)]);
    expect(PageContextInput.safeParse(reading?.context).error).toBeUndefined();
    return reading?.context;
  };
  const sender = '<b class="from" data-email="li@a.example">Li</b>';

  test('keys, links and texts without an end', () => {
    const person = people('.from').map((rule) => ({
      ...rule,
      handle: [{ attr: 'data-long' }],
      url: [{ attr: 'data-url' }],
      phone: [{ attr: 'data-long' }],
      title: [{ attr: 'data-long' }],
      company: [{ attr: 'data-long' }],
    }));
    const html = `<div class="pane"><h1>${long}</h1><b class="from" data-email="li@a.example" data-long="${long}" data-url="https://a.example/${long}">${long}</b></div>`;
    const page: Partial<PageRule> = {
      people: { sender: person },
      subject: [{ find: 'h1' }],
      messageKey: [{ find: 'h1' }],
      threadKey: [{ find: 'h1' }],
      permalink: '{origin}/{message}',
    };
    const context = acceptable(page, html);
    expect(context).toMatchObject({ messageKey: null, threadKey: null, permalink: null });
    expect(context?.people[0]?.contactPoints.map(({ kind }) => kind)).toEqual(['email', 'handle', 'phone']);
  });

  test('a telephone number of direction marks alone', () => {
    const page = { people: { sender: people('.from').map((rule) => ({ ...rule, phone: [{ find: 'u' }] })) } };
    const html = `<div class="pane"><b class="from" data-email="li@a.example">Li<u>\u202a\u202c</u></b></div>`;
    expect(acceptable(page, html)?.people[0]?.contactPoints).toHaveLength(1);
  });

  test('a link of the address that is too long', () => {
    const url = `https://crm.acme.example/m/${'x'.repeat(3000)}`;
    const page: Partial<PageRule> = { permalink: '{origin}{path}' };
    expect(acceptable(page, `<div class="pane">${sender}</div>`, url)?.permalink).toBeNull();
  });

  test('a user with more identities than anybody has, all of whom are left out', () => {
    const own = Array.from({ length: 60 }, (_, at) => `<option>Me &lt;me${at}@a.example&gt;</option>`);
    const url = 'https://webmail.example/?_task=mail&_action=show&_mbox=INBOX&_uid=7';
    const to = Array.from({ length: 60 }, (_, at) => `me${at}@a.example`)
      .map((address) => `<a class="rcmContactAddress" href="mailto:${address}">${address}</a>`)
      .join('');
    const html = `<script src="program/js/app.min.js"></script><select id="_from">${own.join('')}</select><div id="message-header"><table><tr><td class="header from"><a class="rcmContactAddress" href="mailto:li@a.example">Li</a></td></tr><tr><td class="header to">${to}</td></tr></table></div>`;
    const context = read(openPage(html, url), new URL(url), RECIPES)?.context;
    expect(PageContextInput.safeParse(context).error).toBeUndefined();
    expect(context?.viewer).toHaveLength(20);
    expect(context?.people.map(({ name }) => name)).toEqual(['Li']);
  });
});

describe('a page that nothing proves to show whom its address names', () => {
  test.each(['weibo/phone', 'linkedin/sales-lead-de', 'linkedin/public'])(
    '%s is read where it was loaded, and not after a step within it',
    (name) => {
      const page = fixture(name);
      const document = openFixture(page);
      const loadedAt = (url: string) =>
        Object.defineProperty(document.defaultView, 'performance', {
          value: { getEntriesByType: () => [{ name: url }] },
          configurable: true,
        });
      const people = () => read(document, new URL(page.url), RECIPES)?.context.people;
      loadedAt(page.url);
      expect(people()).toHaveLength(1);
      loadedAt(page.url.replace(/(\w)(\?.*|\/)?$/, '$1x$2'));
      expect(people()).toBeUndefined();
      loadedAt(new URL(page.url).origin);
      expect(people()).toBeUndefined();
    },
  );
});

describe('a page that bends its own elements', () => {
  beforeEach(() => {
    vi.useFakeTimers();
  });
  afterEach(() => {
    vi.useRealTimers();
  });

  test('shows nobody, and not who was there before', async () => {
    const document = openPage(
      '<form class="pane"><b class="from" data-email="li@a.example">Li</b></form>',
      URL_OF,
    );
    const view = document.defaultView as unknown as Record<string, unknown>;
    for (const name of [
      'setTimeout',
      'clearTimeout',
      'requestAnimationFrame',
      'cancelAnimationFrame',
    ] as const)
      Object.defineProperty(view, name, { value: (globalThis[name] as () => unknown).bind(globalThis) });
    Object.defineProperty(view, 'performance', { value: performance });
    const life = new AbortController();
    const seen: number[] = [];
    watch(document, (readings) => seen.push(readings.length), life.signal, { recipes: [recipe()] });
    await vi.advanceTimersByTimeAsync(5000);
    const form = document.querySelector('form') as Element;
    // As a field of that name does in a browser.
    Object.defineProperty(form, 'checkVisibility', { value: document.createElement('input') });
    form.append(document.createElement('p'));
    await vi.advanceTimersByTimeAsync(5000);
    expect(seen).toEqual([1, 0]);
    life.abort();
  });
});
