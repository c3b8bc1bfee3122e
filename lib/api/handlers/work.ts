import { snoozeStep } from '@/lib/store/contacts';
import { findTags, tagTree } from '@/lib/store/tag-list';
import * as tags from '@/lib/store/tags';
import * as tasks from '@/lib/store/tasks';
import { todayOf } from '@/lib/store/views/situation';
import { taskView } from '@/lib/store/views/timeline';
import type { Handlers, Of } from './context';
import { today, todayCount } from './today';

export const workHandlers: Handlers<Of<'tags' | 'tasks' | 'steps' | 'today'>> = {
  'tags.tree': ({ db }) => tagTree(db),
  'tags.find': ({ db }, input) => findTags(db, input),
  'tags.add': tags.addTag,
  'tags.edit': tags.editTag,
  'tags.merge': tags.mergeTags,
  'tags.delete': tags.deleteTag,
  'tags.assign': tags.assignTag,
  'tags.unassign': tags.unassignTag,
  'tasks.list': async ({ db, now, zone }, input) => {
    const { tasks: listed, names } = await tasks.listTasks(db, input);
    const day = todayOf({ now: now(), zone });
    return listed.map((task) => taskView(task, names, day));
  },
  'tasks.add': tasks.addTask,
  'tasks.addPlan': tasks.addPlan,
  'tasks.edit': tasks.editTask,
  'tasks.delete': tasks.deleteTasks,
  'today.view': (ctx, { limit }) => today(ctx, { limit }),
  'today.count': todayCount,
  'steps.snooze': snoozeStep,
};
