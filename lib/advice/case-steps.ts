import type { Evidence } from '@/lib/api/views';
import type { Case } from '@/lib/crm/cases';
import type { Today } from '@/lib/insight/today';
import { lateDays } from './due-steps';
import { words } from './evidence';
import { dueRank, type Ranked } from './ranking';
import type { Situation } from './situation';
import { shorten } from './topic';

/** Cases that wait for a first reply, and those of which somebody is to look whether the end holds. */
export function caseSteps({ contact, cases }: Situation, today: Today): Ranked[] {
  return cases.flatMap((one) => [
    ...replyStep(one, contact.id, today),
    ...recheckStep(one, contact.id, today),
  ]);
}

function replyStep(one: Case, contactId: string, today: Today): Ranked[] {
  if (one.state === 'resolved' || one.repliedAt !== null) return [];
  const due = { date: today.dayAt(one.replyDueAt) };
  const isLate = one.replyDueAt < today.now;
  return [
    {
      // Somebody waits for an answer, as with a mail.
      rank: 'unanswered',
      step: {
        key: `case:${one.id}:reply`,
        kind: 'case',
        contactId,
        title: words('case_reply_title', { what: shorten(one.title) }),
        reason: words(isLate ? 'case_reply_late' : 'case_reply', { by: { moment: one.replyDueAt } }),
        evidence: [evidenceOf(one)],
        due,
        lateDays: lateDays(due, today),
        activityId: null,
        taskId: null,
        caseId: one.id,
        link: one.provenance.link ?? null,
      },
    },
  ];
}

function recheckStep(one: Case, contactId: string, today: Today): Ranked[] {
  const { recheckOn, recheckedAt, toldAt } = one;
  if (!recheckOn || recheckedAt !== null || toldAt === null || recheckOn > today.day) return [];
  const due = { date: recheckOn };
  const step = {
    key: `case:${one.id}:recheck:${recheckOn}`,
    kind: 'case' as const,
    contactId,
    title: words('case_recheck_title', { what: shorten(one.title) }),
    reason: words('case_recheck', { on: { date: today.dayAt(toldAt) } }),
    evidence: [evidenceOf(one)],
    due,
    lateDays: lateDays(due, today),
    activityId: null,
    taskId: null,
    caseId: one.id,
    link: null,
  };
  return [{ rank: dueRank(step, 'late-task'), step }];
}

/** The case as a footnote: what the customer wrote, its number, and when it was opened. */
function evidenceOf({ title, text, number, openedAt, activityId, provenance }: Case): Evidence {
  const said = (text || title).replace(/\s+/g, ' ').trim();
  return {
    quote: said ? shorten(said, 300) : null,
    words: words('from_case_number', { number, at: { moment: openedAt } }),
    at: openedAt,
    activityId,
    link: provenance.link ?? null,
  };
}
