import { useAction } from '@/components/contacts/command';
import { Field } from '@/components/ui/field';
import { Select } from '@/components/ui/select';
import { Row } from '@/components/ui/sheet';
import { Switch } from '@/components/ui/switch';
import { t } from '@/lib/i18n';
import { useBench } from './bench';
import { merged } from './draft/questions';
import { Editor } from './editor';
import { TextsField } from './text-fields';
import { kindWords } from './words';

const KINDS = ['survey', 'complaint', 'contact'] as const;

/** What the survey is called, what is said before and under it, and what becomes of an answer. */
export function SurveyEditor() {
  const { survey, form, write, act } = useBench();
  const run = useAction();
  const privacy = form.privacy ?? { text: {} };
  const setPrivacy = (part: Partial<typeof privacy>) => {
    const next = merged(privacy, part);
    const isEmpty = Object.keys(next.text).length === 0 && !next.url;
    write(merged(form, { privacy: isEmpty ? undefined : next }));
  };

  return (
    <Editor label={t('surveys.start')}>
      <Row gutter={t('surveys.title')} field>
        <TextsField
          label={t('surveys.title')}
          labelUnseen
          hint={t('surveys.title_hint')}
          texts={form.title}
          onWrite={(title) => write({ ...form, title })}
        />
      </Row>
      <Row gutter={t('surveys.intro')} field>
        <TextsField
          label={t('surveys.intro')}
          labelUnseen
          hint={t('surveys.intro_hint')}
          long
          texts={form.intro}
          onWrite={(intro) =>
            write(merged(form, { intro: Object.keys(intro).length > 0 ? intro : undefined }))
          }
        />
      </Row>
      <Row gutter={t('surveys.privacy')} field>
        <div class="editor-fields">
          <TextsField
            label={t('surveys.privacy')}
            labelUnseen
            hint={t('surveys.privacy_hint')}
            long
            texts={privacy.text}
            onWrite={(text) => setPrivacy({ text })}
          />
          <Field
            label={t('surveys.privacy_address')}
            inputMode="url"
            placeholder="https://shop.example/privacy"
            value={privacy.url ?? ''}
            onInput={(url) => setPrivacy({ url: url.trim() || undefined })}
          />
        </div>
      </Row>
      <Row gutter={t('surveys.kind')} field>
        <Select
          label={t('surveys.kind')}
          labelUnseen
          hint={t(kindHint(form.kind))}
          value={form.kind}
          choices={KINDS.map((value) => ({ value, label: kindWords(value) }))}
          onChoose={(kind) => act({ ...form, kind })}
        />
      </Row>
      <Row gutter={t('surveys.after')} field>
        <Switch
          label={t('surveys.follow_up')}
          on={survey.followUp}
          onSwitch={(followUp) => void run('surveys.edit', { id: survey.id, followUp })}
        />
      </Row>
    </Editor>
  );
}

function kindHint(kind: (typeof KINDS)[number]) {
  if (kind === 'complaint') return 'surveys.kind_complaint_hint';
  return kind === 'contact' ? 'surveys.kind_contact_hint' : 'surveys.kind_survey_hint';
}
