import { useRef, useState } from 'preact/hooks';
import { useCommand } from '@/components/contacts/command';
import { Button } from '@/components/ui/button';
import { Field } from '@/components/ui/field';
import { Menu } from '@/components/ui/menu';
import { Select } from '@/components/ui/select';
import { TextArea } from '@/components/ui/text-area';
import { FIELD_NAMES, fieldsIn, MERGE_FIELDS, type MergeField, MOST_TEXT } from '@/lib/crm/merge-fields';
import type { TemplateFields } from '@/lib/crm/templates';
import { LANGUAGES, t } from '@/lib/i18n';
import { fieldWord } from './field-words';
import { MyName } from './my-name';
import { Preview } from './preview';

interface TemplateEditorProps {
  /** Of a new one: made now. */
  id: string;
  begun: TemplateFields;
  onSaved(): void;
  onCancel(): void;
}

const CHOICES = Object.entries(LANGUAGES).map(([value, label]) => ({
  value: value as TemplateFields['language'],
  label,
}));

/** What a template is called and says, beside how that reads for a contact. */
export function TemplateEditor({ id, begun, onSaved, onCancel }: TemplateEditorProps) {
  const [fields, setFields] = useState(begun);
  const [labels, setLabels] = useState(begun.labels.join(', '));
  const form = useRef<HTMLFormElement>(null);
  const { run, busy, error } = useCommand();
  const { name, language, text } = fields;
  const set = (change: Partial<TemplateFields>) => setFields({ ...fields, ...change });
  const { fields: used, unknown } = fieldsIn(text);

  async function save() {
    const template = {
      ...fields,
      name: name.trim() || (text.trim().split('\n')[0] ?? '').slice(0, 80),
      labels: labels
        .split(/[,，、]/)
        .map((one) => one.trim())
        .filter(Boolean)
        .slice(0, 12),
    };
    if (await run('templates.put', { id, template }, t('templates.saved', { name: template.name })))
      onSaved();
  }

  /** Where the caret stands, in the language of the template. */
  function addField(field: MergeField) {
    const area = form.current?.querySelector('textarea');
    const [from, to] = area ? [area.selectionStart, area.selectionEnd] : [text.length, text.length];
    const written = `{${FIELD_NAMES[language][field]}}`;
    set({ text: text.slice(0, from) + written + text.slice(to) });
    requestAnimationFrame(() => {
      area?.focus();
      area?.setSelectionRange(from + written.length, from + written.length);
    });
  }

  return (
    <form
      ref={form}
      class="template-editor"
      onSubmit={(event) => {
        event.preventDefault();
        if (text.trim() !== '') void save();
      }}
    >
      <div>
        <div class="pair">
          <Field
            label={t('templates.name')}
            value={name}
            maxLength={120}
            placeholder={(text.trim().split('\n')[0] ?? '').slice(0, 80)}
            onInput={(value) => set({ name: value })}
          />
          <Select
            label={t('templates.language')}
            value={language}
            choices={CHOICES}
            onChoose={(value) => set({ language: value })}
          />
        </div>
        <TextArea
          label={t('templates.text')}
          value={text}
          maxLength={MOST_TEXT}
          lang={language}
          error={error}
          hint={t('templates.fallback_hint', { example: EXAMPLES[language] })}
          onInput={(value) => set({ text: value })}
        />
        {unknown.length > 0 && (
          <p class="small" role="status">
            {t('templates.unknown_fields', { fields: unknown.join(', ') })}
          </p>
        )}
        <Menu
          label={t('templates.add_field')}
          kind="quiet"
          items={MERGE_FIELDS.map((field) => ({
            id: field,
            label: fieldWord(field),
            run: () => addField(field),
          }))}
        />
        <Field
          label={t('templates.tags')}
          value={labels}
          hint={t('templates.tags_hint')}
          onInput={setLabels}
        />
        {used.includes('my name') && <MyName />}
        <div class="button-line">
          <Button kind="ink" type="submit" loading={busy} disabled={text.trim() === ''}>
            {t('common.save')}
          </Button>
          <Button onClick={onCancel}>{t('common.cancel')}</Button>
        </div>
      </div>
      <Preview text={text} language={language} />
    </form>
  );
}

const EXAMPLES = {
  en: '{first name|there}',
  'zh-Hans': '{名字|朋友}',
  'zh-Hant': '{名字|朋友}',
} as const;
