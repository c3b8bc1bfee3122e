import type { ComponentChildren, InputHTMLAttributes } from 'preact';
import { FieldFrame, type FieldWords } from './field-frame';

interface FieldProps
  extends FieldWords,
    Omit<InputHTMLAttributes, 'label' | 'value' | 'onInput' | 'role' | 'type' | 'list'> {
  value: string;
  onInput(value: string): void;
  /** What stands inside the field at its start, such as a magnifying glass. */
  before?: ComponentChildren;
  /** What stands at its end, such as where the value comes from. */
  after?: ComponentChildren;
  /** Written on a line of the sheet instead of in a box. */
  onLine?: boolean;
}

/** One line of text. `inputMode` chooses the keyboard for an address, a number or a link. */
export function Field(props: FieldProps) {
  const { label, labelUnseen, hint, error, value, onInput, before, after, onLine, ...rest } = props;
  return (
    <FieldFrame label={label} labelUnseen={labelUnseen} hint={hint} error={error}>
      {(links) => (
        <span class={onLine ? 'field-box on-line' : 'field-box'}>
          {before}
          <input
            type="text"
            autocomplete="off"
            {...rest}
            {...links}
            value={value}
            onInput={(event) => onInput(event.currentTarget.value)}
          />
          {after && <span class="field-after">{after}</span>}
        </span>
      )}
    </FieldFrame>
  );
}
