import { v7 as uuid } from 'uuid';
import type { Due } from '@/lib/crm/calendar';
import { TASK_SCHEMA, type Task } from '@/lib/crm/tasks';
import { command } from './command';
import type { Database } from './database';
import { deleteRows } from './each-row';
import { namesOf } from './lookups';
import { type Origin, provenance } from './provenance';
import type { Context } from './work';

/** Tasks with the names of their contacts: open ones by due day, done ones by when, the last first. At most 1,000. */
export async function listTasks(
  db: Database,
  { open }: { open: boolean },
): Promise<{ tasks: Task[]; names: Map<string, string> }> {
  return db.transaction('r', [db.tasks, db.contacts], async () => {
    const index = open ? db.tasks.orderBy('k.due') : db.tasks.orderBy('k.done').reverse();
    const rows = await index.limit(MOST).toArray();
    const names = await namesOf(
      db,
      rows.flatMap((row) => row.body.contactIds),
    );
    const tasks = rows.map((row) => row.body).filter((task) => isSeen(task, names));
    return { tasks, names };
  });
}

const MOST = 1000;

/** A task whose contacts are all deleted is out of sight with them. */
function isSeen(task: Task, names: Map<string, string>): boolean {
  return task.contactIds.length === 0 || task.contactIds.some((id) => names.has(id));
}

export function addTask(
  ctx: Context,
  task: {
    title: string;
    contactIds: string[];
    due: Due | null;
    activityId: string | null;
    from?: Origin | undefined;
  },
): Promise<{ id: string }> {
  return command(ctx, async (work) => {
    const { from, contactIds, ...rest } = task;
    await work.all('contacts', contactIds);
    const row = work.add('tasks', {
      ...rest,
      id: uuid(),
      schema: TASK_SCHEMA,
      clock: '',
      deletedAt: null,
      contactIds: [...new Set(contactIds)],
      doneAt: null,
      createdAt: work.now,
      provenance: provenance(work.now, from),
    });
    return { id: row.id };
  });
}

/** The tasks of a plan on each contact; an open one of the same words and day stands already. */
export function addPlan(
  ctx: Context,
  { contactIds, tasks }: { contactIds: string[]; tasks: { title: string; due: Due }[] },
): Promise<{ count: number }> {
  return command(ctx, async (work) => {
    const contacts = new Set((await work.all('contacts', contactIds)).map((one) => one.id));
    const rows = await work.db.tasks
      .where('k.contacts')
      .anyOf([...contacts])
      .toArray();
    const keyOf = (id: string, title: string, due: Due | null) => `${id}|${due?.date ?? ''}|${title}`;
    const known = new Set(
      rows.flatMap(({ body: { contactIds: ids, title, due, doneAt } }) =>
        doneAt === null ? ids.map((id) => keyOf(id, title, due)) : [],
      ),
    );
    let count = 0;
    for (const id of contacts) {
      for (const { title, due } of tasks) {
        if (known.has(keyOf(id, title, due))) continue;
        count += 1;
        work.add('tasks', {
          title,
          due,
          id: uuid(),
          schema: TASK_SCHEMA,
          clock: '',
          deletedAt: null,
          contactIds: [id],
          activityId: null,
          doneAt: null,
          createdAt: work.now,
          provenance: provenance(work.now),
        });
      }
    }
    return { count };
  });
}

export function editTask(
  ctx: Context,
  given: {
    id: string;
    title?: string | undefined;
    due?: Due | null | undefined;
    doneAt?: number | null | undefined;
  },
): Promise<Record<string, never>> {
  return command(ctx, async (work) => {
    const task = await work.one('tasks', given.id);
    if (given.title !== undefined) task.title = given.title;
    if (given.due !== undefined) task.due = given.due;
    if (given.doneAt !== undefined) task.doneAt = given.doneAt;
    return {};
  });
}

export function deleteTasks(ctx: Context, { ids }: { ids: string[] }): Promise<{ count: number }> {
  return deleteRows(ctx, 'tasks', ids);
}
