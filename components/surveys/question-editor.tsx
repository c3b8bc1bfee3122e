import { Checkbox } from '@/components/ui/checkbox';
import { Field } from '@/components/ui/field';
import { Select } from '@/components/ui/select';
import { Row } from '@/components/ui/sheet';
import { t } from '@/lib/i18n';
import type { Question, Texts } from '@/lib/surveys/form';
import { useBench } from './bench';
import { placeOf, questionOf, withQuestion } from './draft/questions';
import { retyped } from './draft/starters';
import { Editor } from './editor';
import { PipeMenu } from './pipe-menu';
import { QuestionAnswers } from './question-answers';
import { RuleField } from './rule-field';
import { TextsField } from './text-fields';
import { typeChoices } from './words';

/** Everything about the chosen question. */
export function QuestionEditor({ id }: { id: string }) {
  const { form, lang, write, act } = useBench();
  const question = questionOf(form, id);
  if (!question) return null;
  const change = (part: Partial<Question<Texts>>) => write(withQuestion(form, id, part));
  const step = (part: Partial<Question<Texts>>) => act(withQuestion(form, id, part));
  const asks = question.type !== 'statement';
  const title = (text: string) => change({ title: { ...question.title, [lang]: text } });

  return (
    <Editor label={t('surveys.question')}>
      <Row gutter={t('surveys.question')} field>
        <TextsField
          key={`${id} ${lang}`}
          label={t('surveys.question_title')}
          labelUnseen
          long
          texts={question.title}
          onWrite={(texts) => change({ title: texts })}
        />
        <PipeMenu
          before={placeOf(form, id)}
          onInsert={(pipe) => title(`${question.title[lang] ?? ''}${pipe}`)}
        />
      </Row>
      <Row gutter={t('surveys.help')} field>
        <TextsField
          label={t('surveys.help')}
          labelUnseen
          texts={question.help}
          onWrite={(texts) => change({ help: Object.keys(texts).length > 0 ? texts : undefined })}
        />
      </Row>
      <Row gutter={t('surveys.type')} field>
        <Select
          label={t('surveys.type')}
          labelUnseen
          value={question.type}
          choices={typeChoices()}
          onChoose={(type) => {
            const other = retyped(form, question, type);
            const gone = Object.keys(question).filter((key) => !(key in other));
            step({ ...Object.fromEntries(gone.map((key) => [key, undefined])), ...other });
          }}
        />
      </Row>
      {asks && (
        <Row gutter={t('surveys.answer')} field>
          <div class="editor-fields">
            <QuestionAnswers question={question} onWrite={change} onAct={step} />
            <Checkbox
              label={t('surveys.required')}
              checked={question.required ?? false}
              onToggle={(on) => step({ required: on || undefined })}
            />
          </div>
        </Row>
      )}
      <Row gutter={t('surveys.asked')} field>
        <RuleField
          label={t('surveys.ask_only_when')}
          always={t('surveys.asked_always')}
          rule={question.when}
          before={placeOf(form, id)}
          onChange={(when) => step({ when })}
        />
      </Row>
      {asks && (
        <Row gutter={t('surveys.measures')} field>
          <Field
            label={t('surveys.dimension')}
            labelUnseen
            hint={t('surveys.dimension_hint')}
            value={question.dimension ?? ''}
            onInput={(dimension) => change({ dimension: dimension || undefined })}
          />
        </Row>
      )}
    </Editor>
  );
}
