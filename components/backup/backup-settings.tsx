import { useState } from 'preact/hooks';
import { useQuery } from '@/components/query/use-query';
import { Button } from '@/components/ui/button';
import { t } from '@/lib/i18n';
import { dateTime, sentences } from '@/lib/i18n/format';
import { pickFile } from './pick-file';
import { RestoreDialog } from './restore-dialog';
import { useSaveBackup } from './use-save-backup';

/** Save everything to a file, and bring a file back. */
export function BackupSettings() {
  const settings = useQuery('settings.get', {}, { keep: true });
  const { busy, save } = useSaveBackup();
  const [file, setFile] = useState<Blob | null>(null);
  const device = settings.value?.device;

  const restore = async () => {
    const picked = await pickFile('.json,application/json');
    if (picked) setFile(picked);
  };

  return (
    <>
      <p class="quiet-text">{t('workspace.backup_why')}</p>
      {device && (
        <p>
          {device.lastBackupAt === null
            ? sentences(
                `${t('workspace.backup_none')}${t('workspace.full_stop')}`,
                ...unsaved(device.changesSinceBackup),
              )
            : sentences(
                t('workspace.backup_last', { when: dateTime(device.lastBackupAt, Date.now()) }),
                t('workspace.backup_changes', { count: device.changesSinceBackup }),
              )}
        </p>
      )}
      <div class="setting-actions">
        <Button kind="ink" loading={busy} onClick={() => void save()}>
          {t('workspace.backup_save')}
        </Button>
        <Button onClick={() => void restore()}>{t('workspace.backup_restore')}</Button>
      </div>
      {file !== null && <RestoreDialog file={file} onClose={() => setFile(null)} />}
    </>
  );
}

/** What would be lost; where nothing was changed yet it is not counted. */
const unsaved = (count: number): string[] => (count > 0 ? [t('workspace.backup_unsaved', { count })] : []);
