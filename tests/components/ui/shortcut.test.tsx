import { fireEvent, render, screen } from '@testing-library/preact';
import { expect, test, vi } from 'vitest';
import { type Shortcut, useShortcut } from '@/components/ui/use-shortcut';
import { inEnglish } from './words';

inEnglish();

function Page({ shortcut, run }: { shortcut: Shortcut; run(): void }) {
  useShortcut(shortcut, run);
  return (
    <>
      <input aria-label="Note" />
      <input type="checkbox" aria-label="Row" />
      <button type="button">
        <span>Look</span>
      </button>
      <a href="#page">Page</a>
      {/* biome-ignore lint/a11y/useSemanticElements: rich text of a page is such an element */}
      <div contentEditable role="textbox" tabIndex={0} aria-label="Rich" />
    </>
  );
}

function pressed(shortcut: Shortcut, on: () => Element, key: KeyboardEventInit) {
  const run = vi.fn();
  render(<Page shortcut={shortcut} run={run} />);
  const went = fireEvent.keyDown(on(), key);
  return { run, went };
}

const body = () => document.body;
const note = () => screen.getByRole('textbox', { name: 'Note' });

const UNDO: Shortcut = { code: 'KeyZ', ctrl: true };

test.each<[string, KeyboardEventInit]>([
  ['the letter on a German keyboard', { code: 'KeyY', key: 'z' }],
  ['the letter on a French keyboard', { code: 'KeyW', key: 'z' }],
  ['the letter under Caps Lock', { code: 'KeyZ', key: 'Z' }],
  ['its place on a Russian keyboard', { code: 'KeyZ', key: 'я' }],
  ['its place with an input method', { code: 'KeyZ', key: 'Process' }],
])('a letter is %s', (_, key) => {
  const { run, went } = pressed(UNDO, body, { ...key, ctrlKey: true });
  expect(run).toHaveBeenCalledOnce();
  expect(went).toBe(false);
});

test('another letter in its place is that other letter', () => {
  const { run, went } = pressed(UNDO, body, { code: 'KeyZ', key: 'y', ctrlKey: true });
  expect(run).not.toHaveBeenCalled();
  expect(went).toBe(true);
});

test.each<[string, KeyboardEventInit, boolean]>([
  ['an English keyboard', { code: 'Slash', key: '/' }, true],
  ['Dvorak', { code: 'BracketLeft', key: '/' }, true],
  ['a German keyboard, with Shift', { code: 'Digit7', key: '/', shiftKey: true }, true],
  ['a Russian keyboard, by its place', { code: 'Slash', key: '.' }, true],
  ['an English keyboard, with Shift, where it is ?', { code: 'Slash', key: '?', shiftKey: true }, false],
  ['Dvorak, where z stands in its place', { code: 'Slash', key: 'z' }, false],
])('/ on %s', (_, key, runs) => {
  expect(pressed({ code: 'Slash' }, body, key).run).toHaveBeenCalledTimes(runs ? 1 : 0);
});

test('Command does for Ctrl', () => {
  expect(
    pressed({ code: 'KeyK', ctrl: true }, body, { code: 'KeyK', metaKey: true }).run,
  ).toHaveBeenCalledOnce();
});

test.each<[string, KeyboardEventInit]>([
  ['another key', { code: 'KeyJ', ctrlKey: true }],
  ['without its companion', { code: 'KeyK' }],
  ['with one too many', { code: 'KeyK', ctrlKey: true, shiftKey: true }],
])('%s does nothing', (_, key) => {
  const { run, went } = pressed({ code: 'KeyK', ctrl: true }, body, key);
  expect(run).not.toHaveBeenCalled();
  expect(went).toBe(true);
});

test('what is typed into a field stays there', () => {
  expect(pressed({ code: 'KeyT' }, note, { code: 'KeyT' }).run).not.toHaveBeenCalled();
});

test('a rich text field too', () => {
  const rich = () => screen.getByRole('textbox', { name: 'Rich' });
  expect(pressed({ code: 'KeyT' }, rich, { code: 'KeyT' }).run).not.toHaveBeenCalled();
});

test('a box is not typed into', () => {
  const box = () => screen.getByRole('checkbox', { name: 'Row' });
  expect(pressed({ code: 'KeyT' }, box, { code: 'KeyT' }).run).toHaveBeenCalledOnce();
});

test.each<[string, () => Element, boolean]>([
  ['on the page', body, true],
  ['on a button', () => screen.getByText('Look'), false],
  ['on a link', () => screen.getByRole('link'), false],
])('Enter %s', (_, on, runs) => {
  expect(pressed({ code: 'Enter' }, on, { code: 'Enter' }).run).toHaveBeenCalledTimes(runs ? 1 : 0);
});

test('Enter that is held down is one Enter', () => {
  expect(pressed({ code: 'Enter' }, body, { code: 'Enter', repeat: true }).run).not.toHaveBeenCalled();
});

test('a shortcut may ask to work while somebody types, but not while a character is composed', () => {
  const shortcut = { code: 'KeyK', ctrl: true, whileTyping: true };
  expect(pressed(shortcut, note, { code: 'KeyK', ctrlKey: true }).run).toHaveBeenCalledOnce();
});

test('a key that somebody has handled already is left alone', () => {
  const run = vi.fn();
  render(<Page shortcut={{ code: 'Delete' }} run={run} />);
  const handled = (event: Event) => event.preventDefault();
  document.body.addEventListener('keydown', handled);
  fireEvent.keyDown(document.body, { code: 'Delete' });
  document.body.removeEventListener('keydown', handled);
  expect(run).not.toHaveBeenCalled();
});
