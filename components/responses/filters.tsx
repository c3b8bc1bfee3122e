import { Field } from '@/components/ui/field';
import { RadioGroup } from '@/components/ui/radio-group';
import { Select } from '@/components/ui/select';
import type { ResponseWhich } from '@/lib/api/operations/responses';
import type { Results } from '@/lib/api/results';
import { t } from '@/lib/i18n';
import { number } from '@/lib/i18n/format';

/** In the order in which they are worked through. */
export const WHICH = [
  'open',
  'unassigned',
  'detractors',
  'comments',
  'aside',
  'all',
] as const satisfies ResponseWhich[];

export interface AnswerFilter {
  which: (typeof WHICH)[number];
  /** Of one survey; empty for all. */
  surveyId: string;
  text: string;
}

interface FiltersProps {
  filter: AnswerFilter;
  counts: Results['responses.counts'] | null;
  surveys: { id: string; name: string }[];
  onFilter(filter: AnswerFilter): void;
}

/** Which answers stand in the list. */
export function Filters({ filter, counts, surveys, onFilter }: FiltersProps) {
  const count = { open: counts?.unread ?? 0, unassigned: counts?.unassigned ?? 0 };
  const label = (which: AnswerFilter['which']) => {
    const words = t(`responses.which_${which}`);
    const n = which === 'open' || which === 'unassigned' ? count[which] : 0;
    return n > 0 ? `${words} ${number(n)}` : words;
  };
  return (
    <div class="answer-filters">
      <RadioGroup
        label={t('responses.which')}
        labelUnseen
        inline
        value={filter.which}
        choices={WHICH.map((value) => ({ value, label: label(value) }))}
        onChoose={(which) => onFilter({ ...filter, which })}
      />
      <div class="answer-narrow">
        {surveys.length > 1 && (
          <Select
            label={t('responses.survey')}
            labelUnseen
            value={filter.surveyId}
            choices={[
              { value: '', label: t('responses.survey_all') },
              ...surveys.map(({ id, name }) => ({ value: id, label: name })),
            ]}
            onChoose={(surveyId) => onFilter({ ...filter, surveyId })}
          />
        )}
        <Field
          label={t('responses.search')}
          labelUnseen
          placeholder={t('common.find')}
          value={filter.text}
          maxLength={200}
          onInput={(text) => onFilter({ ...filter, text })}
        />
      </div>
    </div>
  );
}
