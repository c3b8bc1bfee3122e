import { localMoment } from '@/lib/crm/calendar';
import { StoreError } from '@/lib/store/errors';
import { useGreeting } from '@/lib/store/greetings';
import { calendarView, reminderOf } from '@/lib/store/views/calendar-view';
import { trustView } from '@/lib/store/views/trust-view';
import type { Handlers, Of } from './context';

/** The days of all contacts are looked through: work for a worker. */
export const calendarHandlers: Handlers<Of<'calendar'>> = {
  'calendar.view': ({ db, zone }, input) => calendarView(db, input, zone),
};

export const careHandlers: Handlers<Of<'calendar' | 'greetings' | 'trust'>> = {
  ...calendarHandlers,
  'greetings.reminder': async ({ db, now, zone }, { contactId }) => {
    const reminder = await reminderOf(db, contactId, localMoment(now(), zone).day);
    if (!reminder) throw new StoreError('missing', 'This contact was deleted.');
    return reminder;
  },
  'greetings.use': useGreeting,
  'trust.view': ({ db, now, zone }, { contactId }) => trustView(db, contactId, { now: now(), zone }),
};
