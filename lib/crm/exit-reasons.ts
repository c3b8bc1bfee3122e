/** Why somebody was lost, in codes that can be counted; the words beside a code are the user's own. Free of zod: views import it. */
export const EXIT_REASONS = ['price', 'competitor', 'need', 'service', 'silent', 'other'] as const;
export type ExitReason = (typeof EXIT_REASONS)[number];
