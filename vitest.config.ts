import { execFileSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { defineConfig } from 'vitest/config';

const alias = { '@': fileURLToPath(new URL('.', import.meta.url)) };

/** What random tests draw by: a number of the commit, so that whoever tests it again tests the same; see tests/support/seed.ts. */
function seed(): number {
  const { SIDELIGHT_SEED } = process.env;
  if (SIDELIGHT_SEED) return Number(SIDELIGHT_SEED);
  try {
    return Number.parseInt(execFileSync('git', ['rev-parse', '--short=7', 'HEAD'], { encoding: 'utf8' }), 16);
  } catch {
    return 1;
  }
}

const support = (name: string) => fileURLToPath(new URL(`tests/support/${name}.ts`, import.meta.url));
const project = (
  name: string,
  include: string[],
  environment: 'node' | 'happy-dom',
  { setupFiles = [], isShared = false }: { setupFiles?: string[]; isShared?: boolean } = {},
) => ({
  resolve: { alias },
  // For machines that do other work beside: what fails, fails later; what passes takes no longer.
  test: {
    name,
    include,
    environment,
    isolate: !isShared,
    setupFiles: [support('seed'), ...setupFiles],
    // One after the other: what one of them brings is there for the next.
    sequence: { setupFiles: 'list' as const },
    testTimeout: 30_000,
    hookTimeout: 30_000,
  },
});

export default defineConfig({
  test: {
    provide: { seed: seed() },
    // Not one less, as it is by default: of two cores that leaves one.
    maxWorkers: '100%',
    projects: [
      // Files of `unit` and `sites` share a process for each core, for to load all modules (and to make a document) costs more than most of
      // them do.
      project('unit', ['tests/unit/**/*.test.ts', 'tests/migrations/**/*.test.ts'], 'node', {
        setupFiles: [support('no-stores'), support('shared-process')],
        isShared: true,
      }),
      project('components', ['tests/components/**/*.test.tsx'], 'happy-dom', {
        setupFiles: ['tests/components/ui/popover.ts', 'tests/components/patience.ts'],
      }),
      project('sites', ['tests/sites/**/*.test.ts'], 'happy-dom', {
        setupFiles: [support('shared-process')],
        isShared: true,
      }),
      project('cluster', ['tests/cluster/**/*.test.ts'], 'node'),
      project('architecture', ['tests/*.test.ts'], 'node'),
    ],
  },
});
