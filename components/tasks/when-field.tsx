import { Button } from '@/components/ui/button';
import { Field } from '@/components/ui/field';
import { t } from '@/lib/i18n';
import { dueText } from './due-text';
import type { When } from './when';
import './tasks.css';

interface WhenFieldProps {
  label: string;
  /** The label is drawn above, not only read out. */
  labelled?: boolean;
  placeholder: string;
  value: string;
  when: When;
  /** The user said that the words are no date. */
  ignored: boolean;
  error: string | null;
  onInput(text: string): void;
  onIgnore(ignored: boolean): void;
}

/** One line of text in which a date in words is found and shown while it is typed. */
export function WhenField(props: WhenFieldProps) {
  const { label, labelled = false, placeholder, value, when, ignored, error, onInput, onIgnore } = props;
  return (
    <div>
      <Field
        label={label}
        labelUnseen={!labelled}
        placeholder={placeholder}
        value={value}
        error={error}
        onInput={onInput}
      />
      <p class="when-found" role="status">
        {when.found && !ignored && (
          <>
            <span>{t('unfolded.due_found', { date: dueText(when.found.due, Date.now()) })}</span>
            <Button kind="bare" onClick={() => onIgnore(true)}>
              {t('unfolded.no_date')}
            </Button>
          </>
        )}
      </p>
    </div>
  );
}
