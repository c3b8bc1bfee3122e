import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { insertText } from '@/entrypoints/overlay.content/insert-text';

const typed = vi.fn((_: string, __: boolean, text: string) => {
  editor().append(text);
  return true;
});
const editor = () => document.querySelector<HTMLElement>('[contenteditable]') as HTMLElement;

beforeEach(() => {
  document.body.innerHTML = '<div contenteditable="true"></div>';
  Object.assign(document, { execCommand: typed });
  typed.mockClear();
});
afterEach(() => {
  vi.unstubAllGlobals();
  Reflect.deleteProperty(document, 'execCommand');
});

const takesPaste = (write: () => void) =>
  editor().addEventListener('paste', (event) => {
    event.preventDefault();
    write();
  });

test('an editor that writes what it took only later has it once', async () => {
  takesPaste(() => setTimeout(() => editor().append('New prices.'), 300));
  expect(await insertText('New prices.', { editor: editor(), range: null })).toBe(true);
  await new Promise((resolve) => setTimeout(resolve, 300));
  expect(editor().textContent).toBe('New prices.');
});

test('what is undone at once does not come back', async () => {
  takesPaste(() => editor().append('New prices.'));
  const put = insertText('New prices.', { editor: editor(), range: null });
  setTimeout(() => editor().replaceChildren(), 20);
  expect(await put).toBe(true);
  await new Promise((resolve) => setTimeout(resolve, 200));
  expect(editor().textContent).toBe('');
});

test('an editor that takes no paste is typed into', async () => {
  expect(await insertText('New prices.', { editor: editor(), range: null })).toBe(true);
  expect(typed).toHaveBeenCalledOnce();
});

test('what was taken and never written is said not to be there', async () => {
  takesPaste(() => undefined);
  expect(await insertText('New prices.', { editor: editor(), range: null })).toBe(false);
  expect(typed).not.toHaveBeenCalled();
});
