import { fireEvent, screen, waitFor } from '@testing-library/preact';
import { expect, test } from 'vitest';
import { EraseDialog } from '@/entrypoints/workspace/pages/contacts/erase-dialog';
import { ApiError } from '@/lib/api/message';
import { fakeClient } from './fake-client';
import { renderOver, workspaceTests } from './setup';

workspaceTests();

test('erase says that it has no undo, and waits for the name', async () => {
  const client = fakeClient({ 'contacts.erase': () => ({ rows: 12, log: '0', at: 0 }) });
  renderOver(client, <EraseDialog id="c1" name="Ada Byron" onClose={() => {}} />);
  expect(screen.getByText('This has no undo.')).toBeTruthy();
  const erase = screen.getByRole<HTMLButtonElement>('button', { name: 'Erase for good' });
  const field = screen.getByRole('textbox', { name: 'Type Ada Byron to confirm' });

  fireEvent.input(field, { target: { value: 'Ada' } });
  expect(erase.disabled).toBe(true);
  fireEvent.submit(field.closest('form') as HTMLFormElement);
  expect(client.inputs('contacts.erase')).toEqual([]);

  fireEvent.input(field, { target: { value: 'Ada Byron' } });
  await waitFor(() => expect(erase.disabled).toBe(false));
  fireEvent.submit(field.closest('form') as HTMLFormElement);
  await waitFor(() => expect(client.inputs('contacts.erase')).toEqual([{ id: 'c1' }]));
});

test('while an import is not finished it says what to do first', async () => {
  const client = fakeClient({
    'contacts.erase': () => {
      throw new ApiError('conflict', 'An import is not finished.');
    },
  });
  renderOver(client, <EraseDialog id="c1" name="Ada Byron" onClose={() => {}} />);
  const field = screen.getByRole('textbox', { name: 'Type Ada Byron to confirm' });
  fireEvent.input(field, { target: { value: 'Ada Byron' } });
  fireEvent.submit(field.closest('form') as HTMLFormElement);
  await screen.findByText('An import is not finished. Finish it or take it back, then erase.');
});
