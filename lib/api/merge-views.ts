/** Results about contacts that may be one, and about merging them. Types only, free of zod, JSON-safe. */
import type { PointKind } from '@/lib/crm/contacts';
import type { DateView, FactView, PointView } from './views';

/** Why contacts are taken for one: a point that they share, another program's name for them, their name and company, or their name alone. */
export interface DuplicateReason {
  by: PointKind | 'external' | 'name' | 'namesake';
  value: string;
}

/** One of several contacts that may be one. */
export interface DuplicateContact {
  id: string;
  name: string;
  title: string | null;
  company: string | null;
  address: string | null;
  phone: string | null;
  addedAt: number;
  /** Rows of the time line. */
  activities: number;
  lastAt: number | null;
  /** Values of every kind: how much is known. */
  values: number;
}

export interface DuplicateGroup {
  /** Stable while its contacts are the same. */
  key: string;
  /** The one that is proposed to stay stands first: of whom most is known, and of equals who was added first. */
  contacts: DuplicateContact[];
  why: DuplicateReason[];
  /** All of them may be one, without a look: no two contradict each other. */
  clear: boolean;
}

/** One value of a row in which contacts contradict each other. */
export interface MergeValue {
  /** Contact, fact or date by which it is chosen; of `kind` the word itself. */
  id: string;
  /** As stored; null for a date. */
  text: string | null;
  date: DateView | null;
  /** Whose it is. */
  contactIds: string[];
  /** When it was got, epoch ms. */
  at: number;
}

export interface MergeRow {
  kind: 'name' | 'kind' | 'fact' | 'date';
  /** Field of the fact, kind of the date. */
  field: string;
  values: MergeValue[];
  /** The value that is proposed; null: all of them hold beside each other. */
  proposed: string | null;
}

/** What merging would come to. */
export interface MergeView {
  contacts: DuplicateContact[];
  rows: MergeRow[];
  result: {
    name: string;
    kind: 'work' | 'personal';
    facts: FactView[];
    points: PointView[];
    dates: DateView[];
    tags: string[];
    activities: number;
  };
}

/** A contact that was merged into the one shown. */
export interface MergedFrom {
  id: string;
  name: string;
  at: number;
}
