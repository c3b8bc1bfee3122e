import { dayNumber } from '@/lib/crm/calendar';
import { minorRate } from '@/lib/crm/rates';
import { Query, type Segment } from '@/lib/crm/segments';
import type { Frame } from '@/lib/insight/query-subject';
import { todayAt } from '@/lib/insight/today';
import type { Database } from './database';
import { fold } from './fold';
import { LAST } from './keys';
import { liveSegments } from './segment-names';
import { settingsOf } from './settings';

/** When and where a question is asked. */
export interface When {
  /** Epoch ms. */
  now: number;
  /** IANA name of the user's time zone. */
  zone: string;
}

/** What a segment asks; null where a newer version wrote what this one does not know. */
export function queryOf(segment: Segment): Query | null {
  return Query.safeParse(segment.query).data ?? null;
}

/** What questions are asked with, read from the store: a few small tables. */
export async function frameOf(db: Database, { now, zone }: When): Promise<Frame> {
  const [tags, segments, settings] = await Promise.all([
    db.tags.where('k.name').between('', LAST, true, true).toArray(),
    liveSegments(db),
    settingsOf(db),
  ]);
  const children = new Map<string, string[]>();
  for (const { id, body } of tags) {
    if (body.parentId) children.set(body.parentId, [...(children.get(body.parentId) ?? []), id]);
  }
  const live = new Set(tags.map(({ id }) => id));
  const tiers = new Set(settings.tiers?.map(({ id }) => id));
  const queries = new Map(segments.map((segment) => [segment.id, queryOf(segment) ?? undefined]));
  const { day: today, dayAt } = todayAt(now, zone);
  return {
    today: dayNumber(today),
    dayOf: (at) => dayNumber(dayAt(at)),
    tagsBelow: (id) => below(id, live, children),
    isTier: (id) => tiers.has(id),
    segment: (id) => queries.get(id),
    worth: ({ minor, currency }) => {
      const worth = minor * minorRate(currency, settings);
      return Number.isNaN(worth) ? null : Math.round(worth);
    },
    fold,
  };
}

function below(id: string, live: Set<string>, children: Map<string, string[]>): Set<string> {
  const found = new Set(live.has(id) ? [id] : []);
  // A set gives what is added while it is gone through, so that all levels are.
  for (const one of found) for (const child of children.get(one) ?? []) found.add(child);
  return found;
}
