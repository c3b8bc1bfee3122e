import type { CaseRow } from '@/lib/api/survey-views';
import type { CaseKind, CaseState } from '@/lib/crm/cases';
import { t } from '@/lib/i18n';
import { age, dayName } from '@/lib/i18n/format';

/** States in the order in which a case goes through them. */
export const CASE_STATES = ['new', 'inProgress', 'waiting', 'resolved'] as const satisfies CaseState[];
export const CASE_KINDS = ['complaint', 'question', 'service'] as const satisfies CaseKind[];

export function stateWords(state: CaseState): string {
  return t(`cases.state_${state}`);
}

export function kindWords(kind: CaseKind): string {
  return t(`cases.kind_${kind}`);
}

/** A first reply that is due and was not given. */
export function isLate({ repliedAt, replyDueAt }: CaseRow, now: number): boolean {
  return repliedAt === null && replyDueAt < now;
}

/** The clock of the first reply: "due in 5 h", "late for 2 d", "given yesterday". */
export function replyWords({ repliedAt, replyDueAt }: CaseRow, now: number): string {
  if (repliedAt !== null) return t('cases.reply_given', { day: dayName(repliedAt, now) });
  return replyDueAt < now
    ? t('cases.reply_late', { time: age(replyDueAt, now) })
    : t('cases.reply_due', { time: age(now, replyDueAt) });
}
