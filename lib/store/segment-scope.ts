import type { Database } from './database';
import type { Scope } from './results-scope';
import type { When } from './segment-frame';
import { idsInSegment } from './segment-members';

/** The scope with whom its segment holds, where it names one: found before the answers are read, for that takes a transaction of its own. */
export async function withMembers<S extends Scope & { segmentId?: string | undefined }>(
  db: Database,
  scope: S,
  when: When,
): Promise<S> {
  return scope.segmentId ? { ...scope, among: await idsInSegment(db, scope.segmentId, when) } : scope;
}
