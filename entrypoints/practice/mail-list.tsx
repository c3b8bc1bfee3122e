import type { PracticeMail } from '@/lib/crm/practice/shape';
import { t } from '@/lib/i18n';
import { dayName } from '@/lib/i18n/format';

interface MailListProps {
  mails: readonly PracticeMail[];
  open: PracticeMail;
  onOpen(mail: PracticeMail): void;
}

/** The mails, newest first. */
export function MailList({ mails, open, onOpen }: MailListProps) {
  return (
    <nav class="mail-list" aria-label={t('practice.mails')}>
      <ul>
        {mails.map((mail) => (
          <li key={mail.id} lang={mail.language}>
            <button
              type="button"
              class={mail.unread ? 'mail unread' : 'mail'}
              aria-current={mail === open || undefined}
              onClick={() => onOpen(mail)}
            >
              <span class="mail-who one-line">
                {mail.direction === 'out'
                  ? t('practice.to', { name: mail.to[0]?.name ?? '' })
                  : mail.from.name}
              </span>
              <span class="mail-day num">{dayName(mail.date, Date.now())}</span>
              <span class="mail-subject one-line">{mail.subject}</span>
              <span class="mail-start one-line">{mail.paragraphs[1] ?? mail.paragraphs[0]}</span>
            </button>
          </li>
        ))}
      </ul>
    </nav>
  );
}
