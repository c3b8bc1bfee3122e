/** Results about segments. Types only, free of zod, JSON-safe. */
import type { Day } from '@/lib/crm/calendar';
import type { Query } from '@/lib/crm/segments';
import type { ClusterRule } from '@/lib/insight/cluster-rules';
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

/** What rests on a segment, by its own id; a schedule or a goal by the survey's, which names it. */
export interface SegmentUse {
  by: 'segment' | 'tag' | 'tier' | 'view' | 'play' | 'schedule' | 'goal';
  id: string;
  /** Empty: a play of the product. */
  name: string;
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

/** A segment that is offered ready. */
export interface ReadySegment {
  group: 'place' | 'job' | 'age' | 'value' | 'rfm' | 'stage' | 'needs' | 'loyalty';
  /** A value of the data; absent where the query says what it is called. */
  name?: string;
  query: Query;
  count: number;
}

/** One line of a portrait: so many of those of whom it is known, here and among everyone. */
export interface PortraitLine {
  /** A value, the id of a tag, or a word of the product. */
  what: string;
  count: number;
  share: number;
  /** Wilson, 95 %. */
  low: number;
  high: number;
  everyone: number;
}

export interface PortraitPart {
  part: 'age' | 'job' | 'place' | 'buying' | 'interests' | 'needs';
  /** Of how many members it is known. */
  known: number;
  lines: PortraitLine[];
}

export interface Portrait {
  n: number;
  of: number;
  parts: PortraitPart[];
  names: Names;
}

/** Groups of contacts that are alike. */
export interface ClusterView {
  /** Contacts that were compared, of so many. */
  n: number;
  of: number;
  /** Mean silhouette, -1 to 1; null: there are too few, or all are alike. */
  silhouette: number | null;
  clusters: ClusterRule[];
}
