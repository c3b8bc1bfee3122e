import { addDays, type Day, dayFromNumber, dayNumber, dayOf } from '@/lib/crm/calendar';
import { localDays } from '@/lib/insight/local-days';
import { toLunar } from '@/lib/insight/lunar';
import { dateOf } from '@/lib/insight/measure-params';
import { nextOccurrence } from '@/lib/insight/occurrences';
import { numbersOf } from './column-parts';
import type { Database } from './database';
import { heldPages } from './held-pages';
import { type MeasurePage, PLACE_OF, WIDTH } from './measure-pages';
import { allIds, idsOf, placeIn } from './page-parts';

/** A day on which something of a contact falls. */
export interface Falling {
  id: string;
  day: Day;
  kind: 'date' | 'cadence';
}

/**
 * Dates and rhythms of all contacts that fall on the days from one to another, by packed pages alone: dates first, nobody's row is read.
 * Inside a transaction over `withPages('columns', 'measures')`.
 */
export async function fallingIn(
  db: Database,
  { from, to, zone }: { from: Day; to: Day; zone: string },
): Promise<Falling[]> {
  const pages = await heldPages(db, 'measures');
  const columns = await heldPages(db, 'columns');
  const sorting = await heldPages(db, 'sorting');
  const last = { ids: allIds(db, 'columns', columns), at: numbersOf(sorting, 'last') };
  return [...datesFalling(pages, from, to), ...rhythmsFalling(pages, last, { from, to, zone })];
}

/** The day on which a date comes first from a day on, and may be shown on a later one: what comes once is shown on its own day only. */
export function dateFalls({ date, once }: ReturnType<typeof dateOf>, from: Day): Day {
  return nextOccurrence(date, once ? dayOf(date.year!, 1, 1) : from);
}

function datesFalling(pages: readonly MeasurePage[], from: Day, to: Day): Falling[] {
  const may = mayFall(from, to);
  const found: Falling[] = [];
  for (const page of pages) {
    let start = 0;
    for (let at = 0; at < page.dated.length; at += 1) {
      const end = start + page.dated[at]!;
      for (; start < end; start += 1) {
        const number = page.dates[start]!;
        if (may[placeOf(number)] !== 1) continue;
        const day = dateFalls(dateOf(number), from);
        if (day >= from && day <= to) found.push({ id: idsOf(page)[at]!, day, kind: 'date' });
      }
    }
  }
  return found;
}

const LUNAR = 512;
/** Month and day of the number of a date, by calendar. */
const placeOf = (number: number) => ((number >> 2) & (LUNAR - 1)) + (number & 2 ? LUNAR : 0);

/**
 * Marks the days of a year, by calendar, that may fall on one of these: telling it of each date would last as long as reading its row. A day
 * that a year lacks is kept on the last of its month.
 */
function mayFall(from: Day, to: Day): Uint8Array {
  const may = new Uint8Array(2 * LUNAR);
  const days = dayNumber(to) - dayNumber(from) + 1;
  // A lunar year of thirteen months is the longest.
  if (days > 385) return may.fill(1);
  for (let n = 0; n < days; n += 1) {
    const day = addDays(from, n);
    const [month, date] = [Number(day.slice(5, 7)), Number(day.slice(8))];
    may[month * 32 + date] = 1;
    if (month === 2 && date === 28) may[month * 32 + 29] = 1;
    const lunar = toLunar(day);
    may[LUNAR + lunar.month * 32 + lunar.day] = 1;
    if (lunar.day === 29) may[LUNAR + lunar.month * 32 + 30] = 1;
  }
  return may;
}

/** The clock of a rhythm runs from the last talk, or from when it was set. */
function rhythmsFalling(
  pages: readonly MeasurePage[],
  last: { ids: string[]; at: Float64Array },
  { from, to, zone }: { from: Day; to: Day; zone: string },
): Falling[] {
  const kept: { id: string; days: number }[] = [];
  const since: number[] = [];
  let place = -1;
  for (const page of pages) {
    const ids = idsOf(page);
    for (let at = 0; at < ids.length; at += 1) {
      place += 1;
      const param = (name: 'cadence' | 'cadenceSince' | 'barred') =>
        page.params[at * WIDTH + PLACE_OF[name]]!;
      const days = param('cadence');
      if (days === 0 || param('barred') === 1) continue;
      const id = ids[at]!;
      const own = last.ids[place] === id ? place : placeIn(last.ids, id);
      kept.push({ id, days });
      since.push(Math.max(param('cadenceSince'), Math.floor((last.at[own] ?? 0) / 60_000)));
    }
  }
  const [first, end] = [dayNumber(from), dayNumber(to)];
  const started = localDays(Int32Array.from(since), zone);
  return kept.flatMap(({ id, days }, at): Falling[] => {
    const day = started[at]! + days;
    return day < first || day > end ? [] : [{ id, day: dayFromNumber(day), kind: 'cadence' }];
  });
}
