import { act, fireEvent, render, screen } from '@testing-library/preact';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { dismissToast, toast, toasts } from '@/components/ui/toast';
import { Toasts } from '@/components/ui/toasts';
import { inEnglish } from './words';

inEnglish();
beforeEach(() => void vi.useFakeTimers());
afterEach(() => {
  vi.useRealTimers();
  toasts.value = [];
});

const show = (...message: Parameters<typeof toast>) => act(() => void toast(...message));
const pass = (ms: number) => act(() => void vi.advanceTimersByTime(ms));

test('the live region stands before its first message', async () => {
  render(<Toasts />);
  const region = screen.getByRole('status');
  expect(region.textContent).toBe('');
  await show('Tag removed');
  expect(region.textContent).toContain('Tag removed');
});

test('Undo runs once and takes the message away', async () => {
  const undo = vi.fn();
  render(<Toasts />);
  await show('Tag removed', { action: { label: 'Undo', run: undo } });
  await act(() => void fireEvent.click(screen.getByRole('button', { name: 'Undo' })));
  expect(undo).toHaveBeenCalledOnce();
  expect(screen.queryByText('Tag removed')).toBeNull();
});

test('a message leaves by itself, but not under the pointer', async () => {
  render(<Toasts />);
  await show('Saved');
  await act(() => void fireEvent.pointerEnter(screen.getByText('Saved').parentElement!));
  await pass(60_000);
  expect(screen.getByText('Saved')).toBeTruthy();
  await act(() => void fireEvent.pointerLeave(screen.getByText('Saved').parentElement!));
  await pass(9000);
  expect(screen.queryByText('Saved')).toBeNull();
});

test('a failure is an alert and stays until it is closed', async () => {
  render(<Toasts />);
  await show('Not saved', { failed: true });
  await pass(60_000);
  expect(screen.getByRole('alert').textContent).toBe('Not saved');
  await act(() => void fireEvent.click(screen.getByRole('button', { name: 'Close' })));
  expect(screen.queryByRole('alert')).toBeNull();
});

test('older messages make room, and a message can be taken back', () => {
  const ids = ['a', 'b', 'c', 'd'].map((message) => toast(message));
  expect(toasts.value.map((each) => each.message)).toEqual(['b', 'c', 'd']);
  dismissToast(ids[2]!);
  expect(toasts.value.map((each) => each.message)).toEqual(['b', 'd']);
});
