import { dueText } from '@/components/tasks/due-text';
import { Field } from '@/components/ui/field';
import { Select } from '@/components/ui/select';
import type { PromiseProposal } from '@/lib/api/care-views';
import { t } from '@/lib/i18n';
import '@/components/contacts/small-form.css';

interface PromiseFieldsProps extends Pick<PromiseProposal, 'what' | 'by' | 'due'> {
  error?: string | null;
  onWhat(text: string): void;
  onBy(by: PromiseProposal['by']): void;
}

/** What is promised, by when, and whose word it is: as a sentence seems to say it, to be put right. */
export function PromiseFields({ what, by, due, error = null, onWhat, onBy }: PromiseFieldsProps) {
  return (
    <div class="form-pair">
      <Field
        label={t('care.promise_what')}
        value={what}
        error={error}
        hint={due ? t('care.promise_due', { day: dueText(due, Date.now()) }) : t('care.promise_undated')}
        maxLength={1000}
        onInput={onWhat}
      />
      <Select
        label={t('care.promise_by')}
        value={by}
        choices={[
          { value: 'me', label: t('unfolded.promised_by_me') },
          { value: 'them', label: t('unfolded.promised_by_them') },
        ]}
        onChoose={onBy}
      />
    </div>
  );
}
