import { pickFile } from '@/components/backup/pick-file';
import { perform, useAction } from '@/components/contacts/command';
import { useDesk } from '@/components/contacts/desk';
import { failureCode, failureWords } from '@/components/contacts/failure';
import { useQuery } from '@/components/query/use-query';
import type { MenuItem } from '@/components/ui/menu';
import { toast } from '@/components/ui/toast';
import { t } from '@/lib/i18n';

/** Entries of a menu that give a contact a picture, or take it away. */
export function usePhotoItems(contactId: string): MenuItem[] {
  const desk = useDesk();
  const act = useAction();
  const photos = useQuery('contacts.photos', { ids: [contactId] }, { keep: true });
  const choose = async () => {
    const file = await pickFile('image/jpeg,image/png,image/gif,image/webp');
    if (!file) return;
    try {
      await perform(desk, 'contacts.setPhoto', { contactId, file }, t('data.photo_done'));
    } catch (failure) {
      toast(photoWords(failure), { failed: true });
    }
  };
  const items: MenuItem[] = [{ id: 'photo', label: t('data.photo_set'), run: () => void choose() }];
  if (photos.value?.sources[contactId]) {
    items.push({
      id: 'photo-remove',
      label: t('data.photo_remove'),
      run: () => void act('contacts.removePhoto', { contactId }, t('data.photo_gone')),
    });
  }
  return items;
}

/** Why a file was not taken as a picture. */
function photoWords(failure: unknown): string {
  if (failureCode(failure) !== 'invalid') return failureWords(failure);
  const isLarge = failure instanceof Error && failure.message === 'data.photo_large';
  return t(isLarge ? 'data.photo_large' : 'data.photo_unread');
}
