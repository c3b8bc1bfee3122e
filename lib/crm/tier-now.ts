import type { TierMove } from './tiers';

/** Moves of a contact between levels, the last first. */
export function tierMoves(tiers: Record<string, TierMove> | undefined): (TierMove & { id: string })[] {
  return Object.entries(tiers ?? {})
    .map(([id, move]) => ({ ...move, id }))
    .sort((a, b) => b.at - a.at || (a.id < b.id ? 1 : -1));
}

/** The move that brought a contact to where it stands; null for one that never was at any level. */
export function lastMove(tiers: Record<string, TierMove> | undefined): (TierMove & { id: string }) | null {
  return tierMoves(tiers)[0] ?? null;
}
