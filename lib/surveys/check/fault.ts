import type { AuthorForm, Question, Texts } from '../form';

/**
 * What keeps a form from being published.
 * - of the form: `noTitle`, `noQuestions`, `noEnding`, `unknownLanguage` (the first language is none of its languages)
 * - of ids: `duplicateId`, `badId` (empty, or with a sign that rules and pipes read), `retyped` (in an earlier version it was a
 *   question of another type)
 * - of texts, with the language: `emptyTitle`, `emptyChoice`, `emptyEnds`, `emptyText`
 * - of a question: `fewChoices`, `noRows`, `badRange`, `badStep`, `badPick`, `badLength`
 * - of the path: `emptyPage`, `deadEnd` (no path leads there), `unknownJump`, `backwardsJump`
 * - of rules: `emptyRule`, `deepRule`, `unknownOperator`, `unknownQuestion`, `laterQuestion`, `unknownChoice`, `badComparison`
 * - of what is computed: `badName` (empty, twice, or one that means something else), `emptyComputed`, `badTerm` (asks what is not there, or is computed
 *   later)
 * - of blocks: `brokenBlock` (fewer than two, not side by side, of two kinds, in two blocks), `badShows`, `blockJump` (a jump out of it or into it),
 *   `blockQuestion` (a rule or text in it that needs another member, which may come later)
 * - of pipes in texts: `unknownPipe`, `laterPipe`
 * - of addresses and of when it is shown: `badAddress`, `badShow`
 */
export type FormFaultCode =
  | 'noTitle'
  | 'noQuestions'
  | 'noEnding'
  | 'unknownLanguage'
  | 'duplicateId'
  | 'badId'
  | 'retyped'
  | 'emptyTitle'
  | 'emptyChoice'
  | 'emptyEnds'
  | 'emptyText'
  | 'fewChoices'
  | 'noRows'
  | 'badRange'
  | 'badStep'
  | 'badPick'
  | 'badLength'
  | 'emptyPage'
  | 'deadEnd'
  | 'unknownJump'
  | 'backwardsJump'
  | 'emptyRule'
  | 'deepRule'
  | 'unknownOperator'
  | 'unknownQuestion'
  | 'laterQuestion'
  | 'unknownChoice'
  | 'badComparison'
  | 'badName'
  | 'emptyComputed'
  | 'badTerm'
  | 'brokenBlock'
  | 'badShows'
  | 'blockJump'
  | 'blockQuestion'
  | 'unknownPipe'
  | 'laterPipe'
  | 'badAddress'
  | 'badShow';

export interface FormFault {
  code: FormFaultCode;
  /** Id of the page, or of the ending. */
  pageId?: string;
  questionId?: string;
  /** Where it is in neither. */
  part?: 'computed' | 'blocks';
  /** The language in which it is so; absent where it is so in all. */
  lang?: string;
}

/** Where a fault is. */
export type Where = Pick<FormFault, 'pageId' | 'questionId'>;

export type AuthorQuestion = Question<Texts>;

/** Languages in which a text says nothing. */
export function silent({ langs }: Pick<AuthorForm, 'langs'>, texts: Texts | undefined): string[] {
  return langs.filter((lang) => !texts?.[lang]?.trim());
}
