import type { Choice, Question, Value } from '../../../lib/surveys/form';
import type { Words } from '../words';

/** What a control knows of the question it asks. All controls are of this one shape. */
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
  invalid: boolean;
  /** Ids of help and error. */
  describedBy: string | undefined;
  labelledBy: string;
  /** In the order that this visitor sees. */
  choices: Choice[];
  rows: Choice[];
  set(value: Value | undefined): void;
  write(beside: string): void;
  type(draft: string): void;
  /** A choice was made with the pointer: a page that asks nothing else may go on. */
  chosen(): void;
}

/** What a group of choices says of itself; a group that is no radio group cannot be required or invalid. */
export const groupOf = (f: Field, role: 'radiogroup' | 'group' = 'radiogroup') => ({
  role,
  'aria-labelledby': f.labelledBy,
  'aria-describedby': f.describedBy,
  ...(role === 'radiogroup' && { 'aria-required': !!f.q.required, 'aria-invalid': f.invalid }),
});
