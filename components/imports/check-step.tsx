import { useState } from 'preact/hooks';
import { RadioGroup } from '@/components/ui/radio-group';
import { Select } from '@/components/ui/select';
import type { ImportPreview, RecordStatus } from '@/lib/api/import-views';
import { t } from '@/lib/i18n';
import { list, number } from '@/lib/i18n/format';
import { DealStages } from './deal-stages';
import { HeldBack, Unmapped } from './held-back';
import type { Answers } from './plan';
import { QuestionRow } from './question-row';
import { RecordTable } from './record-table';

type Shown = RecordStatus | 'held';
const SHOWN = ['new', 'changed', 'same', 'question', 'held'] as const satisfies Shown[];

interface CheckStepProps {
  preview: ImportPreview;
  answers: Answers;
  onAnswers(answers: Answers): void;
}

/** What each record would do: counts that filter, samples, the questions to be answered, and what is held back. */
export function CheckStep({ preview, answers, onAnswers }: CheckStepProps) {
  const { counts, records } = preview;
  const [shown, setShown] = useState<Shown>(() => (counts.question > 0 ? 'question' : firstOf(counts)));
  const some = records.filter((record) => record.status === shown);
  return (
    <>
      <RadioGroup<Shown>
        label={t('importing.show')}
        labelUnseen
        inline
        value={shown}
        choices={SHOWN.filter((one) => counts[one] > 0).map((value) => ({
          value,
          label: `${t(`importing.${value}`)} ${number(counts[value])}`,
        }))}
        onChoose={(one) => setShown(one)}
      />
      {shown === 'question' && (
        <>
          <Select
            label={t('importing.otherwise')}
            value={answers.otherwise ?? 'held'}
            choices={[
              { value: 'held', label: t('importing.otherwise_held') },
              { value: 'first', label: t('importing.otherwise_first') },
              { value: 'new', label: t('importing.otherwise_new') },
            ]}
            onChoose={(one) => onAnswers({ ...answers, otherwise: one === 'held' ? undefined : one })}
          />
          {/* biome-ignore lint/a11y/noNoninteractiveTabindex: a region that scrolls must be reachable by keyboard */}
          <section class="import-rows import-questions" aria-label={t('importing.question')} tabIndex={0}>
            {some.map((record) => (
              <QuestionRow
                key={record.where}
                record={record}
                choice={answers.choices[record.where]}
                onChoose={(choice) =>
                  onAnswers({ ...answers, choices: { ...answers.choices, [record.where]: choice } })
                }
              />
            ))}
          </section>
        </>
      )}
      {shown === 'held' && <HeldBack lines={preview.heldBack} />}
      {shown !== 'held' && shown !== 'question' && <RecordTable records={some} />}
      {shown !== 'held' && counts[shown] > some.length && (
        <p class="quiet-text small">{t('importing.first_shown', { count: some.length })}</p>
      )}
      <Extras preview={preview} />
      <DealStages preview={preview} answers={answers} onAnswers={onAnswers} />
      <Unmapped properties={preview.unmapped} />
      <p class="quiet-text small">{t('importing.undo_hint')}</p>
    </>
  );
}

function firstOf(counts: ImportPreview['counts']): Shown {
  return SHOWN.find((one) => counts[one] > 0) ?? 'new';
}

/** What comes besides people. */
function Extras({ preview: { companies, events, deals } }: { preview: ImportPreview }) {
  const parts = [
    companies > 0 ? t('importing.also_companies', { count: companies }) : '',
    events > 0 ? t('importing.also_events', { count: events }) : '',
    deals > 0 ? t('importing.also_deals', { count: deals }) : '',
  ].filter((part) => part !== '');
  return parts.length > 0 ? <p class="small">{list(parts)}</p> : null;
}
