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
  const byLength = new Map<number, { all: number; ended: number }>();
  for (const { length, ended } of spells) {
    const own = byLength.get(length) ?? { all: 0, ended: 0 };
    own.all += 1;
    if (ended) own.ended += 1;
    byLength.set(length, own);
  }
  let [standing, atRisk] = [1, spells.length];
  for (const [length, { all, ended }] of [...byLength].sort(([a], [b]) => a - b)) {
    standing *= 1 - ended / atRisk;
    if (ended > 0 && standing <= 0.5 + 1e-12) return length;
    atRisk -= all;
  }
  return null;
}
