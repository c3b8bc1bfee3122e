/** What search is shown as. Types only, free of zod, JSON-safe. */

/** Something found: a contact by whatever is about it, or a record that stands for itself. */
export interface SearchHit {
  kind: 'contact' | 'company' | 'tag' | 'task' | 'case' | 'response' | 'deal';
  id: string;
  name: string;
  /** Parts of the name that were found, from unit to unit. */
  nameSpans: [number, number][];
  /** What tells it from others of the same name. */
  hint: string | null;
  /** Where it was found, when not all stands in the name. */
  found: {
    /** The sentence, and the parts of it that were found. */
    text: string;
    spans: [number, number][];
    /** The row that says so. */
    table: string;
    id: string;
    field: string;
    /** Of an activity. */
    type: string | null;
    /** Epoch ms of what happened; null for a value. */
    at: number | null;
  } | null;
}

export interface SearchResult {
  hits: SearchHit[];
  /** All that there are. */
  total: number;
  /** Rows that are in the index, while it is still made: there may be more to find. */
  making: { done: number; total: number } | null;
}
