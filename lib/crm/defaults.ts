import type { PipelineStage } from './deals';
import type { DeviceSettings, Settings } from './settings';

/** What holds where the user set nothing. Free of zod: every start of the worker reads it. */

export const DEFAULT_SETTINGS: Settings = {
  purpose: 'sales',
  ownPoints: [],
  neverLog: [],
  autologOrigins: [],
  baseCurrency: 'EUR',
  region: null,
};

export const DEFAULT_DEVICE: DeviceSettings = {
  language: 'auto',
  theme: 'auto',
  welcomed: false,
  columns: null,
  lastBackupAt: null,
  changesSinceBackup: 0,
  backupSnoozedUntil: null,
  ownSeen: {},
};

export const DEFAULT_PIPELINE: readonly PipelineStage[] = [
  { id: 'lead', name: '', chance: 0.1 },
  { id: 'qualified', name: '', chance: 0.25 },
  { id: 'proposal', name: '', chance: 0.5 },
  { id: 'negotiation', name: '', chance: 0.75 },
];
