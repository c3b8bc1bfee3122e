/** Kinds of activities, in the order in which they are offered. Free of zod, so that views may import it. */
export const ACTIVITY_TYPES = [
  'mail',
  'call',
  'meeting',
  'message',
  'purchase',
  'promise',
  'visit',
  'note',
  'survey',
  'case',
  'mood',
  'gift',
] as const;
