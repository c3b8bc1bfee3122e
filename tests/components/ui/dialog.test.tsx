import { fireEvent, render, screen, within } from '@testing-library/preact';
import { expect, onTestFinished, test, vi } from 'vitest';
import { Dialog } from '@/components/ui/dialog';
import { inEnglish } from './words';

inEnglish();

function opened(onClose = () => undefined) {
  const opener = document.body.appendChild(document.createElement('button'));
  onTestFinished(() => opener.remove());
  opener.focus();
  const view = render(
    <Dialog title="Delete 3 contacts" onClose={onClose} actions={<button type="button">Keep</button>}>
      They can be brought back.
    </Dialog>,
  );
  return { opener, ...view };
}

test('is modal and named by its title', () => {
  opened();
  const dialog = screen.getByRole<HTMLDialogElement>('dialog', { name: 'Delete 3 contacts' });
  expect(dialog.open).toBe(true);
});

test('its own close button comes last, after the answers', () => {
  opened();
  const names = within(screen.getByRole('dialog')).getAllByRole('button');
  expect(names.map((button) => button.textContent || button.title)).toEqual(['Keep', 'Close']);
});

test.each([
  ['Escape', (dialog: HTMLElement) => fireEvent(dialog, new Event('cancel', { cancelable: true }))],
  ['a press outside', (dialog: HTMLElement) => fireEvent.pointerDown(dialog)],
  ['the cross', () => fireEvent.click(screen.getByRole('button', { name: 'Close' }))],
])('%s asks to close it', (_, ask) => {
  const close = vi.fn();
  opened(close);
  ask(screen.getByRole('dialog'));
  expect(close).toHaveBeenCalledOnce();
});

test('a press inside does not', () => {
  const close = vi.fn();
  opened(close);
  fireEvent.pointerDown(screen.getByText('They can be brought back.'));
  expect(close).not.toHaveBeenCalled();
});

test('the focus goes back where it came from', () => {
  const { opener, unmount } = opened();
  screen.getByRole('button', { name: 'Keep' }).focus();
  unmount();
  expect(document.activeElement).toBe(opener);
});

test('what it asks comes late: until then no answer has the focus, then the question', () => {
  const of = (waiting: boolean) => (
    <Dialog
      title="Merge"
      waiting={waiting}
      onClose={() => undefined}
      actions={<button type="button">Keep</button>}
    >
      {!waiting && <input aria-label="Name" />}
    </Dialog>
  );
  const { rerender } = render(of(true));
  expect(document.activeElement?.textContent).toBe('Merge');
  rerender(of(false));
  expect(document.activeElement).toBe(screen.getByRole('textbox', { name: 'Name' }));
});
