import { useState } from 'preact/hooks';
import { useCommand } from '@/components/contacts/command';
import { Button } from '@/components/ui/button';
import { Checkbox } from '@/components/ui/checkbox';
import type { SchedulePreview } from '@/lib/api/schedule-views';
import { t } from '@/lib/i18n';

interface DueListProps {
  surveyId: string;
  id: string;
  channel: 'mail' | 'phone';
  of: SchedulePreview;
}

/** Who is to be asked today. The list is taken as asked as a whole or without some, and nothing is sent. */
export function DueList({ surveyId, id, channel, of }: DueListProps) {
  const { run, busy, error } = useCommand();
  const [without, setWithout] = useState<readonly string[]>([]);
  const contactIds = of.ask.map(({ contactId }) => contactId).filter((one) => !without.includes(one));
  const count = contactIds.length;
  const take = () =>
    run('schedules.ask', { surveyId, id, contactIds }, ({ links }) => takenWords(links.length, channel));
  if (of.ask.length === 0) return <p>{t(of.wave === null ? 'schedules.wave_none' : 'schedules.due_none')}</p>;
  return (
    <section aria-label={t('schedules.due')}>
      <h3>{t('schedules.due_people', { count: of.ask.length })}</h3>
      <ul class="schedule-due">
        {of.ask.map(({ contactId, name, address }) => (
          <li key={contactId}>
            <Checkbox
              label={name}
              checked={!without.includes(contactId)}
              onToggle={(checked) =>
                setWithout(checked ? without.filter((one) => one !== contactId) : [...without, contactId])
              }
            />
            <span class="quiet-text small one-line">{address}</span>
          </li>
        ))}
      </ul>
      {of.waiting > 0 && <p class="quiet-text small">{t('schedules.waiting', { count: of.waiting })}</p>}
      {of.held > 0 && <p class="quiet-text small">{t('schedules.held', { count: of.held })}</p>}
      {error && <p class="late small">{error}</p>}
      <div class="way-actions">
        <Button kind="ink" loading={busy} disabled={count === 0} onClick={() => void take()}>
          {t('schedules.take', { count })}
        </Button>
      </div>
    </section>
  );
}

function takenWords(count: number, channel: DueListProps['channel']): string {
  if (count === 0) return t('schedules.taken_nobody');
  return t(channel === 'mail' ? 'schedules.taken' : 'schedules.taken_phone', { count });
}
