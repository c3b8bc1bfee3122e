import type { PageContext, PageKind } from '@/lib/sites/page-context';
import type { FrameRecord, TabRecord } from './tab-records';

/** What the user looks at first: an open message outranks the list beside it, a draft stands over nothing but a list. */
const RANK: Record<PageKind, number> = { message: 6, profile: 5, compose: 4, post: 3, list: 2, none: 0 };

export interface Current {
  frameId: number;
  frame: FrameRecord;
  context: PageContext;
}

/** The context of a tab that its panel speaks of: the highest rank over all its documents, the youngest among equals. */
export function currentContext(record: TabRecord | null): Current | null {
  let best: Current | null = null;
  for (const [id, frame] of Object.entries(record?.frames ?? {})) {
    for (const context of frame.contexts) {
      const candidate = { frameId: Number(id), frame, context };
      if (!best || outranks(candidate, best)) best = candidate;
    }
  }
  return best;
}

function outranks(a: Current, b: Current): boolean {
  const by = RANK[a.context.kind] - RANK[b.context.kind];
  return by !== 0 ? by > 0 : a.frame !== b.frame && a.frame.at > b.frame.at;
}
