import { act, fireEvent, render, screen, waitFor } from '@testing-library/preact';
import { expect, test, vi } from 'vitest';
import { Menu } from '@/components/ui/menu';
import { inEnglish } from './words';

inEnglish();

async function opened() {
  const run = vi.fn();
  const items = ['Edit', 'Export', 'Merge', 'Delete'].map((label) => ({
    id: label,
    label,
    disabled: label === 'Merge',
    run: () => run(label),
  }));
  render(<Menu label="More" items={items} />);
  const button = screen.getByRole('button', { name: 'More' });
  fireEvent.click(button);
  await waitFor(() => expect(document.activeElement?.textContent).toBe('Edit'));
  return { run, button };
}

const press = (key: string) => act(() => void fireEvent.keyDown(document.activeElement!, { key }));
const focused = () => document.activeElement?.textContent;

test('the button tells that it opens a menu, and whether it did', async () => {
  const { button } = await opened();
  expect(button.getAttribute('aria-haspopup')).toBe('menu');
  expect(button.getAttribute('aria-expanded')).toBe('true');
  expect(screen.getByRole('menu', { name: 'More' }).hasAttribute('data-open')).toBe(true);
});

test('arrow keys walk around, Home and End jump', async () => {
  await opened();
  await press('ArrowDown');
  expect(focused()).toBe('Export');
  await press('End');
  expect(focused()).toBe('Delete');
  await press('ArrowDown');
  expect(focused()).toBe('Edit');
  await press('ArrowUp');
  expect(focused()).toBe('Delete');
});

test('first letters choose, the same letter again the next', async () => {
  await opened();
  await press('d');
  expect(focused()).toBe('Delete');
});

test('Escape closes and leads back to the button', async () => {
  const { button } = await opened();
  await press('Escape');
  expect(screen.queryAllByRole('menuitem')).toEqual([]);
  expect(document.activeElement).toBe(button);
});

test('an item runs once and the menu is gone', async () => {
  const { run, button } = await opened();
  fireEvent.click(screen.getByRole('menuitem', { name: 'Export' }));
  await waitFor(() => expect(screen.queryAllByRole('menuitem')).toEqual([]));
  expect(run.mock.calls).toEqual([['Export']]);
  expect(document.activeElement).toBe(button);
});

test('what is disabled does nothing', async () => {
  const { run } = await opened();
  fireEvent.click(screen.getByRole('menuitem', { name: 'Merge' }));
  expect(run).not.toHaveBeenCalled();
});

test('a press elsewhere closes it', async () => {
  await opened();
  await act(() => void fireEvent.pointerDown(document.body));
  expect(screen.queryAllByRole('menuitem')).toEqual([]);
});
