import { type Key, t } from '@/lib/i18n';
import type { AuthorForm } from '@/lib/surveys/form';
import type { TextAt, What } from '@/lib/surveys/translation/texts';
import { nameOf } from '../fault-list';

const WHAT = {
  title: 'logic.what_title',
  help: 'logic.what_help',
  low: 'logic.what_low',
  high: 'logic.what_high',
  other: 'logic.what_else',
  intro: 'logic.what_intro',
  privacy: 'logic.what_privacy',
  text: 'logic.what_text',
  link: 'logic.what_link',
} as const satisfies Partial<Record<What, Key>>;

const NUMBERED = {
  choice: 'logic.what_choice',
  row: 'logic.what_row',
  step: 'logic.what_step',
} as const satisfies Omit<Record<What, Key>, keyof typeof WHAT>;

/** What a text is, within its question or ending: "Answer 2". */
export function whatWords({ what, number }: Pick<TextAt, 'what' | 'number'>): string {
  if (what === 'choice' || what === 'row' || what === 'step') return t(NUMBERED[what], { n: number });
  return t(WHAT[what]);
}

/** Where a text stands: its question as the outline has it, the ending, or the beginning. */
export function placeWords(form: AuthorForm, { of }: Pick<TextAt, 'of'>): string {
  return nameOf(form, of === '' ? null : of);
}

/** Both: "3 How was it?, Answer 2". */
export function whereWords(form: AuthorForm, text: TextAt): string {
  return t('logic.texts_of', { where: placeWords(form, text), what: whatWords(text) });
}
