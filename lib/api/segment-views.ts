/** Results about segments. Types only, free of zod, JSON-safe. */
import type { Day } from '@/lib/crm/calendar';
import type { Query } from '@/lib/crm/segments';
import type { Why } from '@/lib/insight/query';

/** What ids in a query stand for: tags by their path, companies, surveys, other segments. */
export type Names = Record<string, string>;

export interface SegmentRow {
  id: string;
  name: string;
  note: string;
  /** Null: a newer version of the product wrote it, and this one does not understand it. */
  query: Query | null;
  names: Names;
  /** Contacts that it finds now. */
  count: number;
  /** Against the last snapshot of an earlier day; null without one. */
  since: { day: Day; joined: number; left: number } | null;
}

/** A contact in few words. */
export interface Person {
  id: string;
  name: string;
  company: string | null;
}

export interface SegmentFound {
  count: number;
  /** Contacts in lists that could be found. */
  of: number;
  /** A part of the query cannot be told: it names what is gone, or what a newer version asks. */
  unclear: boolean;
  /** The first of them by name. */
  people: Person[];
}

export interface SegmentExplained {
  holds: boolean;
  why: Why;
  names: Names;
  person: Person;
  /** Activities that a count rests on, by id. */
  activities: Record<string, { at: number; type: string; subject: string }>;
}

export interface SegmentCompared {
  from: Day;
  /** Null: now. */
  to: Day | null;
  joined: Person[];
  left: Person[];
  joinedCount: number;
  leftCount: number;
  stayed: number;
}
