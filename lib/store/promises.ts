import type { Day, Due } from '@/lib/crm/calendar';
import { momentOf } from '@/lib/exchange/moment';
import { command } from './command';
import { StoreError } from './errors';
import type { Context } from './work';

/** How the ledger is put right about one promise. */
type Correction =
  | { kind: 'kept'; on: Day }
  | { kind: 'counts' }
  | { kind: 'moved'; due: Due }
  | { kind: 'open' }
  | { kind: 'none' };

/**
 * Puts right what the ledger says of a promise.
 * @throws StoreError `missing`; `invalid` for what is no promise, or a day that has not come
 */
export function correctPromise(
  ctx: Context,
  { id, as }: { id: string; as: Correction },
): Promise<Record<string, never>> {
  return command(ctx, async (work) => {
    const activity = await work.one('activities', id);
    const { promise } = activity;
    if (activity.type !== 'promise' || !promise) throw new StoreError('invalid', 'This is no promise.');
    switch (as.kind) {
      case 'kept': {
        if (as.on > work.today) throw new StoreError('invalid', 'This day has not come yet.');
        promise.doneAt = as.on === work.today ? work.now : momentOf(as.on, ctx.zone)!.at;
        break;
      }
      case 'counts':
        promise.doneAt ??= work.now;
        promise.counts = true;
        break;
      case 'moved':
        // The first day stays what it was, however often it is moved.
        promise.was = promise.was === undefined ? promise.due : promise.was;
        promise.due = as.due;
        break;
      case 'open':
        promise.doneAt = null;
        delete promise.counts;
        break;
      case 'none':
        // It was said all the same: the words stay where they stand.
        activity.type = 'note';
        activity.text = [activity.subject, activity.text].filter(Boolean).join('\n');
        activity.subject = '';
        activity.promise = null;
        for (const one of activity.participants) one.role = 'about';
    }
    return {};
  });
}
