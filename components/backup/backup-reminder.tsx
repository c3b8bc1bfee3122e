import { useQuery } from '@/components/query/use-query';
import { useSetDevice } from '@/components/settings/use-set-device';
import { Button } from '@/components/ui/button';
import type { DeviceSettings } from '@/lib/crm/settings';
import { t } from '@/lib/i18n';
import { useSaveBackup } from './use-save-backup';

/** Equals BACKUP_REMINDER_CHANGES of the domain, which comes with a validator that this bar does not need. */
const REMIND_AFTER = 50;
const SNOOZE_MS = 7 * 24 * 60 * 60 * 1000;

/** Whether the bar stands: enough was changed since the last file, and it was not put off. */
export function reminds(device: DeviceSettings, now: number): boolean {
  return device.changesSinceBackup >= REMIND_AFTER && (device.backupSnoozedUntil ?? 0) <= now;
}

/** A bar after 50 changes without a backup. It asks, and stands in nobody's way. */
export function BackupReminder() {
  const settings = useQuery('settings.get', {}, { keep: true });
  const set = useSetDevice();
  const { busy, save } = useSaveBackup();
  const device = settings.value?.device;
  if (!device || !reminds(device, Date.now())) return null;
  return (
    <section class="workspace-bar" aria-label={t('workspace.backup')}>
      <span>{t('workspace.backup_remind', { count: device.changesSinceBackup })}</span>
      <Button kind="ink" loading={busy} onClick={() => void save()}>
        {t('workspace.backup_save')}
      </Button>
      <Button onClick={() => void set({ backupSnoozedUntil: Date.now() + SNOOZE_MS })}>
        {t('common.not_now')}
      </Button>
    </section>
  );
}
