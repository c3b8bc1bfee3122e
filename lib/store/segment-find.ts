import { localMoment } from '@/lib/crm/calendar';
import { CHOICE_MEASURES, type ChoiceMeasure, type NumberMeasure } from '@/lib/crm/measure-names';
import type { Clause, Query } from '@/lib/crm/segments';
import { directionOf, EVENT_KINDS, type Events, isExchange, kindOf } from '@/lib/insight/events';
import { CLAUSES, namesWhatIs } from '@/lib/insight/query-clauses';
import { daysWithin, inRange, isWithin } from '@/lib/insight/query-days';
import { clausesOf, isRing, partOf, wholeQuery } from '@/lib/insight/query-parts';
import type { Frame } from '@/lib/insight/query-subject';
import { traitTest } from '@/lib/insight/traits';
import type { Database } from './database';
import { holdPages } from './held-pages';
import type { Everybody } from './segment-columns';
import { frameOf, type When } from './segment-frame';
import { type Kept, keptOf, keyOf, pagesFor, readFor, stillKept } from './segment-reads';
import { has, join, marked, NO, type Truths, turned, UNKNOWN, undecided, YES } from './segment-truths';

/** Whom a query finds. */
export interface Members {
  /** Everybody in lists, in the order of their ids. */
  everybody: Everybody;
  /** By place in it: 1 for who is found. */
  found: Truths;
  count: number;
  /** Of somebody it cannot be told: the query names what is gone, or what this version does not know. */
  unclear: boolean;
}

/** Finds whom a query means, as `findPlaces`, and who they are: ids of everybody are read. */
export async function findMembers(...asked: Parameters<typeof findPlaces>): Promise<Members> {
  const known = await findPlaces(...asked);
  if (known.everybody.isNamed) return known;
  const [db] = asked;
  // Ids are those of the state of which the answer is.
  return db.transaction('r', db.tables, async () => {
    const members = await findPlaces(...asked);
    await members.everybody.readIds(db);
    return members;
  });
}

/**
 * Finds whom a query means among everybody in lists, by place: the same whom `explain` finds one by one. Tags, kinds, activities and figures are
 * read packed; for what only a contact's own row tells all rows are read once, and what they said is kept until something changes.
 * @param among `taken`: only those whom the user took up, and nothing is counted of the others
 */
export async function findPlaces(
  db: Database,
  asked: Query,
  when: When,
  among: 'all' | 'taken' = 'all',
): Promise<Members> {
  const query = wholeQuery(asked);
  const { day } = localMoment(when.now, when.zone);
  const key = `${day} ${among} ${JSON.stringify(query)}`;
  const before = await db.transaction('r', [db.meta, db.changes], async () => stillKept(db, when.zone));
  const known = before?.answered.get(key);
  if (before && known) return { everybody: before.everybody, ...known };
  return db.transaction('r', db.tables, async () => {
    // What it asks itself is read beside the frame; what segments ask that it names is known behind it.
    const [frame] = await Promise.all([frameOf(db, when), holdFor(db, query, null)]);
    await holdFor(db, query, frame);
    const kept = await keptOf(db, when.zone);
    const read = await readFor(db, kept, { query, frame, ...when });
    if (kept.told.size > MOST_TOLD) kept.told.clear();
    const wanted = among === 'taken' ? kept.everybody.taken : undefined;
    const truths = new Finding(kept, read, frame).ask(query, wanted);
    const found = new Uint8Array(truths.length);
    let count = 0;
    let unclear = false;
    for (let at = 0; at < truths.length; at += 1) {
      if (truths[at] === NO || wanted?.[at] === 0) continue;
      if (truths[at] === UNKNOWN) unclear = true;
      else {
        found[at] = YES;
        count += 1;
      }
    }
    const answered = { found, count, unclear };
    if (kept.answered.size >= MOST_ANSWERED) kept.answered.clear();
    kept.answered.set(key, answered);
    return { everybody: kept.everybody, ...answered };
  });
}

/** What figures are counted from names its contacts, and values of fields do; the others are asked by place. */
async function holdFor(db: Database, query: Query, frame: Frame | null): Promise<void> {
  const parts = pagesFor(query, frame);
  await holdPages(db, parts, { ids: parts.includes('measures') || parts.includes('facts') });
}

/** Answers are small, a byte a contact. */
const MOST_ANSWERED = 100;
const MOST_TOLD = 100;

/** Places of those who were found. */
export function placesIn({ found, count }: Members): Uint32Array {
  const places = new Uint32Array(count);
  let n = 0;
  for (let at = 0; at < found.length; at += 1) {
    if (found[at] !== YES) continue;
    places[n] = at;
    n += 1;
  }
  return places;
}

/** Ids of those whom `findMembers` found, in order. */
export function idsIn({ everybody, found }: Members): string[] {
  return everybody.ids.filter((_, at) => found[at] === YES);
}

type Range = Parameters<typeof inRange>[0];
type Of<A extends Clause['ask']> = Extract<Clause, { ask: A }>;

const ASKS = { ...CLAUSES, segment: true };

/** One query being asked of everybody, of what was read for it. */
class Finding {
  private readonly segments = new Map<string, Truths>();
  private readonly size: number;

  private readonly everybody: Everybody;

  constructor(
    private readonly kept: Pick<Kept, 'everybody' | 'told'>,
    /** What clauses came to that no column tells. */
    private readonly known: ReadonlyMap<string, Truths>,
    private readonly frame: Frame,
  ) {
    this.everybody = kept.everybody;
    this.size = this.everybody.size;
  }

  /** @param asked marks of those of whom alone it is wanted: of others it says anything */
  ask(query: Query, asked?: Uint8Array): Truths {
    const part = partOf(query, ASKS);
    if (part.is === 'unknown') return this.all(UNKNOWN);
    if (part.is === 'clause') return this.told(part.clause, asked);
    const [first] = part.parts;
    if (part.is === 'not') return first ? turned(this.ask(first, asked)) : this.all(UNKNOWN);
    const deciding = part.is === 'all' ? NO : YES;
    const joined = this.all(part.is === 'all' ? YES : NO);
    // What is dear is asked of those alone whom the others leave open.
    const byCost = part.parts.map((one) => ({ one, cost: costOf(one) })).sort((a, b) => a.cost - b.cost);
    for (const { one, cost } of byCost)
      join(joined, this.ask(one, cost > 0 ? undecided(joined, deciding, asked) : asked), deciding);
    return joined;
  }

  private all(truth: number): Truths {
    return new Uint8Array(this.size).fill(truth);
  }

  /** What a clause comes to, told once for all queries of one state of the store: plays ask the same of everybody. Nobody writes into it. */
  private told(clause: Clause, asked?: Uint8Array): Truths {
    // What another segment comes to rests on what that asks.
    if (clause.ask === 'segment') return this.clause(clause);
    const key = keyOf(clause, this.frame);
    const known = this.kept.told.get(key);
    if (known) return known;
    if (asked && costOf(clause) > 0) return this.clause(clause, asked);
    const truths = this.clause(clause);
    this.kept.told.set(key, truths);
    return truths;
  }

  private clause(clause: Clause, asked?: Uint8Array): Truths {
    const { everybody, frame } = this;
    if (!namesWhatIs(clause, frame)) return this.all(UNKNOWN);
    const test = traitTest(clause);
    if (test) return marked(everybody.traits(), test);
    switch (clause.ask) {
      case 'kind':
        return has(everybody.work, clause.is === 'work');
      case 'cadence':
        return has(everybody.rhythm, clause.is);
      case 'tag':
        return has(everybody.tagged(frame.tagsBelow(clause.tagId)), clause.has);
      case 'added':
        return this.added(clause);
      case 'count':
        return this.counted(clause, asked);
      case 'spend':
        return this.spent(clause, asked);
      case 'measure':
        return this.column(clause.name, between(clause.range), asked);
      case 'choice': {
        const words: readonly string[] = CHOICE_MEASURES[clause.name];
        const wanted = new Set(clause.in.map((word) => words.indexOf(word)));
        wanted.delete(-1);
        return this.column(clause.name, (value) => wanted.has(value), asked);
      }
      case 'segment':
        return this.segment(clause);
      case 'case':
        return has(this.read(clause), clause.open);
      case 'company':
      case 'answer':
        return has(this.read(clause), clause.has);
      default:
        return this.read(clause);
    }
  }

  private read(clause: Clause): Truths {
    return this.known.get(keyOf(clause, this.frame)) ?? this.all(UNKNOWN);
  }

  private added({ within }: Of<'added'>): Truths {
    const span = daysWithin(within, this.frame.today);
    return marked(this.everybody.added(), (day) => isWithin(span, day));
  }

  private column(
    name: Of<'measure'>['name'] | Of<'choice'>['name'],
    passes: (value: number) => boolean,
    asked?: Uint8Array,
  ): Truths {
    return marked(this.everybody.measure(name, asked), passes, asked);
  }

  private counted(clause: Of<'count'>, asked?: Uint8Array): Truths {
    const { days, codes, offsets } = this.everybody.events();
    const counted = countable(clause);
    const [from, to] = daysWithin(clause.within, this.frame.today);
    return this.summed(
      offsets,
      (at) => (counted[codes[at]!] === 1 && days[at]! >= from && days[at]! <= to ? 1 : 0),
      clause.times,
      asked,
    );
  }

  private spent({ within, amount }: Of<'spend'>, asked?: Uint8Array): Truths {
    const { days, codes, values, offsets } = this.everybody.events();
    const [from, to] = daysWithin(within, this.frame.today);
    const worth = (at: number) => {
      const value = values[at]!;
      if (Number.isNaN(value) || kindOf(codes[at]!) !== EVENT_KINDS.purchase) return 0;
      return days[at]! >= from && days[at]! <= to ? Math.round(value) : 0;
    };
    return this.summed(offsets, worth, amount, asked);
  }

  private summed(
    offsets: Events['offsets'],
    worth: (at: number) => number,
    range: Range,
    asked?: Uint8Array,
  ): Truths {
    const truths = this.all(NO);
    for (let person = 0; person < truths.length; person += 1) {
      if (asked && asked[person] === 0) continue;
      let sum = 0;
      for (let at = offsets[person]!; at < offsets[person + 1]!; at += 1) sum += worth(at);
      if (inRange(range, sum)) truths[person] = YES;
    }
    return truths;
  }

  private segment({ segmentId, has: wanted }: Of<'segment'>): Truths {
    const query = this.frame.segment(segmentId);
    if (!query || isRing(segmentId, query, this.frame.segment)) return this.all(UNKNOWN);
    const truths = this.segments.get(segmentId) ?? this.ask(wholeQuery(query));
    this.segments.set(segmentId, truths);
    return has(truths, wanted);
  }
}

/** Figures that several others rest on, or that go through every exchange. */
const DEAR: ReadonlySet<string> = new Set<NumberMeasure | ChoiceMeasure>([
  'overdue',
  'strength',
  'returns',
  'worth',
  'loyalty',
  'replyHours',
  'stage',
  'valueGrade',
]);

/** In which order parts are asked: what stands in a column, what goes through events, figures, and those that are dear. */
function costOf(query: Query): number {
  if ('all' in query || 'any' in query || 'not' in query) return Math.max(0, ...clausesOf(query).map(costOf));
  if (query.ask === 'count' || query.ask === 'spend') return 1;
  if (query.ask === 'segment') return 2;
  if (query.ask !== 'measure' && query.ask !== 'choice') return 0;
  return DEAR.has(query.name) ? 3 : 2;
}

/** As `inRange`, of a number that is not known where it is NaN. */
function between({ min = Number.NEGATIVE_INFINITY, max = Number.POSITIVE_INFINITY }: Range) {
  return (value: number) => value >= min && value <= max;
}

/** By the code of an event: 1 for one that is counted. */
function countable({ types, exchange, direction }: Of<'count'>): Uint8Array {
  const kinds = new Set(types.map((type) => EVENT_KINDS[type]));
  const way = direction && (direction === 'in' ? 1 : 2);
  return Uint8Array.from({ length: 256 }, (_, code) => {
    const counts =
      (kinds.size === 0 || kinds.has(kindOf(code))) &&
      (!exchange || isExchange(code)) &&
      (way === undefined || directionOf(code) === way);
    return counts ? 1 : 0;
  });
}
