import type { HoldoutView } from '@/lib/api/schedule-views';
import type { Invite } from '@/lib/crm/surveys';
import { shareDifference } from '@/lib/insight/comparing/differences';
import { directionOf, EVENT_KINDS, type Events, isExchange, kindOf, minutesOf } from '@/lib/insight/events';
import { shareOf } from '@/lib/insight/satisfaction';
import type { Database } from '../database';
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
 * Who was asked beside who was held out: the share of each that bought, came by or got in touch within 30 days. An answer to a survey is
 * no return. Newcombe's interval and the score test of two shares; somebody counts once a turn.
 * @throws StoreError `missing`
 */
export async function holdoutView(
  db: Database,
  { surveyId, id }: { surveyId: string; id: string },
  { now, zone }: When,
): Promise<HoldoutView> {
  return db.transaction('r', db.tables, async (): Promise<HoldoutView> => {
    await surveyOf(db, { surveyId, aside: false });
    const turns = await turnsBy(db, { surveyId, scheduleId: id });
    const [events, rootOf] = [await readEvents(db, zone), await rootFinder(db)];
    const seen = turns.flatMap((turn) => {
      const place = placeIn(events.ids, rootOf(turn.contactId));
      // Who was deleted since comes back no more, and says nothing of either group.
      return place < 0 ? [] : [{ turn, back: cameBack(events, place, turn.at) }];
    });
    const old = seen.filter(({ turn }) => minutesOf(turn.at) + MINUTES <= minutesOf(now));
    const counted = (held: boolean) => {
      const own = old.filter(({ turn }) => isHeld(turn) === held);
      return [own.filter(({ back }) => back).length, own.length] as const;
    };
    const [asked, held] = [counted(false), counted(true)];
    return {
      days: WITHIN,
      needs: FEWEST,
      asked: { n: asked[1], back: shareOf(...asked) },
      held: { n: held[1], back: shareOf(...held) },
      early: seen.length - old.length,
      difference: asked[1] < FEWEST || held[1] < FEWEST ? null : shareDifference(asked, held),
    };
  });
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

/** Something that came from them: a purchase, a visit, or an exchange that they began. */
function isReturn(code: number): boolean {
  const kind = kindOf(code);
  if (kind === EVENT_KINDS.purchase || kind === EVENT_KINDS.visit) return true;
  const isAsking = kind === EVENT_KINDS.survey || kind === EVENT_KINDS.case;
  return isExchange(code) && !isAsking && directionOf(code) === 1;
}
