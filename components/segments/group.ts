import type { Query } from '@/lib/crm/segments';

/** An id that stands for "not chosen yet". */
export const UNCHOSEN = '00000000-0000-4000-8000-000000000000';

export type Join = 'all' | 'any' | 'none';

/** A group of conditions as the builder draws it. */
export interface Group {
  join: Join;
  parts: Query[];
}

/** A part as a group; null for a single condition. What is turned round is a group of which nothing holds. */
export function groupOf(query: Query): Group | null {
  if ('all' in query) return { join: 'all', parts: query.all };
  if ('any' in query) return { join: 'any', parts: query.any };
  if ('not' in query) return { join: 'none', parts: 'any' in query.not ? query.not.any : [query.not] };
  return null;
}

/** A whole query as the outermost group. */
export function rootGroup(query: Query): Group {
  return groupOf(query) ?? { join: 'all', parts: [query] };
}

/** What the group asks. One without conditions asks nothing, however it is joined. */
export function queryOfGroup({ join, parts }: Group): Query {
  if (join === 'none') return { not: { any: parts } };
  return join === 'all' ? { all: parts } : { any: parts };
}

/** The query as it is asked: groups in which nothing is asked yet, and conditions that want nothing yet, are left out. */
export function askedQuery(query: Query): Query {
  return askedPart(query) ?? { all: [] };
}

/** What a part asks; null: nothing yet, so that a group of such conditions is not taken for everybody. */
function askedPart(query: Query): Query | null {
  const group = groupOf(query);
  if (!group) return isUnfinished(query) ? null : query;
  const parts = group.parts.flatMap((part) => askedPart(part) ?? []);
  return parts.length === 0 ? null : queryOfGroup({ ...group, parts });
}

/** Whether something in a part is still to be said: such a query is asked without it, and not saved. */
export function isIncomplete(query: Query): boolean {
  const group = groupOf(query);
  if (!group) return isUnfinished(query);
  return group.parts.length === 0 || group.parts.some(isIncomplete);
}

/** A value that is to be chosen or typed, or a span or range without an end, is still to be said. */
export function isUnfinished(query: Query): boolean {
  if (!('ask' in query)) return false;
  switch (query.ask) {
    case 'tag':
      return query.tagId === UNCHOSEN;
    case 'company':
      return query.companyId === UNCHOSEN;
    case 'segment':
      return query.segmentId === UNCHOSEN;
    case 'fact':
    case 'point':
      if (query.has === 'range') return isOpen(query.range ?? {});
      return query.has !== 'empty' && query.has !== 'filled' && !query.value?.trim();
    case 'added':
    case 'date':
      return isOpen(query.within);
    case 'count':
      return isOpen(query.times);
    case 'spend':
      return isOpen(query.amount);
    default:
      return false;
  }
}

const isOpen = (span: object): boolean => Object.values(span).every((end) => end === undefined);
