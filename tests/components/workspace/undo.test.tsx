import { expect, test } from 'vitest';
import { undo } from '@/components/history/undo';
import { toasts } from '@/components/ui/toast';
import { fakeClient } from './fake-client';
import { workspaceTests } from './setup';

workspaceTests();

test.each([null, { changeId: 'c', restored: 0, kept: [] }])(
  'an undo that answers %j says that there was nothing to undo',
  async (answer) => {
    await undo(
      fakeClient({ 'changes.undo': () => answer, 'changes.list': () => ({ items: [], more: false }) }),
    );
    expect(toasts.value.map((one) => one.message)).toEqual(['Nothing to undo.']);
  },
);
