import type { Outcome } from '@/lib/crm/outcomes';
import { corrected } from '@/lib/insight/comparing/chance';
import { type Difference, shareDifference } from '@/lib/insight/comparing/differences';
import { type Interval, shareOf } from '@/lib/insight/satisfaction';
import { CONTROL_FROM } from './barred';

/** A contact to whom something was suggested, or would have been. */
export interface Turn {
  contactId: string;
  playId: string;
  /** Epoch ms. */
  at: number;
  held: boolean;
}

/**
 * The turns that may be compared. Counted from when as many contacts had been advised as it takes for some to be held out: before, nobody was.
 * Of each contact the first turn since then, whatever its play: what comes later rests on what was done of the first, and differs between
 * the groups for that reason alone. Contacts are drawn, not turns, so that each counts once.
 * @param rootOf the contact into which one was merged, or itself
 * @returns `since` null: nobody is held out yet
 */
export function turnsOf(
  outcomes: readonly Outcome[],
  rootOf: (contactId: string) => string,
): { since: number | null; advised: number; turns: Turn[] } {
  const advised = new Set<string>();
  const first = new Map<string, Turn>();
  let since: number | null = null;
  for (const { contactId, playId, shownAt, became } of standing(outcomes)) {
    const root = rootOf(contactId);
    if (since === null) {
      advised.add(root);
      if (advised.size >= CONTROL_FROM) since = shownAt;
    } else if (!first.has(root)) {
      first.set(root, { contactId: root, playId, at: shownAt, held: became === 'held' });
    }
  }
  return { since, advised: advised.size, turns: [...first.values()] };
}

const standing = (outcomes: readonly Outcome[]): Outcome[] =>
  outcomes
    .filter(({ deletedAt }) => deletedAt === null)
    .sort((a, b) => a.shownAt - b.shownAt || (a.id < b.id ? -1 : 1));

/** A group: how many, how many of whom it came, and the share with its Wilson interval. */
export interface Group {
  n: number;
  came: number;
  share: Interval | null;
}

/** Advised beside held out. `difference` null: of one of them there are too few. */
export interface Compared {
  advised: Group;
  held: Group;
  difference: Difference | null;
}

/** Below so many in a group nothing is said. */
export const FEWEST = 10;

/**
 * Shares of both groups and how far they lie apart: score test, and Newcombe's interval. Advised is whoever was to be, whatever became of
 * it: who did what was suggested is another kind of contact than who did not.
 */
export function compare(turns: readonly (Turn & { came: boolean })[]): Compared {
  const counted = (held: boolean): Group => {
    const own = turns.filter((turn) => turn.held === held);
    const came = own.filter((turn) => turn.came).length;
    return { n: own.length, came, share: shareOf(came, own.length) };
  };
  const [advised, held] = [counted(false), counted(true)];
  const enough = advised.n >= FEWEST && held.n >= FEWEST;
  return {
    advised,
    held,
    difference: enough ? shareDifference([advised.came, advised.n], [held.came, held.n]) : null,
  };
}

/** The same for each play, most turns first. The chances of error are corrected for so many looks (Holm). */
export function compareByPlay(
  turns: readonly (Turn & { came: boolean })[],
): (Compared & { playId: string })[] {
  const rows = [...new Set(turns.map(({ playId }) => playId))]
    .map((playId) => ({ playId, ...compare(turns.filter((turn) => turn.playId === playId)) }))
    .sort((a, b) => b.advised.n + b.held.n - a.advised.n - a.held.n || (a.playId < b.playId ? -1 : 1));
  const chances = corrected(rows.flatMap(({ difference }) => difference?.chance ?? []));
  return rows.map((row) => {
    const { difference } = row;
    return difference ? { ...row, difference: { ...difference, chance: chances.shift() ?? 1 } } : row;
  });
}
