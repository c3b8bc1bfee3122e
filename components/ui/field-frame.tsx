import type { ComponentChildren } from 'preact';
import { useId } from 'preact/hooks';
import './field.css';

/** What every field says about itself. */
export interface FieldWords {
  label: string;
  /** The label stands elsewhere (in the gutter): here it is read out, not drawn. */
  labelUnseen?: boolean;
  hint?: string;
  /** What happened, then what to do. Takes the place of the hint. */
  error?: string | null;
}

/** Attributes that tie a control to its label and to the line under it. */
export interface FieldLinks {
  id: string;
  'aria-invalid': true | undefined;
  'aria-describedby': string | undefined;
}

interface FieldFrameProps extends FieldWords {
  children: (links: FieldLinks) => ComponentChildren;
}

/** Label above, control, then one line: the error, else the hint. */
export function FieldFrame({ label, labelUnseen, hint, error, children }: FieldFrameProps) {
  const id = useId();
  const line = error ?? hint;
  return (
    <div class="field">
      <label class={labelUnseen ? 'unseen' : 'field-label'} for={id}>
        {label}
      </label>
      {children({
        id,
        'aria-invalid': error ? true : undefined,
        'aria-describedby': line ? `${id}-line` : undefined,
      })}
      {line && (
        <p id={`${id}-line`} class={error ? 'field-line late' : 'field-line'}>
          {line}
        </p>
      )}
    </div>
  );
}
