import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import type { Reading } from '@/lib/sites/page-context';
import { RECIPES } from '@/lib/sites/recipes';
import { watch } from '@/lib/sites/watch';
import { openPage } from './fixtures';

const row = (name: string) =>
  `<tr class="zA"><td><div class="yW"><span email="${name}@acme.example" name="${name}"></span></div></td></tr>`;
const inbox = (names: string[]) =>
  `<title>Inbox - me@lumen.example - Gmail</title><div class="aeF"><div class="nH"><div role="main">` +
  `<table><tbody>${names.map(row).join('')}</tbody></table></div></div></div>`;

let life: AbortController;

beforeEach(() => {
  vi.useFakeTimers();
  life = new AbortController();
});

afterEach(() => {
  life.abort();
  vi.useRealTimers();
});

/** A document whose window runs on the fake clock. */
function open(html: string, url = 'https://mail.google.com/mail/u/0/#inbox'): Document {
  const document = openPage(html, url);
  const view = document.defaultView as unknown as Record<string, unknown>;
  for (const name of [
    'setTimeout',
    'clearTimeout',
    'requestAnimationFrame',
    'cancelAnimationFrame',
  ] as const) {
    Object.defineProperty(view, name, { value: (globalThis[name] as () => unknown).bind(globalThis) });
  }
  Object.defineProperty(view, 'performance', { value: performance });
  return document;
}

/** Starts the watcher; gives the names of the people of each call. */
function start(document: Document, also?: (readings: Reading[]) => void): string[][] {
  const seen: string[][] = [];
  const listener = (readings: Reading[]) => {
    seen.push(readings.flatMap(({ context }) => context.people.map(({ name }) => name ?? '')));
    also?.(readings);
  };
  watch(document, listener, life.signal, { recipes: RECIPES });
  return seen;
}

const body = (document: Document) => document.querySelector('tbody') as Element;

function add(document: Document, name: string): void {
  const table = document.createElement('div');
  table.innerHTML = `<table><tbody>${row(name)}</tbody></table>`;
  body(document).append(...table.querySelectorAll('tr'));
}

/** Mutations are delivered between the steps of the clock, as in a browser. */
const pass = (milliseconds: number) => vi.advanceTimersByTimeAsync(milliseconds);
const frame = () => pass(20);
const quiet = () => pass(5000);

function setHidden(document: Document, hidden: boolean): void {
  Object.defineProperty(document, 'hidden', { value: hidden, configurable: true });
  const view = document.defaultView as unknown as typeof globalThis;
  document.dispatchEvent(new view.Event('visibilitychange'));
}

describe('watch', () => {
  test('reads at the next frame, then waits for changes without any timer', async () => {
    const document = open(inbox(['Li']));
    const seen = start(document);
    expect(seen).toEqual([]);
    await frame();
    expect(seen).toEqual([['Li']]);
    await quiet();
    expect(vi.getTimerCount()).toBe(0);
  });

  test('reads the first change at the next frame and those that follow together after 100 ms', async () => {
    const document = open(inbox(['Li']));
    const seen = start(document);
    await quiet();
    add(document, 'Anna');
    await frame();
    expect(seen.at(-1)).toEqual(['Li', 'Anna']);
    for (const name of ['B', 'C', 'D']) {
      add(document, name);
      await pass(20);
    }
    expect(seen).toHaveLength(2);
    await pass(60);
    expect(seen.slice(2)).toEqual([['Li', 'Anna', 'B', 'C', 'D']]);
  });

  test('is silent when a change says nothing new', async () => {
    const document = open(inbox(['Li']));
    const seen = start(document);
    await quiet();
    body(document).append(document.createElement('tr'));
    await quiet();
    expect(seen).toHaveLength(1);
    expect(vi.getTimerCount()).toBe(0);
  });

  test('does not loop when its listener changes the page', async () => {
    const document = open(inbox(['Li']));
    let chips = 0;
    const seen = start(document, (readings) => {
      for (const anchor of readings.flatMap(({ anchors }) => anchors)) {
        anchor?.after(document.createElement('chip-element'));
        chips++;
      }
    });
    await quiet();
    await quiet();
    expect({ calls: seen.length, chips, timers: vi.getTimerCount() }).toEqual({
      calls: 1,
      chips: 1,
      timers: 0,
    });
  });

  test('keeps to a share of the time on a page that never rests', async () => {
    const document = open(inbox(['Li']));
    const query = vi.spyOn(document, 'querySelectorAll');
    start(document);
    await frame();
    const one = query.mock.calls.length;
    query.mockClear();
    for (let at = 0; at < 1000; at += 10) {
      body(document).append(document.createElement('tr'));
      await pass(10);
    }
    expect(query.mock.calls.length).toBeGreaterThan(0);
    expect(query.mock.calls.length).toBeLessThanOrEqual(one * 10);
  });

  test('a read that took long keeps nobody waiting long for the next', async () => {
    const document = open(inbox(['Li']));
    const seen = start(document);
    let held = 0;
    const now = performance.now.bind(performance);
    vi.spyOn(performance, 'now').mockImplementation(() => now() + held);
    const query = document.querySelectorAll.bind(document);
    vi.spyOn(document, 'querySelectorAll').mockImplementationOnce((selector: string) => {
      held += 4000;
      return query(selector);
    });
    await frame();
    expect(held).toBe(4000);
    add(document, 'Wei');
    await pass(1200);
    expect(seen).toEqual([['Li'], ['Li', 'Wei']]);
  });

  test('says when the people are gone', async () => {
    const document = open(inbox(['Li']));
    const seen = start(document);
    await quiet();
    document.querySelector('[role="main"]')?.remove();
    await quiet();
    expect(seen).toEqual([['Li'], []]);
  });

  test('follows a region that the page replaces', async () => {
    const document = open(inbox(['Li']));
    const seen = start(document);
    await quiet();
    document.body.innerHTML = inbox(['Anna']);
    await quiet();
    add(document, 'Bob');
    await quiet();
    expect(seen).toEqual([['Li'], ['Anna'], ['Anna', 'Bob']]);
  });

  test('sees another pane shown by its style alone', async () => {
    const panes = ['Li', 'Anna'].map(
      (name, at) =>
        `<div class="nH" style="display: ${at ? 'none' : 'block'}"><div role="main"><table>${row(name)}</table></div></div>`,
    );
    const document = open(`<div class="aeF">${panes.join('')}</div>`);
    const seen = start(document);
    await quiet();
    const [first, second] = document.querySelectorAll<HTMLElement>('.nH');
    if (first && second) {
      first.style.display = 'none';
      second.style.display = 'block';
    }
    await quiet();
    expect(seen).toEqual([['Li'], ['Anna']]);
  });

  test('rests while the tab is hidden and reads when it is shown again', async () => {
    const document = open(inbox(['Li']));
    const seen = start(document);
    await quiet();
    setHidden(document, true);
    add(document, 'Anna');
    await quiet();
    expect(seen).toHaveLength(1);
    setHidden(document, false);
    await quiet();
    expect(seen).toEqual([['Li'], ['Li', 'Anna']]);
  });

  test('gives up a read that is due when the tab is hidden, and waits in a tab that starts hidden', async () => {
    const document = open(inbox(['Li']));
    setHidden(document, true);
    const seen = start(document);
    await quiet();
    expect(seen).toEqual([]);
    setHidden(document, false);
    await quiet();
    add(document, 'Anna');
    await pass(0);
    setHidden(document, true);
    await quiet();
    expect(seen).toEqual([['Li']]);
  });

  const draft = (name: string) =>
    `<div class="nH" role="dialog"><input name="subjectbox"><div name="to"><i data-hovercard-id="${name}@acme.example" data-name="${name}">${name}</i></div></div>`;

  test('follows a draft that stands beside what the site shows else, also one to nobody yet', async () => {
    const document = open(inbox(['Li']) + draft('Anna'));
    const seen = start(document);
    await quiet();
    const [name] = document.querySelectorAll<HTMLElement>('[data-hovercard-id]');
    name?.setAttribute('data-name', 'Bo');
    name?.replaceChildren('Bo');
    await quiet();
    name?.remove();
    await quiet();
    (document.querySelector('[name=to]') as Element).innerHTML =
      '<i data-hovercard-id="cy@acme.example" data-name="Cy">Cy</i>';
    await quiet();
    document.querySelector('[role=dialog]')?.remove();
    await quiet();
    expect(seen).toEqual([['Anna', 'Li'], ['Bo', 'Li'], ['Li'], ['Cy', 'Li'], ['Li']]);
    expect(vi.getTimerCount()).toBe(0);
  });

  test('of a page that is read as a whole observes only where the recipe says', async () => {
    const document = open(
      '<main><p class="h-card"><span class="p-name">Li</span><a class="u-email" href="mailto:li@acme.example"></a></p></main><footer></footer>',
      'https://people.example/li',
    );
    const seen = start(document);
    await quiet();
    expect(seen).toEqual([['Li', '']]);
    document.querySelector('footer')?.append('Never rests');
    await pass(0);
    expect(vi.getTimerCount()).toBe(0);
  });

  test('reads after a navigation that changes nothing else', async () => {
    const profile = (slug: string) =>
      `<main><h1>Li</h1><a href="/in/${slug}/overlay/contact-info/">Contact</a></main>`;
    const document = open(profile('li-wei'), 'https://www.linkedin.com/in/li-wei/');
    const seen = start(document);
    await quiet();
    const view = document.defaultView as unknown as typeof globalThis;
    view.history.pushState(null, '', '/in/anna/');
    view.dispatchEvent(new view.Event('popstate'));
    await quiet();
    expect(seen).toEqual([['Li'], []]);
  });

  /** As a browser tells of a list that is scrolled: on the list itself. */
  const scroll = (document: Document) => {
    const view = document.defaultView as unknown as typeof globalThis;
    body(document).dispatchEvent(new view.Event('scroll'));
  };

  test('reads of a long list a screen, and more when it is scrolled', async () => {
    const document = open(inbox(Array.from({ length: 300 }, (_, at) => `p${at}`)));
    const seen = start(document);
    await quiet();
    expect(seen.map(({ length }) => length)).toEqual([64]);
    for (let turn = 0; turn < 5; turn++) {
      scroll(document);
      await quiet();
    }
    expect(seen.map(({ length }) => length)).toEqual([64, 128, 256, 300]);
  });

  test('reads no more of a list than a report may name', async () => {
    const document = open(inbox(Array.from({ length: 1000 }, (_, at) => `p${at}`)));
    const seen = start(document);
    for (let turn = 0; turn < 9; turn++) {
      await quiet();
      scroll(document);
    }
    await quiet();
    expect(seen.at(-1)).toHaveLength(500);
    expect(Math.max(...seen.map(({ length }) => length))).toBe(500);
  });

  test('tells when a change that waits for its turn has been read', async () => {
    const document = open(inbox(['a']));
    const seen: string[][] = [];
    const watcher = watch(
      document,
      (readings) => seen.push(readings.map(({ context }) => context.kind)),
      life.signal,
      { recipes: RECIPES },
    );
    await pass(20);
    await watcher.settled();
    expect(seen).toHaveLength(1);
    body(document).replaceChildren();
    add(document, 'b');
    await pass(0);
    let settled = false;
    void watcher.settled().then(() => {
      settled = true;
    });
    await pass(50);
    expect([settled, seen.length]).toEqual([false, 1]);
    await pass(100);
    expect([settled, seen.length]).toEqual([true, 2]);
  });

  const watchSettling = (document: Document) => {
    const watcher = watch(document, () => {}, life.signal, { recipes: RECIPES });
    return async () => {
      let settled = false;
      void watcher.settled().then(() => {
        settled = true;
      });
      await pass(0);
      return () => settled;
    };
  };

  test('is not settled after the address has changed, until the page has been read again', async () => {
    const document = open(inbox(['Li']));
    const settling = watchSettling(document);
    await quiet();
    expect((await settling())()).toBe(true);
    const view = document.defaultView as unknown as typeof globalThis;
    view.dispatchEvent(new view.Event('popstate'));
    const settled = await settling();
    expect(settled()).toBe(false);
    await pass(200);
    expect(settled()).toBe(true);
  });

  test('is not settled while the tab is hidden, since nothing is observed then', async () => {
    const document = open(inbox(['Li']));
    const settling = watchSettling(document);
    await quiet();
    setHidden(document, true);
    const settled = await settling();
    await quiet();
    expect(settled()).toBe(false);
    setHidden(document, false);
    await quiet();
    expect(settled()).toBe(true);
  });

  test('what is not of the page has nothing read, whatever the page calls its own', async () => {
    const document = open(inbox(['Li']));
    const ours = new WeakSet<Node>();
    const seen: string[][] = [];
    const listener = (readings: Reading[]) =>
      seen.push(readings.flatMap(({ context }) => context.people.map(({ name }) => name ?? '')));
    watch(document, listener, life.signal, { recipes: RECIPES, isOurs: (node) => ours.has(node) });
    await quiet();
    const chip = document.createElement('span');
    ours.add(chip);
    body(document).append(chip);
    await pass(0);
    chip.remove();
    await pass(0);
    expect(vi.getTimerCount()).toBe(0);
    const theirs = document.createElement('span');
    theirs.setAttribute('data-sidelight', 'dot');
    theirs.innerHTML = '<span></span>';
    body(document).append(theirs);
    await pass(0);
    expect(vi.getTimerCount()).toBe(1);
    body(document).append(chip);
    add(document, 'Anna');
    await quiet();
    expect(seen).toEqual([['Li'], ['Li', 'Anna']]);
  });

  test('of a thousand rows that came at once a change deep in one is seen, and a mail that opens beside them', async () => {
    const document = open(inbox(['Li']));
    const seen = start(document);
    await quiet();
    body(document).innerHTML = Array.from({ length: 1000 }, (_, at) => row(`p${at}`)).join('');
    await quiet();
    expect(seen.at(-1)).toHaveLength(64);
    const cell = document.querySelectorAll('.yW')[40] as Element;
    cell.innerHTML = '<i><span email="anna@acme.example" name="Anna"></span></i>';
    await quiet();
    expect([seen.at(-1)?.[39], seen.at(-1)?.[40], seen.at(-1)?.[41]]).toEqual(['p39', 'Anna', 'p41']);
    // What was not there when the page was read before is asked for anew.
    const mail = document.createElement('div');
    mail.innerHTML =
      '<div class="h7" data-message-id="#msg-f:1"><span class="gD" email="bo@acme.example" name="Bo"></span></div>';
    document.querySelector('[role="main"]')?.append(mail);
    await quiet();
    expect(seen.at(-1)?.[0]).toBe('Bo');
    mail.remove();
    await quiet();
    expect(seen.at(-1)?.[0]).toBe('p0');
  });

  test('a name that changes within its element is told, though the elements are the same', async () => {
    const document = open(
      '<main><p class="h-card"><span class="p-name">Li</span><a class="u-email" href="mailto:li@acme.example"></a></p></main>',
      'https://people.example/li',
    );
    const seen = start(document);
    await quiet();
    const name = document.querySelector('.p-name')?.firstChild as Text;
    name.data = 'Li Wei';
    await quiet();
    expect(seen.map(([name]) => name)).toEqual(['Li', 'Li Wei']);
  });

  test('stops when aborted', async () => {
    const document = open(inbox(['Li']));
    const seen = start(document);
    await quiet();
    add(document, 'Anna');
    life.abort();
    await quiet();
    expect(seen).toEqual([['Li']]);
    expect(vi.getTimerCount()).toBe(0);
  });

  test('does nothing on a page that no recipe claims', async () => {
    const document = open('<a href="mailto:a@b.example">A</a>', 'https://mail.google.com/');
    const seen: Reading[][] = [];
    watch(document, (readings) => seen.push(readings), life.signal, { recipes: [] });
    await quiet();
    expect(seen).toEqual([]);
    expect(vi.getTimerCount()).toBe(0);
  });
});
