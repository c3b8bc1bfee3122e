import { useState } from 'preact/hooks';
import { useAction } from '@/components/contacts/command';
import { dueText } from '@/components/tasks/due-text';
import { TaskForm } from '@/components/tasks/task-form';
import { Button } from '@/components/ui/button';
import { Checkbox } from '@/components/ui/checkbox';
import type { TaskView } from '@/lib/api/views';
import { t } from '@/lib/i18n';

/** Tasks of nobody in particular, and a way to add one. */
export function LooseTasks({ tasks }: { tasks: readonly TaskView[] }) {
  const [adding, setAdding] = useState(false);
  const act = useAction();
  return (
    <section class="today-tasks" aria-label={t('common.tasks')}>
      <h2 class="today-group">
        {t('common.tasks')} {tasks.length > 0 && <span class="quiet-text num">{tasks.length}</span>}
      </h2>
      <ul>
        {tasks.map((task) => (
          <li key={task.id} class="today-row">
            <span class={(task.lateDays ?? 0) > 0 ? 'today-age late' : 'today-age'}>
              {task.due && dueText(task.due, Date.now())}
            </span>
            <span class="today-task">
              <Checkbox
                label={task.title}
                checked={task.doneAt !== null}
                onToggle={(done) => void act('tasks.edit', { id: task.id, doneAt: done ? Date.now() : null })}
              />
            </span>
          </li>
        ))}
      </ul>
      <div class="today-add">
        {adding ? (
          <TaskForm contactIds={[]} onDone={() => setAdding(false)} />
        ) : (
          <Button kind="bare" onClick={() => setAdding(true)}>
            {t('common.add_task')}
          </Button>
        )}
      </div>
    </section>
  );
}
