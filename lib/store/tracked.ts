import { ACTIVITY_SCHEMA, type Activity } from '@/lib/crm/activities';
import type { TrackedEvent } from '@/lib/surveys/answer';
import { provenance } from './provenance';
import type { Owner } from './whose';
import type { Work } from './work';

/** What happened is told by the visitor's clock, and may have waited in the browser: not for longer than this. */
const LONGEST = 366 * 86_400_000;
/** No name of a host is longer. */
const LONGEST_HOST = 253;

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
  const at = Math.min(Math.max(event.at, work.now - LONGEST), work.now);
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
    ...(proof === 'claimed' ? { claimed: true } : {}),
    provenance: provenance(work.now, {
      source: page ? new URL(page).host.slice(0, LONGEST_HOST) : '',
      how: 'survey',
    }),
  };
}
