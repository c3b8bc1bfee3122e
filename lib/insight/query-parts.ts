import type { Clause, Query } from '@/lib/crm/segments';

/** What a query is made of: rules that both ways of asking it share. */

export type Ask = Clause['ask'];

/** A clause, a group, or something that this version does not know. */
export type Part =
  | { is: 'clause'; clause: Clause }
  | { is: 'all' | 'any' | 'not'; parts: Query[] }
  | { is: 'unknown' };

/** @param asks kinds of clauses that whoever asks can answer */
export function partOf(query: Query, asks: { [A in Ask]: unknown }): Part {
  if ('all' in query && Array.isArray(query.all)) return { is: 'all', parts: query.all };
  if ('any' in query && Array.isArray(query.any)) return { is: 'any', parts: query.any };
  if ('not' in query && typeof query.not === 'object') return { is: 'not', parts: [query.not] };
  if ('ask' in query && Object.hasOwn(asks, query.ask)) return { is: 'clause', clause: query };
  return { is: 'unknown' };
}

/** Every clause of a query, in its order. Those of segments that it names are not among them. */
export function clausesOf(query: Query): Clause[] {
  if ('all' in query) return query.all.flatMap(clausesOf);
  if ('any' in query) return query.any.flatMap(clausesOf);
  if ('not' in query) return clausesOf(query.not);
  return [query];
}

const WORK: Clause = { ask: 'kind', is: 'work' };

/** A personal contact stays out of segments unless the query says otherwise: one that does not ask for the kind means work. */
export function wholeQuery(query: Query): Query {
  return clausesOf(query).some(({ ask }) => ask === 'kind') ? query : { all: [WORK, query] };
}

/** Ids of the segments that a query names itself. */
export function segmentsIn(query: Query): string[] {
  return [
    ...new Set(clausesOf(query).flatMap((clause) => (clause.ask === 'segment' ? [clause.segmentId] : []))),
  ];
}

/** Whether a segment with this query would, through others, ask for itself. */
export function isRing(id: string, query: Query, queryOf: (id: string) => Query | undefined): boolean {
  const seen = new Set<string>();
  for (let frontier = segmentsIn(query); frontier.length > 0; ) {
    if (frontier.includes(id)) return true;
    for (const one of frontier) seen.add(one);
    const next = frontier.flatMap((one) => {
      const found = queryOf(one);
      return found ? segmentsIn(found) : [];
    });
    frontier = [...new Set(next)].filter((one) => !seen.has(one));
  }
  return false;
}

/**
 * Holds, does not hold, or cannot be told (null). What cannot be told stays so when it is turned round: a query that this version
 * does not understand finds nobody, and not everybody.
 */
export type Truth = boolean | null;

export function allOf(parts: readonly Truth[]): Truth {
  if (parts.includes(false)) return false;
  return parts.includes(null) ? null : true;
}

export function anyOf(parts: readonly Truth[]): Truth {
  if (parts.includes(true)) return true;
  return parts.includes(null) ? null : false;
}

export function notOf(part: Truth): Truth {
  return part === null ? null : !part;
}
