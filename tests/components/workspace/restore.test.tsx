import { fireEvent, screen, waitFor } from '@testing-library/preact';
import { expect, test, vi } from 'vitest';
import { RestoreDialog } from '@/components/backup/restore-dialog';
import { toasts } from '@/components/ui/toast';
import type { Client } from '@/lib/api/client';
import type { BackupPreview } from '@/lib/api/data-views';
import { ApiError } from '@/lib/api/message';
import { loadLanguage } from '@/lib/i18n';
import { fakeClient } from './fake-client';
import { renderOver, workspaceTests } from './setup';

workspaceTests();

const PREVIEW: BackupPreview = {
  savedAt: Date.now(),
  counts: {},
  adds: 3,
  replaces: 0,
  leaves: 1,
  conflicts: [],
  conflictCount: 0,
  cut: [],
  cutCount: 0,
};

test.each([
  ['en', /deleted after this backup was saved stays deleted/],
  ['zh-Hans', /在此备份之后删除的联系人不会恢复/],
  ['zh-Hant', /在此備份之後刪除的聯絡人不會回來/],
] as const)('before it restores it says in %s who stays deleted', async (language, said) => {
  await loadLanguage(language, ['common', 'panel', 'unfolded', 'workspace']);
  renderOver(
    fakeClient({ 'backup.preview': () => PREVIEW }),
    <RestoreDialog file={new Blob()} onClose={() => {}} />,
  );
  expect((await screen.findByText(said)).textContent).toContain('3');
});

test.each([
  ['en', /This is already under way, perhaps in another tab\. Wait until it is done\. Nothing was changed\./],
  ['zh-Hans', /此操作已在进行，可能在另一个标签页中。/],
  ['zh-Hant', /這項操作已在進行，可能在另一個分頁中。/],
] as const)('where another tab restores it says so in %s', async (language, said) => {
  await loadLanguage(language, ['common', 'panel', 'unfolded', 'workspace']);
  const underway = () => {
    throw new ApiError('underway', 'This is under way already.');
  };
  renderOver(
    fakeClient({ 'backup.preview': underway }),
    <RestoreDialog file={new Blob()} onClose={() => {}} />,
  );
  expect((await screen.findByRole('alert')).textContent).toMatch(said);
});

test('while it restores it shows how far it is, and does not ask again what it would do', async () => {
  await loadLanguage('en', ['common', 'panel', 'unfolded', 'workspace']);
  const known = fakeClient({
    'backup.preview': () => PREVIEW,
    'backup.restore': () => new Promise(() => {}),
  });
  const client: Client = {
    ...known,
    call: (op, input, options) => {
      if (op === 'backup.restore') options?.onProgress?.(30, 120);
      return known.call(op, input);
    },
  };
  renderOver(client, <RestoreDialog file={new Blob()} onClose={() => {}} />);
  const button = await screen.findByRole('button', { name: 'Restore' });
  await waitFor(() => expect(button.getAttribute('disabled')).toBeNull());
  fireEvent.click(button);
  const bar = await screen.findByRole('progressbar', { name: 'Restoring the backup' });
  expect(screen.getByText('Keep this tab open until it is done.')).toBeTruthy();
  expect([bar.getAttribute('value'), bar.getAttribute('max')]).toEqual(['30', '120']);
  known.wake();
  await waitFor(() => expect(known.inputs('backup.restore')).toHaveLength(1));
  expect(known.inputs('backup.preview')).toHaveLength(1);
  expect(screen.getByText(/deleted after this backup was saved stays deleted/)).toBeTruthy();
});

test('a restoring is stopped by its button, which is no way to close the dialog alone, and says that all was taken back', async () => {
  await loadLanguage('en', ['common', 'panel', 'unfolded', 'workspace']);
  const known = fakeClient({ 'backup.preview': () => PREVIEW });
  let signal: AbortSignal | undefined;
  let stopped: () => void = () => {};
  const client: Client = {
    ...known,
    call: (op, input, options) => {
      if (op !== 'backup.restore') return known.call(op, input);
      signal = options?.signal;
      options?.onProgress?.(30, 120);
      return new Promise((_, reject) => {
        stopped = () => reject(new ApiError('cancelled', 'Stopped.'));
      });
    },
  };
  const onClose = vi.fn();
  renderOver(client, <RestoreDialog file={new Blob()} onClose={onClose} />);
  const button = await screen.findByRole('button', { name: 'Restore' });
  expect(screen.getByRole('button', { name: 'Cancel' })).toBeTruthy();
  await waitFor(() => expect(button.getAttribute('disabled')).toBeNull());
  fireEvent.click(button);
  const stop = await screen.findByRole('button', { name: 'Stop and take back' });
  expect(screen.queryByRole('button', { name: 'Cancel' })).toBeNull();
  expect(signal?.aborted).toBe(false);
  const dialog = screen.getByRole('dialog');
  fireEvent(dialog, new Event('cancel', { cancelable: true }));
  fireEvent.pointerDown(dialog);
  expect(screen.queryByRole('button', { name: 'Close' })).toBeNull();
  expect(dialog.getAttribute('closedby')).toBe('none');
  expect(onClose).not.toHaveBeenCalled();
  fireEvent.click(stop);
  expect(signal?.aborted).toBe(true);
  await waitFor(() => expect(stop.getAttribute('aria-busy')).toBe('true'));
  stopped();
  await waitFor(() =>
    expect(toasts.value.map(({ message }) => message)).toEqual(['The restoring was stopped and taken back.']),
  );
  expect(screen.queryByRole('alert')).toBeNull();
  expect(screen.getByRole('button', { name: 'Cancel' })).toBeTruthy();
  expect(onClose).not.toHaveBeenCalled();
  fireEvent(dialog, new Event('cancel', { cancelable: true }));
  expect(onClose).toHaveBeenCalledOnce();
});

test.each([
  ['failed', /If anything was written, it is taken back when this file is opened again\./],
  ['invalid', /Nothing was changed\./],
] as const)('one that ends as %s after it was stopped is never said to be taken back', async (code, said) => {
  await loadLanguage('en', ['common', 'panel', 'unfolded', 'workspace']);
  const known = fakeClient({ 'backup.preview': () => PREVIEW });
  let fail: () => void = () => {};
  const client: Client = {
    ...known,
    call: (op, input) =>
      op === 'backup.restore'
        ? new Promise((_, reject) => {
            fail = () => reject(new ApiError(code, 'The worker stopped.'));
          })
        : known.call(op, input),
  };
  renderOver(client, <RestoreDialog file={new Blob()} onClose={() => {}} />);
  const button = await screen.findByRole('button', { name: 'Restore' });
  await waitFor(() => expect(button.getAttribute('disabled')).toBeNull());
  fireEvent.click(button);
  fireEvent.click(await screen.findByRole('button', { name: 'Stop and take back' }));
  fail();
  expect((await screen.findByRole('alert')).textContent).toMatch(said);
  expect(toasts.value).toEqual([]);
});

test.each([
  ['en', /^Birthday/, /Lunar month 8, day 9/],
  ['zh-Hans', /^生日/, /农历8月9日/],
  ['zh-Hant', /^生日/, /農曆8月9日/],
] as const)('what both sides changed is said in words, in %s', async (language, field, value) => {
  await loadLanguage(language, ['common', 'panel', 'unfolded', 'workspace', 'data']);
  const date = JSON.stringify({ calendar: 'lunar', month: 8, day: 9 });
  const both = { mineAt: 1, theirsAt: 2, later: 'mine' as const };
  const born = { path: ['dates', 'x'], field: 'birthday', mine: date, theirs: null };
  const conflicts = [{ ...both, key: 'contacts/x', table: 'contacts', name: 'Ann', fields: [born] }];
  renderOver(
    fakeClient({ 'backup.preview': () => ({ ...PREVIEW, conflicts, conflictCount: 1 }) }),
    <RestoreDialog file={new Blob()} onClose={() => {}} />,
  );
  expect((await screen.findByRole('rowheader', { name: field })).textContent).toMatch(field);
  expect(screen.getByRole('cell', { name: value }).textContent).toMatch(value);
});
