import { act, fireEvent, render, screen } from '@testing-library/preact';
import { expect, test, vi } from 'vitest';
import { Combobox } from '@/components/ui/combobox';
import { inEnglish } from './words';

inEnglish();

const OPTIONS = [
  { value: 'no', label: 'Norway' },
  { value: 'hn', label: 'High north' },
  { value: 'po', label: 'Pórto' },
];

function shown() {
  const choose = vi.fn();
  const create = vi.fn();
  render(<Combobox label="Add tag" options={OPTIONS} onChoose={choose} onCreate={create} />);
  const field = screen.getByRole<HTMLInputElement>('combobox', { name: 'Add tag' });
  const type = (value: string) => act(() => void fireEvent.input(field, { target: { value } }));
  const press = (key: string, more = {}) => act(() => void fireEvent.keyDown(field, { key, ...more }));
  return { choose, create, field, type, press };
}

const lines = () => screen.queryAllByRole('option').map((line) => line.textContent);
const pointed = (field: Element) =>
  document.getElementById(field.getAttribute('aria-activedescendant') ?? '')?.textContent;

test('typing finds, the beginning of a name first, then offers to create', async () => {
  const { field, type } = shown();
  expect(field.getAttribute('aria-expanded')).toBe('false');
  await type('nor');
  expect(lines()).toEqual(['Norway', 'High north', 'Create “nor”']);
  expect(field.getAttribute('aria-expanded')).toBe('true');
  expect(pointed(field)).toBe('Norway');
});

test('accents and case are no hindrance, and a name that exists is not created again', async () => {
  const { type } = shown();
  await type('PORTO');
  expect(lines()).toEqual(['Pórto']);
});

test('arrows walk, Enter chooses and clears', async () => {
  const { field, type, press, choose } = shown();
  await type('nor');
  await press('ArrowDown');
  expect(pointed(field)).toBe('High north');
  await press('Enter');
  expect(choose.mock.calls).toEqual([['hn']]);
  expect(field.value).toBe('');
  expect(lines()).toEqual([]);
});

test('what does not exist is created, without the spaces around it', async () => {
  const { type, press, create, choose } = shown();
  await type('  fair 2026 ');
  await press('Enter');
  expect(create.mock.calls).toEqual([['fair 2026']]);
  expect(choose).not.toHaveBeenCalled();
});

test('Enter that ends the composition of a character chooses nothing', async () => {
  const { type, press, create, choose } = shown();
  await type('挪威');
  await press('Enter', { isComposing: true });
  expect(create).not.toHaveBeenCalled();
  expect(choose).not.toHaveBeenCalled();
});

test('Escape first closes the list, then clears the text, then is left to others', async () => {
  const { field, type } = shown();
  const others = vi.fn();
  document.addEventListener('keydown', others);
  const pressEscape = () => act(() => void fireEvent.keyDown(field, { key: 'Escape' }));
  await type('nor');
  await pressEscape();
  expect([lines(), field.value]).toEqual([[], 'nor']);
  await pressEscape();
  expect(field.value).toBe('');
  expect(others).not.toHaveBeenCalled();
  await pressEscape();
  expect(others).toHaveBeenCalledOnce();
  document.removeEventListener('keydown', others);
});

test('the number of choices is said', async () => {
  const { type } = shown();
  await type('porto');
  expect(screen.getByRole('status').textContent).toBe('1 choice');
});
