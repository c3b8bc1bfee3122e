import { download } from '@/components/backup/files';
import { useDesk } from '@/components/contacts/desk';
import { failureWords } from '@/components/contacts/failure';
import { toast } from '@/components/ui/toast';
import { t } from '@/lib/i18n';
import { fileName, personPage } from './person-page';

/** Saves all that is stored on a person as one file for that person. */
export function useGive() {
  const { client } = useDesk();
  return async (id: string): Promise<void> => {
    try {
      const dossier = await client.call('data.give', { id });
      download(fileName(dossier, 'html'), personPage(dossier), 'text/html');
      toast(t('data.given', { name: dossier.name }));
    } catch (failure) {
      toast(failureWords(failure), { failed: true });
    }
  };
}
