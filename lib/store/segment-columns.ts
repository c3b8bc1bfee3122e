import type { MeasureName } from '@/lib/crm/measure-names';
import { type Events, minutesOf } from '@/lib/insight/events';
import { localDays } from '@/lib/insight/local-days';
import type { Measures } from '@/lib/insight/measures';
import type { Columns } from './columns';
import type { Database } from './database';
import { readEvents } from './read-events';
import { readMeasures } from './read-measures';

/** What segments read of everybody in lists, as columns: what stands in one place belongs to one contact. */
export class Everybody {
  /** In order. */
  readonly ids: string[];
  /** 1 for a work contact. */
  readonly work: Uint8Array;
  private readonly pages: Columns[];
  private held: { events?: Events; measures?: Measures } = {};
  private tags: Taggings | undefined;
  private named: Uint32Array | undefined;
  private addedOn: Int32Array | undefined;
  private readonly placed = new Map<MeasureName, Float64Array>();

  constructor(
    pages: Columns[],
    private readonly zone: string,
  ) {
    this.pages = pages.filter((page) => page.ids !== '');
    this.ids = this.pages.flatMap((page) => page.ids.split('\n'));
    this.work = Uint8Array.from(
      this.pages.flatMap((page) => page.kinds.split('\n')),
      (kind) => (kind === 'work' ? 1 : 0),
    );
  }

  /** The place of a contact; -1 for one that is in no list. */
  placeOf(id: string): number {
    return placeIn(this.ids, id);
  }

  /** Number of the local day on which each was added. */
  added(): Int32Array {
    this.addedOn ??= localDays(
      Int32Array.from(
        this.pages.flatMap((page) => page.added),
        minutesOf,
      ),
      this.zone,
    );
    return this.addedOn;
  }

  /** Marks who has one of the tags. */
  tagged(wanted: ReadonlySet<string>): Uint8Array {
    this.tags ??= readTags(this.pages, this.ids.length);
    return taggedWith(this.tags, wanted);
  }

  /** How many have each tag, among those who are marked. */
  tagCounts(marked: Uint8Array): Map<string, number> {
    this.tags ??= readTags(this.pages, this.ids.length);
    const { all, offsets, tags } = this.tags;
    const counts = new Uint32Array(all.size);
    for (let person = 0; person < this.ids.length; person += 1) {
      if (marked[person] !== 1) continue;
      for (let at = offsets[person]!; at < offsets[person + 1]!; at += 1) counts[tags[at]!]! += 1;
    }
    return new Map([...all].map(([id, place]) => [id, counts[place]!]));
  }

  /** All places in the order of the names. */
  byName(): Uint32Array {
    this.named ??= namedOrder(this.pages.flatMap((page) => page.names.split('\n')));
    return this.named;
  }

  /** Reads events, inside a transaction, before they are asked for. */
  async readEvents(db: Database, zone: string): Promise<void> {
    if (this.held.events) return;
    this.held.events = aligned(await readEvents(db, zone), this.ids);
  }

  /** Reads figures of a day, as `readEvents`. */
  async readMeasures(db: Database, now: number, zone: string): Promise<void> {
    const minute = Math.floor(now / 60_000);
    const before = this.held.measures?.moment;
    if (before && (before.minutes === minute || before.day === before.dayOf(minute))) return;
    this.held.measures = await readMeasures(db, now, zone);
    this.placed.clear();
    this.held.events ??= aligned(this.held.measures.events, this.ids);
  }

  events(): Events {
    if (!this.held.events) throw new Error('Events were not read.');
    return this.held.events;
  }

  /** A figure of everybody; NaN where it is not known. */
  measure(name: MeasureName): Float64Array {
    const { measures } = this.held;
    if (!measures) throw new Error('Figures were not read.');
    const known = this.placed.get(name);
    if (known) return known;
    const column = measures.column(name);
    const placed = sameIds(measures.ids, this.ids)
      ? column
      : Float64Array.from(this.ids, (id) => column[placeIn(measures.ids, id)] ?? Number.NaN);
    this.placed.set(name, placed);
    return placed;
  }
}

/** Reads them, inside a transaction. */
export async function readEverybody(db: Database, zone: string): Promise<Everybody> {
  return new Everybody(await db.columns.toArray(), zone);
}

function sameIds(one: string[], other: string[]): boolean {
  return one.length === other.length && one.every((id, at) => id === other[at]);
}

function namedOrder(names: string[]): Uint32Array {
  return Uint32Array.from(names.keys()).sort((a, b) => {
    const [left, right] = [names[a]!, names[b]!];
    return left < right ? -1 : left > right ? 1 : a - b;
  });
}

function placeIn(ids: string[], id: string): number {
  let [low, high] = [0, ids.length];
  while (low < high) {
    const middle = (low + high) >>> 1;
    if (ids[middle]! < id) low = middle + 1;
    else high = middle;
  }
  return ids[low] === id ? low : -1;
}

/** Taggings of everybody: those of the contact at place i stand from `offsets[i]` up to `offsets[i + 1]`, as places of `all`. */
interface Taggings {
  all: Map<string, number>;
  offsets: Int32Array;
  tags: Uint32Array;
}

const [LINE, SPACE, ZERO] = [10, 32, 48];

/** Reads the lines character by character: taken apart as texts they would last five times as long. */
function readTags(pages: Columns[], size: number): Taggings {
  const all = new Map<string, number>();
  const offsets = new Int32Array(size + 1);
  const tags: number[] = [];
  let person = 0;
  for (const { tags: text } of pages) {
    const end = text.indexOf('\n');
    const places = text
      .slice(0, end)
      .split(' ')
      .map((id) => {
        const place = all.get(id) ?? all.size;
        all.set(id, place);
        return place;
      });
    let place = -1;
    for (let at = end + 1; at <= text.length; at += 1) {
      const code = at < text.length ? text.charCodeAt(at) : LINE;
      if (code !== LINE && code !== SPACE) {
        place = (place < 0 ? 0 : place * 10) + code - ZERO;
        continue;
      }
      if (place >= 0) tags.push(places[place]!);
      place = -1;
      if (code !== LINE) continue;
      person += 1;
      offsets[person] = tags.length;
    }
  }
  return { all, offsets, tags: Uint32Array.from(tags) };
}

function taggedWith({ all, offsets, tags }: Taggings, wanted: ReadonlySet<string>): Uint8Array {
  const isWanted = new Uint8Array(all.size);
  for (const id of wanted) {
    const place = all.get(id);
    if (place !== undefined) isWanted[place] = 1;
  }
  const marked = new Uint8Array(offsets.length - 1);
  for (let person = 0; person < marked.length; person += 1) {
    for (let at = offsets[person]!; at < offsets[person + 1]!; at += 1) {
      if (isWanted[tags[at]!] === 1) marked[person] = 1;
    }
  }
  return marked;
}

/** Events in the places of these contacts: while the tables are being filled one may be ahead of the other. */
function aligned(events: Events, ids: string[]): Events {
  if (sameIds(events.ids, ids)) return events;
  const placed = ids.map((id) => placeIn(events.ids, id));
  const offsets = new Int32Array(ids.length + 1);
  for (const [at, place] of placed.entries()) {
    const own = place < 0 ? 0 : events.offsets[place + 1]! - events.offsets[place]!;
    offsets[at + 1] = offsets[at]! + own;
  }
  const order = Int32Array.from(
    placed.flatMap((place) =>
      place < 0
        ? []
        : Array.from(
            { length: events.offsets[place + 1]! - events.offsets[place]! },
            (_, n) => events.offsets[place]! + n,
          ),
    ),
  );
  return {
    ...events,
    ids,
    offsets,
    at: order.map((from) => events.at[from]!),
    days: order.map((from) => events.days[from]!),
    codes: Uint8Array.from(order, (from) => events.codes[from]!),
    values: Float64Array.from(order, (from) => events.values[from]!),
  };
}
