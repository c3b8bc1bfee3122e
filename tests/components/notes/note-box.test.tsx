import { fireEvent, screen, waitFor } from '@testing-library/preact';
import { expect, test } from 'vitest';
import { NoteBox } from '@/components/notes/note-box';
import { fakeClient } from '../workspace/fake-client';
import { renderOver, workspaceTests } from '../workspace/setup';

workspaceTests();

test('a note is saved when its draft is kept, and a page that goes meanwhile writes none after it', async () => {
  let kept = () => {};
  const client = fakeClient({
    'drafts.get': () => ({ text: '' }),
    'drafts.put': () => new Promise((resolve) => (kept = () => resolve({} as never))),
    'notes.add': () => new Promise(() => {}),
  });
  renderOver(client, <NoteBox contactId="c1" />);
  const field = screen.getByRole('textbox', { name: 'Note' });
  fireEvent.input(field, { target: { value: 'Likes oolong' } });
  fireEvent.keyDown(field, { key: 'Enter', ctrlKey: true });
  fireEvent.keyDown(field, { key: 'Enter', ctrlKey: true });
  await waitFor(() =>
    expect(client.inputs('drafts.put')).toEqual([{ key: 'note:c1', text: 'Likes oolong' }]),
  );
  expect(client.inputs('notes.add')).toHaveLength(0);
  expect((field as HTMLTextAreaElement).readOnly).toBe(true);
  kept();
  await waitFor(() => expect(client.inputs('notes.add')).toHaveLength(1));
  window.dispatchEvent(new Event('pagehide'));
  expect(client.calls.filter(({ op }) => op !== 'drafts.get').map(({ op }) => op)).toEqual([
    'drafts.put',
    'notes.add',
  ]);
});
