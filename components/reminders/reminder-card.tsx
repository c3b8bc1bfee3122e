import { X } from 'lucide';
import { Known } from '@/components/calendar/known';
import { useQuery } from '@/components/query/use-query';
import { IconButton } from '@/components/ui/button';
import { t } from '@/lib/i18n';
import './reminders.css';

interface ReminderCardProps {
  contactId: string;
  onClose(): void;
}

/** What to know before writing, above the profile of somebody whom a notification led to. */
export function ReminderCard({ contactId, onClose }: ReminderCardProps) {
  const { value: reminder } = useQuery('greetings.reminder', { contactId });
  if (!reminder) return null;
  return (
    <section class="reminder-card" aria-label={t('care.before_writing')}>
      <header>
        <h2>{t('care.before_writing')}</h2>
        <IconButton icon={X} label={t('common.close')} onClick={onClose} />
      </header>
      {reminder.doNotContact && <p class="late">{t('panel.do_not_contact')}</p>}
      <Known reminder={reminder} />
    </section>
  );
}
