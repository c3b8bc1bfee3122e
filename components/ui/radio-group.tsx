import { useId } from 'preact/hooks';
import type { Choice } from './select';
import './check.css';

interface RadioGroupProps<T extends string> {
  /** The question. */
  label: string;
  labelUnseen?: boolean;
  /** Side by side, where their words are short. */
  inline?: boolean;
  value: T | null;
  choices: readonly Choice<T>[];
  onChoose(value: T): void;
}

/** One of a few, all in sight; what each means may stand beside it. */
export function RadioGroup<T extends string>(props: RadioGroupProps<T>) {
  const { label, labelUnseen, inline, value, choices, onChoose } = props;
  const name = useId();
  return (
    <fieldset class={inline ? 'radios inline' : 'radios'}>
      <legend class={labelUnseen ? 'unseen' : 'radios-label'}>{label}</legend>
      {choices.map((choice) => (
        <label key={choice.value} class="check radio">
          <input
            type="radio"
            class="check-dot"
            name={name}
            value={choice.value}
            checked={choice.value === value}
            onChange={() => onChoose(choice.value)}
          />
          <span class="radio-label">{choice.label}</span>
          {choice.hint && <span class="radio-hint">{choice.hint}</span>}
        </label>
      ))}
    </fieldset>
  );
}
