import { Trash2 } from 'lucide';
import { useAction } from '@/components/contacts/command';
import { GuardedButton } from '@/components/people/guard';
import { Checkbox } from '@/components/ui/checkbox';
import type { TaskView } from '@/lib/api/views';
import { t } from '@/lib/i18n';
import { dueText } from './due-text';
import './tasks.css';

interface TaskListProps {
  contactId: string;
  tasks: readonly TaskView[];
}

/** Tasks of a contact, to tick and delete. */
export function TaskList({ contactId, tasks }: TaskListProps) {
  const act = useAction();
  return (
    <ul class="task-list">
      {tasks.map((task) => (
        <li key={task.id} class={task.doneAt === null ? 'task-line' : 'task-line done'}>
          <Checkbox
            label={task.title}
            checked={task.doneAt !== null}
            onToggle={(done) => void act('tasks.edit', { id: task.id, doneAt: done ? Date.now() : null })}
          />
          {task.due && (
            <span class={(task.lateDays ?? 0) > 0 && task.doneAt === null ? 'task-due late' : 'task-due'}>
              {dueText(task.due, Date.now())}
            </span>
          )}
          <GuardedButton
            icon={Trash2}
            label={t('unfolded.delete_task', { title: task.title })}
            elsewhere={`#/contacts/${contactId}`}
            onClick={() => void act('tasks.delete', { ids: [task.id] }, t('unfolded.deleted'))}
          />
        </li>
      ))}
    </ul>
  );
}
