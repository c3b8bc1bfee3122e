import { titleOf } from '@/lib/advice/advice-words';
import { playsOf } from '@/lib/advice/catalogue/effective';
import { CONTROL_FROM } from '@/lib/advice/engine/barred';
import { compare, compareByPlay, FEWEST, turnsOf } from '@/lib/advice/engine/effect';
import type { EffectView } from '@/lib/api/advice-views';
import { localMoment } from '@/lib/crm/calendar';
import type { Outcome } from '@/lib/crm/outcomes';
import { cameIn, EVENT_KINDS, type Events, kindOf, minutesOf } from '@/lib/insight/events';
import type { Database } from './database';
import { rootFinder } from './lookups';
import { placeIn } from './page-parts';
import { readEvents } from './read-events';
import type { When } from './segment-frame';
import { settingsOf } from './settings';

/** Days within which something must come. */
const WITHIN = 28;
const MINUTES = WITHIN * 24 * 60;

/**
 * Whom something was suggested about beside who was held out: the share of each from whom something came within four weeks, or who bought.
 * What the user did themselves does not count, or every step that was done would be its own success; nor does anything that they owed, for
 * duties are no suggestions and hold nobody out.
 */
export async function effectView(
  db: Database,
  { of }: { of: EffectView['of'] },
  { now, zone }: When,
): Promise<EffectView> {
  return db.transaction('r', db.tables, async (): Promise<EffectView> => {
    const [rows, rootOf] = [await db.outcomes.toArray(), await rootFinder(db)];
    const { since, advised, turns } = turnsOf(
      rows.map(({ body }) => body as Outcome),
      rootOf,
    );
    const bare = { of, days: WITHIN, fewest: FEWEST, needs: CONTROL_FROM, advised };
    if (since === null) return { ...bare, since: null, early: 0, total: compare([]), plays: [] };
    const [events, settings] = [await readEvents(db, zone), await settingsOf(db)];
    const standing = turns.flatMap((turn) => {
      const place = placeIn(events.ids, turn.contactId);
      // Whoever was deleted since says nothing of either group.
      return place < 0 ? [] : [{ ...turn, came: cameAfter(events, place, turn.at, of) }];
    });
    const old = standing.filter(({ at }) => minutesOf(at) + MINUTES <= minutesOf(now));
    const plays = new Map(playsOf(settings.plays).map((play) => [play.id, play]));
    return {
      ...bare,
      since: localMoment(since, zone).day,
      early: standing.length - old.length,
      total: compare(old),
      plays: compareByPlay(old).flatMap(({ playId, ...row }) => {
        const play = plays.get(playId);
        // One of the user's own that is gone counts in the total alone.
        return play ? [{ ...row, playId, title: titleOf(play) }] : [];
      }),
    };
  });
}

function cameAfter(
  { offsets, codes, at }: Events,
  place: number,
  turnedAt: number,
  of: EffectView['of'],
): boolean {
  const from = minutesOf(turnedAt);
  for (let n = offsets[place]!; n < offsets[place + 1]!; n += 1) {
    if (at[n]! <= from || at[n]! > from + MINUTES) continue;
    if (isFromThem(codes[n]!, of)) return true;
  }
  return false;
}

/**
 * A purchase; or also what they began: mails and messages of theirs, and of calls, meetings and visits those that are noted as coming in. Who
 * began the others nobody knows, and whoever was told to call would be their own success.
 */
function isFromThem(code: number, of: EffectView['of']): boolean {
  if (kindOf(code) === EVENT_KINDS.purchase) return true;
  return of === 'contact' && cameIn(code);
}
