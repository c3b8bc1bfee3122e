import { z } from 'zod';
import { Schedule } from '@/lib/crm/schedules';
import { operation } from '../contract';

const id = z.uuid();
const which = z.object({ surveyId: id, id });

/** Schedules of surveys: who is due, and who is taken as asked. Nothing is sent by them. Their views stand in `schedule-views.ts`. */
export const schedules = {
  'schedules.list': operation('query', ['workspace'], () => z.object({ surveyId: id })),
  'schedules.put': operation('command', ['workspace'], () =>
    z.object({ surveyId: id, id, schedule: Schedule }),
  ),
  'schedules.remove': operation('command', ['workspace'], () => which),
  /** Who would be asked today, who not and why, and the coming weeks: of a schedule that is stored, or as it is being written. */
  'schedules.preview': operation('query', ['workspace'], () =>
    z.object({ surveyId: id, id, schedule: Schedule.optional() }),
  ),
  /** Takes those of these contacts who are due today as asked. */
  'schedules.ask': operation('command', ['workspace'], () =>
    which.extend({ contactIds: z.array(id).min(1).max(500) }),
  ),
  /** How many are to be asked today, of every survey. */
  'schedules.today': operation('query', ['workspace'], () => z.object({})),
  /** Those who were asked beside those who were held out. */
  'schedules.holdout': operation('query', ['workspace'], () => which),
} as const;
