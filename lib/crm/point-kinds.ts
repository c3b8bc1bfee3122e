/** Ways to reach somebody. Free of zod. */
export const POINT_KINDS = [
  'email',
  'phone',
  'handle',
  'url',
  'wechat',
  'whatsapp',
  'line',
  'qq',
  'postal',
] as const;
