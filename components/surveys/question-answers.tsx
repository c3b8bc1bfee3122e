import { Checkbox } from '@/components/ui/checkbox';
import { Select } from '@/components/ui/select';
import { t } from '@/lib/i18n';
import type { Choice, Question, Texts } from '@/lib/surveys/form';
import { useBench } from './bench';
import { ChoicesField } from './choices-field';
import { merged } from './draft/questions';
import { hasChoices, hasEnds } from './draft/starters';
import { NumberField } from './number-field';
import { RangeField } from './range-field';
import { TextsField } from './text-fields';

interface QuestionAnswersProps {
  question: Question<Texts>;
  /** Takes what is being typed. */
  onWrite(part: Partial<Question<Texts>>): void;
  /** Takes a step of its own. */
  onAct(part: Partial<Question<Texts>>): void;
}

/** What a question of its type lets people answer. */
export function QuestionAnswers({ question, onWrite, onAct }: QuestionAnswersProps) {
  const { lang } = useBench();
  const { type } = question;
  const withOther = type === 'single' || type === 'multiple' || type === 'dropdown';
  return (
    <>
      {type === 'csat' && (
        <Select
          label={t('surveys.face')}
          value={question.face ?? 'numbers'}
          choices={[
            { value: 'numbers', label: t('surveys.face_numbers') },
            { value: 'stars', label: t('surveys.face_stars') },
            { value: 'faces', label: t('surveys.face_faces') },
          ]}
          onChoose={(face) => onAct({ face })}
        />
      )}
      <RangeField question={question} onWrite={onWrite} onAct={onAct} />
      {hasEnds(type) && <EndsField question={question} onWrite={onWrite} />}
      {type === 'matrix' && (
        <ChoicesField
          kind="r"
          label={t('surveys.rows')}
          choices={question.rows ?? []}
          onWrite={(rows) => onWrite({ rows })}
          onAct={(rows) => onAct({ rows })}
        />
      )}
      {hasChoices(type) && (
        <ChoicesField
          kind="c"
          label={t(type === 'matrix' ? 'surveys.columns' : 'surveys.choices')}
          choices={question.choices ?? []}
          scored={isScored(question)}
          onWrite={(choices) => onWrite({ choices })}
          onAct={(choices) => onAct({ choices })}
        />
      )}
      {(withOther || type === 'matrix') && (
        <Checkbox
          label={t('surveys.with_points')}
          checked={isScored(question)}
          onToggle={(on) => onAct({ choices: withPoints(question.choices ?? [], on) })}
        />
      )}
      {withOther && (
        <Checkbox
          label={t('surveys.own_choice')}
          checked={question.other !== undefined}
          onToggle={(on) => onAct({ other: on ? { [lang]: t('surveys.something_else') } : undefined })}
        />
      )}
      {withOther && question.other && (
        <TextsField
          label={t('surveys.own_choice_words')}
          texts={question.other}
          onWrite={(other) => onWrite({ other })}
        />
      )}
      {hasChoices(type) && (
        <Checkbox
          label={t(type === 'matrix' ? 'surveys.shuffle_rows' : 'surveys.shuffle')}
          checked={question.shuffle ?? false}
          onToggle={(on) => onAct({ shuffle: on || undefined })}
        />
      )}
      {type === 'multiple' && <PickField question={question} onWrite={onWrite} />}
      {(type === 'text' || type === 'longtext') && (
        <NumberField
          label={t('surveys.most')}
          value={question.most}
          least={1}
          most={10_000}
          placeholder={type === 'text' ? 500 : 5000}
          onNumber={(most) => onWrite({ most })}
        />
      )}
    </>
  );
}

function isScored({ choices = [] }: Question<Texts>): boolean {
  return choices.some(({ score }) => score !== undefined);
}

function withPoints(choices: readonly Choice<Texts>[], on: boolean): Choice<Texts>[] {
  return choices.map((choice) => merged(choice, { score: on ? (choice.score ?? 0) : undefined }));
}

interface PartProps {
  question: Question<Texts>;
  onWrite(part: Partial<Question<Texts>>): void;
}

function EndsField({ question, onWrite }: PartProps) {
  const [low = {}, high = {}] = question.ends ?? [];
  const write = (ends: [Texts, Texts]) =>
    onWrite({ ends: ends.some((end) => Object.keys(end).length > 0) ? ends : undefined });
  return (
    <div class="editor-pair">
      <TextsField label={t('surveys.end_low')} texts={low} onWrite={(text) => write([text, high])} />
      <TextsField label={t('surveys.end_high')} texts={high} onWrite={(text) => write([low, text])} />
    </div>
  );
}

function PickField({ question, onWrite }: PartProps) {
  const count = (question.choices?.length ?? 0) + (question.other ? 1 : 0);
  const [least, most] = question.pick ?? [];
  const write = (low: number | undefined, high: number | undefined) =>
    onWrite({ pick: low === undefined && high === undefined ? undefined : [low ?? 0, high ?? count] });
  return (
    <div class="editor-pair">
      <NumberField
        label={t('surveys.pick_least')}
        value={least}
        least={0}
        most={count}
        placeholder={0}
        onNumber={(low) => write(low, most)}
      />
      <NumberField
        label={t('surveys.pick_most')}
        value={most}
        least={1}
        most={count}
        placeholder={count}
        onNumber={(high) => write(least, high)}
      />
    </div>
  );
}
