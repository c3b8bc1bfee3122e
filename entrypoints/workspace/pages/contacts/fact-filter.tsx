import { useState } from 'preact/hooks';
import { FACTS_TO_ADD, POINTS_TO_ADD } from '@/components/contacts/field-words';
import { useOwnFields } from '@/components/fields/own-fields';
import { ValueField } from '@/components/fields/value-field';
import { Button } from '@/components/ui/button';
import { Select } from '@/components/ui/select';
import type { ContactFilter, FactTest } from '@/lib/crm/contact-filter';
import { fieldOfPoint } from '@/lib/crm/field-values';
import { t } from '@/lib/i18n';
import { fieldWord } from './filter-chips';

const HOW = ['is', 'contains', 'empty', 'filled'] as const;

/** Asks for a field of any kind, and what its value is to be. */
export function FactFilter({ onChoose }: { onChoose(filter: ContactFilter): void }) {
  const own = useOwnFields();
  const [field, setField] = useState<string>('company');
  const [has, setHas] = useState<FactTest['has']>('contains');
  const [value, setValue] = useState('');
  const named = [...FACTS_TO_ADD, ...POINTS_TO_ADD.map(fieldOfPoint)];
  const wantsValue = has === 'is' || has === 'contains';
  return (
    <form
      class="filter-fact"
      onSubmit={(event) => {
        event.preventDefault();
        const text = value.trim();
        if (wantsValue && !text) return;
        onChoose({ facts: [{ field, has, ...(wantsValue ? { value: text } : {}) }] });
      }}
    >
      <Select
        label={t('health.field')}
        value={field}
        choices={[
          ...own.map(({ key, label }) => ({ value: key, label })),
          ...named.map((one) => ({ value: one, label: fieldWord(one) })),
        ]}
        onChoose={(chosen) => {
          setField(chosen);
          setValue('');
        }}
      />
      <Select
        label={t('health.has')}
        value={has}
        choices={HOW.map((one) => ({ value: one, label: t(`health.has_${one}`) }))}
        onChoose={(chosen) => setHas(chosen)}
      />
      {wantsValue && (
        <ValueField field={own.find(({ key }) => key === field)} value={value} onInput={setValue} />
      )}
      <Button type="submit">{t('health.add_filter')}</Button>
    </form>
  );
}
