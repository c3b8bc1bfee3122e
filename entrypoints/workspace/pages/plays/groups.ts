import type { PlayRow } from '@/lib/api/advice-views';

const CARE = new Set(['silent', 'low_score', 'case_news', 'mood', 'trust', 'need_check', 'greeting']);
const TRADE = new Set([
  'arrived',
  'service',
  'warranty',
  'renewal',
  'referral',
  'next_product',
  'deal_stalls',
]);

export type PlayGroup = 'stages' | 'care' | 'trade' | 'own';

/** Plays as the page lists them; a group without any is left out. */
export function groupsOfPlays(plays: readonly PlayRow[]): { name: PlayGroup; rows: PlayRow[] }[] {
  const groupOf = ({ id, isOwn }: PlayRow): PlayGroup =>
    isOwn ? 'own' : CARE.has(id) ? 'care' : TRADE.has(id) ? 'trade' : 'stages';
  return (['own', 'stages', 'care', 'trade'] as const)
    .map((name) => ({ name, rows: plays.filter((play) => groupOf(play) === name) }))
    .filter(({ rows }) => rows.length > 0);
}
