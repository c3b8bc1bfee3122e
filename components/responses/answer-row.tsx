import type { ResponseRow } from '@/lib/api/survey-views';
import { t } from '@/lib/i18n';
import { age } from '@/lib/i18n/format';
import { isLow } from '@/lib/surveys/score';
import { RowActions } from './row-actions';
import { isMisSigned, pageWords, scoreFigure, scoreWords } from './words';

interface AnswerRowProps {
  id: string;
  of: ResponseRow;
  /** The row that stands beside the list in full. */
  current: boolean;
  /** Its survey is known without being said. */
  oneSurvey: boolean;
  onChoose(): void;
  /** Somebody wants to read it in full, with the keyboard. */
  onRead(): void;
  /** Somebody wants to open a case of it. */
  onCase(): void;
}

/** One answer in a line: how old, its score, who, what was written, on which page. */
export function AnswerRow({ id, of, current, oneSurvey, onChoose, onRead, onCase }: AnswerRowProps) {
  const low = of.score !== null && isLow(of.score);
  const classes = ['answer-row', current && 'current', (of.handledAt || of.aside) && 'past'];
  return (
    // biome-ignore lint/a11y/useKeyWithClickEvents: the link in the row takes the focus and the keys
    <li
      id={id}
      class={classes.filter(Boolean).join(' ')}
      aria-current={current || undefined}
      onClick={onChoose}
      onFocusIn={onChoose}
    >
      <span class="answer-age num">{age(of.at, Date.now())}</span>
      <span class={low ? 'answer-score num low' : 'answer-score num'} title={scoreWords(of)}>
        {scoreFigure(of)}
      </span>
      <span class="answer-who">
        <a
          class={of.name ? 'name one-line' : 'quiet-text one-line'}
          href={`#/responses/${of.id}`}
          onClick={(event) => {
            // In another tab it is a page of its own; here it stands beside the list already.
            if (event.ctrlKey || event.metaKey || event.shiftKey) return;
            event.preventDefault();
            if (event.detail === 0) onRead();
          }}
        >
          {of.name ?? t('responses.nobody')}
        </a>
        {isMisSigned(of) && <span class="late small one-line">{t('responses.mis_signed')}</span>}
        {!oneSurvey && <span class="quiet-text small one-line">{of.survey}</span>}
      </span>
      <span class={of.comment ? 'answer-comment' : 'answer-comment quiet-text'}>
        {of.comment || t('responses.no_comment')}
      </span>
      <span class="answer-page quiet-text small one-line" title={of.page ?? undefined}>
        {pageWords(of.page)}
      </span>
      <RowActions of={of} current={current} onCase={onCase} />
    </li>
  );
}
