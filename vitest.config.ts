import { fileURLToPath } from 'node:url';
import { defineConfig } from 'vitest/config';

const alias = { '@': fileURLToPath(new URL('.', import.meta.url)) };
const project = (name: string, include: string[], environment: 'node' | 'happy-dom') => ({
  resolve: { alias },
  test: { name, include, environment },
});

export default defineConfig({
  test: {
    projects: [
      project('unit', ['tests/unit/**/*.test.ts', 'tests/migrations/**/*.test.ts'], 'node'),
      project('components', ['tests/components/**/*.test.tsx'], 'happy-dom'),
      project('sites', ['tests/sites/**/*.test.ts'], 'happy-dom'),
      project('architecture', ['tests/*.test.ts'], 'node'),
    ],
  },
});
