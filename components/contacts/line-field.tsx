import { useId } from 'preact/hooks';
import { Row } from '@/components/ui/sheet';
import './line-field.css';

interface LineFieldProps {
  label: string;
  value: string;
  /** Where the value was read, in a word. */
  source: string | null;
  /** A person's name is set in the face of names. */
  isName?: boolean;
  inputMode?: 'email' | 'tel';
  autofocus?: boolean;
  error?: string | null;
  onInput(value: string): void;
}

/** A value on a line, its label in the margin, its source at the end. */
export function LineField({
  label,
  value,
  source,
  isName,
  inputMode,
  autofocus,
  error,
  onInput,
}: LineFieldProps) {
  const id = useId();
  return (
    <Row class="line-field" gutter={<label for={id}>{label}</label>}>
      <div class="line-field-box">
        <input
          id={id}
          type="text"
          autocomplete="off"
          class={isName ? 'name' : undefined}
          inputMode={inputMode}
          autofocus={autofocus}
          value={value}
          aria-invalid={error ? true : undefined}
          aria-describedby={`${id}-line`}
          onInput={(event) => onInput(event.currentTarget.value)}
        />
        <span id={`${id}-line`} class="note quiet-text">
          {source}
        </span>
      </div>
      {error && (
        <p class="small late" role="alert">
          {error}
        </p>
      )}
    </Row>
  );
}
