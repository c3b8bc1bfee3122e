import { failureWords } from '@/components/contacts/failure';
import { toast } from '@/components/ui/toast';
import type { Client } from '@/lib/api/client';
import type { ChangeView, UndoResult } from '@/lib/api/views';
import { t } from '@/lib/i18n';
import { sentences } from '@/lib/i18n/format';
import { didWords } from './did';

/** Which change to take back: one, or the batch it belongs to. */
export type Undoable = { changeId: string } | { batchId: string } | { commandId: string };

/** How a change is taken back: a batch as a whole. */
export function undoableOf(change: ChangeView): Undoable {
  return change.batchId ? { batchId: change.batchId } : { changeId: change.id };
}

/** Takes back one change, or without one the last of this device, and says which. */
export async function undo(client: Client, which: Partial<Undoable> = {}): Promise<void> {
  await turn(
    client,
    () => client.call('changes.undo', which),
    'workspace.undone',
    'workspace.nothing_to_undo',
  );
}

/** Does again what was undone last, and says what. */
export async function redo(client: Client): Promise<void> {
  await turn(client, () => client.call('changes.redo', {}), 'workspace.redone', 'workspace.nothing_to_redo');
}

async function turn(
  client: Client,
  act: () => Promise<UndoResult | null>,
  done: 'workspace.undone' | 'workspace.redone',
  nothing: 'workspace.nothing_to_undo' | 'workspace.nothing_to_redo',
): Promise<void> {
  try {
    const result = await act();
    if (!result || result.restored + result.kept.length === 0) {
      toast(t(nothing));
      return;
    }
    const what = await nameOf(client, result.changeId);
    const kept = result.kept.length > 0 ? t('workspace.undo_kept', { count: result.kept.length }) : '';
    toast(kept ? sentences(t(done, { what }), kept) : t(done, { what }));
  } catch (cause) {
    toast(failureWords(cause), { failed: true });
  }
}

/** The name of what a change, or the undo of one, is about. */
async function nameOf(client: Client, changeId: string): Promise<string> {
  const { items } = await client.call('changes.list', { limit: 50 });
  const change = items.find((item) => item.id === changeId);
  const undone = change?.undoes ? items.find((item) => item.id === change.undoes) : change;
  return undone ? didWords(undone.op) : '';
}
