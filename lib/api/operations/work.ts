import { z } from 'zod';
import { MOST_PLAN_TASKS } from '@/lib/crm/care-plans';
import { DueSchema as Due } from '@/lib/crm/dates';
import { Moment } from '@/lib/crm/row';
import { operation, VIEWS } from '../contract';
import { From } from './contacts';

const id = z.uuid();

/** Tags, tasks, next steps and the page Today: the work around contacts. */
export const tags = {
  'tags.tree': operation('query', VIEWS, () => z.object({})),
  'tags.find': operation('query', VIEWS, () =>
    z.object({ text: z.string().max(200), limit: z.int().max(50).default(8) }),
  ),
  'tags.add': operation('command', VIEWS, () => z.object({ path: z.string().trim().min(1).max(300) })),
  'tags.edit': operation('command', ['workspace'], () =>
    z.object({
      id,
      name: z.string().trim().min(1).max(80).optional(),
      parentId: id.nullable().optional(),
      synonyms: z.array(z.string().max(80)).max(50).optional(),
    }),
  ),
  /** Puts all of `fromId`'s contacts and children under `intoId`; the old name stays as a synonym. */
  'tags.merge': operation('command', ['workspace'], () => z.object({ fromId: id, intoId: id })),
  'tags.delete': operation('command', ['workspace'], () => z.object({ id })),
  /** By id, or by path (created when missing). */
  'tags.assign': operation('command', VIEWS, () =>
    z.object({
      contactIds: z.array(id).min(1).max(100_000),
      tagId: id.optional(),
      path: z.string().trim().min(1).max(300).optional(),
      from: From.optional(),
    }),
  ),
  'tags.unassign': operation('command', VIEWS, () =>
    z.object({ contactIds: z.array(id).min(1).max(100_000), tagId: id }),
  ),
} as const;

export const tasks = {
  'tasks.list': operation('query', ['workspace'], () => z.object({ open: z.boolean().default(true) })),
  'tasks.add': operation('command', VIEWS, () =>
    z.object({
      title: z.string().trim().min(1).max(500),
      contactIds: z.array(id).max(50).default([]),
      due: Due.nullable().default(null),
      activityId: id.nullable().default(null),
      from: From.optional(),
    }),
  ),
  /** All tasks of a care plan, on each of these contacts: one undo takes them back. */
  'tasks.addPlan': operation('command', ['workspace', 'panel'], () =>
    z.object({
      contactIds: z.array(id).min(1).max(200),
      tasks: z
        .array(z.object({ title: z.string().trim().min(1).max(500), due: Due }))
        .min(1)
        .max(MOST_PLAN_TASKS),
    }),
  ),
  'tasks.edit': operation('command', VIEWS, () =>
    z.object({
      id,
      title: z.string().trim().min(1).max(500).optional(),
      due: Due.nullable().optional(),
      doneAt: Moment.nullable().optional(),
    }),
  ),
  'tasks.delete': operation('command', VIEWS, () => z.object({ ids: z.array(id).min(1).max(10_000) })),
} as const;

/** Rows of each section of Today; the number beside its name counts no more. */
export const TODAY_LIMIT = 100;

export const steps = {
  'today.view': operation('query', ['workspace', 'popup'], () =>
    z.object({ limit: z.int().min(1).max(500).default(TODAY_LIMIT) }),
  ),
  /** How many rows the page Today shows. By itself, for it takes a while where there is much to do. */
  'today.count': operation('query', VIEWS, () => z.object({})),
  /** `key` is the step's stable identity. `until: null` means never again. */
  'steps.snooze': operation('command', VIEWS, () =>
    z.object({ contactId: id, key: z.string().max(200), until: Moment.nullable() }),
  ),
} as const;
