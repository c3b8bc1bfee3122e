import path from 'node:path';
import { build } from 'vite';
import { ROOT } from '../support/build.ts';
import type { Figure } from './figures.ts';

const WORLD = { users: 60, actions: 12, decisions: 300 };
const WAYS = { plays: 'plays alone', engine: 'engine', thompson: 'Beta Thompson sampling' } as const;
/** What the design's own simulation gave, in another made-up world. */
const DESIGNED: Record<string, number> = { good: 4.8, mediocre: 15.2, bad: 24.8 };

/** What is lost against always choosing the best, with plays that know much, something or nothing. */
export async function advice(): Promise<Figure[]> {
  const { regrets } = await world();
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

/** The product's own engine, bundled: its imports are by alias. */
async function world(): Promise<typeof import('../support/advice-world.ts')> {
  const built = await build({
    root: ROOT,
    configFile: false,
    logLevel: 'error',
    resolve: { alias: { '@': ROOT } },
    build: {
      write: false,
      minify: false,
      lib: { entry: path.join(ROOT, 'tests/support/advice-world.ts'), formats: ['es'] },
    },
  });
  const [result] = Array.isArray(built) ? built : [built];
  if (!result || !('output' in result)) throw new Error('The engine was not bundled.');
  const code = Buffer.from(result.output[0].code).toString('base64');
  return import(`data:text/javascript;base64,${code}`);
}
