/** How long something stood, and whether it has ended. */
export interface Spell {
  length: number;
  ended: boolean;
}

/**
 * Median length of spells some of which are not over: the first at which the Kaplan-Meier estimate (1958) of those still standing is at most one half.
 * @returns null where fewer than half have ended by any length
 */
export function medianSpell(spells: readonly Spell[]): number | null {
  const lengths = [...new Set(spells.flatMap(({ length, ended }) => (ended ? [length] : [])))].sort(
    (a, b) => a - b,
  );
  let standing = 1;
  for (const length of lengths) {
    const atRisk = spells.filter((one) => one.length >= length).length;
    const ends = spells.filter((one) => one.ended && one.length === length).length;
    standing *= 1 - ends / atRisk;
    if (standing <= 0.5 + 1e-12) return length;
  }
  return null;
}
