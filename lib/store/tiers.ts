import { v7 as uuid } from 'uuid';
import type { Contact } from '@/lib/crm/contacts';
import { lastMove, tierMoves } from '@/lib/crm/tier-now';
import type { Tier } from '@/lib/crm/tiers';
import { batch, type Progress } from './batch';
import { StoreError } from './errors';
import { settingsOf } from './settings';
import { SETTINGS_ID } from './settings-row';
import { type TierDue, tierSettling } from './tier-moves';
import type { Context, Work } from './work';

/** Moves that are remembered of one contact. */
const MOST_MOVES = 50;

/**
 * Sets the levels and moves whoever they move: one batch, one undo.
 * @throws StoreError `invalid` where it cannot be told who belongs to one of them, `conflict` while lists are filled
 */
export async function setTiers(
  ctx: Context & Progress,
  { tiers }: { tiers: Tier[] },
): Promise<{ moved: number }> {
  const settling = await tierSettling(ctx.db, tiers, { now: ctx.now(), zone: ctx.zone });
  if (!settling) throw new StoreError('conflict', 'The lists are being filled. Try again when they are.');
  if (settling.faults.size > 0) {
    throw new StoreError('invalid', 'Of one of the levels it cannot be told who belongs to it.');
  }
  return move(ctx, settling.due, async (work) => {
    const settings = await work.one('settings', SETTINGS_ID);
    if (tiers.length > 0) settings.tiers = tiers;
    else delete settings.tiers;
  });
}

/** Moves whoever the levels move by now, as the daily run does: what it does is nobody's last command. */
export async function settleTiers(ctx: Context & Progress): Promise<number> {
  const { tiers = [] } = await settingsOf(ctx.db);
  if (tiers.length === 0) return 0;
  const settling = await tierSettling(ctx.db, tiers, { now: ctx.now(), zone: ctx.zone });
  if (!settling || settling.due.length === 0) return 0;
  const own = { ...ctx, op: 'tiers.settle', caller: 'automatic', commandId: crypto.randomUUID() };
  return (await move(own, settling.due)).moved;
}

function move(
  ctx: Context & Progress,
  due: TierDue[],
  first: (work: Work) => Promise<void> = async () => undefined,
): Promise<{ moved: number }> {
  return batch(ctx, {
    items: async () => due,
    start: { moved: 0 },
    run: async (work, part, { moved }) => {
      await first(work);
      const wanted = new Map(part.map((one) => [one.id, one.to]));
      for (const contact of await work.live('contacts', [...wanted.keys()])) {
        const to = wanted.get(contact.id);
        if (to === undefined) continue;
        moved += moveTo(contact, to, work.now) ? 1 : 0;
        bringUp(contact, to, work.now);
      }
      return { moved };
    },
  });
}

function moveTo(contact: Contact, to: Tier | null, now: number): boolean {
  const last = lastMove(contact.tiers);
  if ((last?.tierId ?? null) === (to?.id ?? null)) return false;
  const rest = tierMoves(contact.tiers).slice(0, MOST_MOVES - 1);
  contact.tiers = {
    ...Object.fromEntries(rest.map(({ id, ...one }) => [id, one])),
    // After the one before it, also where the clock went back since.
    [uuid()]: { tierId: to?.id ?? null, name: to?.name ?? '', at: Math.max(now, (last?.at ?? 0) + 1) },
  };
  return true;
}

/**
 * What the level is called now, and the rhythm that comes with it, in the place of one that came with another: what the user set or
 * took away stays so.
 */
function bringUp(contact: Contact, to: Tier | null, now: number): void {
  const last = lastMove(contact.tiers);
  if (!last) return;
  const days = to?.cadenceDays;
  const isGiven = days !== undefined && last.cadenceDays === days;
  const { id, cadenceDays: _before, ...rest } = last;
  const given = days === undefined ? {} : { cadenceDays: days };
  contact.tiers = { ...contact.tiers, [id]: { ...rest, name: to?.name ?? '', ...given } };
  const { cadence } = contact;
  if (isGiven || (cadence !== null && (cadence.from !== 'tier' || cadence.days === days))) return;
  contact.cadence = days === undefined ? null : { days, since: now, from: 'tier' };
}
