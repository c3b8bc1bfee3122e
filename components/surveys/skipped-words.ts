import type { Results } from '@/lib/api/results';
import { type Key, t } from '@/lib/i18n';
import { shortDate } from '@/lib/i18n/format';

type Skipped = Results['invites.add']['skipped'][number];

const WHY = {
  doNotContact: 'surveys.ask_do_not_contact',
  consent: 'surveys.ask_consent',
  personal: 'surveys.ask_personal',
} as const satisfies Record<Exclude<Skipped['why'], 'asked'>, Key>;

/** Why somebody is not to be asked, or when they were asked last. */
export function skippedWords({ why, at }: Skipped, name: string): string {
  if (why !== 'asked') return t(WHY[why], { name });
  return t('surveys.ask_asked', { name, day: at === null ? '' : shortDate(at, Date.now()) });
}

/** Nobody asks them at all, as against those who were asked lately. */
export function isRefused(skipped: Skipped | null): boolean {
  return skipped !== null && skipped.why !== 'asked';
}
