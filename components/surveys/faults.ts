import { useMemo } from 'preact/hooks';
import { type Key, t } from '@/lib/i18n';
import { type FormFault, type FormFaultCode, faultsOf } from '@/lib/surveys/check';
import type { AuthorForm } from '@/lib/surveys/form';
import { languageName } from './draft/languages';

/** What keeps a form from being published, found again when it changes. */
export function useFaults(form: AuthorForm): FormFault[] {
  return useMemo(() => faultsOf(form), [form]);
}

/** Ids of the questions, pages and endings that have a fault. */
export function faultyIds(faults: readonly FormFault[]): ReadonlySet<string> {
  return new Set(faults.map(placeOfFault).filter((id) => id !== null));
}

/** The question, page or ending that a fault is about, else a part of the form as `?at=` names it; null for the beginning. */
export function placeOfFault({ code, questionId, pageId, part }: FormFault): string | null {
  return questionId ?? pageId ?? part ?? (code === 'badShow' ? 'show' : null);
}

const WORDS = {
  noTitle: 'surveys.fault_no_title',
  noQuestions: 'surveys.fault_no_questions',
  noEnding: 'surveys.fault_no_ending',
  unknownLanguage: 'surveys.fault_language',
  duplicateId: 'surveys.fault_id',
  badId: 'surveys.fault_id',
  retyped: 'surveys.fault_id',
  emptyTitle: 'surveys.fault_empty_title',
  emptyChoice: 'surveys.fault_empty_choice',
  emptyEnds: 'surveys.fault_empty_ends',
  emptyText: 'surveys.fault_empty_text',
  fewChoices: 'surveys.fault_few_choices',
  noRows: 'surveys.fault_no_rows',
  badRange: 'surveys.fault_range',
  badStep: 'surveys.fault_step',
  badPick: 'surveys.fault_pick',
  badLength: 'surveys.fault_length',
  emptyPage: 'surveys.fault_empty_page',
  deadEnd: 'surveys.fault_dead_end',
  unknownJump: 'surveys.fault_jump',
  backwardsJump: 'surveys.fault_backwards',
  emptyRule: 'surveys.fault_rule',
  deepRule: 'surveys.fault_deep_rule',
  unknownOperator: 'surveys.fault_rule',
  unknownQuestion: 'surveys.fault_unknown_question',
  laterQuestion: 'surveys.fault_later_question',
  unknownChoice: 'surveys.fault_unknown_choice',
  badComparison: 'surveys.fault_comparison',
  badName: 'logic.fault_name',
  emptyComputed: 'logic.fault_computed',
  badTerm: 'logic.fault_term',
  brokenBlock: 'logic.fault_block',
  badShows: 'logic.fault_shows',
  blockJump: 'logic.fault_block_jump',
  blockQuestion: 'logic.fault_block_question',
  unknownPipe: 'surveys.fault_unknown_pipe',
  laterPipe: 'surveys.fault_later_pipe',
  badAddress: 'surveys.fault_address',
  badShow: 'surveys.fault_show',
} as const satisfies Record<FormFaultCode, Key>;

/** What is wrong and what to do, with the language where it is a missing text. */
export function faultWords({ code, lang }: FormFault, form: AuthorForm): string {
  const words = t(WORDS[code]);
  return lang && form.langs.length > 1
    ? t('surveys.fault_in', { language: languageName(lang), words })
    : words;
}
