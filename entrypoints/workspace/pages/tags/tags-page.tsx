import { Ellipsis } from 'lucide';
import { useLayoutEffect, useRef, useState } from 'preact/hooks';
import { useAction } from '@/components/contacts/command';
import { useQuery } from '@/components/query/use-query';
import { tagOption } from '@/components/tags/tag-option';
import { EmptyState } from '@/components/ui/empty-state';
import { Field } from '@/components/ui/field';
import { matching } from '@/components/ui/matching';
import { Menu } from '@/components/ui/menu';
import type { TagNode } from '@/lib/api/views';
import { language, t } from '@/lib/i18n';
import { items, number } from '@/lib/i18n/format';
import { NotRead } from '../../not-read';
import { PageHeading } from '../../page-heading';
import { href } from '../../router';
import { AddTag } from './add-tag';
import { PlaceTag, RenameTag } from './tag-dialogs';
import './tags.css';

/** More than are seen at once: there is a field to find one. */
const MANY = 20;

type Task = { tag: TagNode; what: 'rename' | 'move' | 'merge' };

/** The tree of tags, with how many contacts bear each; of many, those that are looked for. */
export function TagsPage() {
  const tree = useQuery('tags.tree', {}, { keep: true });
  const [task, setTask] = useState<Task | null>(null);
  const tags = inOrder(tree.value ?? []);
  const [text, setText] = useState('');
  const found = text.trim() === '' ? null : foundIn(tags, text);
  const close = () => setTask(null);
  const shown = found ?? tags;
  const page = useRef<HTMLDivElement>(null);
  /** Where the tag stood that is being deleted. */
  const leaving = useRef<number | null>(null);
  // The row takes the focus with it: the next one has it then, and where there is none the field for a new tag.
  useLayoutEffect(() => {
    const at = leaving.current;
    leaving.current = null;
    if (at === null || document.activeElement !== document.body) return;
    const menus = page.current?.querySelectorAll<HTMLElement>('.tag-node .menu button') ?? [];
    (menus[Math.min(at, menus.length - 1)] ?? page.current?.querySelector('input'))?.focus();
  }, [shown.length]);

  return (
    <>
      <PageHeading title={t('common.tags')} beside={tags.length || undefined} />
      <div class="tags-page" ref={page}>
        <NotRead query={tree} />
        {tree.value?.length === 0 && (
          <EmptyState title={t('workspace.tags_empty')}>{t('workspace.tags_empty_how')}</EmptyState>
        )}
        <AddTag />
        {(tags.length > MANY || text !== '') && (
          <div class="tags-find">
            <Field
              label={t('common.find')}
              labelUnseen
              placeholder={t('common.find')}
              value={text}
              onInput={setText}
            />
          </div>
        )}
        {found?.length === 0 && <p class="quiet-text">{t('common.nothing_found')}</p>}
        <ul class="tag-tree">
          {shown.map((tag, place) => (
            <TagRow
              key={tag.id}
              tag={tag}
              alone={found !== null}
              onTask={(what) => setTask({ tag, what })}
              onDelete={() => {
                leaving.current = place;
              }}
            />
          ))}
        </ul>
      </div>
      {task?.what === 'rename' && <RenameTag tag={task.tag} onClose={close} />}
      {task && task.what !== 'rename' && (
        <PlaceTag tag={task.tag} tags={tags} how={task.what} onClose={close} />
      )}
    </>
  );
}

interface TagRowProps {
  tag: TagNode;
  /** It stands without those above it, and so bears their names. */
  alone: boolean;
  onTask(what: Task['what']): void;
  onDelete(): void;
}

function TagRow({ tag, alone, onTask, onDelete }: TagRowProps) {
  const act = useAction();
  const name = tag.path.join(' / ');
  const remove = () => {
    onDelete();
    void act('tags.delete', { id: tag.id }, t('workspace.tag_deleted', { name }));
  };
  return (
    <li class="tag-node" style={{ '--depth': alone ? 0 : tag.path.length - 1 }}>
      <a class="tag-node-name" href={href('contacts', null, { tag: tag.id })} aria-label={name}>
        {alone ? name : tag.name}
      </a>
      <span class="quiet-text small one-line">{items(tag.synonyms)}</span>
      <span
        class="tag-node-count num quiet-text"
        title={t('workspace.tag_counts', { own: tag.own, count: tag.total })}
      >
        {number(tag.total)}
      </span>
      <Menu
        label={t('workspace.tag_menu', { name })}
        icon={Ellipsis}
        items={[
          { id: 'rename', label: t('workspace.tag_rename'), run: () => onTask('rename') },
          { id: 'move', label: t('workspace.tag_move'), run: () => onTask('move') },
          { id: 'merge', label: t('workspace.tag_merge'), run: () => onTask('merge') },
          {
            id: 'delete',
            label: t('common.delete'),
            danger: true,
            run: remove,
          },
        ]}
      />
    </li>
  );
}

/** Those whose path or other names hold what is typed, in the order of the tree. */
function foundIn(tags: readonly TagNode[], text: string): TagNode[] {
  const ids = new Set(matching(tags.map(tagOption), text).map(({ value }) => value));
  return tags.filter(({ id }) => ids.has(id));
}

/** Parents before their children, each level by name. */
export function inOrder(tags: readonly TagNode[]): TagNode[] {
  const { compare } = new Intl.Collator(language.value, { numeric: true });
  const under = (parentId: string | null): TagNode[] =>
    tags
      .filter((tag) => tag.parentId === parentId)
      .sort((a, b) => compare(a.name, b.name))
      .flatMap((tag) => [tag, ...under(tag.id)]);
  return under(null);
}
