import { X } from 'lucide';
import { useState } from 'preact/hooks';
import { SmallForm } from '@/components/contacts/small-form';
import { Button, IconButton } from '@/components/ui/button';
import { Field } from '@/components/ui/field';
import { type CarePlan, LONGEST_PLAN, MOST_PLAN_TASKS } from '@/lib/crm/care-plans';
import { t } from '@/lib/i18n';
import './care-plans.css';

interface PlanFormProps {
  plan: CarePlan | null;
  onSave(plan: CarePlan): void;
  onClose(): void;
}

/** The name of a plan, and each task with the day on which it is due. */
export function PlanForm({ plan, onSave, onClose }: PlanFormProps) {
  const [name, setName] = useState(plan?.name ?? '');
  const [rows, setRows] = useState(() =>
    (plan?.tasks ?? [{ title: '', days: 0 }]).map(({ title, days }) => ({ title, days: String(days) })),
  );
  const [error, setError] = useState<string | null>(null);
  const change = (at: number, next: Partial<(typeof rows)[number]>) => {
    setRows(rows.map((row, place) => (place === at ? { ...row, ...next } : row)));
    setError(null);
  };

  function save() {
    const tasks = rows
      .map(({ title, days }) => ({
        title: title.trim(),
        days: Math.min(LONGEST_PLAN, Number(days.replace(/\D/g, ''))),
      }))
      .filter(({ title }) => title !== '')
      .sort((a, b) => a.days - b.days);
    if (name.trim() === '' || tasks.length === 0) return setError(t('care.plan_empty'));
    onSave({ name: name.trim(), tasks });
  }

  return (
    <SmallForm label={plan?.name ?? t('care.plan_add')} busy={false} onSave={save} onCancel={onClose}>
      <Field label={t('care.plan_name')} value={name} maxLength={80} error={error} onInput={setName} />
      <ul class="plan-tasks">
        {rows.map((row, at) => (
          <li key={at} class="plan-task">
            <Field
              label={t('care.plan_days')}
              labelUnseen={at > 0}
              inputMode="numeric"
              maxLength={3}
              value={row.days}
              onInput={(days) => change(at, { days })}
            />
            <Field
              label={t('care.plan_task')}
              labelUnseen={at > 0}
              maxLength={300}
              value={row.title}
              onInput={(title) => change(at, { title })}
            />
            <IconButton
              icon={X}
              size={14}
              label={t('care.plan_task_remove', { n: String(at + 1) })}
              onClick={() => setRows(rows.filter((_, place) => place !== at))}
            />
          </li>
        ))}
      </ul>
      {rows.length < MOST_PLAN_TASKS && (
        <Button kind="bare" onClick={() => setRows([...rows, { title: '', days: rows.at(-1)?.days ?? '0' }])}>
          {t('care.plan_task_add')}
        </Button>
      )}
    </SmallForm>
  );
}
