import { Field } from '@/components/ui/field';
import { Select } from '@/components/ui/select';
import { t } from '@/lib/i18n';
import type { OwnField } from './own-fields';

interface ValueFieldProps {
  field: OwnField | undefined;
  value: string;
  error?: string | null;
  onInput(value: string): void;
}

/** The value of a field, asked as its type wants it. */
export function ValueField({ field, value, error, onInput }: ValueFieldProps) {
  const label = t('unfolded.value');
  if (field?.type === 'choice')
    return (
      <Select
        label={label}
        error={error}
        value={value}
        choices={[
          { value: '', label: '' },
          ...(field.choices ?? []).map((one) => ({ value: one, label: one })),
        ]}
        onChoose={onInput}
      />
    );
  const mode = field?.type === 'number' ? 'decimal' : field?.type === 'link' ? 'url' : 'text';
  return (
    <Field
      label={label}
      inputMode={mode}
      placeholder={field?.type === 'date' ? '2026-12-24' : undefined}
      value={value}
      error={error}
      onInput={onInput}
    />
  );
}
