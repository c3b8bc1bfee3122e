import { ACTIVITY_SCHEMA, type Activity } from '@/lib/crm/activities';
import type { TrackedEvent } from '@/lib/surveys/answer';
import { provenance } from './provenance';
import type { Owner } from './whose';
import type { Work } from './work';

/**
 * A purchase or visit that a site told of, as it goes on the time line. The contact is who it is about: reading a page is no
 * exchange, and answers no mail.
 */
export function trackedActivity(
  work: Work,
  event: TrackedEvent,
  { contactId, proof }: Owner,
  page: string | null,
): Activity {
  const at = Math.min(event.at, work.now);
  return {
    id: event.id,
    schema: ACTIVITY_SCHEMA,
    clock: '',
    deletedAt: null,
    type: event.track,
    at,
    precision: 'minute',
    participants: [{ contactId, role: 'about' }],
    externalKeys: [],
    direction: null,
    channel: 'web',
    subject: event.subject ?? '',
    text: '',
    link: page,
    pinned: false,
    amount: event.amount ?? null,
    minutes: null,
    promise: null,
    provenance: provenance(work.now, {
      source: page ? new URL(page).host : '',
      how: 'survey',
      evidence: proof,
    }),
  };
}
