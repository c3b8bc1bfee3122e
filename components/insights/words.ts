import type { Currency, Missing } from '@/lib/api/insights-views';
import { decimalsOf } from '@/lib/crm/currency';
import { type Key, t } from '@/lib/i18n';
import { money, moneyRange, monthYear, number, share, shortDate } from '@/lib/i18n/format';
import type { Interval } from '@/lib/insight/satisfaction';
import type { RfmGroup } from '@/lib/insight/value/rfm';

const GROUPS = {
  champions: 'insights.rfm_champions',
  loyal: 'insights.rfm_loyal',
  potential: 'insights.rfm_potential',
  new: 'insights.rfm_new',
  promising: 'insights.rfm_promising',
  attention: 'insights.rfm_attention',
  fading: 'insights.rfm_fading',
  risk: 'insights.rfm_risk',
  vital: 'insights.rfm_vital',
  lost: 'insights.rfm_lost',
  other: 'insights.rfm_rest',
} as const satisfies Record<RfmGroup, Key>;

/** The name of a group of scores. */
export function groupWords(group: RfmGroup): string {
  return Object.hasOwn(GROUPS, group) ? t(GROUPS[group]) : '';
}

const MISSING = {
  customers: 'insights.needs_customers',
  repeaters: 'insights.needs_repeaters',
  model: 'insights.needs_model',
  known: 'insights.needs_known',
  months: 'insights.needs_months',
  contacts: 'insights.needs_contacts',
  staged: 'insights.needs_staged',
  rhythms: 'insights.needs_rhythms',
  gaps: 'insights.needs_gaps',
  opportunities: 'insights.needs_opportunities',
  exits: 'insights.needs_exits',
  followed: 'insights.needs_followed',
  score: 'insights.needs_score',
  drivers: 'insights.needs_drivers',
  cases: 'insights.needs_cases',
  variation: 'insights.needs_variation',
  relation: 'insights.needs_relation',
  dimensions: 'insights.needs_dimensions',
  groups: 'insights.needs_groups',
  comments: 'insights.needs_comments',
  asked: 'insights.needs_asked',
  waves: 'insights.needs_waves',
} as const satisfies Record<Missing['what'], Key>;

/** "Needs purchases of at least 30 customers; 12 have some." */
export function missingWords({ what, needs, has }: Missing): string {
  return t(MISSING[what], { needs: number(needs), has: tenth(has) });
}

/** "48%" of .48; with a tenth below ten per cent, where whole ones would hide too much. */
export function percent(value: number): string {
  return share(value, value > 0 && value < 0.1 ? 1 : 0);
}

/** "31 to 62%". */
export function percentRange({ low, high }: Interval): string {
  const whole = (value: number) => number(100 * value, { maximumFractionDigits: 0 });
  return t('insights.per_cent_range', { low: whole(low), high: whole(high) });
}

/** A number to the tenth. */
export function tenth(value: number): string {
  return number(value, { maximumFractionDigits: 1 });
}

/** An amount without its cents: sums of many. */
export function sum(minor: number, currency: string): string {
  return money(withoutCents(minor, currency), currency);
}

/** A span of such amounts. */
export function sumRange(low: number, high: number, currency: string): string {
  return moneyRange(withoutCents(low, currency), withoutCents(high, currency), currency);
}

function withoutCents(minor: number, currency: string): number {
  const unit = 10 ** decimalsOf(currency);
  return Math.round(minor / unit) * unit;
}

/** An amount as a bare number in major units, for a file. */
export function major(minor: number, currency: string): number {
  return Math.round(minor) / 10 ** decimalsOf(currency);
}

/** What was left out of sums, if anything was. */
export function rateWords({ withoutRate }: Currency): string[] {
  return withoutRate > 0 ? [t('insights.without_rate', { count: withoutRate })] : [];
}

/** Parts of the line below a section. */
export function note(...parts: string[]): string {
  return parts.join(' · ');
}

/** "Nov 2026" of `2026-11`. */
export function monthWords(month: string): string {
  const day = new Date(`${month}-15T12:00`);
  return Number.isNaN(day.getTime()) ? month : monthYear(day);
}

/** "22 Nov" so many days after a day, `YYYY-MM-DD`. */
export function dayWords(day: string): string {
  return shortDate(new Date(`${day}T12:00`), Date.now());
}
