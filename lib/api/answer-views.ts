import type { AnswerColumn, AnswersFormat, AnswerWhy } from '@/lib/exchange/answers/meaning';
import type { QuestionType } from '@/lib/surveys/form';
import type { HeldLine } from './import-views';

/** What views are shown of a file of answers that comes in: types only. */

/** A question of the survey that the answers go to, or a part of one that has columns of its own. */
export interface AnswerPlace {
  /** What a column is that goes there. */
  column: AnswerColumn;
  /** Words of the question, and of its row or choice. */
  text: string;
  type: QuestionType;
}

/** How a file of answers would be read, for the survey that was asked for or that it seems to be of. */
export interface AnswersHead {
  format: AnswersFormat;
  encoding: string;
  /** Its first lines, to see whether the encoding is right. */
  header: string[];
  samples: string[][];
  /** Rows below the header. */
  rows: number;
  /** Null: a survey is made of the file. */
  surveyId: string | null;
  /** Those that answers can be brought to: published ones. */
  surveys: { id: string; name: string }[];
  /** Of that survey; empty for a new one. */
  places: AnswerPlace[];
  columns: (AnswerColumn | null)[];
  why: AnswerWhy[];
  isRemembered: boolean;
}

/** What a file of answers would bring, before anything is written. */
export interface AnswersPreview {
  counts: {
    new: number;
    /** Came before as a part, and are whole in the file. */
    updated: number;
    already: number;
    held: number;
  };
  /** Of the new ones: of a contact, of somebody who is none yet, of nobody that is named. */
  people: { known: number; waiting: number; nameless: number };
  /** When the first and the last were given. */
  between: [number, number] | null;
  /** The first of them. */
  answers: {
    where: string;
    at: number;
    name: string | null;
    contactId: string | null;
    lines: { title: string; text: string }[];
  }[];
  heldBack: HeldLine[];
  /** Columns that are left out, with how many values they have. */
  left: { property: string; count: number }[];
  /** Questions of the survey that would be made: its name in the file, and its type. */
  questions: { title: string; type: QuestionType; choices: number }[];
}
