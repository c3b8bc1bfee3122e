import { gzipSync } from 'node:zlib';
import { runnerImport } from 'vite';
import { ROOT } from '../support/build.ts';
import type { Figure } from './figures.ts';

/** What travels to a page of each site: the recipes that may claim it, as they are sent. */
export async function recipes(): Promise<Figure[]> {
  const load = async <T>(path: string) =>
    (
      await runnerImport<T>(path, {
        root: ROOT,
        configFile: false,
        logLevel: 'silent',
        resolve: { alias: { '@': ROOT.replace(/[\\/]$/, '') } },
      })
    ).module;
  const { RECIPES } = await load<typeof import('../../lib/sites/recipes/index.ts')>(
    '/lib/sites/recipes/index.ts',
  );
  const { recipesOf } = await load<typeof import('../../lib/sites/match.ts')>('/lib/sites/match.ts');
  const hosts = RECIPES.map(({ hosts: [host = ''] }) => host.replace('*.', '')).filter(
    (host) => host !== '*',
  );
  return [...hosts, 'any.host.example'].map((host) => ({
    name: `Recipes that travel to ${host}`,
    value: gzipSync(JSON.stringify(recipesOf(host, RECIPES)), { level: 9 }).length,
    unit: 'bytes',
    method: 'gzip -9 of the answer to tab.recipes',
  }));
}
