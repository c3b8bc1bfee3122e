import { deleteActivities, editActivity, listActivities, logActivity } from '@/lib/store/activities';
import { draftText, putDraft } from '@/lib/store/drafts';
import { addNote, editNote } from '@/lib/store/notes';
import { todayOf } from '@/lib/store/views/situation';
import { timelineItem } from '@/lib/store/views/timeline';
import type { Handlers, Of } from './context';

export const activityHandlers: Handlers<Of<'activities' | 'notes' | 'drafts'>> = {
  'activities.list': async ({ db, now, zone }, input) => {
    const { activities, names, more } = await listActivities(db, input);
    const today = todayOf({ now: now(), zone });
    return { items: activities.map((one) => timelineItem(one, names, today)), more };
  },
  'activities.log': (ctx, { activity: { promise, ...activity }, warrantyMonths }) =>
    logActivity(ctx, {
      activity: { ...activity, promise: promise && { ...promise, doneAt: null } },
      warrantyMonths,
    }),
  'activities.edit': editActivity,
  'activities.delete': deleteActivities,
  'notes.add': addNote,
  'notes.edit': editNote,
  'drafts.get': async ({ db }, { key }) => ({ text: await draftText(db, key) }),
  'drafts.put': async ({ db }, { key, text }) => {
    await putDraft(db, key, text);
    return {};
  },
};
