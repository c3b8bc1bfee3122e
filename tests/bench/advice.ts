import { bundled } from './bundled.ts';
import type { Figure } from './figures.ts';

const WORLD = { users: 60, actions: 12, decisions: 300 };
const WAYS = { plays: 'plays alone', engine: 'engine', thompson: 'Beta Thompson sampling' } as const;
/** What the design's own simulation gave, in another made-up world. */
const DESIGNED: Record<string, number> = { good: 4.8, mediocre: 15.2, bad: 24.8 };

/** What is lost against always choosing the best, with plays that know much, something or nothing. */
export async function advice(): Promise<Figure[]> {
  const { regrets } = await bundled<typeof import('../support/advice-world.ts')>(
    'tests/support/advice-world.ts',
  );
  return (['good', 'mediocre', 'bad'] as const).flatMap((plays) => {
    const lost = regrets({ ...WORLD, plays });
    return (Object.keys(WAYS) as (keyof typeof WAYS)[]).map((way) => ({
      name: `Regret with ${plays} plays, ${WAYS[way]}`,
      value: lost[way],
      unit: 'chances' as const,
      method: `${WORLD.users} users, ${WORLD.actions} actions, ${WORLD.decisions} decisions${way === 'engine' ? `; ${DESIGNED[plays]} in the design` : ''}`,
    }));
  });
}
