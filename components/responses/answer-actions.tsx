import { Ellipsis } from 'lucide';
import { useState } from 'preact/hooks';
import { OpenCase } from '@/components/cases/open-case';
import { useAction } from '@/components/contacts/command';
import { useDesk } from '@/components/contacts/desk';
import { Button } from '@/components/ui/button';
import { Menu } from '@/components/ui/menu';
import type { ResponseView } from '@/lib/api/survey-views';
import { t } from '@/lib/i18n';
import { isLow } from '@/lib/surveys/score';
import { replyMail, thanksMail } from './mail';
import { useAddress } from './use-address';
import { scoreWords } from './words';

interface AnswerActionsProps {
  of: ResponseView;
  onSetAside(): void;
}

/** What can be done about an answer. Of a low score: a reply, a case; of every other: thanks. */
export function AnswerActions({ of, onSetAside }: AnswerActionsProps) {
  const desk = useDesk();
  const act = useAction();
  const address = useAddress(of);
  const [opening, setOpening] = useState(false);
  const low = of.score !== null && isLow(of.score);

  const close = async () => {
    const said = t(address ? 'responses.thanked' : 'responses.closed');
    const done = await act('responses.handle', { ids: [of.id], handled: true }, said);
    if (done && address) openMail(thanksMail(address, of));
  };

  return (
    <div class="answer-actions">
      {low && address && (
        <a class="button ink" href={replyMail(address, of)}>
          {t('responses.reply')}
        </a>
      )}
      {of.caseId ? (
        <a class="button quiet" href={`#/cases/${of.caseId}`}>
          {t('common.open_the_case')}
        </a>
      ) : (
        low && (
          <Button kind={address ? 'quiet' : 'ink'} onClick={() => setOpening(true)}>
            {t('common.open_case')}
          </Button>
        )
      )}
      {of.handledAt === null ? (
        <Button kind={low ? 'quiet' : 'ink'} onClick={() => void close()}>
          {t('responses.thank')}
        </Button>
      ) : (
        <Button
          onClick={() =>
            void act('responses.handle', { ids: [of.id], handled: false }, t('responses.reopened'))
          }
        >
          {t('responses.reopen')}
        </Button>
      )}
      <MoreActions
        of={of}
        address={low ? null : address}
        onCase={low ? null : () => setOpening(true)}
        onSetAside={onSetAside}
      />
      {opening && (
        <OpenCase
          contact={of.contactId && of.name ? { id: of.contactId, name: of.name } : null}
          title={t('responses.case_title', { survey: of.survey, score: scoreWords(of) })}
          text={of.comment}
          responseId={of.id}
          onClose={() => setOpening(false)}
          onOpened={(id) => desk.openWorkspace(`#/cases/${id}`)}
        />
      )}
    </div>
  );
}

interface MoreActionsProps extends AnswerActionsProps {
  /** Where a reply can go; null where a button for it stands already. */
  address: string | null;
  onCase: (() => void) | null;
}

function MoreActions({ of, address, onCase, onSetAside }: MoreActionsProps) {
  const act = useAction();
  return (
    <Menu
      label={t('responses.menu')}
      icon={Ellipsis}
      items={[
        ...(address
          ? [{ id: 'reply', label: t('responses.reply'), run: () => openMail(replyMail(address, of)) }]
          : []),
        ...(onCase && of.caseId === null ? [{ id: 'case', label: t('common.open_case'), run: onCase }] : []),
        of.aside
          ? {
              id: 'keep',
              label: t('responses.keep'),
              run: () => void act('responses.setAside', { ids: [of.id], why: null }, t('responses.kept')),
            }
          : { id: 'aside', label: t('responses.set_aside'), run: onSetAside },
        {
          id: 'delete',
          label: t('common.delete'),
          danger: true,
          run: () => void act('responses.delete', { ids: [of.id] }, t('responses.deleted')),
        },
      ]}
    />
  );
}

/** Hands a draft to the mail program, as a press on the link would. */
function openMail(href: string): void {
  const link = document.createElement('a');
  link.href = href;
  link.click();
}
