import type { PracticeMail } from '@/lib/crm/practice/shape';
import { t } from '@/lib/i18n';
import { dateTime, list } from '@/lib/i18n/format';

/** The open mail. */
export function MailText({ mail }: { mail: PracticeMail }) {
  return (
    <section class="mail-text" aria-labelledby="mail-subject" lang={mail.language}>
      <h1 id="mail-subject">{mail.subject}</h1>
      <p class="mail-from">
        <strong>{mail.from.name}</strong> <span class="quiet-text">{mail.from.address}</span>
        <time class="quiet-text num">{dateTime(mail.date, Date.now())}</time>
      </p>
      <p class="quiet-text small">{t('practice.to', { name: list(mail.to.map((to) => to.name)) })}</p>
      <div class="mail-paragraphs">
        {mail.paragraphs.map((paragraph, index) => (
          <p key={`${mail.id} ${index}`}>{paragraph}</p>
        ))}
      </div>
    </section>
  );
}
