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

/** The query as it is asked: groups in which nothing stands yet, and conditions that name nothing yet, are left out. */
export function askedQuery(query: Query): Query {
  const group = groupOf(query);
  if (!group) return query;
  const parts = group.parts.flatMap((part) =>
    isEmpty(part) || isUnfinished(part) ? [] : [askedQuery(part)],
  );
  return parts.length === 0 ? { all: [] } : queryOfGroup({ ...group, parts });
}

function isUnfinished(query: Query): boolean {
  if (!('ask' in query)) return false;
  if (query.ask === 'tag') return query.tagId === UNCHOSEN;
  if (query.ask === 'company') return query.companyId === UNCHOSEN;
  if (query.ask === 'segment') return query.segmentId === UNCHOSEN;
  const wantsValue =
    query.ask === 'fact' && (query.has === 'is' || query.has === 'isNot' || query.has === 'contains');
  return wantsValue && !query.value?.trim();
}

function isEmpty(query: Query): boolean {
  const group = groupOf(query);
  return group?.parts.every(isEmpty) === true;
}
