import { Button } from '@/components/ui/button';
import type { ResponseRow } from '@/lib/api/survey-views';
import { t } from '@/lib/i18n';
import { isLow } from '@/lib/surveys/score';
import { useAnswerActs } from './answer-acts';

interface RowActionsProps {
  of: ResponseRow;
  /** The cursor is in its row: Tab goes through what it offers. */
  current: boolean;
  onCase(): void;
}

/** A low score that nobody has seen to: it asks to be answered, and its row offers how. */
export function RowActions({ of, current, onCase }: RowActionsProps) {
  const { reply, thank } = useAnswerActs();
  if (of.score === null || !isLow(of.score) || of.handledAt !== null || of.aside) return null;
  const name = of.name ?? t('responses.nobody');
  const tabIndex = current ? 0 : -1;
  return (
    <span class="answer-row-actions">
      {of.address && (
        <Button
          kind="bare"
          tabIndex={tabIndex}
          aria-label={t('responses.reply_to', { name })}
          onClick={() => void reply(of)}
        >
          {t('responses.reply')}
        </Button>
      )}
      {of.caseId ? (
        <a class="button bare" tabIndex={tabIndex} href={`#/cases/${of.caseId}`}>
          {t('common.open_the_case')}
        </a>
      ) : (
        <Button
          kind="bare"
          tabIndex={tabIndex}
          aria-label={t('responses.case_of', { name })}
          onClick={onCase}
        >
          {t('common.open_case')}
        </Button>
      )}
      <Button
        kind="bare"
        tabIndex={tabIndex}
        aria-label={t('responses.thank_whom', { name })}
        onClick={() => void thank(of)}
      >
        {t('responses.thank')}
      </Button>
    </span>
  );
}
