import { useLayoutEffect, useRef, useState } from 'preact/hooks';
import { onEscape } from '@/components/contacts/small-form';
import { useQuery } from '@/components/query/use-query';
import { tagOption } from '@/components/tags/tag-option';
import { Combobox } from '@/components/ui/combobox';
import { Field } from '@/components/ui/field';
import type { ContactFilter } from '@/lib/crm/contact-filter';
import { t } from '@/lib/i18n';
import { shortDate } from '@/lib/i18n/format';
import { FactFilter } from './fact-filter';

/** Filters that want a word more. */
export type FilterKind = 'text' | 'tag' | 'company' | 'segment' | 'fact' | 'import';

interface FilterFieldProps {
  kind: FilterKind;
  onChoose(filter: ContactFilter): void;
  onClose(): void;
}

/** Asks for the text, tag or company to filter by. */
export function FilterField({ kind, onChoose, onClose }: FilterFieldProps) {
  const box = useRef<HTMLFieldSetElement>(null);
  // Before the browser paints: what is typed at once is typed into it.
  useLayoutEffect(() => box.current?.querySelector<HTMLElement>('input, select')?.focus(), []);
  return (
    <fieldset class="filter-field" ref={box} onKeyDown={onEscape(onClose)}>
      {kind === 'text' && <TextField onChoose={onChoose} />}
      {kind === 'tag' && <TagField onChoose={onChoose} />}
      {kind === 'company' && <CompanyField onChoose={onChoose} />}
      {kind === 'segment' && <SegmentField onChoose={onChoose} />}
      {kind === 'fact' && <FactFilter onChoose={onChoose} />}
      {kind === 'import' && <ImportField onChoose={onChoose} />}
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
      options={(tags.value ?? []).map(tagOption)}
      onChoose={(tagId) => onChoose({ tagId })}
    />
  );
}

function SegmentField({ onChoose }: Pick<FilterFieldProps, 'onChoose'>) {
  const segments = useQuery('segments.names', {});
  return (
    <Combobox
      label={t('segments.segment')}
      labelUnseen
      placeholder={t('segments.segment')}
      options={(segments.value ?? []).map(({ id, name }) => ({ value: id, label: name }))}
      onChoose={(segmentId) => onChoose({ segmentId })}
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

function ImportField({ onChoose }: Pick<FilterFieldProps, 'onChoose'>) {
  const imports = useQuery('imports.list', {});
  return (
    <Combobox
      label={t('health.filter_import')}
      labelUnseen
      placeholder={t('health.filter_import')}
      options={(imports.value ?? []).map(({ id, name, at }) => ({
        value: id,
        label: name,
        hint: shortDate(at, Date.now()),
      }))}
      onChoose={(importId) => onChoose({ importId })}
    />
  );
}
