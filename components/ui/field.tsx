import type { ComponentChildren, InputHTMLAttributes } from 'preact';
import { FieldFrame, type FieldWords } from './field-frame';

interface FieldProps
  extends FieldWords,
    Omit<InputHTMLAttributes, 'label' | 'value' | 'onInput' | 'role' | 'type' | 'list'> {
  value: string;
  onInput(value: string): void;
  /** What stands inside the field at its start, such as a magnifying glass. */
  before?: ComponentChildren;
}

/** One line of text. `inputMode` chooses the keyboard for an address, a number or a link. */
export function Field({ label, labelUnseen, hint, error, value, onInput, before, ...rest }: FieldProps) {
  return (
    <FieldFrame label={label} labelUnseen={labelUnseen} hint={hint} error={error}>
      {(links) => (
        <span class="field-box">
          {before}
          <input
            type="text"
            autocomplete="off"
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
