import { ChevronDown } from 'lucide';
import type { SelectHTMLAttributes } from 'preact';
import { FieldFrame, type FieldWords } from './field-frame';
import { Icon } from './icon';

/** One entry of a choice. */
export interface Choice<T extends string = string> {
  value: T;
  label: string;
  /** A few words on what the choice means. */
  hint?: string;
}

interface SelectProps<T extends string>
  extends FieldWords,
    Omit<SelectHTMLAttributes, 'label' | 'value' | 'role' | 'size' | 'multiple'> {
  value: T;
  choices: readonly Choice<T>[];
  onChoose(value: T): void;
}

/** One of a short fixed list: the platform's own select, dressed. */
export function Select<T extends string>(props: SelectProps<T>) {
  const { label, labelUnseen, hint, error, value, choices, onChoose, ...rest } = props;
  return (
    <FieldFrame label={label} labelUnseen={labelUnseen} hint={hint} error={error}>
      {(links) => (
        <span class="field-box select">
          <select
            {...rest}
            {...links}
            value={value}
            onChange={(event) => onChoose(event.currentTarget.value as T)}
          >
            {choices.map((choice) => (
              <option key={choice.value} value={choice.value}>
                {choice.label}
              </option>
            ))}
          </select>
          <Icon node={ChevronDown} size={14} />
        </span>
      )}
    </FieldFrame>
  );
}
