import { Field } from '@/components/ui/field';
import { RadioGroup } from '@/components/ui/radio-group';
import { Select } from '@/components/ui/select';
import type { Results } from '@/lib/api/results';
import { AnswerKind } from '@/lib/crm/answer-filter';
import { t } from '@/lib/i18n';
import { number } from '@/lib/i18n/format';
import { withSurvey } from './filter-fields';
import type { Inbox } from './inbox-address';

interface FiltersProps {
  inbox: Inbox;
  counts: Results['responses.counts'] | null;
  surveys: { id: string; name: string }[];
  onInbox(inbox: Inbox): void;
  /** What is being written, letter by letter: no way back leads to a half word. */
  onText(text: string): void;
}

/** Which answers stand in the list: of which kind, of which survey, with which words. */
export function Filters({ inbox, counts, surveys, onInbox, onText }: FiltersProps) {
  const { which, filter } = inbox;
  const count = { open: counts?.unread ?? 0, unassigned: counts?.unassigned ?? 0 };
  const label = (kind: AnswerKind) => {
    const words = t(`responses.which_${kind}`);
    const n = kind === 'open' || kind === 'unassigned' ? count[kind] : 0;
    return n > 0 ? `${words} ${number(n)}` : words;
  };
  return (
    <div class="answer-filters">
      <RadioGroup
        label={t('responses.which')}
        labelUnseen
        inline
        value={which}
        choices={AnswerKind.options.map((value) => ({ value, label: label(value) }))}
        onChoose={(kind) => onInbox({ which: kind, filter })}
      />
      <div class="answer-narrow">
        {surveys.length > 1 && (
          <Select
            label={t('responses.survey')}
            labelUnseen
            value={filter.surveyId ?? ''}
            choices={[
              { value: '', label: t('responses.survey_all') },
              ...surveys.map(({ id, name }) => ({ value: id, label: name })),
            ]}
            onChoose={(surveyId) => onInbox({ which, filter: withSurvey(filter, surveyId) })}
          />
        )}
        <Field
          label={t('responses.search')}
          labelUnseen
          placeholder={t('common.find')}
          value={filter.text ?? ''}
          maxLength={200}
          onInput={onText}
        />
      </div>
    </div>
  );
}
