import { RadioGroup } from '@/components/ui/radio-group';
import type { ImportRecord } from '@/lib/api/import-views';
import { t } from '@/lib/i18n';
import type { Choice } from './plan';

interface QuestionRowProps {
  record: ImportRecord;
  choice: Choice | undefined;
  onChoose(choice: Choice): void;
}

/** One record of which it is not clear whom it is about, with those who may be meant. */
export function QuestionRow({ record, choice, onChoose }: QuestionRowProps) {
  const { name, detail, doubt, candidates } = record;
  return (
    <div class="import-question">
      <p class="small quiet-text">
        {[detail, doubt && t(`importing.doubt_${doubt}`)].filter(Boolean).join(' · ')}
      </p>
      <RadioGroup
        label={t('importing.who_is', { name })}
        value={choice === undefined ? null : keyOf(choice)}
        choices={[
          ...candidates.map((one) => ({
            value: keyOf(one.choice),
            label: t('importing.is_this', { name: one.name }),
            hint:
              'record' in one.choice ? t('importing.record_where', { where: one.choice.record }) : one.detail,
          })),
          { value: 'new', label: t('importing.is_new') },
          { value: 'skip', label: t('importing.is_skip') },
        ]}
        onChoose={(key) =>
          onChoose(candidates.find((one) => keyOf(one.choice) === key)?.choice ?? asChoice(key))
        }
      />
    </div>
  );
}

function keyOf(choice: Choice): string {
  if (typeof choice === 'string') return choice;
  return 'record' in choice ? `record:${choice.record}` : choice.contactId;
}

function asChoice(key: string): Choice {
  return key === 'new' ? 'new' : 'skip';
}
