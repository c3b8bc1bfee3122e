import { momentOfDay } from '@/components/advice/words';
import { Button } from '@/components/ui/button';
import { Field } from '@/components/ui/field';
import type { Due } from '@/lib/crm/dates';
import { t } from '@/lib/i18n';
import { dayName } from '@/lib/i18n/format';
import type { When } from './when';
import './tasks.css';

/** A due date as people say it: "Fri", "3 Dec, 14:00". */
export function dueText(due: Due, now: number): string {
  const day = dayName(momentOfDay(due.date), now);
  return due.time ? `${day}, ${due.time}` : day;
}

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
            <span>{t('panel.due_found', { date: dueText(when.found.due, Date.now()) })}</span>
            <Button kind="bare" onClick={() => onIgnore(true)}>
              {t('panel.no_date')}
            </Button>
          </>
        )}
      </p>
    </div>
  );
}
