import { useState } from 'preact/hooks';
import { useCommand } from '@/components/contacts/command';
import { SmallForm } from '@/components/contacts/small-form';
import { later } from '@/components/people/later';
import { language, loadLanguage, t } from '@/lib/i18n';
import { useWhen } from './when';
import { WhenField } from './when-field';

const ReminderOffer = later(() =>
  loadLanguage(language.value, ['care'])
    .then(() => import('@/components/reminders/reminder-offer'))
    .then((part) => part.ReminderOffer),
);

interface TaskFormProps {
  contactIds: string[];
  onDone(): void;
}

/** A new task: one line, with its date in words. */
export function TaskForm({ contactIds, onDone }: TaskFormProps) {
  const [text, setText] = useState('');
  const [ignored, setIgnored] = useState(false);
  const when = useWhen(text);
  const { run, busy, error, setError } = useCommand();

  async function save() {
    if (text.trim() === '') return setError(t('unfolded.task_empty'));
    const found = ignored ? null : await when.settle();
    const title = found?.rest.trim() || text.trim();
    if (await run('tasks.add', { title, contactIds, due: found?.due ?? null })) onDone();
  }

  return (
    <SmallForm label={t('common.add_task')} busy={busy} onSave={() => void save()} onCancel={onDone}>
      <WhenField
        label={t('common.task')}
        placeholder={t('unfolded.task_placeholder')}
        value={text}
        when={when}
        ignored={ignored}
        error={error}
        onInput={(next) => {
          setText(next);
          setIgnored(false);
          setError(null);
        }}
        onIgnore={setIgnored}
      />
      {when.found?.due.time && !ignored && <ReminderOffer />}
    </SmallForm>
  );
}
