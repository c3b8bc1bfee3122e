import { sentence } from '@/components/advice/words';
import type { WhyReason } from '@/lib/api/advice-views';
import { type Key, t } from '@/lib/i18n';
import { number, share } from '@/lib/i18n/format';

/** What the engine weighs, by name. */
const NAMES = {
  overdue: 'advising.overdue',
  strength: 'advising.strength',
  returns: 'advising.returns',
  loyalty: 'advising.loyalty',
  mood: 'advising.mood',
  score: 'advising.score',
  value: 'advising.value',
  familiar: 'advising.familiar',
  cases: 'advising.cases',
  deals: 'advising.deals',
  broken: 'advising.broken',
  learned: 'advising.learned',
} as const satisfies Record<string, Key>;

export function featureName(name: string): string {
  return name in NAMES ? t(NAMES[name as keyof typeof NAMES]) : name;
}

const GRADES = {
  high: 'advising.grade_high',
  middle: 'advising.grade_middle',
  low: 'advising.grade_low',
  none: 'advising.grade_none',
} as const satisfies Record<string, Key>;

/** "Late by own rhythm: 93%": a reason with the contact's own figure. */
export function reasonWords({ name, value }: WhyReason): string {
  const figure = figureText(name, value);
  return figure === null ? featureName(name) : t('advising.with_figure', { name: featureName(name), figure });
}

function figureText(name: string, value: WhyReason['value']): string | null {
  if (typeof value === 'string' && value in GRADES) return t(GRADES[value as keyof typeof GRADES]);
  if (typeof value !== 'number') return null;
  if (name === 'overdue' || name === 'returns') return share(value);
  if (name === 'strength' || name === 'loyalty') return t('advising.of_hundred', { n: Math.round(value) });
  if (name === 'score') return t('advising.of_ten', { n: value });
  return number(Math.round(value));
}

const BARS = {
  off: 'advising.bar_off',
  doNotContact: 'advising.bar_doNotContact',
  imported: 'advising.bar_imported',
  consent: 'advising.bar_consent',
  unreachable: 'advising.bar_unreachable',
  never: 'advising.bar_never',
  later: 'advising.bar_later',
  cooling: 'advising.bar_cooling',
  cap: 'advising.bar_cap',
  control: 'advising.bar_control',
  duty: 'advising.bar_duty',
  lower: 'advising.bar_lower',
} as const satisfies Record<string, Key>;

/** Why something is not suggested. */
export function barWords(why: string): string {
  return why in BARS ? t(BARS[why as keyof typeof BARS]) : why;
}

/** A draft as text. */
export const draftText = sentence;

/** Two digits: enough to follow the product. */
export const factorText = (factor: number) => factor.toFixed(2);
