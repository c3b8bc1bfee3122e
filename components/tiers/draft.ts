import type { Tier } from '@/lib/crm/tiers';

/** A level as it is being changed. */
export interface TierDraft {
  id: string;
  name: string;
  /** '' until one is chosen. */
  segmentId: string;
  cadenceDays: number | undefined;
  minutes: number | undefined;
}

export function newDraft(): TierDraft {
  return { id: crypto.randomUUID(), name: '', segmentId: '', cadenceDays: undefined, minutes: undefined };
}

export function draftOf({ id, name, segmentId, cadenceDays, minutes }: Tier): TierDraft {
  return { id, name, segmentId, cadenceDays, minutes };
}

/** The levels as they are stored; null while one of them lacks its name or its segment. */
export function tiersOf(drafts: readonly TierDraft[]): Tier[] | null {
  const tiers = drafts.map(({ id, name, segmentId, cadenceDays, minutes }) => ({
    id,
    name: name.trim(),
    segmentId,
    ...(cadenceDays === undefined ? {} : { cadenceDays }),
    ...(minutes === undefined ? {} : { minutes }),
  }));
  return tiers.every(({ name, segmentId }) => name !== '' && segmentId !== '') ? tiers : null;
}

/** The list with one of its entries a place further up or down. */
export function shifted<T>(list: readonly T[], at: number, by: -1 | 1): T[] {
  const next = [...list];
  const [one] = next.splice(at, 1);
  if (one !== undefined) next.splice(at + by, 0, one);
  return next;
}
