import { momentOfDay } from '@/components/advice/words';
import type { NotToday, ScheduleRow } from '@/lib/api/schedule-views';
import type { Audience, Quota, Rhythm } from '@/lib/crm/schedules';
import { type Key, t } from '@/lib/i18n';
import { shortDate } from '@/lib/i18n/format';

const WHY = {
  later: 'schedules.why_later',
  asked: 'schedules.why_asked',
  enough: 'schedules.why_enough',
  noTurn: 'schedules.why_noTurn',
  notAgreed: 'schedules.why_notAgreed',
  refused: 'schedules.why_refused',
  doNotContact: 'schedules.why_doNotContact',
  personal: 'schedules.why_personal',
  noAddress: 'schedules.why_noAddress',
} as const satisfies Record<NotToday, Key>;

/** In the order in which they are listed: what passes by itself first. */
export const REASONS = Object.keys(WHY) as NotToday[];

export const whyWords = (why: NotToday): string => t(WHY[why]);

/** A local day, `YYYY-MM-DD`, as it is read. */
export const dayWords = (day: string): string => shortDate(momentOfDay(day), Date.now());

/** "Segment: Regulars"; of what was deleted that it was. */
export function groupWords(group: Audience | Quota['group'], names: ScheduleRow['names']): string {
  if (group.by === 'agreed') return t('schedules.audience_agreed');
  if (group.by === 'all') return t('schedules.quota_all');
  const name = names[group.id];
  if (name === undefined) return t('schedules.audience_gone');
  return t(group.by === 'tag' ? 'schedules.audience_tag' : 'schedules.audience_segment', { name });
}

/** What to do where the audience holds nobody. */
export function nobodyWords({ by }: Audience): string {
  return t(by === 'agreed' ? 'schedules.nobody_agreed' : 'schedules.nobody_there');
}

/** "every 90 days after they were last asked or answered". */
export function rhythmWords(rhythm: Rhythm): string {
  if (rhythm.kind === 'once') return t('schedules.said_once');
  const { days: count } = rhythm;
  if (rhythm.kind === 'every') return t('schedules.said_every', { count });
  return t(rhythm.event === 'purchase' ? 'schedules.said_purchase' : 'schedules.said_case', { count });
}
