import { useState } from 'preact/hooks';
import { BulkDialog } from '@/components/bulk/bulk-dialog';
import { CadenceChoice } from '@/components/contacts/cadence';
import { useAction } from '@/components/contacts/command';
import { ExportDialog } from '@/components/export/export-dialog';
import { useQuery } from '@/components/query/use-query';
import { tagOption } from '@/components/tags/tag-option';
import { Button } from '@/components/ui/button';
import { Combobox } from '@/components/ui/combobox';
import { Dialog } from '@/components/ui/dialog';
import { SelectionBar } from '@/components/ui/selection-bar';
import { useShortcut } from '@/components/ui/use-shortcut';
import type { ContactFilter } from '@/lib/crm/contact-filter';
import { t } from '@/lib/i18n';

interface ChosenContactsProps {
  ids: string[];
  /** The filter that finds all of them, where they are too many to be named; else null. */
  filter: ContactFilter | null;
  onClear(): void;
}

type Asking = 'tag' | 'edit' | 'cadence' | 'export' | null;

/** What can be done with the chosen contacts, all of it undoable. */
export function ChosenContacts({ ids, filter, onClear }: ChosenContactsProps) {
  const [asking, setAsking] = useState<Asking>(null);
  const act = useAction();
  const remove = async () => {
    if (await act('contacts.delete', { ids }, t('workspace.contacts_deleted', { count: ids.length })))
      onClear();
  };
  const free = asking === null;
  useShortcut({ code: 'KeyT' }, () => free && setAsking('tag'));
  useShortcut({ code: 'KeyS' }, () => free && setAsking('cadence'));
  useShortcut({ code: 'KeyE' }, () => free && setAsking('edit'));
  useShortcut({ code: 'Delete' }, () => free && void remove());

  return (
    <>
      <SelectionBar count={ids.length} onClear={onClear}>
        <Button kind="bare" aria-keyshortcuts="T" onClick={() => setAsking('tag')}>
          {t('common.add_tag')} <span class="keys" data-keys="T" />
        </Button>
        <Button kind="bare" aria-keyshortcuts="S" onClick={() => setAsking('cadence')}>
          {t('common.stay_in_touch')} <span class="keys" data-keys="S" />
        </Button>
        <Button kind="bare" aria-keyshortcuts="E" onClick={() => setAsking('edit')}>
          {t('health.bulk')} <span class="keys" data-keys="E" />
        </Button>
        <Button kind="bare" onClick={() => setAsking('export')}>
          {t('data.export')}
        </Button>
        <Button kind="bare" aria-keyshortcuts="Delete" onClick={() => void remove()}>
          {t('common.delete')} <span class="keys" data-keys="Del" />
        </Button>
      </SelectionBar>
      {asking === 'tag' && <TagMany ids={ids} onClose={() => setAsking(null)} />}
      {asking === 'edit' && (
        <BulkDialog whom={filter ? { filter } : { ids }} count={ids.length} onClose={() => setAsking(null)} />
      )}
      {asking === 'export' && <ExportDialog ids={ids} onClose={() => setAsking(null)} />}
      {asking === 'cadence' && (
        <Dialog title={t('workspace.cadence_many', { count: ids.length })} onClose={() => setAsking(null)}>
          <CadenceChoice contactIds={ids} days={null} onDone={() => setAsking(null)} />
        </Dialog>
      )}
    </>
  );
}

function TagMany({ ids, onClose }: { ids: string[]; onClose(): void }) {
  const tags = useQuery('tags.tree', {});
  const act = useAction();
  const assign = async (tag: { tagId: string } | { path: string }) => {
    const said = t('workspace.tagged_many', { count: ids.length });
    if (await act('tags.assign', { contactIds: ids, ...tag }, said)) onClose();
  };
  return (
    <Dialog title={t('workspace.tag_many', { count: ids.length })} onClose={onClose}>
      <Combobox
        label={t('common.tag')}
        hint={t('workspace.tag_new_hint')}
        autofocus
        options={(tags.value ?? []).map(tagOption)}
        onChoose={(tagId) => void assign({ tagId })}
        onCreate={(path) => void assign({ path })}
      />
    </Dialog>
  );
}
