import { defineConfig, type UserWorkspaceConfig } from 'vitest/config';
import base from '../../../vitest.config.ts';
import { plant } from './plant.ts';

/** The unit tests over a product with a fault. */
export default defineConfig({
  test: {
    projects: ((base.test?.projects ?? []) as UserWorkspaceConfig[]).map((project) => ({
      ...project,
      plugins: [plant()],
    })),
  },
});
