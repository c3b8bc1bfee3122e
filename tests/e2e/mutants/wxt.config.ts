import { defineConfig } from 'wxt';
import base from '../../../wxt.config.ts';
import { plant } from './plant.ts';

/** The extension with a fault. */
export default defineConfig({
  ...base,
  vite: async (env) => ({ ...(await base.vite?.(env)), plugins: [plant()] }),
});
