import { z } from 'zod';
import { DueSchema as Due } from './dates';
import { Moment, provenanceShape, rowShape } from './row';

export const TASK_SCHEMA = 1;

export const Task = z.looseObject({
  ...rowShape,
  title: z.string().min(1).max(500),
  contactIds: z.array(z.uuid()).max(50),
  due: Due.nullable(),
  doneAt: Moment.nullable(),
  /** The activity that gave rise to it, when there is one. */
  activityId: z.uuid().nullable(),
  createdAt: Moment,
  provenance: z.object(provenanceShape),
});
export type Task = z.infer<typeof Task>;
