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

test('a message leaves by itself, and none while the pointer is on one of them', async () => {
  render(<Toasts />);
  await show('Saved');
  await show('Tag removed');
  const around = screen.getByRole('status').parentElement!;
  await act(() => void fireEvent.pointerEnter(around));
  await pass(60_000);
  expect(screen.getByText('Saved')).toBeTruthy();
  await act(() => void fireEvent.pointerLeave(around));
  await pass(9000);
  expect(screen.queryByText('Saved')).toBeNull();
  expect(screen.queryByText('Tag removed')).toBeNull();
});

test('a message of three lines stays as long as it takes to read', async () => {
  render(<Toasts />);
  const long = 'Undone, but for 3 values that were changed since, '.repeat(3);
  await show(long);
  await pass(15_000);
  expect(screen.queryByText(long.trim())).toBeTruthy();
  await pass(5000);
  expect(screen.queryByText(long.trim())).toBeNull();
});

test('what left under the pointer holds no later message', async () => {
  render(<Toasts />);
  await show('Saved');
  await act(() => void fireEvent.pointerEnter(screen.getByRole('status').parentElement!));
  await act(() => void fireEvent.click(screen.getByRole('button', { name: 'Close' })));
  await show('Tag removed');
  await pass(9000);
  expect(screen.queryByText('Tag removed')).toBeNull();
});

test('F8 leads to the newest message, which waits; Escape takes it away and leads back', async () => {
  render(
    <>
      <input aria-label="Note" />
      <Toasts />
    </>,
  );
  const note = screen.getByRole('textbox', { name: 'Note' });
  note.focus();
  expect(fireEvent.keyDown(note, { key: 'F8' }), "the key is the page's own without a message").toBe(true);
  await show('Saved');
  await show('Tag removed', { action: { label: 'Undo', run: vi.fn() } });
  await act(() => void fireEvent.keyDown(note, { key: 'F8' }));
  const undo = screen.getByRole('button', { name: 'Undo' });
  expect(document.activeElement).toBe(undo);
  await pass(60_000);
  expect(screen.getByText('Saved')).toBeTruthy();
  await act(() => void fireEvent.keyDown(undo, { key: 'Escape' }));
  expect(screen.queryByText('Tag removed')).toBeNull();
  expect(document.activeElement).toBe(note);
  await pass(9000);
  expect(screen.queryByText('Saved')).toBeNull();
});

const action = (label: string) => ({ label, run: vi.fn() });
const button = (name: string) => screen.getByRole('button', { name });
const reach = () => act(() => void fireEvent.keyDown(document.body, { key: 'F8' }));

test('F8 leads to the newest message, also to one that stands below a failure or above what was done', async () => {
  render(<Toasts />);
  await show('Saved', { action: action('Undo') });
  await show('Not saved', { failed: true, action: action('Again') });
  await reach();
  expect(document.activeElement).toBe(button('Again'));
  expect(button('Again').getAttribute('aria-keyshortcuts')).toBe('F8');
  expect(button('Undo').hasAttribute('aria-keyshortcuts')).toBe(false);
  await show('Tag removed', { action: action('Undo tag') });
  await reach();
  expect(document.activeElement).toBe(button('Undo tag'));
});

test('F8 stays the key of the page where the messages cannot be reached', async () => {
  // As behind a modal dialog, of which the test DOM knows nothing.
  const focus = vi.spyOn(HTMLElement.prototype, 'focus').mockImplementation(() => undefined);
  render(<Toasts />);
  await show('Saved');
  expect(fireEvent.keyDown(document.body, { key: 'F8' })).toBe(true);
  focus.mockRestore();
});

test('a message under the focus makes no room for others, which leave when it is left', async () => {
  render(<Toasts />);
  await show('a', { action: action('Undo a') });
  await act(() => button('Undo a').focus());
  for (const message of ['b', 'c', 'd', 'e']) await show(message);
  expect(toasts.value.map((each) => each.message)).toEqual(['a', 'c', 'd', 'e']);
  expect(document.activeElement).toBe(button('Undo a'));
  await act(() => button('Undo a').blur());
  await pass(20_000);
  expect(toasts.value).toEqual([]);
});

test('what is taken away under the focus holds no other', async () => {
  render(<Toasts />);
  await show('a', { action: action('Undo a') });
  await show('b');
  await act(() => button('Undo a').focus());
  // Not every browser tells of a focus that leaves because its element does.
  await act(() => dismissToast(toasts.value[0]!.id));
  await pass(20_000);
  expect(toasts.value).toEqual([]);
});

test('a failure makes room for failures alone', async () => {
  render(<Toasts />);
  await show('Not saved', { failed: true });
  for (const message of ['a', 'b', 'c', 'd']) await show(message);
  expect(toasts.value.map((each) => each.message)).toEqual(['Not saved', 'b', 'c', 'd']);
  for (const message of ['e', 'f', 'g']) await show(message, { failed: true });
  expect(screen.getAllByRole('alert').map((each) => each.textContent)).toEqual(['e', 'f', 'g']);
});

test.each(['Escape', 'Undo'])(
  'when what the focus came from is gone, %s leads to the heading of the page',
  async (by) => {
    const page = (row: boolean) => (
      <>
        <main>
          <h1>Contacts</h1>
          {row && <button type="button">Row</button>}
        </main>
        <Toasts />
      </>
    );
    const { rerender } = render(page(true));
    button('Row').focus();
    await show('Deleted', { action: action('Undo') });
    await reach();
    rerender(page(false));
    await act(
      () => void (by === 'Undo' ? button('Undo').click() : fireEvent.keyDown(button('Undo'), { key: by })),
    );
    expect(screen.queryByText('Deleted')).toBeNull();
    expect(document.activeElement).toBe(screen.getByRole('heading', { name: 'Contacts' }));
  },
);

test('each message is said once: no live region is in another, and a newer one repeats no older', async () => {
  render(<Toasts />);
  await show('Saved');
  await show('Not saved', { failed: true });
  const region = screen.getByRole('status');
  expect(region.getAttribute('aria-atomic')).toBe('false');
  expect(region.textContent).toContain('Saved');
  expect(screen.getByRole('alert').closest('[role=status]')).toBeNull();
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
