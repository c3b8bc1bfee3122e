import { askToday, putSchedule, removeSchedule } from '@/lib/store/schedules';
import { holdoutView } from '@/lib/store/views/schedule-holdout';
import { previewOf, scheduleRows, toAskToday } from '@/lib/store/views/schedule-views';
import type { Handlers, Of } from './context';

export const scheduleHandlers: Handlers<Of<'schedules'>> = {
  'schedules.list': ({ db }, { surveyId }) => scheduleRows(db, surveyId),
  'schedules.put': putSchedule,
  'schedules.remove': removeSchedule,
  'schedules.preview': ({ db, now, zone }, input) => previewOf(db, input, { now: now(), zone }),
  'schedules.ask': askToday,
  'schedules.today': ({ db, now, zone }) => toAskToday(db, { now: now(), zone }),
  'schedules.holdout': ({ db, now, zone }, input) => holdoutView(db, input, { now: now(), zone }),
};
