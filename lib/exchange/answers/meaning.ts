import type { QuestionType, Values } from '@/lib/surveys/form';
import type { DateOrder } from '../mapping';

/** Programs whose tables of answers are known. `sidelight` is our own. */
export type AnswersFormat = 'delighted' | 'typeform' | 'wjx' | 'sidelight' | 'csv';

/** What is known of an answer besides the questions. `private` (addresses of machines) is never kept. */
export type AnswerPart =
  | 'id'
  | 'email'
  | 'name'
  | 'phone'
  | 'took'
  | 'lang'
  | 'page'
  | 'done'
  | 'aside'
  | 'private';

export interface MomentColumn {
  is: 'at' | 'started';
  order?: DateOrder;
  offset?: 'Z' | '+08:00';
}

/** What one column of a table of answers holds, as plain data: it is remembered for the header and may be changed by the user. */
export type AnswerColumn =
  | { is: AnswerPart }
  /** When it was given, or begun. `offset`: of the program's clock, where the texts name none. */
  | MomentColumn
  /** Kept with the answer under this name, as what a site tells of its visitor. */
  | { is: 'hidden'; name: string }
  /** The answer to a question of the survey. */
  | { is: 'value'; q: string }
  /** To one row of a matrix. */
  | { is: 'row'; q: string; row: string }
  /** Whether one choice of several was picked. */
  | { is: 'tick'; q: string; choice: string }
  /** What was written beside the choice `other`. */
  | { is: 'other'; q: string }
  /** A question of a survey that is made of the file. Columns of the type `multiple` with the same `group` are choices of one, of
   * the type `matrix` its rows. */
  | { is: 'ask'; type: QuestionType; group?: string };

/** Why a column was taken for what it was; a sentence of its own in the dictionaries (`answers.why_*`). */
export type AnswerWhy =
  | 'format' // the program that wrote the file calls it so
  | 'title' // the words of the question
  | 'number' // the number of the question
  | 'type' // the one question that such values fit
  | 'heading' // a usual heading
  | 'values' // what stands in it
  | 'remembered'
  | 'none';

/** How the columns of one header are read. `columns` has an entry for each column; null: left out, and said. */
export interface AnswersMapping {
  /** See `fingerprintOf`. */
  fingerprint: string;
  columns: (AnswerColumn | null)[];
  /** By column. */
  why: AnswerWhy[];
}

/** One answer of a file. Its text is hostile: shown as text, checked by the form before it is stored. */
export interface FileAnswer {
  /** Row of the file, from 1. */
  where: string;
  /** Same for the same answer in every reading: the number that its program gave it, else what stands in the row. */
  key: string;
  /** Epoch ms. */
  at: number;
  /** Milliseconds that it took; null where the file does not tell. */
  took: number | null;
  done: boolean;
  lang: string | null;
  who: { email?: string; name?: string; phone?: string };
  page: string | null;
  hidden: Record<string, string>;
  aside: string | null;
  values: Values;
}
