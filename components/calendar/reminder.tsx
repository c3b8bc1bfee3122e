import { useState } from 'preact/hooks';
import { momentOfDay } from '@/components/advice/words';
import { useAction } from '@/components/contacts/command';
import { failureWords } from '@/components/contacts/failure';
import { useQuery } from '@/components/query/use-query';
import { Button } from '@/components/ui/button';
import { copyText } from '@/components/ui/copy-text';
import { Dialog } from '@/components/ui/dialog';
import type { CalendarEntry, Reminder as ReminderView } from '@/lib/api/care-views';
import { t } from '@/lib/i18n';
import { longDate } from '@/lib/i18n/format';
import { draftsFor, type Occasion } from './greetings';
import { Known } from './known';
import { entryWords } from './words';
import './calendar.css';

interface ReminderProps {
  entry: CalendarEntry;
  contactId: string;
  /** A festival of about that day, to wish well for. */
  festival: string | null;
  onClose(): void;
}

/** What to know of somebody before writing to them, and a draft that they have not had yet. */
export function Reminder({ entry, contactId, festival, onClose }: ReminderProps) {
  const { value: reminder, error } = useQuery('greetings.reminder', { contactId });
  return (
    <Dialog title={entryWords(entry)} onClose={onClose}>
      <p class="quiet-text">{longDate(momentOfDay(entry.day))}</p>
      {error != null && !reminder && <p class="late">{failureWords(error)}</p>}
      {reminder && (
        <>
          <Known reminder={reminder} />
          <Greeting entry={entry} reminder={reminder} festival={festival} />
          <p>
            <a class="name" href={`#/contacts/${reminder.contact.id}`} onClick={onClose}>
              {reminder.contact.name}
            </a>
          </p>
        </>
      )}
    </Dialog>
  );
}

function occasionOf(entry: CalendarEntry, festival: string | null): Occasion {
  if (entry.kind === 'date' && entry.date.kind === 'birthday') return 'birthday';
  return festival && entry.kind === 'cadence' ? 'festival' : 'other';
}

interface GreetingProps {
  entry: CalendarEntry;
  reminder: ReminderView;
  festival: string | null;
}

function Greeting({ entry, reminder: { contact, doNotContact, greeted }, festival }: GreetingProps) {
  const act = useAction();
  const [at, setAt] = useState(0);
  if (entry.kind !== 'date' && !(entry.kind === 'cadence' && festival)) return null;
  if (doNotContact) return <p class="late">{t('panel.do_not_contact')}</p>;
  const drafts = draftsFor(occasionOf(entry, festival), {
    name: contact.name,
    about: festival ?? '',
    greeted,
  });
  const draft = drafts[at % Math.max(1, drafts.length)];
  if (!draft) return <p class="quiet-text">{t('care.greetings_gone', { name: contact.name })}</p>;
  const use = async () => {
    await copyText(draft.text);
    await act(
      'greetings.use',
      { contactId: contact.id, key: draft.key },
      t('care.greeting_used', { name: contact.name }),
    );
  };
  return (
    <section class="greeting" aria-label={t('care.greeting')}>
      <h3>{t('care.greeting')}</h3>
      <p class="greeting-text">{draft.text}</p>
      <div class="form-foot">
        <Button kind="ink" onClick={() => void use()}>
          {t('care.greeting_copy')}
        </Button>
        {drafts.length > 1 && (
          <Button kind="bare" onClick={() => setAt(at + 1)}>
            {t('care.greeting_new')}
          </Button>
        )}
      </div>
      <p class="small quiet-text">{t('care.greeting_hint')}</p>
    </section>
  );
}
