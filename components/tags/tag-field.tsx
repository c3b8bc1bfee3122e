import { useLayoutEffect, useRef, useState } from 'preact/hooks';
import { askQuietly } from '@/components/contacts/command';
import { useDesk } from '@/components/contacts/desk';
import { onEscape } from '@/components/contacts/small-form';
import { Combobox, type ComboboxOption } from '@/components/ui/combobox';
import type { TagView } from '@/lib/api/views';
import { t } from '@/lib/i18n';
import { TAG_SEPARATOR } from './tag-separator';

interface TagFieldProps {
  assigned: readonly TagView[];
  onChoose(choice: { tagId: string } | { path: string }): void;
  onClose(): void;
}

/** Finds a tag by what is typed, or makes a new one: a name, or a path of names. */
export function TagField({ assigned, onChoose, onClose }: TagFieldProps) {
  const { client } = useDesk();
  const [options, setOptions] = useState<ComboboxOption[]>([]);
  const newest = useRef('');
  const field = useRef<HTMLFieldSetElement>(null);

  const suggest = async (text: string) => {
    newest.current = text;
    const found = await askQuietly(client, 'tags.find', { text, limit: 8 });
    if (!found || newest.current !== text) return;
    setOptions(
      found
        .filter((tag) => !assigned.some((one) => one.id === tag.id))
        .map((tag) => ({ value: tag.id, label: tag.path.join(TAG_SEPARATOR) })),
    );
  };

  // Suggestions for no text are asked once, at the start
  useLayoutEffect(() => {
    void suggest('');
    field.current?.querySelector('input')?.focus();
  }, []);

  return (
    <fieldset class="tag-field" ref={field} onKeyDown={onEscape(onClose)}>
      <Combobox
        label={t('common.tag')}
        labelUnseen
        placeholder={t('panel.tag_placeholder')}
        options={options}
        onText={(text) => void suggest(text)}
        onChoose={(tagId) => onChoose({ tagId })}
        onCreate={(path) => onChoose({ path })}
      />
    </fieldset>
  );
}
