import { useDesk } from '@/components/contacts/desk';
import { useQuery } from '@/components/query/use-query';
import { useSetDevice } from '@/components/settings/use-set-device';
import { Button } from '@/components/ui/button';
import { DEFAULT_REMINDING } from '@/lib/crm/reminding';
import { t } from '@/lib/i18n';
import './reminders.css';

/** Offered beside the first task with a time of day, until it is answered. */
export function ReminderOffer() {
  const { openWorkspace } = useDesk();
  const setDevice = useSetDevice();
  const settings = useQuery('settings.get', {}, { keep: true });
  if (!settings.value || settings.value.device.reminders) return null;
  return (
    <p class="reminder-offer">
      <span>{t('care.reminders_offer')}</span>
      <Button kind="bare" onClick={() => openWorkspace('#/settings/reminders')}>
        {t('care.reminders_set_up')}
      </Button>
      <Button kind="bare" onClick={() => void setDevice({ reminders: DEFAULT_REMINDING })}>
        {t('care.reminders_no')}
      </Button>
    </p>
  );
}
