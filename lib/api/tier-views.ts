/** Results about levels of customers. Types only, free of zod, JSON-safe. */
import type { Person } from './segment-views';

/** Why it cannot be told who belongs to a level: its segment is gone, of a newer version, asks for levels itself, or names what is gone. */
export type TierFault = 'gone' | 'newer' | 'ring' | 'unclear';

/** Levels as they would be: nothing is written. */
export interface TierPreview {
  /** False while lists are filled: it cannot be told yet. */
  ready: boolean;
  faults: Record<string, TierFault>;
  /** Contacts at each level, by its id. */
  counts: Record<string, number>;
  /** Contacts that would move. */
  moves: number;
  /** The first of them by name; '' stands for no level. */
  people: (Person & { from: string; to: string })[];
}

/** Where a contact stands among the levels, and how it came there. */
export interface TierView {
  /** '' for none any more. */
  name: string;
  since: number;
  /** Earlier moves, the last first; '' stands for no level. */
  before: { name: string; at: number }[];
}
