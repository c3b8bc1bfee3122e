import { type Key, t } from '@/lib/i18n';
import { type AuthorForm, QUESTION_TYPES, type QuestionType } from '@/lib/surveys/form';

const TYPES = {
  nps: 'surveys.type_nps',
  csat: 'surveys.type_csat',
  ces: 'surveys.type_ces',
  single: 'surveys.type_single',
  multiple: 'surveys.type_multiple',
  dropdown: 'surveys.type_dropdown',
  yesno: 'surveys.type_yesno',
  matrix: 'surveys.type_matrix',
  ranking: 'surveys.type_ranking',
  slider: 'surveys.type_slider',
  text: 'surveys.type_text',
  longtext: 'surveys.type_longtext',
  email: 'surveys.type_email',
  phone: 'surveys.type_phone',
  number: 'surveys.type_number',
  date: 'surveys.type_date',
  consent: 'surveys.type_consent',
  statement: 'surveys.type_statement',
} as const satisfies Record<QuestionType, Key>;

export function typeWords(type: QuestionType): string {
  return t(TYPES[type]);
}

/** Every type with its words, in the order of the menu. */
export function typeChoices(): { value: QuestionType; label: string }[] {
  return QUESTION_TYPES.map((value) => ({ value, label: typeWords(value) }));
}

const KINDS = {
  survey: 'surveys.kind_survey',
  complaint: 'surveys.kind_complaint',
  contact: 'surveys.kind_contact',
} as const satisfies Record<AuthorForm['kind'], Key>;

export function kindWords(kind: AuthorForm['kind']): string {
  return t(KINDS[kind]);
}

export function stateWords(state: 'draft' | 'open' | 'closed'): string {
  if (state === 'draft') return t('surveys.state_draft');
  return t(state === 'open' ? 'surveys.state_open' : 'surveys.state_closed');
}
