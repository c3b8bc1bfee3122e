import { fileURLToPath } from 'node:url';
import { defineConfig } from 'vitest/config';

const alias = { '@': fileURLToPath(new URL('.', import.meta.url)) };
const project = (
  name: string,
  include: string[],
  environment: 'node' | 'happy-dom',
  setupFiles: string[] = [],
) => ({
  resolve: { alias },
  // For machines that do other work beside: what fails, fails later; what passes takes no longer.
  test: { name, include, environment, setupFiles, testTimeout: 30_000, hookTimeout: 30_000 },
});

export default defineConfig({
  test: {
    projects: [
      project('unit', ['tests/unit/**/*.test.ts', 'tests/migrations/**/*.test.ts'], 'node'),
      project('components', ['tests/components/**/*.test.tsx'], 'happy-dom', [
        'tests/components/ui/popover.ts',
        'tests/components/patience.ts',
      ]),
      project('sites', ['tests/sites/**/*.test.ts'], 'happy-dom'),
      project('cluster', ['tests/cluster/**/*.test.ts'], 'node'),
      project('architecture', ['tests/*.test.ts'], 'node'),
    ],
  },
});
