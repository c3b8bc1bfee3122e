import type { Contact } from '@/lib/crm/contacts';
import { loadChains, standing } from './chains';
import { command } from './command';
import { StoreError } from './errors';
import { giveBack, mergeOf, type Settled, takeIn } from './merge-values';
import type { Context, Work } from './work';

/**
 * Takes one contact out of the one that it went into, at any later time. Both have what they had, and what was added since: to the
 * one that stays what was added there, to this one what it had before, as it was corrected meanwhile. Those that were merged into
 * it go with it.
 * @throws StoreError `invalid` when it was merged into nobody, `conflict` when it went into one that itself went into another
 */
export function unmergeContact(ctx: Context, { id }: { id: string }): Promise<{ id: string }> {
  return command(ctx, async (work) => {
    const from = await mergedOne(work, id);
    const into = work.read('contacts', from.mergedInto ?? '');
    if (into?.mergedInto && standing(work, into.id)) {
      throw new StoreError(
        'conflict',
        'It went into a contact that was itself merged: take that one out first.',
      );
    }
    if (!into) {
      from.mergedInto = null;
      delete from.merge;
      return { id };
    }
    await replayed(work, into, from);
    return { id };
  });
}

async function mergedOne(work: Work, id: string): Promise<Contact> {
  await loadChains(work, [id]);
  const from = work.read('contacts', id);
  if (!from || from.deletedAt !== null)
    throw new StoreError('missing', 'This contact does not exist any more.');
  if (!from.mergedInto) throw new StoreError('invalid', 'This contact was merged into nobody.');
  return from;
}

/**
 * Takes all merges of a contact back, the last first, and does the others again: what two of those that went into it both
 * said came in with the first of them, and stays with the second.
 */
async function replayed(work: Work, into: Contact, without: Contact): Promise<void> {
  const ids = await work.db.contacts.where('k.identity').equals(into.id).primaryKeys();
  const bodies = (await work.load('contacts', ids)).filter((one) => one !== undefined);
  const parts = bodies
    .filter((one) => one.id !== into.id && one.deletedAt === null)
    .map((body) => ({ body, ...mergeOf(body) }))
    .sort((a, b) => (a.order < b.order ? -1 : 1));
  const later = parts.slice(parts.findIndex((one) => one.body.id === without.id));
  const settled: Settled[] = [];
  const own = new Map<string, Settled[]>();
  for (const { body } of [...later].reverse()) {
    const back = giveBack(into, body);
    own.set(body.id, back.filter(isGone));
    settled.push(...back.filter((one) => !isGone(one)));
  }
  for (const { body, at, order, choices } of later) {
    if (body.id === without.id) continue;
    takeIn(into, body, { at, order, choices, settled: [...(own.get(body.id) ?? []), ...settled] });
  }
}

/** A value that was taken away from the one that stays does not come in again. */
function isGone({ value }: Settled): boolean {
  return value === undefined;
}
