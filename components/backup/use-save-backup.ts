import { useState } from 'preact/hooks';
import { useDesk } from '@/components/contacts/desk';
import { failureWords } from '@/components/contacts/failure';
import { toast } from '@/components/ui/toast';
import { t } from '@/lib/i18n';
import { saveBackup } from './files';

/** Saves a backup file and says so; busy while it is made. */
export function useSaveBackup() {
  const { client, refresh } = useDesk();
  const [busy, setBusy] = useState(false);
  return {
    busy,
    async save(): Promise<void> {
      setBusy(true);
      try {
        const counts = await saveBackup(client);
        toast(t('workspace.backup_done', { count: counts.contacts ?? 0 }));
        await refresh();
      } catch (failure) {
        toast(failureWords(failure), { failed: true });
      } finally {
        setBusy(false);
      }
    },
  };
}
