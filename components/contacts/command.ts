import { useCallback, useState } from 'preact/hooks';
import { dismissToast, toast } from '@/components/ui/toast';
import type { CallOptions, Client, Input, Result } from '@/lib/api/client';
import type { OperationName } from '@/lib/api/operations';
import type { PointKind } from '@/lib/crm/contacts';
import { t } from '@/lib/i18n';
import { type Desk, useDesk } from './desk';
import { failureWords, unreadIn } from './failure';

/** The panel has room for one message with Undo: a newer one takes its place. */
let offered: number | null = null;

async function takeBack(desk: Desk, commandId: string): Promise<void> {
  try {
    const undone = await desk.client.call('changes.undo', { commandId });
    toast(undoneWords(undone));
    await desk.refresh();
  } catch (failure) {
    toast(failureWords(failure), { failed: true });
  }
}

/** What an undo did: nothing too, where no change was made or all of it was taken back before. */
function undoneWords(undone: Result<'changes.undo'>): string {
  const count = undone?.kept.length ?? 0;
  if (!undone || undone.restored + count === 0) return t('panel.nothing_to_undo');
  return count > 0 ? t('panel.undone_except', { count }) : t('panel.undone');
}

/** What is said once it is done; of many it is known only then how many they were. */
type Said<N extends OperationName> = string | ((result: Result<N>) => string);

/** How far a command over many rows is told, and what stops it. */
type Under = Pick<CallOptions, 'onProgress' | 'signal'>;

/**
 * Runs a command, has the view asked again, says that it was saved and where, and offers Undo of this very command.
 * @throws ApiError as the client does
 */
export async function perform<N extends OperationName>(
  desk: Desk,
  op: N,
  input: Input<N>,
  said: Said<N> = t('common.saved_here'),
  options: Under = {},
): Promise<Result<N>> {
  const commandId = crypto.randomUUID();
  const result = await desk.client.call(op, input, { ...options, commandId });
  if (offered !== null) dismissToast(offered);
  offered = toast(typeof said === 'string' ? said : said(result), {
    action: { label: t('common.undo'), run: () => void takeBack(desk, commandId) },
  });
  void desk.refresh();
  return result;
}

/** What is wrong, in words, and with a value of which kind. */
interface Fault {
  words: string;
  unread?: PointKind | undefined;
}

/** A command behind a form: its failure belongs under the field, and what was typed stays. */
export function useCommand() {
  const desk = useDesk();
  const [busy, setBusy] = useState(false);
  const [fault, setFault] = useState<Fault | null>(null);
  const setError = useCallback((words: string | null) => setFault(words === null ? null : { words }), []);

  async function run<N extends OperationName>(op: N, input: Input<N>, said?: Said<N>, options?: Under) {
    setBusy(true);
    setFault(null);
    try {
      return await perform(desk, op, input, said, options);
    } catch (failure) {
      setFault({ words: failureWords(failure), unread: unreadIn(failure) });
      return null;
    } finally {
      setBusy(false);
    }
  }

  return { run, busy, error: fault?.words ?? null, unread: fault?.unread, setError };
}

/** A command behind a button without a field: its failure is a message. Answers null then. */
export function useAction() {
  const desk = useDesk();
  return async function act<N extends OperationName>(
    op: N,
    input: Input<N>,
    said?: Said<N>,
  ): Promise<Result<N> | null> {
    try {
      return await perform(desk, op, input, said);
    } catch (failure) {
      toast(failureWords(failure), { failed: true });
      return null;
    }
  };
}

/** Asks without a word when it fails: for helps such as suggestions, whose absence harms nothing. */
export async function askQuietly<N extends OperationName>(
  client: Client,
  op: N,
  input: Input<N>,
): Promise<Result<N> | null> {
  try {
    return await client.call(op, input);
  } catch {
    return null;
  }
}
