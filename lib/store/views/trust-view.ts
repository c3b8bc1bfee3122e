import type { TrustView } from '@/lib/api/care-views';
import type { Activity } from '@/lib/crm/activities';
import { dayNumber, localMoment } from '@/lib/crm/calendar';
import { exchangeOf } from '@/lib/insight/figures';
import { peakOf } from '@/lib/insight/writing-times';
import type { Database } from '../database';
import { identityOf, newestOf } from '../lookups';
import type { At } from './deal-views';

const [PROMISES, EXCHANGES] = [200, 500];
/** Answers looked at, the latest first, and how many it takes. */
const REPLIES = { most: 20, fewest: 3 };
/** Hours of a part of the day, and how many messages it takes to name one. */
const PART = { hours: 3, fewest: 8 };
/** How many messages it takes to name a day of the week. */
const WEEK_FEWEST = 12;
const HOUR = 3_600_000;

/** How the user stands by their word with a contact: each promise with what became of it, how soon they answer, and when the contact writes. */
export function trustView(db: Database, contactId: string, at: At): Promise<TrustView> {
  return db.transaction('r', db.contacts, db.activities, async () => {
    const ids = await identityOf(db, contactId);
    const promised = await newestOf(db, ids, { limit: PROMISES, type: 'promise' });
    const latest = await newestOf(db, ids, { limit: EXCHANGES });
    const promises = promised.flatMap((one) => promiseOf(one, at));
    const mine = promises.filter((one) => one.by === 'me');
    const theirs = promises.filter((one) => one.by === 'them' && one.state !== 'open');
    const count = (state: TrustView['promises'][number]['state']) =>
      mine.filter((one) => one.state === state).length;
    return {
      promises,
      kept: count('kept'),
      counted: mine.filter((one) => one.counts).length,
      late: count('late'),
      overdue: count('overdue'),
      theirs: { kept: theirs.filter((one) => one.state === 'kept').length, n: theirs.length },
      reply: replyOf(latest, ids),
      ...writesOf(latest, ids, at.zone),
    };
  });
}

function promiseOf({ id, subject, promise, at: made }: Activity, at: At): TrustView['promises'] {
  if (!promise) return [];
  const { by, due, doneAt, counts = false, was } = promise;
  const end = localMoment(doneAt ?? at.now, at.zone).day;
  const days = due ? Math.max(0, dayNumber(end) - dayNumber(due.date)) : 0;
  const late = days > 0 && !counts;
  const state = doneAt === null ? (late ? 'overdue' : 'open') : late ? 'late' : 'kept';
  const rest = { due: due?.date ?? null, doneAt, days, counts, was: was?.date ?? null };
  return [{ id, by, what: subject, at: made, state, ...rest }];
}

/** The median of the user's last answers, in hours: from the first that waits to the next that goes out. */
function replyOf(latest: readonly Activity[], ids: string[]): TrustView['reply'] {
  const waits: number[] = [];
  let since: number | null = null;
  for (const one of [...latest].reverse()) {
    const way = exchangeOf(one, ids);
    // What has a day alone ends a wait that cannot be measured, and begins none.
    if (way !== null && one.precision === 'day') since = null;
    else if (way === 'in') since ??= one.at;
    else if (way !== null) {
      if (since !== null) waits.push((one.at - since) / HOUR);
      since = null;
    }
  }
  const last = waits.slice(-REPLIES.most).sort((a, b) => a - b);
  if (last.length < REPLIES.fewest) return null;
  const middle = last.length >> 1;
  const hours = last.length % 2 ? last[middle]! : (last[middle - 1]! + last[middle]!) / 2;
  return { hours, n: last.length };
}

/** The part of the day and the day of the week in which they write most; each null while that cannot be said. */
function writesOf(
  latest: readonly Activity[],
  ids: string[],
  zone: string,
): Pick<TrustView, 'writes' | 'writesOn'> {
  const moments = latest
    .filter((one) => exchangeOf(one, ids) === 'in' && one.precision !== 'day')
    .map((one) => localMoment(one.at, zone));
  const hours = moments.map(({ time }) => Math.floor(Number(time.slice(0, 2)) / PART.hours));
  // The first day of all was a Thursday.
  const days = moments.map(({ day }) => (dayNumber(day) + 4) % 7);
  const part = peakOf(counted(hours, 24 / PART.hours), PART.fewest);
  const day = peakOf(counted(days, 7), WEEK_FEWEST);
  return {
    writes: part && { from: part.at * PART.hours, to: (part.at + 1) * PART.hours, n: part.n, of: part.of },
    writesOn: day && { weekday: day.at, n: day.n, of: day.of },
  };
}

function counted(values: number[], parts: number): number[] {
  return Array.from({ length: parts }, (_, part) => values.filter((value) => value === part).length);
}
