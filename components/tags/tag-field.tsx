import { useLayoutEffect, useRef, useState } from 'preact/hooks';
import { askQuietly } from '@/components/contacts/command';
import { useDesk } from '@/components/contacts/desk';
import { onEscape } from '@/components/contacts/small-form';
import { Combobox, type ComboboxOption } from '@/components/ui/combobox';
import type { TagView } from '@/lib/api/views';
import { t } from '@/lib/i18n';
import { TAG_SEPARATOR } from './tag-separator';

/** A tag that is there, by id and path, or the path of a new one. */
export interface TagChoice {
  tagId?: string;
  path: string;
}

interface TagFieldProps {
  assigned: readonly TagView[];
  onChoose(choice: TagChoice): void;
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
        .map((tag) => ({ value: tag.id, label: tag.path.join(TAG_SEPARATOR) }))
        .filter(({ value, label }) => !assigned.some(({ id }) => id === value || id === label)),
    );
  };

  // Suggestions for no text are asked once, at the start
  useLayoutEffect(() => {
    void suggest('');
    field.current?.querySelector('input')?.focus();
  }, []);

  const closes = onEscape(onClose);

  return (
    <fieldset
      class="tag-field"
      ref={field}
      onKeyDown={(event) => {
        // Enter chooses here, and does not send off the form that the field may stand in.
        if (event.key === 'Enter') event.preventDefault();
        closes(event);
      }}
    >
      <Combobox
        label={t('common.tag')}
        labelUnseen
        placeholder={t('unfolded.tag_placeholder')}
        options={options}
        onText={(text) => void suggest(text)}
        onChoose={(tagId) =>
          onChoose({ tagId, path: options.find(({ value }) => value === tagId)?.label ?? '' })
        }
        onCreate={(path) => onChoose({ path })}
      />
    </fieldset>
  );
}
