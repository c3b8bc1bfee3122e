import type { MeasureName } from '@/lib/crm/measure-names';
import type { Events } from '@/lib/insight/events';
import { localDays } from '@/lib/insight/local-days';
import type { Measures } from '@/lib/insight/measures';
import { allMarks, allTraits, type Told } from './column-parts';
import { MARKS } from './columns';
import type { Database } from './database';
import { barePages, withIds } from './held-pages';
import type { Happened } from './joined-events';
import { type Bare, holdTheSame } from './page-images';
import { type PageLog, pageLog } from './page-log';
import { allIds, idsOf, ofPage, placeIn, startsOf } from './page-parts';
import { readEvents, readHappened } from './read-events';
import { readMeasures } from './read-measures';

/** What segments read of everybody in lists, as columns: what stands in one place belongs to one contact. */
export class Everybody {
  private readonly marks: Uint8Array;
  private readonly marked = new Map<number, Uint8Array>();
  private named: string[] | undefined;
  private given: Happened | undefined;
  private aligned: Happened | undefined;
  private measures: Measures | undefined;
  private tags: Taggings | undefined;
  private addedOn: Int32Array | undefined;
  private bits: Uint32Array | undefined;

  /** @param pages those that hold anybody */
  constructor(
    readonly pages: readonly Bare<Told>[],
    readonly zone: string,
  ) {
    this.marks = allMarks(pages);
  }

  /** How many they are. */
  get size(): number {
    return this.marks.length;
  }

  /** Whether ids were read. */
  get isNamed(): boolean {
    return this.named !== undefined;
  }

  /** In order. */
  get ids(): string[] {
    if (!this.named) throw new Error('Ids were not read.');
    return this.named;
  }

  /** Reads ids before they are asked for, inside the transaction that gave these contacts: later others may stand in their places. */
  async readIds(db: Database): Promise<void> {
    if (this.named) return;
    this.named = allIds(db, 'columns', await withIds(db, 'columns', this.pages, await pageLog(db)));
  }

  /** Ids of the contacts in some places, as `readIds`; of few, only the pages in which they stand are read. */
  async idsAt(db: Database, places: readonly number[]): Promise<string[]> {
    const starts = startsOf(Int32Array.from(this.pages, ({ marks }) => marks.length));
    const pageAt = (place: number) => starts.findLastIndex((start) => start <= place);
    const wanted = [...new Set(places.map(pageAt))];
    if (this.named || wanted.length > FEW_PAGES) {
      await this.readIds(db);
      return places.map((place) => this.ids[place]!);
    }
    const rows = await db.columns.bulkGet(wanted.map((at) => this.pages[at]!.from));
    const ids = new Map(wanted.map((at, n) => [at, idsOf(rows[n]!)]));
    return places.map((place) => ids.get(pageAt(place))![place - starts[pageAt(place)]!]!);
  }

  /** 1 for a work contact. */
  get work(): Uint8Array {
    return this.having(MARKS.work);
  }

  /** 1 for whom the user took up: more than came with a file is known of them. */
  get taken(): Uint8Array {
    return this.having(MARKS.own | MARKS.taken);
  }

  /** 1 for who has a cadence. */
  get rhythm(): Uint8Array {
    return this.having(MARKS.rhythm);
  }

  /** 1 for who has a task, a promise or an unanswered mail. */
  get open(): Uint8Array {
    return this.having(MARKS.open);
  }

  /** 1 for of whom a need is known. */
  get needy(): Uint8Array {
    return this.having(MARKS.needs);
  }

  private having(bits: number): Uint8Array {
    const before = this.marked.get(bits);
    if (before) return before;
    const { marks } = this;
    const having = new Uint8Array(marks.length);
    for (let at = 0; at < marks.length; at += 1) if ((marks[at]! & bits) !== 0) having[at] = 1;
    this.marked.set(bits, having);
    return having;
  }

  /** The place of a contact; -1 for one that is in no list. */
  placeOf(id: string): number {
    return placeIn(this.ids, id);
  }

  /** Number of the local day on which each was added. */
  added(): Int32Array {
    this.addedOn ??= joinDays(this.pages.map(pageAdded(this.zone)), this.size);
    return this.addedOn;
  }

  /** What each contact's own row says that is yes or no, see `traitsOf`. */
  traits(): Uint32Array {
    this.bits ??= allTraits(this.pages);
    return this.bits;
  }

  /** Marks who has one of the tags. */
  tagged(wanted: ReadonlySet<string>): Uint8Array {
    this.tags ??= joinTags(this.pages, this.size);
    return taggedWith(this.tags, wanted);
  }

  /** How many have each tag, among those who are marked. */
  tagCounts(marked: Uint8Array): Map<string, number> {
    this.tags ??= joinTags(this.pages, this.size);
    const { all, offsets, tags } = this.tags;
    const counts = new Uint32Array(all.size);
    for (let person = 0; person < this.size; person += 1) {
      if (marked[person] !== 1) continue;
      for (let at = offsets[person]!; at < offsets[person + 1]!; at += 1) counts[tags[at]!]! += 1;
    }
    return new Map([...all].map(([id, place]) => [id, counts[place]!]));
  }

  /** Reads events, inside a transaction, before they are asked for. */
  async readEvents(db: Database): Promise<void> {
    const { pages, events } = await readHappened(db, this.zone);
    if (this.given === events) return;
    if (holdTheSame(pages, this.pages)) this.aligned = events;
    else {
      await this.readIds(db);
      this.aligned = aligned(await readEvents(db, this.zone), this.ids);
    }
    this.given = events;
  }

  /** Reads figures, as `readEvents`. */
  async readMeasures(db: Database, now: number): Promise<void> {
    await this.readIds(db);
    this.measures = await readMeasures(db, now, this.zone);
    await this.readEvents(db);
  }

  events(): Happened {
    if (!this.aligned) throw new Error('Events were not read.');
    return this.aligned;
  }

  /** A figure of everybody; NaN where it is not known. @param asked marks of those of whom alone it is wanted */
  measure(name: MeasureName, asked?: Uint8Array): Float64Array {
    const { measures, aligned: events } = this;
    if (!measures) throw new Error('Figures were not read.');
    if (events === measures.events) return measures.column(name, asked);
    // While the tables are being filled one may be ahead of the other.
    const column = measures.column(name);
    return Float64Array.from(this.ids, (id) => column[placeIn(measures.ids, id)] ?? Number.NaN);
  }
}

/** Of so many pages rows are read sooner than the ids of all. */
const FEW_PAGES = 20;

const made = new WeakMap<readonly Bare<Told>[], Everybody>();

/**
 * Reads them, inside a transaction; the same as before as long as no page of the list changes.
 * @param log the log of pages as this transaction sees it, where it was read already
 */
export async function readEverybody(db: Database, zone: string, log?: PageLog | null): Promise<Everybody> {
  const pages = await barePages(db, 'columns', log);
  const before = made.get(pages);
  if (before?.zone === zone) return before;
  const everybody = new Everybody(pages, zone);
  made.set(pages, everybody);
  return everybody;
}

/** Arrays that were found to hold the same ids: comparing a hundred thousand takes longer than a question may. */
const equal = new WeakMap<string[], string[]>();

function sameIds(one: string[], other: string[]): boolean {
  if (equal.get(one) === other) return true;
  if (one.length !== other.length || !one.every((id, at) => id === other[at])) return false;
  equal.set(one, other);
  return true;
}

/** Taggings of everybody: those of the contact at place i stand from `offsets[i]` up to `offsets[i + 1]`, as places of `all`. */
interface Taggings {
  all: Map<string, number>;
  offsets: Int32Array;
  tags: Uint32Array;
}

/** Local days on which the contacts of a page were added, by zone. */
const addedByZone = new Map<string, (page: Bare<Told>) => Int32Array>();

function pageAdded(zone: string): (page: Bare<Told>) => Int32Array {
  const known = addedByZone.get(zone);
  if (known) return known;
  const made = ofPage(({ added }: Bare<Told>) => localDays(added, zone));
  addedByZone.set(zone, made);
  return made;
}

function joinDays(parts: readonly Int32Array[], size: number): Int32Array {
  const all = new Int32Array(size);
  let start = 0;
  for (const part of parts) {
    all.set(part, start);
    start += part.length;
  }
  return all;
}

function joinTags(pages: readonly Bare<Told>[], size: number): Taggings {
  const all = new Map<string, number>();
  const offsets = new Int32Array(size + 1);
  const tags = new Uint32Array(pages.reduce((sum, page) => sum + page.tags.length, 0));
  let [person, start] = [0, 0];
  for (const page of pages) {
    const places = page.tagIds.split(' ').map((id) => {
      const place = all.get(id) ?? all.size;
      all.set(id, place);
      return place;
    });
    for (let at = 0; at < page.tags.length; at += 1) tags[start + at] = places[page.tags[at]!]!;
    for (let at = 0; at < page.tagged.length; at += 1) {
      offsets[person + 1] = offsets[person]! + page.tagged[at]!;
      person += 1;
    }
    start += page.tags.length;
  }
  return { all, offsets, tags };
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
    orders: order.map((from) => events.orders[from]!),
  };
}
