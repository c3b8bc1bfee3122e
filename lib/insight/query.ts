import type { Clause, Query } from '@/lib/crm/segments';
import { CLAUSES, type Found, namesWhatIs } from './query-clauses';
import { allOf, anyOf, isRing, notOf, partOf, type Truth, wholeQuery } from './query-parts';
import type { Frame, Subject } from './query-subject';

/** What a part of a query came to for one contact. */
export interface Why {
  /** Null: it cannot be told, as this version does not know what is asked, or a segment is gone or asks for itself. */
  holds: Truth;
  /** The clause; absent for a group. */
  clause?: Clause;
  /** What stood there. */
  found?: Found;
  group?: 'all' | 'any' | 'not';
  /** The parts of a group; of a clause that names a segment, the query of that segment. */
  parts?: Why[];
}

export interface Explained {
  /** Whether the contact is found. What cannot be told finds nobody. */
  holds: boolean;
  why: Why;
}

/** Both ways of asking know the same clauses. */
const ASKS = { ...CLAUSES, segment: true };

/**
 * Asks a query of one contact with its rows at hand, and says of each clause whether it holds and what was found. A query that does
 * not ask for the kind finds work contacts only.
 */
export function explain(query: Query, subject: Subject, frame: Frame): Explained {
  const why = ask(wholeQuery(query), { subject, frame, known: new Map() });
  return { holds: why.holds === true, why };
}

interface Asking {
  subject: Subject;
  frame: Frame;
  /** What segments came to that were asked already: a query may name one through many others. */
  known: Map<string, Why>;
}

function ask(query: Query, asking: Asking): Why {
  const part = partOf(query, ASKS);
  if (part.is === 'unknown') return { holds: null };
  if (part.is === 'clause') return askClause(part.clause, asking);
  const parts = part.parts.map((one) => ask(one, asking));
  const truths = parts.map(({ holds }) => holds);
  const holds =
    part.is === 'all' ? allOf(truths) : part.is === 'any' ? anyOf(truths) : notOf(truths[0] ?? null);
  return { holds, group: part.is, parts };
}

type Answers = (clause: Clause, subject: Subject, frame: Frame) => { holds: boolean; found: Found };

function askClause(clause: Clause, asking: Asking): Why {
  if (clause.ask === 'segment') return askSegment(clause, asking);
  if (!namesWhatIs(clause, asking.frame)) return { clause, holds: null };
  // Which of the functions belongs to the clause is said by its key, which the type cannot follow.
  const answer = CLAUSES[clause.ask] as Answers;
  return { clause, ...answer(clause, asking.subject, asking.frame) };
}

function askSegment(clause: Extract<Clause, { ask: 'segment' }>, asking: Asking): Why {
  const { segmentId, has } = clause;
  const { frame, known } = asking;
  const query = frame.segment(segmentId);
  if (!query || isRing(segmentId, query, frame.segment)) return { clause, holds: null };
  const inner = known.get(segmentId) ?? ask(wholeQuery(query), asking);
  known.set(segmentId, inner);
  return { clause, holds: has ? inner.holds : notOf(inner.holds), parts: [inner] };
}
