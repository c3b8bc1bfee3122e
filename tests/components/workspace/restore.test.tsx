import { screen } from '@testing-library/preact';
import { expect, test } from 'vitest';
import { RestoreDialog } from '@/components/backup/restore-dialog';
import { loadLanguage } from '@/lib/i18n';
import { fakeClient } from './fake-client';
import { renderOver, workspaceTests } from './setup';

workspaceTests();

test.each([
  ['en', /deleted after this backup was saved stays deleted/],
  ['zh-Hans', /在此备份之后删除的联系人不会恢复/],
  ['zh-Hant', /在此備份之後刪除的聯絡人不會回來/],
] as const)('before it restores it says in %s who stays deleted', async (language, said) => {
  await loadLanguage(language, ['common', 'panel', 'unfolded', 'workspace']);
  const preview = {
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
  renderOver(
    fakeClient({ 'backup.preview': () => preview }),
    <RestoreDialog file={new Blob()} onClose={() => {}} />,
  );
  expect((await screen.findByText(said)).textContent).toContain('3');
});
