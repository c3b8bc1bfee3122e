import { Ellipsis } from 'lucide';
import { useState } from 'preact/hooks';
import { useAction } from '@/components/contacts/command';
import { Button } from '@/components/ui/button';
import { Menu } from '@/components/ui/menu';
import type { ResponseView } from '@/lib/api/survey-views';
import { t } from '@/lib/i18n';
import { isLow } from '@/lib/surveys/score';
import { CaseOf, useAnswerActs } from './answer-acts';
import { replyMail } from './mail';

interface AnswerActionsProps {
  of: ResponseView;
  onSetAside(): void;
}

/** What can be done about an answer. Of a low score: a reply, a case; of every other: thanks. */
export function AnswerActions({ of, onSetAside }: AnswerActionsProps) {
  const { thank, reopen } = useAnswerActs();
  const [opening, setOpening] = useState(false);
  const low = of.score !== null && isLow(of.score);

  return (
    <div class="answer-actions">
      {low && of.address && (
        <a class="button ink" href={replyMail(of.address, of)}>
          {t('responses.reply')}
        </a>
      )}
      {of.caseId ? (
        <a class="button quiet" href={`#/cases/${of.caseId}`}>
          {t('common.open_the_case')}
        </a>
      ) : (
        low && (
          <Button kind={of.address ? 'quiet' : 'ink'} onClick={() => setOpening(true)}>
            {t('common.open_case')}
          </Button>
        )
      )}
      {of.handledAt === null ? (
        <Button kind={low ? 'quiet' : 'ink'} onClick={() => void thank(of)}>
          {t('responses.thank')}
        </Button>
      ) : (
        <Button onClick={() => void reopen(of)}>{t('responses.reopen')}</Button>
      )}
      <MoreActions of={of} isLow={low} onCase={() => setOpening(true)} onSetAside={onSetAside} />
      {opening && <CaseOf of={of} onClose={() => setOpening(false)} />}
    </div>
  );
}

interface MoreActionsProps extends AnswerActionsProps {
  /** Buttons for a reply and a case stand already. */
  isLow: boolean;
  onCase(): void;
}

function MoreActions({ of, isLow, onCase, onSetAside }: MoreActionsProps) {
  const act = useAction();
  const { reply } = useAnswerActs();
  return (
    <Menu
      label={t('responses.menu')}
      icon={Ellipsis}
      items={[
        ...(of.address && !isLow
          ? [{ id: 'reply', label: t('responses.reply'), run: () => void reply(of) }]
          : []),
        ...(of.caseId === null && !isLow ? [{ id: 'case', label: t('common.open_case'), run: onCase }] : []),
        of.aside
          ? {
              id: 'keep',
              label: t('responses.keep'),
              run: () => void act('responses.keep', { ids: [of.id] }, t('responses.kept')),
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
