import { FileError } from '@/lib/exchange/file-error';
import words from '@/lib/i18n/en/elsewhere';
import fileWords from '@/lib/i18n/en/imports';
import { readSurvey, SurveyFileError } from '@/lib/surveys/elsewhere/read';
import type { AuthorForm } from '@/lib/surveys/form';
import { type AnswersInspection, inspectAnswers } from './answers-inspection';

/** What `npm run inspect-survey` tells of a file. */
export interface SurveyInspection {
  format: string;
  /** The form as it would stand in the builder. */
  survey: AuthorForm;
  questions: number;
  withoutCounterpart: { what: string; why: string }[];
}

/** A file of a survey is JSON, whatever its name; any other is a table of answers. */
export function inspect(bytes: Uint8Array): SurveyInspection | AnswersInspection {
  const text = new TextDecoder().decode(bytes);
  return /^\s*[[{]/.test(text) ? inspectSurvey(text) : inspectAnswers(bytes);
}

export function inspectSurvey(text: string): SurveyInspection {
  const { format, form, lost } = readSurvey(text);
  return {
    format,
    survey: form,
    questions: form.pages.reduce((count, { questions }) => count + questions.length, 0),
    withoutCounterpart: lost.map(({ what, why }) => ({ what, why: words[`why_${why}`] })),
  };
}

/** The one line for a file from which nothing can be read; null when the fault is not the file's. */
export function problemOf(error: unknown): string | null {
  if (error instanceof FileError) return fileWords[`problem_${error.problem}`];
  return error instanceof SurveyFileError ? words[`problem_${error.problem}`] : null;
}
