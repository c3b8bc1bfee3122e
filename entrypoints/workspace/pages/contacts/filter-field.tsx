import { useEffect, useRef, useState } from 'preact/hooks';
import { onEscape } from '@/components/contacts/small-form';
import { useQuery } from '@/components/query/use-query';
import { Combobox } from '@/components/ui/combobox';
import { Field } from '@/components/ui/field';
import type { ContactFilter } from '@/lib/crm/contact-filter';
import { t } from '@/lib/i18n';

/** Filters that want a word more. */
export type FilterKind = 'text' | 'tag' | 'company';

interface FilterFieldProps {
  kind: FilterKind;
  onChoose(filter: ContactFilter): void;
  onClose(): void;
}

/** Asks for the text, tag or company to filter by. */
export function FilterField({ kind, onChoose, onClose }: FilterFieldProps) {
  const box = useRef<HTMLFieldSetElement>(null);
  useEffect(() => box.current?.querySelector('input')?.focus(), []);
  return (
    <fieldset class="filter-field" ref={box} onKeyDown={onEscape(onClose)}>
      {kind === 'text' && <TextField onChoose={onChoose} />}
      {kind === 'tag' && <TagField onChoose={onChoose} />}
      {kind === 'company' && <CompanyField onChoose={onChoose} />}
    </fieldset>
  );
}

function TextField({ onChoose }: Pick<FilterFieldProps, 'onChoose'>) {
  const [text, setText] = useState('');
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault();
        if (text.trim()) onChoose({ text: text.trim() });
      }}
    >
      <Field label={t('workspace.filter_text')} labelUnseen value={text} onInput={setText} />
    </form>
  );
}

function TagField({ onChoose }: Pick<FilterFieldProps, 'onChoose'>) {
  const tags = useQuery('tags.tree', {});
  return (
    <Combobox
      label={t('common.tag')}
      labelUnseen
      placeholder={t('common.tag')}
      options={(tags.value ?? []).map((tag) => ({ value: tag.id, label: tag.path.join(' / ') }))}
      onChoose={(tagId) => onChoose({ tagId })}
    />
  );
}

function CompanyField({ onChoose }: Pick<FilterFieldProps, 'onChoose'>) {
  const [text, setText] = useState('');
  const found = useQuery('companies.find', { text, limit: 12 }, { keep: true });
  return (
    <Combobox
      label={t('common.company')}
      labelUnseen
      placeholder={t('common.company')}
      options={(found.value ?? []).map((company) => ({ value: company.id, label: company.name }))}
      onText={setText}
      onChoose={(companyId) => onChoose({ companyId })}
    />
  );
}
