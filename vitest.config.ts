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
  test: { name, include, environment, setupFiles },
});

export default defineConfig({
  test: {
    projects: [
      project('unit', ['tests/unit/**/*.test.ts', 'tests/migrations/**/*.test.ts'], 'node'),
      project('components', ['tests/components/**/*.test.tsx'], 'happy-dom', [
        'tests/components/ui/popover.ts',
      ]),
      project('sites', ['tests/sites/**/*.test.ts'], 'happy-dom'),
      project('cluster', ['tests/cluster/**/*.test.ts'], 'node'),
      project('architecture', ['tests/*.test.ts'], 'node'),
    ],
  },
});
