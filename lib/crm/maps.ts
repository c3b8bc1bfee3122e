/** Fields that are maps: a change names the key inside them, not the whole map. Free of zod: every start of the worker reads it. */

export const CONTACT_MAPS = [
  'facts',
  'points',
  'tags',
  'dates',
  'consents',
  'snoozes',
  'needs',
  'greeted',
  'tiers',
  'kept',
  'distinctFrom',
] as const;

export const COMPANY_MAPS = ['facts', 'points', 'tags'] as const;
