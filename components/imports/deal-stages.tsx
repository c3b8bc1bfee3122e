import { stageWords } from '@/components/deals/words';
import { useQuery } from '@/components/query/use-query';
import { Select } from '@/components/ui/select';
import type { ImportPreview } from '@/lib/api/import-views';
import { DEFAULT_PIPELINE } from '@/lib/crm/defaults';
import { t } from '@/lib/i18n';
import { number } from '@/lib/i18n/format';
import type { Answers } from './plan';
import '@/components/settings/settings.css';

interface DealStagesProps {
  preview: ImportPreview;
  answers: Answers;
  onAnswers(answers: Answers): void;
}

/** Each stage of the file's deals, with the stage of the board that it is taken for. */
export function DealStages({ preview: { stages }, answers, onAnswers }: DealStagesProps) {
  const settings = useQuery('settings.get', {}, { keep: true });
  if (stages.length === 0 || !settings.value) return null;
  const board = settings.value.settings.pipeline ?? DEFAULT_PIPELINE;
  return (
    <section class="import-stages" aria-label={t('importing.stages')}>
      <h3>{t('importing.stages')}</h3>
      <div class="setting-fields">
        {stages.map(({ text, count, stageId }) => (
          <Select
            key={text}
            label={t('common.in_brackets', { what: text, more: number(count) })}
            value={answers.stages[text] ?? stageId ?? ''}
            choices={[
              ...board.map((stage) => ({ value: stage.id, label: stageWords(stage) })),
              { value: '', label: t('importing.stage_made') },
            ]}
            onChoose={(id) => onAnswers({ ...answers, stages: { ...answers.stages, [text]: id } })}
          />
        ))}
      </div>
    </section>
  );
}
