import type { Choice, Question, Value } from '../../../lib/surveys/form';
import type { Guide } from '../guide';
import type { Words } from '../words';

/** What a control knows of the question it asks. All controls are of this one shape, and only draw: what is done with them goes to the guide. */
export interface Field {
  q: Question;
  /** Prefix of the ids of its elements; also the name of its radio buttons. */
  id: string;
  value: Value | undefined;
  /** What was written beside `other`. */
  beside: string | undefined;
  /** A number as it was typed: `1.0` is on the way to `1.05`. */
  draft: string | undefined;
  words: Words;
  /** There soon after the question is visible. */
  guide: Guide | undefined;
  invalid: boolean;
  /** Ids of help and error. */
  describedBy: string | undefined;
  labelledBy: string;
  /** In the order that this visitor sees. */
  choices: Choice[];
  rows: Choice[];
  /** Something was typed or chosen. */
  on(event: Event): void;
}

/** What every control says of itself. */
export const nameOf = (f: Field) => ({
  'aria-labelledby': f.labelledBy,
  'aria-describedby': f.describedBy,
});

/** What a group of choices says of itself; a group that is no radio group cannot be required or invalid. */
export const groupOf = (f: Field, isRadio = true) => ({
  ...nameOf(f),
  role: isRadio ? ('radiogroup' as const) : ('group' as const),
  ...(isRadio && { 'aria-required': !!f.q.required, 'aria-invalid': f.invalid }),
});

/** What one field says of itself. */
export const fieldOf = (f: Field) => ({
  ...nameOf(f),
  'aria-invalid': f.invalid,
  required: f.q.required,
  onInput: f.on,
});
