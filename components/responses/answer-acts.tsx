import { OpenCase } from '@/components/cases/open-case';
import { askQuietly, useAction } from '@/components/contacts/command';
import { useDesk } from '@/components/contacts/desk';
import type { ResponseRow } from '@/lib/api/survey-views';
import { t } from '@/lib/i18n';
import { replyMail, thanksMail } from './mail';
import { scoreWords } from './words';

/** What is done about an answer, from its row and from its page alike. A mail is a draft in the mail program: nothing is sent. */
export function useAnswerActs() {
  const { client } = useDesk();
  const act = useAction();
  const draft = async ({ id, address }: ResponseRow, write: typeof replyMail) => {
    const whole = address ? await askQuietly(client, 'responses.view', { id }) : null;
    if (address && whole) openMail(write(address, whole));
  };
  const handle = (of: ResponseRow, handled: boolean, said: string) =>
    act('responses.handle', { ids: [of.id], handled }, said);
  return {
    reply: (of: ResponseRow) => draft(of, replyMail),
    /** Closes it, with a draft of thanks where there is somewhere to send it. */
    thank: async (of: ResponseRow) => {
      const said = t(of.address ? 'responses.thanked' : 'responses.closed');
      if (await handle(of, true, said)) await draft(of, thanksMail);
    },
    close: (of: ResponseRow) => handle(of, true, t('responses.closed')),
    reopen: (of: ResponseRow) => handle(of, false, t('responses.reopened')),
  };
}

interface CaseOfProps {
  of: ResponseRow;
  onClose(): void;
}

/** Opens a case of an answer: whose it is, what was asked and what was said stand in it. */
export function CaseOf({ of, onClose }: CaseOfProps) {
  const desk = useDesk();
  return (
    <OpenCase
      contact={of.contactId && of.name ? { id: of.contactId, name: of.name } : null}
      title={t('responses.case_title', { survey: of.survey, score: scoreWords(of) })}
      text={of.comment}
      responseId={of.id}
      onClose={onClose}
      onOpened={(id) => desk.openWorkspace(`#/cases/${id}`)}
    />
  );
}

/** Hands a draft to the mail program, as a press on the link would. */
function openMail(href: string): void {
  const link = document.createElement('a');
  link.href = href;
  link.click();
}
