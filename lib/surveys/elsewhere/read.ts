import { isFormbricks, readFormbricks } from './formbricks';
import { type Loose, objectOf } from './loose';
import type { Brought } from './making';
import { isQualtrics, readQualtrics } from './qualtrics';
import { isSurveyJs, readSurveyJs } from './surveyjs';

export type SurveyFormat = 'surveyjs' | 'formbricks' | 'qsf';

export interface BroughtSurvey extends Brought {
  format: SurveyFormat;
}

/** Why nothing can be read of a file. */
export type SurveyFileProblem = 'large' | 'json' | 'unknown' | 'empty';

export class SurveyFileError extends Error {
  constructor(readonly problem: SurveyFileProblem) {
    super(problem);
  }
}

/** Larger ones hold pictures, or are none. In characters. */
export const LARGEST_SURVEY = 5_000_000;

/**
 * Reads a survey that was made elsewhere: SurveyJS, Formbricks or Qualtrics. What has no counterpart is named, and nothing of the file is
 * run. @throws SurveyFileError
 */
export function readSurvey(text: string): BroughtSurvey {
  if (text.length > LARGEST_SURVEY) throw new SurveyFileError('large');
  const brought = broughtOf(objectOf(parsed(text)));
  if (!brought) throw new SurveyFileError('unknown');
  if (brought.form.pages.every(({ questions }) => questions.length === 0)) throw new SurveyFileError('empty');
  return brought;
}

/** Null where it is none of theirs, or is nested so deep that no program made it. */
function broughtOf(json: Loose): BroughtSurvey | null {
  try {
    if (isQualtrics(json)) return { format: 'qsf', ...readQualtrics(json) };
    if (isFormbricks(json)) return { format: 'formbricks', ...readFormbricks(json) };
    return isSurveyJs(json) ? { format: 'surveyjs', ...readSurveyJs(json) } : null;
  } catch (error) {
    if (error instanceof RangeError) return null;
    throw error;
  }
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text.replace(/^\ufeff/, ''));
  } catch {
    throw new SurveyFileError('json');
  }
}
