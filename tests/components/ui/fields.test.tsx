import { fireEvent, render, screen } from '@testing-library/preact';
import { expect, test, vi } from 'vitest';
import { Checkbox } from '@/components/ui/checkbox';
import { Field } from '@/components/ui/field';
import { RadioGroup } from '@/components/ui/radio-group';
import { Select } from '@/components/ui/select';
import { Switch } from '@/components/ui/switch';
import { TextArea } from '@/components/ui/text-area';
import { inEnglish } from './words';

inEnglish();

const CHOICES = [
  { value: 'sales', label: 'Sales', hint: 'Promises, prices' },
  { value: 'support', label: 'Support' },
] as const;

test('a field is named by its label and tells what is typed', () => {
  const type = vi.fn();
  render(<Field label="Name" value="Ana" onInput={type} hint="As on the card" />);
  const field = screen.getByRole('textbox', { name: 'Name', description: 'As on the card' });
  fireEvent.input(field, { target: { value: 'Ana Duarte' } });
  expect(type).toHaveBeenCalledWith('Ana Duarte');
});

test('an error takes the place of the hint and marks the field', () => {
  render(
    <Field label="Address" value="ana@" onInput={() => undefined} hint="Work" error="No host. Add one." />,
  );
  const field = screen.getByRole('textbox', { name: 'Address', description: 'No host. Add one.' });
  expect(field.getAttribute('aria-invalid')).toBe('true');
  expect(screen.queryByText('Work')).toBeNull();
});

test('a label that stands elsewhere still names the field', () => {
  render(<TextArea label="Note" labelUnseen value={'one\ntwo'} onInput={() => undefined} />);
  const area = screen.getByRole('textbox', { name: 'Note' });
  expect(screen.getByText('Note').className).toBe('unseen');
  expect(area.parentElement?.dataset.text).toBe('one\ntwo ');
});

test('a select gives the chosen value', () => {
  const choose = vi.fn();
  render(<Select label="Purpose" value="sales" choices={CHOICES} onChoose={choose} />);
  fireEvent.change(screen.getByRole('combobox', { name: 'Purpose' }), { target: { value: 'support' } });
  expect(choose).toHaveBeenCalledWith('support');
});

test('radios are one group with a question', () => {
  const choose = vi.fn();
  render(<RadioGroup label="What is it for?" value="sales" choices={CHOICES} onChoose={choose} />);
  expect(screen.getByRole('group', { name: 'What is it for?' })).toBeTruthy();
  const [sales, support] = screen.getAllByRole<HTMLInputElement>('radio');
  expect([sales?.checked, support?.checked]).toEqual([true, false]);
  expect(sales?.name).toBe(support?.name);
  fireEvent.click(support!);
  expect(choose).toHaveBeenCalledWith('support');
});

test('a box says whether Shift was down, and can stand between', () => {
  const toggle = vi.fn();
  render(<Checkbox label="Norway" checked={false} mixed onToggle={toggle} />);
  const box = screen.getByRole<HTMLInputElement>('checkbox', { name: 'Norway' });
  expect(box.indeterminate).toBe(true);
  fireEvent.click(box, { shiftKey: true });
  expect(toggle).toHaveBeenCalledWith(true, true);
});

test('a switch goes on and off', () => {
  const change = vi.fn();
  render(<Switch label="Log automatically" on={false} onSwitch={change} />);
  const control = screen.getByRole<HTMLInputElement>('switch', { name: 'Log automatically' });
  expect(control.checked).toBe(false);
  fireEvent.click(control);
  expect(change).toHaveBeenCalledWith(true);
});
