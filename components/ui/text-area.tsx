import type { TextareaHTMLAttributes } from 'preact';
import { FieldFrame, type FieldWords } from './field-frame';

interface TextAreaProps extends FieldWords, Omit<TextareaHTMLAttributes, 'label' | 'value' | 'onInput'> {
  value: string;
  onInput(value: string): void;
}

/**
 * Text of several lines that grows with what is written. The twin behind it holds the same text and gives the
 * height, so that no script measures on each key.
 */
export function TextArea({ label, labelUnseen, hint, error, value, onInput, ...rest }: TextAreaProps) {
  return (
    <FieldFrame label={label} labelUnseen={labelUnseen} hint={hint} error={error}>
      {(links) => (
        <span class="field-box growing" data-text={`${value} `}>
          <textarea
            rows={1}
            {...rest}
            {...links}
            value={value}
            onInput={(event) => onInput(event.currentTarget.value)}
          />
        </span>
      )}
    </FieldFrame>
  );
}
