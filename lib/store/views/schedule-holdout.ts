import type { HoldoutView } from '@/lib/api/schedule-views';
import { dayNumber, localMoment } from '@/lib/crm/calendar';
import type { Invite } from '@/lib/crm/surveys';
import { waveAt } from '@/lib/insight/asking/waves';
import { shareDifferenceWithin } from '@/lib/insight/comparing/stratified';
import { EVENT_KINDS, type Events, kindOf, minutesOf } from '@/lib/insight/events';
import { shareOf } from '@/lib/insight/satisfaction';
import type { Database } from '../database';
import { StoreError } from '../errors';
import { rootFinder } from '../lookups';
import { placeIn } from '../page-parts';
import { readEvents } from '../read-events';
import { surveyOf } from '../results-scope';
import { turnsBy } from '../schedule-past';
import type { When } from '../segment-frame';
import { FEWEST } from './analysis-compare';

/** Days within which somebody comes back. */
const WITHIN = 30;
const MINUTES = WITHIN * 24 * 60;

/**
 * Who was asked beside who was held out in the same waves: the share of each that bought or came by within 30 days. What they write is no
 * return, for who was held out has no mail to reply to; nor are turns of a wave that held nobody out, which another season would be compared
 * with. Who was asked in a wave is not of those held out in it, though another computer noted that. Each wave, and in a wave each share that was held out, is compared by itself: see `shareDifferenceWithin`. Somebody counts once a turn.
 * @throws StoreError `missing`
 */
export async function holdoutView(
  db: Database,
  { surveyId, id }: { surveyId: string; id: string },
  { now, zone }: When,
): Promise<HoldoutView> {
  return db.transaction('r', db.tables, async (): Promise<HoldoutView> => {
    const schedule = (await surveyOf(db, { surveyId, aside: false })).schedules?.[id];
    if (!schedule) throw new StoreError('missing', 'This schedule was deleted.');
    const waveOf = ({ at }: Invite) => waveAt(schedule, dayNumber(localMoment(at, zone).day));
    const drawOf: DrawOf = (turn) => `${waveOf(turn)} ${turn.share ?? 0}`;
    const [events, rootOf] = [await readEvents(db, zone), await rootFinder(db)];
    const placeOf = (turn: Invite) => `${waveOf(turn)} ${rootOf(turn.contactId)}`;
    const turns = drawnOf(withoutAsked(await turnsBy(db, { surveyId, scheduleId: id }), placeOf), drawOf);
    const seen = turns.flatMap((turn): Seen[] => {
      const place = placeIn(events.ids, rootOf(turn.contactId));
      // Who was deleted since comes back no more, and says nothing of either group.
      return place < 0 ? [] : [{ turn, back: cameBack(events, place, turn.at) }];
    });
    const old = seen.filter(({ turn }) => minutesOf(turn.at) + MINUTES <= minutesOf(now));
    const counted = (held: boolean, of: readonly Seen[]) => {
      const own = of.filter(({ turn }) => isHeld(turn) === held);
      return [own.filter(({ back }) => back).length, own.length] as const;
    };
    const [asked, held] = [counted(false, old), counted(true, old)];
    const strata = [...new Set(turns.map(drawOf))].map((draw) => {
      const of = old.filter(({ turn }) => drawOf(turn) === draw);
      return { one: counted(false, of), other: counted(true, of) };
    });
    return {
      days: WITHIN,
      needs: FEWEST,
      asked: { n: asked[1], back: shareOf(...asked) },
      held: { n: held[1], back: shareOf(...held) },
      early: seen.length - old.length,
      difference: asked[1] < FEWEST || held[1] < FEWEST ? null : shareDifferenceWithin(strata),
    };
  });
}

interface Seen {
  turn: Invite;
  back: boolean;
}

/** In which draw a turn stood: of its wave, and of the share that was held out then. */
type DrawOf = (turn: Invite) => string;

/** Without the notes of who was asked in the same place: the same wave. */
function withoutAsked(turns: readonly Invite[], placeOf: (turn: Invite) => string): Invite[] {
  const asked = new Set(turns.filter((turn) => !isHeld(turn)).map(placeOf));
  return turns.filter((turn) => !isHeld(turn) || !asked.has(placeOf(turn)));
}

/** Turns of the draws that held somebody out. */
function drawnOf(turns: readonly Invite[], drawOf: DrawOf): Invite[] {
  const drawn = new Set(turns.filter(isHeld).map(drawOf));
  return turns.filter((turn) => drawn.has(drawOf(turn)));
}

const isHeld = ({ heldOut }: Invite): boolean => heldOut === true;

function cameBack({ offsets, codes, at }: Events, place: number, turnedAt: number): boolean {
  const from = minutesOf(turnedAt);
  for (let n = offsets[place]!; n < offsets[place + 1]!; n += 1) {
    if (at[n]! <= from || at[n]! > from + MINUTES) continue;
    if (isReturn(codes[n]!)) return true;
  }
  return false;
}

function isReturn(code: number): boolean {
  const kind = kindOf(code);
  return kind === EVENT_KINDS.purchase || kind === EVENT_KINDS.visit;
}
