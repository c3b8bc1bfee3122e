import { Button } from '@/components/ui/button';
import { TextArea } from '@/components/ui/text-area';
import { t } from '@/lib/i18n';
import type { AuthorForm } from '@/lib/surveys/form';
import type { TextAt } from '@/lib/surveys/translation/texts';
import { textIn } from '../draft/texts';
import { whatWords, whereWords } from './where-words';

interface TextPairProps {
  form: AuthorForm;
  lang: string;
  /** Name of the first language. */
  first: string;
  text: TextAt;
  /** The words that the translation was made of, where they were changed since. */
  was: string | null;
  onWrite(text: string): void;
  onCopy(): void;
  onFits(): void;
}

/** A text in the first language, and beside it the place for its translation. */
export function TextPair({ form, lang, first, text, was, onWrite, onCopy, onFits }: TextPairProps) {
  const { id, texts } = text;
  const written = textIn(texts, lang);
  const isMissing = written.trim() === '';
  return (
    <div class="text-pair" data-text-id={id}>
      <span class="text-what quiet-text small">{whatWords(text)}</span>
      <div class="text-first">
        <p lang={form.lang}>{textIn(texts, form.lang)}</p>
        {was !== null && !isMissing && (
          <p class="text-was small">
            {t('logic.text_stale', { language: first })} <del lang={form.lang}>{was}</del>
          </p>
        )}
      </div>
      <div class="text-other">
        <TextArea
          label={whereWords(form, text)}
          labelUnseen
          lang={lang}
          value={written}
          placeholder={isMissing ? t('logic.text_missing') : undefined}
          onInput={onWrite}
        />
        {isMissing && (
          <Button kind="bare" onClick={onCopy}>
            {t('logic.text_copy', { language: first })}
          </Button>
        )}
        {was !== null && !isMissing && (
          <Button kind="bare" onClick={onFits}>
            {t('logic.text_fits')}
          </Button>
        )}
      </div>
    </div>
  );
}
