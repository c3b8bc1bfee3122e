import { guessAnswers } from '@/lib/exchange/answers/guess';
import { answersFormatOf } from '@/lib/exchange/answers/headings';
import { formOfTable } from '@/lib/exchange/answers/make';
import type { AnswerColumn, AnswersFormat, AnswerWhy, FileAnswer } from '@/lib/exchange/answers/meaning';
import { readAnswers } from '@/lib/exchange/answers/read';
import { answersTable } from '@/lib/exchange/answers/table';
import words from '@/lib/i18n/en/imports';
import type { AuthorForm } from '@/lib/surveys/form';

/** What `npm run inspect-survey` tells of a table of answers. */
export interface AnswersInspection {
  format: `answers-${AnswersFormat}`;
  encoding: string;
  /** The form as it would be made of the file. */
  survey: AuthorForm;
  questions: number;
  columns: { heading: string; column: AnswerColumn | null; why: AnswerWhy }[];
  answers: FileAnswer[];
  heldBack: { where: string; reason: string; text: string }[];
  left: { property: string; count: number }[];
}

/** Moments without an offset are read as UTC: the same file gives the same on every computer. */
export function inspectAnswers(bytes: Uint8Array): AnswersInspection {
  const table = answersTable(bytes);
  const { columns, why } = guessAnswers(table);
  const made = formOfTable(table, columns, 'Answers');
  const { answers, heldBack, left } = readAnswers(table, made.form, made.columns, { zone: 'UTC', at: 0 });
  return {
    format: `answers-${answersFormatOf(table.header)}`,
    encoding: table.encoding,
    survey: made.form,
    questions: made.form.pages.reduce((count, { questions }) => count + questions.length, 0),
    columns: table.header.map((heading, at) => ({
      heading,
      column: made.columns[at] ?? null,
      why: why[at]!,
    })),
    answers,
    heldBack: heldBack.map(({ reason, ...line }) => ({
      ...line,
      reason: words[reason.slice('imports.'.length) as 'held_answer'],
    })),
    left,
  };
}
