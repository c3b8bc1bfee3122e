import { DEFAULT_SETTINGS } from '@/lib/crm/defaults';
import type { SettingsBody } from './database';

export const SETTINGS_ID = 'settings';
const SETTINGS_SCHEMA = 1;

/** The settings before anything was set: a row that is not stored yet has the clock ''. */
export function defaultSettings(): SettingsBody {
  const settings = structuredClone(DEFAULT_SETTINGS);
  return { ...settings, id: SETTINGS_ID, schema: SETTINGS_SCHEMA, clock: '', deletedAt: null };
}
