import { Plus } from 'lucide';
import { useRef, useState } from 'preact/hooks';
import { later } from '@/components/people/later';
import { IconButton } from '@/components/ui/button';
import { Pill } from '@/components/ui/pill';
import type { TagView } from '@/lib/api/views';
import { t } from '@/lib/i18n';
import type { TagChoice } from './tag-field';
import { TAG_SEPARATOR } from './tag-separator';
import './tags.css';

const TagField = later(() => import('./tag-field').then((part) => part.TagField), ['unfolded']);

interface TagPillsProps {
  tags: readonly TagView[];
  /** Waited for, so that the focus stays among the tags that then stand. */
  onAdd(choice: TagChoice): unknown;
  onRemove(tag: TagView): unknown;
}

/** Tags side by side: one more by name or path, one less by a click, Delete or Backspace. */
export function TagPills({ tags, onAdd, onRemove }: TagPillsProps) {
  const [adding, setAdding] = useState(false);
  const row = useRef<HTMLDivElement>(null);

  const focusAdd = () =>
    requestAnimationFrame(() => row.current?.querySelector<HTMLElement>(':scope > .tag-add button')?.focus());
  const close = () => {
    setAdding(false);
    focusAdd();
  };
  const remove = async (tag: TagView) => {
    await onRemove(tag);
    focusAdd();
  };

  return (
    <div class="tag-row" ref={row}>
      <ul class="tag-list">
        {tags.map((tag) => (
          <li
            key={tag.id}
            title={tag.path.join(TAG_SEPARATOR)}
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
            await onAdd(choice);
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
