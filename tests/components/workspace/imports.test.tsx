import { fireEvent, screen, waitFor } from '@testing-library/preact';
import { expect, test } from 'vitest';
import { ImportDialog } from '@/components/imports/import-dialog';
import { ApiError } from '@/lib/api/message';
import type { ImportPreview } from '@/lib/api/views';
import { fakeClient } from './fake-client';
import { renderOver, workspaceTests } from './setup';

workspaceTests();

const row = (name: string, status: 'new' | 'changed' | 'same', contactId: string | null) => ({
  draft: { name, points: [], facts: [], dates: [], tags: [] },
  contactId,
  contactName: contactId ? 'Ada Byron' : null,
  status,
});
const PREVIEW: ImportPreview = {
  format: 'csv',
  rows: [row('Nora Quist', 'new', null), row('A. Byron', 'changed', 'c1'), row('Ada Byron', 'same', 'c2')],
  heldBack: [{ where: '4', reason: 'imports.held_nobody', text: ',,' }],
  unmapped: [{ property: 'Shoe size', count: 2 }],
};
const FILE = { name: 'people.csv', text: 'Name' };

test('says what each row will do, and writes only what is new or changed', async () => {
  let closed = false;
  const client = fakeClient({
    'imports.preview': () => PREVIEW,
    'imports.commit': () => ({ batchId: 'b', added: 1, changed: 1, same: 0 }),
  });
  renderOver(client, <ImportDialog file={FILE} onClose={() => (closed = true)} />);
  expect(await screen.findByText('1 new, 1 completed, 1 unchanged, 1 held back.')).toBeTruthy();
  expect(screen.getByText('completes Ada Byron')).toBeTruthy();
  expect(screen.getByText(/neither a name nor an address/)).toBeTruthy();
  expect(screen.getByText(/Shoe size/)).toBeTruthy();
  expect(client.inputs('imports.commit')).toEqual([]);

  fireEvent.click(screen.getByRole('button', { name: 'Import 2 contacts' }));
  await waitFor(() => expect(closed).toBe(true));
  const [input] = client.inputs('imports.commit');
  expect(input?.rows.map((one) => [one.draft.name, one.contactId])).toEqual([
    ['Nora Quist', null],
    ['A. Byron', 'c1'],
  ]);
});

test('a file without contacts says why, in words', async () => {
  const client = fakeClient({
    'imports.preview': () => {
      throw new ApiError('invalid', 'imports.problem_zip');
    },
  });
  renderOver(client, <ImportDialog file={FILE} onClose={() => {}} />);
  expect((await screen.findByRole('alert')).textContent).toContain('This is an archive.');
  expect(screen.getByRole<HTMLButtonElement>('button', { name: /^Import/ }).disabled).toBe(true);
});

test('a failed import says so, and the dialog stays', async () => {
  const client = fakeClient({
    'imports.preview': () => PREVIEW,
    'imports.commit': () => {
      throw new ApiError('quota', 'full');
    },
  });
  renderOver(client, <ImportDialog file={FILE} onClose={() => expect.unreachable()} />);
  fireEvent.click(await screen.findByRole('button', { name: 'Import 2 contacts' }));
  expect((await screen.findByRole('alert')).textContent).toContain('Nothing was changed.');
});
