import { Button } from '@/components/ui/button';
import { Checkbox } from '@/components/ui/checkbox';
import { Field } from '@/components/ui/field';
import { Row } from '@/components/ui/sheet';
import { t } from '@/lib/i18n';
import { type Ending, MOST_STEPS, type Texts } from '@/lib/surveys/form';
import { useBench } from './bench';
import { withEnding, withoutEnding } from './draft/pages';
import { Editor } from './editor';
import { TextsField } from './text-fields';

const isWritten = (texts: Texts) => Object.keys(texts).length > 0;

/** What is said when all is answered. */
export function EndingEditor({ id }: { id: string }) {
  const { form, write, act, choose } = useBench();
  const at = form.endings.findIndex((each) => each.id === id);
  const ending = form.endings[at];
  if (!ending) return null;
  const change = (part: Partial<Ending<Texts>>) => write(withEnding(form, id, part));
  const steps = ending.steps ?? [];
  const putSteps = (next: Texts[]) => {
    const kept = next.slice(0, next.findLastIndex(isWritten) + 1);
    if (JSON.stringify(kept) !== JSON.stringify(steps)) change({ steps: kept.length > 0 ? kept : undefined });
  };
  const link = ending.link ?? { text: {}, url: '' };
  const linkTo = (part: Partial<typeof link>) => {
    const next = { ...link, ...part };
    change({ link: next.url === '' && Object.keys(next.text).length === 0 ? undefined : next });
  };

  return (
    <Editor label={t('surveys.ending')}>
      <Row gutter={t('surveys.ending_title')} field>
        <TextsField
          label={t('surveys.ending_title')}
          labelUnseen
          long
          texts={ending.title}
          onWrite={(title) => change({ title })}
        />
      </Row>
      <Row gutter={t('surveys.ending_text')} field>
        <TextsField
          label={t('surveys.ending_text')}
          labelUnseen
          long
          texts={ending.text}
          onWrite={(text) => change({ text: Object.keys(text).length > 0 ? text : undefined })}
        />
      </Row>
      <Row gutter={t('surveys.steps')} field>
        {/* An empty one stays while its neighbours are written: none moves under the caret. */}
        <div
          class="editor-fields"
          onFocusOut={({ currentTarget, relatedTarget }) => {
            if (!currentTarget.contains(relatedTarget as Node | null)) putSteps(steps.filter(isWritten));
          }}
        >
          {[...steps, ...(steps.length < MOST_STEPS ? [{}] : [])].map((texts, index) => (
            <TextsField
              key={index}
              label={t('surveys.step_number', { number: index + 1 })}
              texts={texts}
              onWrite={(written) => putSteps([...steps.slice(0, index), written, ...steps.slice(index + 1)])}
            />
          ))}
        </div>
      </Row>
      <Row gutter={t('surveys.link')} field>
        <div class="editor-pair">
          <TextsField
            label={t('surveys.link_words')}
            texts={link.text}
            onWrite={(text) => linkTo({ text })}
          />
          <Field
            label={t('surveys.link_address')}
            inputMode="url"
            placeholder="https://shop.example"
            value={link.url}
            onInput={(url) => linkTo({ url })}
          />
        </div>
      </Row>
      <Row gutter={t('surveys.instead')} field>
        <Field
          label={t('surveys.redirect')}
          labelUnseen
          hint={t('surveys.redirect_hint')}
          inputMode="url"
          placeholder="https://shop.example/thanks"
          value={ending.redirect ?? ''}
          onInput={(redirect) => change({ redirect: redirect.trim() || undefined })}
        />
      </Row>
      <Row>
        <div class="editor-fields">
          <Checkbox
            label={t('surveys.receipt')}
            checked={ending.receipt ?? false}
            onToggle={(on) => act(withEnding(form, id, { receipt: on || undefined }))}
          />
          {at > 0 && (
            <Button
              kind="danger"
              onClick={() => {
                act(withoutEnding(form, id), t('surveys.ending_deleted'));
                choose({ kind: 'survey' });
              }}
            >
              {t('surveys.ending_delete')}
            </Button>
          )}
        </div>
      </Row>
    </Editor>
  );
}
