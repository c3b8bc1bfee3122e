import { type Day, dayNumber, localMoment } from '@/lib/crm/calendar';
import { choicesOf, type FigureChoices } from '@/lib/crm/figure-choices';
import type { Events } from '@/lib/insight/events';
import { Measures } from '@/lib/insight/measures';
import { wholeCommon } from '@/lib/insight/measures/whole';
import type { Database } from '../database';
import { filled } from '../filled';
import { withPages } from '../held-pages';
import { SETTLED } from '../insight-job';
import { COMMON, readMeasures } from '../read-measures';
import { readEverybody } from '../segment-columns';
import { idsInSegment } from '../segment-members';
import { settingsOf } from '../settings';
import { withChildren } from '../tag-tree';

/** What Insights are counted from. */
export interface Books {
  db: Database;
  events: Events;
  /** Figures of everybody in `events`. */
  measures: Measures;
  /** Places of those who count, in the order of their ids. */
  people: number[];
  /** Those of them who are personal: of a friend no stage is told. */
  personal: ReadonlySet<number>;
  day: Day;
  /** Number of the day. */
  today: number;
  zone: string;
  currency: string;
}

/** Everybody, those who have a tag or one below it, or those of a segment. */
export interface Whom {
  tagId?: string | undefined;
  segmentId?: string | undefined;
}

export interface At {
  db: Database;
  now(): number;
  zone: string;
}

interface Kept {
  key: string;
  books: Map<string, Promise<Books>>;
  counted: Map<string, Promise<unknown>>;
}

/** What was counted from the data as they were last: asked again, it is counted anew only when something changed. */
const kept = new WeakMap<Database, Kept>();

/**
 * A figure of the books, counted once for each state of the data and each day.
 * @param name names the figure and what was asked of it
 */
export async function figure<T>(
  ctx: At,
  name: string,
  whom: Whom,
  count: (books: Books) => T | Promise<T>,
): Promise<T> {
  const state = await stateOf(ctx);
  const key = `${name} ${keyOf(whom)}`;
  const known = state.counted.get(key) as Promise<T> | undefined;
  if (known) return known;
  const counting = booksOf(ctx, state, whom).then(count);
  state.counted.set(key, counting);
  // What failed is tried again.
  counting.catch(() => state.counted.delete(key));
  return counting;
}

async function stateOf({ db, now, zone }: At): Promise<Kept> {
  const [[revision, common, settled], lists, tally] = await Promise.all([
    // Stages are settled page by page after what is usual was counted: neither says alone that figures stand.
    db.meta.bulkGet(['revision', COMMON, SETTLED]),
    filled(db),
    db.tallies.get('contacts'),
  ]);
  const { day } = localMoment(now(), zone);
  const key = [
    revision?.value,
    common?.value,
    settled?.value,
    lists?.to,
    lists?.done,
    tally?.count,
    day,
    zone,
  ].join('|');
  const known = kept.get(db);
  if (known?.key === key) return known;
  const fresh: Kept = { key, books: new Map(), counted: new Map() };
  kept.set(db, fresh);
  return fresh;
}

function booksOf(ctx: At, state: Kept, whom: Whom): Promise<Books> {
  const key = keyOf(whom);
  const known = state.books.get(key);
  if (known) return known;
  const reading = read(ctx, whom);
  state.books.set(key, reading);
  reading.catch(() => state.books.delete(key));
  return reading;
}

const keyOf = ({ tagId, segmentId }: Whom) => `${tagId ?? ''} ${segmentId ?? ''}`;

/** Somebody personal counts only where the product is for keeping in touch with people, or where a segment says so. */
async function read({ db, now, zone }: At, { tagId, segmentId }: Whom): Promise<Books> {
  const { day } = localMoment(now(), zone);
  const segment = segmentId ? await idsInSegment(db, segmentId, { now: now(), zone }) : null;
  return db.transaction(
    'r',
    ['tags', 'settings', ...withPages('columns', 'events', 'measures')],
    async () => {
      const settings = await settingsOf(db);
      const everybody = await readEverybody(db, zone);
      await everybody.readIds(db);
      const daily = await readMeasures(db, now(), zone);
      const { events } = daily;
      const tagged = tagId ? everybody.tagged(new Set(await withChildren(db, tagId))) : null;
      const placeOf = (id: string, at: number) => (everybody.ids[at] === id ? at : everybody.placeOf(id));
      const counts = (id: string, at: number) => {
        if (segment) return segment.has(id);
        const place = placeOf(id, at);
        if (place < 0 || (tagged && tagged[place] !== 1)) return false;
        return settings.purpose === 'people' || everybody.work[place] === 1;
      };
      const people = events.ids.flatMap((id, at) => (counts(id, at) ? [at] : []));
      return {
        db,
        events,
        measures: daily.common.contacts > 0 ? daily : uncounted(daily, choicesOf(settings.figures)),
        people,
        personal: new Set(people.filter((at) => everybody.work[placeOf(events.ids[at]!, at)] === 0)),
        day,
        today: dayNumber(day),
        zone,
        currency: settings.baseCurrency,
      };
    },
  );
}

/** Before the first daily run nothing is usual yet: it is counted here. */
function uncounted({ events, stored, moment }: Measures, choices: FigureChoices): Measures {
  return new Measures(events, stored, wholeCommon(events, stored, moment, choices), moment);
}
