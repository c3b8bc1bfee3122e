import { useState } from 'preact/hooks';
import { useQuery } from '@/components/query/use-query';
import { TAG_SEPARATOR } from '@/components/tags/tag-separator';
import { Button } from '@/components/ui/button';
import { Combobox, type ComboboxOption } from '@/components/ui/combobox';
import { t } from '@/lib/i18n';

/** A tag, or a segment. */
export type Group = { by: 'tag'; id: string } | { by: 'segment'; id: string };

interface GroupFieldProps {
  label: string;
  /** What is chosen; null: nothing yet. */
  name: string | null;
  error?: string | null;
  onGroup(group: Group | null, name: string): void;
}

/** A tag or a segment, found by its name. */
export function GroupField({ label, name, error, onGroup }: GroupFieldProps) {
  const [text, setText] = useState('');
  const found = useQuery('tags.find', { text, limit: 8 }, { keep: true });
  const segments = useQuery('segments.names', {}, { keep: true });
  if (name !== null)
    return (
      <p class="schedule-group">
        <span>{name}</span>
        <Button
          kind="bare"
          aria-label={t('schedules.audience_change_of', { name })}
          onClick={() => onGroup(null, '')}
        >
          {t('schedules.audience_change')}
        </Button>
      </p>
    );
  const options: ComboboxOption[] = [
    ...(found.value ?? []).map((tag) => ({ value: `tag ${tag.id}`, label: tag.path.join(TAG_SEPARATOR) })),
    ...(segments.value ?? []).map((segment) => ({
      value: `segment ${segment.id}`,
      label: segment.name,
      hint: t('segments.segment'),
    })),
  ];
  const choose = (value: string) => {
    const [by, id = ''] = value.split(' ');
    const chosen = options.find((option) => option.value === value)?.label ?? '';
    onGroup(by === 'tag' ? { by, id } : { by: 'segment', id }, chosen);
  };
  return (
    <Combobox
      label={label}
      labelUnseen
      placeholder={label}
      options={options}
      error={error}
      onText={setText}
      onChoose={choose}
    />
  );
}
