import { Field } from '@/components/ui/field';
import { TextArea } from '@/components/ui/text-area';
import type { Texts } from '@/lib/surveys/form';
import { useBench } from './bench';
import { readable, textIn, withText } from './draft/texts';

interface TextsFieldProps {
  label: string;
  labelUnseen?: boolean;
  hint?: string;
  texts: Texts | undefined;
  /** Several lines. */
  long?: boolean;
  autofocus?: boolean;
  onWrite(texts: Texts): void;
}

/** A text in the language that is written in; where it has none, the first language stands behind it as a guide. */
export function TextsField({ label, labelUnseen, hint, texts, long, autofocus, onWrite }: TextsFieldProps) {
  const { form, lang } = useBench();
  const props = {
    label,
    labelUnseen,
    hint,
    lang,
    autofocus,
    placeholder: lang === form.lang ? undefined : readable(texts, lang, form.lang),
    value: textIn(texts, lang),
    onInput: (text: string) => onWrite(withText(texts, lang, text)),
  };
  return long ? <TextArea {...props} /> : <Field {...props} />;
}
