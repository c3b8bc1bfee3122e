import type { MergeChoices } from '@/lib/crm/contacts';
import { batch, type Progress } from './batch';
import { loadChains, standing } from './chains';
import { StoreError } from './errors';
import { NO_CHOICES, takeIn } from './merge-values';
import type { Context, Work } from './work';

/** One merge of several that are one: who stays, who goes into them, and what was chosen of what they say against each other. */
export interface MergeGroup {
  into: string;
  from: string[];
  choices?: MergeChoices | undefined;
}

/** Groups of one transaction: each is a few rows, and what hangs on them is counted anew. */
const SIZE = 100;

/**
 * Merges the contacts of each group into one. Nothing of theirs is moved or lost: their time line, tasks and answers stay with them
 * and are read with those of the one that stays. `count` is how many contacts went into another.
 * @throws StoreError `missing` when of a single group somebody is gone
 */
export function mergeContacts(
  ctx: Context & Progress,
  { groups }: { groups: MergeGroup[] },
): Promise<{ count: number }> {
  return batch(ctx, {
    items: groups,
    size: SIZE,
    start: { count: 0 },
    run: async (work, part, { count }) => {
      await loadChains(
        work,
        part.flatMap(({ into, from }) => [into, ...from]),
      );
      const merged = part.map((group) => mergeGroup(work, group, groups.length === 1));
      return { count: merged.reduce((sum, one) => sum + one, count) };
    },
  });
}

function mergeGroup(work: Work, { into, from, choices }: MergeGroup, strict: boolean): number {
  const stays = standing(work, into);
  const goes = from.map((id) => standing(work, id));
  if (strict && (!stays || goes.some((one) => !one))) {
    throw new StoreError('missing', 'One of these contacts does not exist any more.');
  }
  let count = 0;
  for (const one of goes) {
    if (!stays || !one || one.id === stays.id || one.mergedInto) continue;
    // Choices are among the values of all: those of one that comes later are marked when it has come.
    const order = `${work.clock}.${String(count).padStart(3, '0')}`;
    takeIn(stays, one, { at: work.now, order, choices: choices ?? NO_CHOICES });
    count += 1;
  }
  return count;
}
