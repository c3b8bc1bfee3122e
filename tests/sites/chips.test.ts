import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { createChips } from '@/entrypoints/overlay.content/chips';
import type { Mark } from '@/lib/api/views';
import type { PageKind, Reading } from '@/lib/sites/page-context';

/** What the browser tells of elements in sight, told by hand. */
const observed = new Set<Element>();
let tell: (targets: Element[]) => void;
class Sight {
  constructor(callback: (entries: { isIntersecting: boolean; target: Element }[]) => void) {
    tell = (targets) => callback(targets.map((target) => ({ isIntersecting: true, target })));
  }
  observe = (target: Element) => observed.add(target);
  unobserve = (target: Element) => observed.delete(target);
  disconnect = () => observed.clear();
}

let life: AbortController;
beforeEach(() => {
  life = new AbortController();
  vi.stubGlobal('IntersectionObserver', Sight);
});
afterEach(() => {
  life.abort();
  observed.clear();
  vi.unstubAllGlobals();
  vi.restoreAllMocks();
  document.body.replaceChildren();
});

const KNOWN: Mark = { known: true, word: null };

/** A page that names so many people, each in an element of its own. */
function pageOf(
  count: number,
  kind: PageKind = 'message',
  name = 'p',
): { reading: Reading; anchors: Element[] } {
  const anchors = Array.from({ length: count }, () => document.body.appendChild(document.createElement('b')));
  const people = anchors.map((_, at) => ({
    role: 'mention' as const,
    name: null,
    contactPoints: [{ kind: 'email' as const, value: `${name}${at}@a.example` }],
  }));
  const reading = { context: { kind, people } as Reading['context'], region: document.body, anchors };
  return { reading, anchors };
}

const chips = () => document.querySelectorAll('[data-sidelight=chip]').length;
const dots = () => document.querySelectorAll('[data-sidelight=dot]').length;
const later = () => new Promise((resolve) => setTimeout(resolve));
const make = (settled: () => Promise<void> = async () => {}) =>
  createChips('en', 'light', () => {}, settled, life.signal);

test('of two thousand known people only those in sight get a chip', async () => {
  vi.spyOn(performance, 'now').mockReturnValue(0);
  const { reading, anchors } = pageOf(2000);
  make().show([reading], [anchors.map(() => KNOWN)], 1);
  expect([chips(), observed.size]).toEqual([0, 2000]);
  tell(anchors.slice(0, 5));
  await later();
  expect([chips(), observed.size]).toEqual([5, 1995]);
});

const TAUGHT = { variant: 'taught/sender' };
test.each([
  ['a word in a line stands before it', '<p><b>Anna</b></p>', TAUGHT, 'p > b + [data-sidelight]'],
  ['a block takes it in', '<div><b>Anna</b></div>', TAUGHT, 'b > [data-sidelight]'],
  [
    'of blocks in a block the first',
    '<div><b><p></p><p class="name">Anna</p><p>a@a.example</p></b></div>',
    TAUGHT,
    '.name > [data-sidelight]',
  ],
  [
    'what is cut off has it in front',
    '<div><b style="overflow-x:hidden"><i>Anna</i></b></div>',
    TAUGHT,
    'b > [data-sidelight]:first-child',
  ],
  [
    'beside others in a row it stands behind',
    '<div style="display:flex"><b>Anna</b></div>',
    TAUGHT,
    'b + [data-sidelight]',
  ],
  ['where we know the page it stands behind', '<div><b>Anna</b></div>', {}, 'b + [data-sidelight]'],
])('a chip takes no line of its own: %s', async (_, html, context, where) => {
  document.body.innerHTML = html;
  const anchor = document.querySelector('b') as HTMLElement;
  if (!html.startsWith('<p>')) anchor.style.display = 'block';
  const { reading } = pageOf(1);
  Object.assign(reading.context, context);
  reading.anchors = [anchor];
  make().show([reading], [[KNOWN]], 1);
  tell([anchor]);
  await later();
  expect(document.querySelector(where)).not.toBeNull();
});

test('what takes longer than a part of a frame waits for the next', async () => {
  const { reading, anchors } = pageOf(40);
  make().show([reading], [anchors.map(() => KNOWN)], 1);
  let now = 0;
  vi.spyOn(performance, 'now').mockImplementation(() => now++);
  const waiting = () => anchors.filter((anchor) => observed.has(anchor));
  let turns = 0;
  for (; waiting().length > 0 && turns < 20; turns++) {
    tell(waiting());
    await later();
    expect(chips()).toBeLessThanOrEqual((turns + 1) * 8);
  }
  expect(chips()).toBe(40);
  expect(turns).toBeGreaterThan(4);
});

test('nothing is drawn while the page has changed and is not read, nor beside whoever came meanwhile', async () => {
  const { reading, anchors } = pageOf(1);
  let settle = () => {};
  const drawn = make(
    () =>
      new Promise((resolve) => {
        settle = resolve;
      }),
  );
  drawn.show([reading], [[KNOWN]], 1);
  tell(anchors);
  await later();
  expect(chips()).toBe(0);
  const [person] = reading.context.people;
  const other = { ...person, contactPoints: [{ kind: 'email' as const, value: 'stranger@a.example' }] };
  drawn.keep([
    { ...reading, context: { ...reading.context, people: [other as (typeof reading.context.people)[0]] } },
  ]);
  settle();
  await later();
  expect(chips()).toBe(0);
});

test('a list is quiet: a dot only where something is open, nothing beside strangers', async () => {
  const { reading, anchors } = pageOf(3, 'list');
  make().show([reading], [[KNOWN, { known: true, word: 'late' }, { known: false, word: null }]], 1);
  tell(anchors);
  await later();
  expect([chips(), dots()]).toEqual([0, 1]);
  expect(anchors[1]?.nextElementSibling?.getAttribute('data-sidelight')).toBe('dot');
});
