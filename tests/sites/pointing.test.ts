import { afterEach, expect, test, vi } from 'vitest';
import { watchPointing } from '@/entrypoints/teach.content/pointing';

const life = new AbortController();
afterEach(() => {
  life.abort();
  document.body.replaceChildren();
});

test('a frame that loads later is watched, and what else loads is not looked at', () => {
  const watched: string[] = [];
  const pointing = {
    host: document.createElement('span'),
    point: () => {},
    controls: () => [],
    focused: () => -1,
    focus: () => {},
    chosen: () => null,
    leave: () => {},
  };
  watchPointing(pointing, life.signal);
  const inner = document.implementation.createHTMLDocument();
  const window = { addEventListener: (type: string) => watched.push(type) };
  Object.defineProperty(inner, 'defaultView', { value: window });
  Object.defineProperty(inner, 'location', { value: new URL('https://mail.example/read') });
  const frame = document.createElement('frame');
  Object.defineProperty(frame, 'contentDocument', { value: inner });
  document.body.append(frame, document.createElement('img'));
  const looks = vi.spyOn(document, 'querySelectorAll');
  document.querySelector('img')?.dispatchEvent(new Event('load'));
  expect(looks).not.toHaveBeenCalled();
  expect(watched).toEqual([]);
  frame.dispatchEvent(new Event('load'));
  expect(watched).toEqual(expect.arrayContaining(['click', 'keydown', 'keyup', 'touchstart', 'contextmenu']));
});
