import type { Schedule } from '@/lib/crm/schedules';

/** Asks everybody who agreed, by mail, every 90 days from the first of March 2026 on. */
export const EVERY_90_DAYS: Schedule = {
  on: true,
  audience: { by: 'agreed' },
  agreedOnly: true,
  rhythm: { kind: 'every', days: 90 },
  from: '2026-03-01',
  until: null,
  perDay: 3,
  channel: 'mail',
  holdout: 0,
  quotas: [],
};
