/** Results about care. Types only, free of zod, JSON-safe. */
import type { ActivityType } from '@/lib/crm/activities';
import type { Money } from '@/lib/crm/row';
import type { Festival } from '@/lib/insight/festivals';
import type { DateView } from './views';

type Who = { id: string; name: string };

/** Something that stands on a day of the calendar; `day` is `YYYY-MM-DD`. */
export type CalendarEntry = { day: string } & (
  | {
      kind: 'date';
      who: Who;
      date: Pick<DateView, 'kind' | 'label'>;
      age: number | null;
      lunar: string | null;
    }
  | { kind: 'task'; id: string; title: string; who: Who | null }
  | { kind: 'cadence'; who: Who }
  | { kind: 'deal'; id: string; title: string; who: Who | null }
  | { kind: 'festival'; festival: Festival }
);

/** What to know of somebody before writing to them. */
export interface Reminder {
  contact: Who;
  lastTalk: { at: number; type: ActivityType; subject: string } | null;
  lastGift: { at: number; what: string; amount: Money | null } | null;
  likes: string[];
  avoids: string[];
  /** Greetings that were used for them. */
  greeted: string[];
}
