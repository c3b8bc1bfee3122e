import { useState } from 'preact/hooks';
import { useCommand } from '@/components/contacts/command';
import { tagOption } from '@/components/tags/tag-option';
import { Button } from '@/components/ui/button';
import { Combobox } from '@/components/ui/combobox';
import { Dialog } from '@/components/ui/dialog';
import { Field } from '@/components/ui/field';
import type { TagNode } from '@/lib/api/views';
import { t } from '@/lib/i18n';

interface TagDialogProps {
  tag: TagNode;
  onClose(): void;
}

/** A new name for a tag, and other names under which it is found. */
export function RenameTag({ tag, onClose }: TagDialogProps) {
  const [name, setName] = useState(tag.name);
  const [synonyms, setSynonyms] = useState(tag.synonyms.join(', '));
  const { run, busy, error } = useCommand();
  const save = async (event?: Event) => {
    event?.preventDefault();
    const others = synonyms.split(/[,，、]/).map((word) => word.trim());
    const saved = await run('tags.edit', { id: tag.id, name, synonyms: others.filter(Boolean) });
    if (saved) onClose();
  };
  return (
    <Dialog
      title={t('workspace.tag_rename')}
      onClose={onClose}
      actions={
        <>
          <Button onClick={onClose}>{t('common.cancel')}</Button>
          <Button kind="ink" loading={busy} disabled={!name.trim()} onClick={() => void save()}>
            {t('common.save')}
          </Button>
        </>
      }
    >
      <form class="dialog-form" onSubmit={save}>
        <Field label={t('common.name')} value={name} error={error} autofocus onInput={setName} />
        <Field
          label={t('workspace.field_synonyms')}
          hint={t('workspace.tag_synonyms_hint')}
          value={synonyms}
          onInput={setSynonyms}
        />
        <button type="submit" class="unseen" tabIndex={-1} aria-hidden="true">
          {t('common.save')}
        </button>
      </form>
    </Dialog>
  );
}

interface PlaceTagProps extends TagDialogProps {
  tags: readonly TagNode[];
  /** Move under another tag, or merge into it. */
  how: 'move' | 'merge';
}

/** Chooses the other tag: a new parent, or the one to merge into. */
export function PlaceTag({ tag, tags, how, onClose }: PlaceTagProps) {
  const { run, error } = useCommand();
  const others = tags.filter((other) => other.id !== tag.id && !isUnder(tags, other, tag.id));
  const name = tag.name;
  const place = async (id: string | null) => {
    const done =
      how === 'move'
        ? await run('tags.edit', { id: tag.id, parentId: id }, t('workspace.tag_moved', { name }))
        : id &&
          (await run('tags.merge', { fromId: tag.id, intoId: id }, t('workspace.tag_merged', { name })));
    if (done) onClose();
  };
  return (
    <Dialog
      title={t(how === 'move' ? 'workspace.tag_move_title' : 'workspace.tag_merge_title', { name })}
      onClose={onClose}
      actions={
        how === 'move' && tag.parentId !== null ? (
          <Button onClick={() => void place(null)}>{t('workspace.tag_to_top')}</Button>
        ) : undefined
      }
    >
      <Combobox
        label={t(how === 'move' ? 'workspace.tag_move_label' : 'workspace.tag_merge_label')}
        hint={how === 'merge' ? t('workspace.tag_merge_hint') : undefined}
        error={error}
        autofocus
        options={others.map(tagOption)}
        onChoose={(id) => void place(id)}
      />
    </Dialog>
  );
}

function isUnder(tags: readonly TagNode[], tag: TagNode, ancestorId: string): boolean {
  for (let at: TagNode | undefined = tag; at; at = tags.find((one) => one.id === at?.parentId)) {
    if (at.parentId === ancestorId) return true;
  }
  return false;
}
