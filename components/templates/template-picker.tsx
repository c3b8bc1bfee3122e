import { useLayoutEffect, useRef, useState } from 'preact/hooks';
import { useDesk } from '@/components/contacts/desk';
import { failureWords } from '@/components/contacts/failure';
import { useSight } from '@/components/people/visible';
import { useQuery } from '@/components/query/use-query';
import { Button } from '@/components/ui/button';
import { FieldFrame } from '@/components/ui/field-frame';
import { Option } from '@/components/ui/option';
import { Row } from '@/components/ui/sheet';
import { useListbox } from '@/components/ui/use-listbox';
import type { TemplateRow } from '@/lib/api/compose-views';
import type { SurveyRow } from '@/lib/api/survey-views';
import { language, t } from '@/lib/i18n';
import { shortDate } from '@/lib/i18n/format';
import { type Draft, ReadyText } from './ready-text';
import { offered } from './search';
import { SurveyLink } from './survey-link';

interface TemplatePickerProps extends Draft {
  /** Whose fields are filled in. */
  contactId: string | null;
  onClose(): void;
}

type Chosen = { template: TemplateRow } | { survey: SurveyRow };

/** Finds a template by its words, shows it filled, and puts it into the draft. */
export function TemplatePicker({ contactId, onClose, ...draft }: TemplatePickerProps) {
  const desk = useDesk();
  // From the moment on when the list is opened: by the time a text is chosen the panel was seen long enough.
  const sight = useSight(desk.guarded === true);
  const [chosen, setChosen] = useState<Chosen | null>(null);
  const list = useQuery('templates.list', { contactId }, { keep: true });
  const surveys = useQuery('surveys.count', contactId ? {} : null);
  if (list.error != null)
    return (
      <Row>
        <p class="small late">{failureWords(list.error)}</p>
      </Row>
    );
  if (!list.value) return null;
  const back = () => setChosen(null);
  const own = list.value.language;
  // A Chinese name does not tell in which script somebody reads: who writes traditional signs is taken to write to such.
  const first = own === 'zh-Hans' && language.value === 'zh-Hant' ? 'zh-Hant' : (own ?? language.value);
  return (
    <Row class="templates-in-panel">
      {!chosen && (
        <Found
          rows={list.value.rows}
          first={first}
          isAsking={(surveys.value?.open ?? 0) > 0}
          onChoose={setChosen}
          onClose={onClose}
        />
      )}
      {chosen && 'template' in chosen && (
        <ReadyText
          {...draft}
          sight={sight}
          contactId={contactId}
          templateId={chosen.template.id}
          template={chosen.template.text}
          onBack={back}
          onDone={onClose}
        />
      )}
      {chosen && 'survey' in chosen && contactId && (
        <SurveyLink
          {...draft}
          sight={sight}
          contactId={contactId}
          survey={chosen.survey}
          name={list.value.name}
          onBack={back}
          onDone={onClose}
        />
      )}
    </Row>
  );
}

interface FoundProps {
  rows: readonly TemplateRow[];
  first: TemplateRow['language'];
  isAsking: boolean;
  onChoose(chosen: Chosen): void;
  onClose(): void;
}

function Found({ rows, first, isAsking, onChoose, onClose }: FoundProps) {
  const desk = useDesk();
  const [text, setText] = useState('');
  const surveys = useQuery('surveys.list', isAsking ? {} : null);
  const field = useRef<HTMLInputElement>(null);
  useLayoutEffect(() => field.current?.focus(), []);

  const open = (surveys.value ?? []).filter(({ state }) => state === 'open');
  const options = [
    ...offered(rows, text, first).map((template) => ({
      key: template.id,
      name: template.name,
      line: template.text.trim().split('\n')[0] ?? '',
      usedAt: template.usedAt,
      chosen: { template } as Chosen,
    })),
    ...open
      .filter(({ name }) => name.toLowerCase().includes(text.trim().toLowerCase()))
      .map((survey) => ({
        key: survey.id,
        name: t('templates.survey_link_of', { name: survey.name }),
        line: '',
        usedAt: null,
        chosen: { survey } as Chosen,
      })),
  ];
  const listbox = useListbox(options.length, true, (index) => {
    const option = options[index];
    if (option) onChoose(option.chosen);
  });
  const now = Date.now();
  return (
    <>
      <FieldFrame label={t('templates.find')} labelUnseen>
        {(links) => (
          <span class="field-box">
            <input
              ref={field}
              type="text"
              autocomplete="off"
              spellcheck={false}
              placeholder={t('templates.find')}
              {...links}
              {...listbox.input}
              value={text}
              onInput={(event) => {
                setText(event.currentTarget.value);
                listbox.setCursor(0);
              }}
              onKeyDown={(event) => {
                if (listbox.onKey(event) || event.key !== 'Escape') return;
                event.preventDefault();
                event.stopPropagation();
                onClose();
              }}
            />
          </span>
        )}
      </FieldFrame>
      <div class="template-list" role="listbox" id={listbox.listId} aria-label={t('templates.templates')}>
        {options.map(({ key, name, line, usedAt }, index) => (
          <Option key={key} {...listbox.option(index)}>
            <span class="one-line">
              {name}
              {usedAt !== null && (
                <span class="option-hint"> · {t('templates.used', { day: shortDate(usedAt, now) })}</span>
              )}
            </span>
            {line && <span class="template-first one-line">{line}</span>}
          </Option>
        ))}
      </div>
      {options.length === 0 && (
        <p class="small quiet-text">{t(rows.length > 0 ? 'templates.none_found' : 'templates.none_panel')}</p>
      )}
      <div class="button-line">
        {rows.length === 0 && (
          <Button onClick={() => desk.openWorkspace('#/templates/new')}>{t('templates.make')}</Button>
        )}
        <Button kind="bare" onClick={onClose}>
          {t('templates.close')}
        </Button>
      </div>
    </>
  );
}
