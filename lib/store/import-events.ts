import { v7 as uuid } from 'uuid';
import type { FileActivity, FileCase, FileDraft } from '@/lib/exchange/file-contacts';
import { momentOf } from '@/lib/exchange/moment';
import { receiptNumber } from '@/lib/surveys/answer';
import { newActivity } from './activity-row';
import { newCase } from './case-row';
import type { Origin } from './provenance';
import type { Work } from './work';

/** Puts on the time line of a contact what a file tells of it: purchases, calls, tickets. Each bears its key of the file. */
export function bringEvents(
  work: Work,
  contactId: string,
  { activities = [], cases = [] }: Pick<FileDraft, 'activities' | 'cases'>,
  { from, zone }: { from: Origin; zone: string },
): void {
  for (const event of activities) bringActivity(work, contactId, event, from, zone);
  for (const ticket of cases) bringCase(work, contactId, ticket, from, zone);
}

function bringActivity(
  work: Work,
  contactId: string,
  { key, at, direction, amount, minutes, ...event }: FileActivity,
  from: Origin,
  zone: string,
): void {
  newActivity(work, {
    ...event,
    ...timeOf(at, work.now, zone),
    contactIds: [contactId],
    externalKeys: [key],
    direction: direction ?? null,
    amount: amount ?? null,
    minutes: minutes ?? null,
    from,
  });
}

/** A ticket of another program. Its first reply is not waited for: that was the other program's to promise. */
function bringCase(work: Work, contactId: string, ticket: FileCase, from: Origin, zone: string): void {
  const { at, precision } = timeOf(ticket.openedAt, work.now, zone);
  const closed = ticket.resolvedAt ? timeOf(ticket.resolvedAt, work.now, zone).at : null;
  const opened = newCase(work, {
    kind: ticket.kind,
    number: receiptNumber(uuid()),
    title: ticket.title,
    text: ticket.text,
    contactIds: [contactId],
    responseId: null,
    activityId: null,
    openedAt: at,
    from,
  });
  opened.state = ticket.state;
  opened.repliedAt = ticket.state === 'new' ? null : at;
  opened.resolvedAt = ticket.state === 'resolved' ? (closed ?? at) : null;
  newActivity(work, {
    type: 'case',
    contactIds: [contactId],
    channel: 'opened',
    subject: ticket.title,
    text: opened.number,
    at,
    precision,
    externalKeys: [ticket.key],
    from,
  });
}

/** A moment that cannot be read is now: the event itself is not dropped. */
function timeOf(
  text: string,
  now: number,
  zone: string,
): { at: number; precision: 'second' | 'minute' | 'day' } {
  return momentOf(text, zone) ?? { at: now, precision: 'day' };
}
