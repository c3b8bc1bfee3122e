import { Plus } from 'lucide';
import { useLayoutEffect, useRef, useState } from 'preact/hooks';
import { askQuietly, useAction } from '@/components/contacts/command';
import { useDesk } from '@/components/contacts/desk';
import { onEscape } from '@/components/contacts/small-form';
import { IconButton } from '@/components/ui/button';
import { Combobox, type ComboboxOption } from '@/components/ui/combobox';
import { Pill } from '@/components/ui/pill';
import type { TagView } from '@/lib/api/views';
import { t } from '@/lib/i18n';
import './tags.css';

/** As `TAG_PATH_SEPARATOR` of lib/crm/tags.ts, whose file needs the validator. */
const SEPARATOR = ' / ';

interface TagRowProps {
  contactId: string;
  tags: readonly TagView[];
}

/** Tags of a contact: one more by name or path, one less by a click, Delete or Backspace. */
export function TagRow({ contactId, tags }: TagRowProps) {
  const [adding, setAdding] = useState(false);
  const row = useRef<HTMLDivElement>(null);
  const act = useAction();
  const contactIds = [contactId];

  const focusAdd = () =>
    requestAnimationFrame(() => row.current?.querySelector<HTMLElement>(':scope > .tag-add button')?.focus());
  const close = () => {
    setAdding(false);
    focusAdd();
  };
  const remove = async (tag: TagView) => {
    await act('tags.unassign', { contactIds, tagId: tag.id });
    focusAdd();
  };

  return (
    <div class="tag-row" ref={row}>
      <ul class="tag-list">
        {tags.map((tag) => (
          <li
            key={tag.id}
            title={tag.path.join(SEPARATOR)}
            onKeyDown={(event) => {
              if (event.key !== 'Delete' && event.key !== 'Backspace') return;
              event.preventDefault();
              void remove(tag);
            }}
          >
            <Pill removeLabel={t('common.remove_tag', { tag: tag.name })} onRemove={() => void remove(tag)}>
              {tag.name}
            </Pill>
          </li>
        ))}
      </ul>
      {adding ? (
        <TagField
          assigned={tags}
          onClose={close}
          onChoose={async (choice) => {
            await act('tags.assign', { contactIds, ...choice });
            close();
          }}
        />
      ) : (
        <span class="tag-add">
          <IconButton icon={Plus} size={14} label={t('common.add_tag')} onClick={() => setAdding(true)} />
        </span>
      )}
    </div>
  );
}

interface TagFieldProps {
  assigned: readonly TagView[];
  onChoose(choice: { tagId: string } | { path: string }): void;
  onClose(): void;
}

function TagField({ assigned, onChoose, onClose }: TagFieldProps) {
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
        .map((tag) => ({ value: tag.id, label: tag.path.join(SEPARATOR) })),
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
