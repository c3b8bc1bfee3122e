import { Ellipsis } from 'lucide';
import { useState } from 'preact/hooks';
import { useAction } from '@/components/contacts/command';
import { MergeWith } from '@/components/duplicates/merge-with';
import { useGive } from '@/components/export/use-give';
import { usePhotoItems } from '@/components/photos/use-photo';
import { Menu } from '@/components/ui/menu';
import type { ContactView } from '@/lib/api/views';
import { t } from '@/lib/i18n';
import { go, href } from '../../router';
import { EraseDialog } from './erase-dialog';
import { RenameDialog } from './rename-dialog';

/** What concerns the contact as a whole. */
export function ContactMenu({ contact }: { contact: ContactView }) {
  const [asking, setAsking] = useState<'rename' | 'merge' | 'erase' | null>(null);
  const act = useAction();
  const give = useGive();
  const photo = usePhotoItems(contact.id);
  const { id, name, kind, autolog } = contact;
  const remove = async () => {
    if (await act('contacts.delete', { ids: [id] }, t('workspace.contacts_deleted', { count: 1 })))
      go(href('contacts'));
  };
  const other = kind === 'work' ? 'personal' : 'work';

  return (
    <>
      <Menu
        label={t('workspace.contact_menu', { name })}
        icon={Ellipsis}
        items={[
          { id: 'rename', label: t('workspace.contact_rename'), run: () => setAsking('rename') },
          {
            id: 'kind',
            label: t(other === 'personal' ? 'workspace.make_personal' : 'workspace.make_work'),
            run: () => void act('contacts.edit', { id, kind: other }),
          },
          {
            id: 'autolog',
            label: t(autolog ? 'workspace.autolog_stop' : 'workspace.autolog_start'),
            run: () => void act('contacts.edit', { id, autolog: !autolog }),
          },
          ...photo,
          { id: 'merge', label: t('duplicates.merge_with'), run: () => setAsking('merge') },
          { id: 'give', label: t('data.give'), run: () => void give(id) },
          { id: 'delete', label: t('common.delete'), run: () => void remove() },
          { id: 'erase', label: t('workspace.erase'), danger: true, run: () => setAsking('erase') },
        ]}
      />
      {asking === 'rename' && <RenameDialog id={id} name={name} onClose={() => setAsking(null)} />}
      {asking === 'merge' && (
        <MergeWith
          id={id}
          name={name}
          onClose={() => setAsking(null)}
          onMerged={(stays) => go(href('contacts', stays))}
        />
      )}
      {asking === 'erase' && <EraseDialog id={id} name={name} onClose={() => setAsking(null)} />}
    </>
  );
}
