import { X } from 'lucide';
import { useState } from 'preact/hooks';
import { useAction, useCommand } from '@/components/contacts/command';
import { factWord } from '@/components/contacts/field-words';
import { SmallForm } from '@/components/contacts/small-form';
import { Button, IconButton } from '@/components/ui/button';
import { Field } from '@/components/ui/field';
import { Select } from '@/components/ui/select';
import { FACT_FIELDS, freeName } from '@/lib/crm/fields';
import type { CustomField } from '@/lib/crm/settings';
import { t } from '@/lib/i18n';
import { type OwnField, useOwnFields } from './own-fields';

const TYPES = ['text', 'number', 'date', 'choice', 'link'] as const;

/** The fields of the user's own: made, renamed, given another type, removed. */
export function FieldSettings() {
  const fields = useOwnFields();
  const [open, setOpen] = useState<string | null>(null);
  const act = useAction();
  return (
    <>
      {fields.length > 0 && (
        <ul class="setting-rows">
          {fields.map((field) => (
            <li key={field.key} class="setting-row">
              {open === field.key ? (
                <FieldForm field={field} known={fields} onClose={() => setOpen(null)} />
              ) : (
                <>
                  <Button
                    kind="bare"
                    class="flush"
                    aria-label={t('health.field_edit', { name: field.label })}
                    onClick={() => setOpen(field.key)}
                  >
                    {field.label} <span class="quiet-text">{t(`health.type_${field.type}`)}</span>
                  </Button>
                  <IconButton
                    icon={X}
                    size={14}
                    label={t('health.field_remove', { name: field.label })}
                    onClick={() =>
                      void act(
                        'fields.remove',
                        { key: field.key },
                        t('health.field_removed', { name: field.label }),
                      )
                    }
                  />
                </>
              )}
            </li>
          ))}
        </ul>
      )}
      {open === '' ? (
        <FieldForm field={null} known={fields} onClose={() => setOpen(null)} />
      ) : (
        <Button onClick={() => setOpen('')}>{t('health.field_add')}</Button>
      )}
    </>
  );
}

interface FieldFormProps {
  field: OwnField | null;
  known: readonly OwnField[];
  onClose(): void;
}

function FieldForm({ field, known, onClose }: FieldFormProps) {
  const [label, setLabel] = useState(field?.label ?? '');
  const [type, setType] = useState<string>(field?.type ?? 'text');
  const [choices, setChoices] = useState(field?.choices?.join(', ') ?? '');
  const { run, busy, error, setError } = useCommand();
  const save = async () => {
    const name = label.trim();
    if (!name) return setError(t('unfolded.value_empty'));
    const others = [
      ...FACT_FIELDS.map(factWord),
      ...known.filter(({ key }) => key !== field?.key).map(({ label }) => label),
    ];
    if (others.some((one) => one.toLowerCase() === name.toLowerCase()))
      return setError(t('health.field_known'));
    const keys = known.map(({ key }) => key);
    const given = choices
      .split(/[,，、;；]/)
      .map((one) => one.trim())
      .filter((one) => one !== '');
    const saved = await run('fields.put', {
      ...(field ? { key: field.key } : { key: freeName(name, keys), isNew: true }),
      field: {
        label: name,
        type: type as CustomField['type'],
        ...(type === 'choice' ? { choices: [...new Set(given)] } : {}),
      },
    });
    if (saved) onClose();
  };
  return (
    <SmallForm label={t('health.field_add')} busy={busy} onSave={() => void save()} onCancel={onClose}>
      <Field label={t('health.field_name')} value={label} maxLength={60} error={error} onInput={setLabel} />
      <Select
        label={t('health.field_type')}
        value={type}
        choices={TYPES.map((value) => ({ value, label: t(`health.type_${value}`) }))}
        onChoose={setType}
      />
      {type === 'choice' && <Field label={t('health.field_choices')} value={choices} onInput={setChoices} />}
    </SmallForm>
  );
}
