import { useState } from 'preact/hooks';
import { useAction } from '@/components/contacts/command';
import { mailTo } from '@/components/contacts/mail-link';
import { useQuery } from '@/components/query/use-query';
import { Button } from '@/components/ui/button';
import { copyText } from '@/components/ui/copy-text';
import { TextArea } from '@/components/ui/text-area';
import type { CaseView } from '@/lib/api/survey-views';
import { t } from '@/lib/i18n';
import { isLate, replyWords } from './words';

interface FirstReplyProps {
  of: CaseView;
  /** The address that stands in the answer, for a customer who is no contact yet. */
  written: string | null;
}

/** The clock of the first reply, and a draft of it in the customer's language. */
export function FirstReply({ of, written }: FirstReplyProps) {
  const now = Date.now();
  return (
    <section aria-label={t('cases.reply')}>
      <h2>{t('cases.reply')}</h2>
      <p class={isLate(of, now) ? 'late' : 'quiet-text'}>{replyWords(of, now)}</p>
      {of.repliedAt === null && <Draft of={of} written={written} />}
    </section>
  );
}

function Draft({ of, written }: FirstReplyProps) {
  const [text, setText] = useState(of.apology);
  const act = useAction();
  const known = useAddress(of.contacts[0]?.id ?? null);
  const address = of.contacts.length === 0 ? written : known;
  return (
    <>
      <TextArea
        label={t('cases.reply_draft')}
        hint={t('cases.reply_draft_hint')}
        value={text}
        onInput={setText}
      />
      <div class="case-actions">
        <Button onClick={() => void copyText(text)}>{t('cases.reply_copy')}</Button>
        {address && (
          <a class="button quiet" href={mailTo(address, `${of.title} [${of.number}]`, text)}>
            {t('cases.reply_mail')}
          </a>
        )}
        <Button kind="ink" onClick={() => void act('cases.replied', { id: of.id }, t('cases.reply_noted'))}>
          {t('cases.reply_given_now')}
        </Button>
      </div>
    </>
  );
}

/** The first mail address of a contact; null while it is not known. */
function useAddress(contactId: string | null): string | null {
  const contact = useQuery('contacts.view', contactId === null ? null : { id: contactId, timeline: 0 });
  return contact.value?.points.find((point) => point.kind === 'email')?.value ?? null;
}
