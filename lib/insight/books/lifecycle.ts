import { CHOICE_MEASURES } from '@/lib/crm/measure-names';
import type { Stage } from '../rhythm/stage';
import { medianSpell, type Spell } from './dwell';

/** In the order in which a relationship goes through them. */
const STAGES = CHOICE_MEASURES.stage;

/** What is to be done with somebody: to be gained, to be kept, loyal; who left is none of them. */
export const PHASES = {
  exploration: 'gain',
  growth: 'keep',
  decline: 'keep',
  maturity: 'loyalty',
  exit: 'left',
} as const satisfies Record<Stage, string>;
export type Phase = (typeof PHASES)[Stage];

/** From one month to the next: who stood in one stage at the end of a month, and in one at the end of the next. */
export interface Step {
  from: Stage;
  to: Stage;
  count: number;
}

/**
 * Steps of everybody from month to month, all months together.
 * @param people stage at the end of each month, the earliest first; null before there was one
 */
export function stageSteps(people: readonly (readonly (Stage | null)[])[]): Step[] {
  const counts = new Float64Array(STAGES.length ** 2);
  for (const stages of people) {
    for (let at = 1; at < stages.length; at++) {
      const [from, to] = [stages[at - 1], stages[at]];
      // Told by numbers: of a hundred thousand contacts a name for each step would take longer than all else.
      if (from && to) counts[STAGES.indexOf(from) * STAGES.length + STAGES.indexOf(to)]! += 1;
    }
  }
  return STAGES.flatMap((from, row) =>
    STAGES.map((to, column) => ({ from, to, count: counts[row * STAGES.length + column]! })),
  );
}

/**
 * Median months in a stage, of spells whose beginning was seen; those that last count as lasting (Kaplan & Meier 1958).
 * @returns `n` spells; `months` null where fewer than half have ended
 */
export function dwellOf(
  people: readonly (readonly (Stage | null)[])[],
  stage: Stage,
): { months: number | null; n: number } {
  const spells: Spell[] = [];
  for (const stages of people) addSpells(spells, stages, stage);
  return { months: medianSpell(spells), n: spells.length };
}

function addSpells(spells: Spell[], stages: readonly (Stage | null)[], stage: Stage): void {
  // What stood already when the look began is longer than can be seen.
  let since = -1;
  for (let at = 1; at < stages.length; at++) {
    const [before, now] = [stages[at - 1] ?? null, stages[at] ?? null];
    if (now === stage && before !== stage) since = at;
    if (now !== stage && before === stage && since >= 0) {
      spells.push({ length: at - since, ended: true });
      since = -1;
    }
  }
  if (since >= 0) spells.push({ length: stages.length - since, ended: false });
}
