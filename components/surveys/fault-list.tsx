import { language, t } from '@/lib/i18n';
import type { FormFault } from '@/lib/surveys/check';
import type { AuthorForm } from '@/lib/surveys/form';
import { inShort, readable } from './draft/texts';
import { faultWords, placeOfFault } from './faults';
import { typeWords } from './words';
import './checks.css';

interface FaultListProps {
  form: AuthorForm;
  faults: readonly FormFault[];
  /** Goes to the question, page or ending with the fault; empty for the beginning. */
  onFault(where: string): void;
}

/** What keeps the survey from being published; each line goes to where it is mended. */
export function FaultList({ form, faults, onFault }: FaultListProps) {
  return (
    <ul class="check-list">
      {faults.map((fault) => {
        const where = placeOfFault(fault);
        return (
          <li key={`${fault.code} ${where} ${fault.lang}`}>
            <button type="button" class="check-line" onClick={() => onFault(where ?? '')}>
              <span class="check-where one-line">{nameOf(form, where)}</span>
              <span class="late">{faultWords(fault, form)}</span>
            </button>
          </li>
        );
      })}
    </ul>
  );
}

/** How the outline calls a part. */
export function nameOf(form: AuthorForm, where: string | null): string {
  if (where === null) return t('surveys.start');
  if (where === 'show') return t('surveys.when_shown');
  if (where === 'computed') return t('logic.computed');
  if (where === 'blocks') return t('logic.blocks');
  const lang = language.value;
  const questions = form.pages.flatMap((page) => page.questions);
  const at = questions.findIndex(({ id }) => id === where);
  const question = questions[at];
  if (question)
    return `${at + 1} ${inShort(readable(question.title, lang, form.lang)) || typeWords(question.type)}`;
  const page = form.pages.findIndex(({ id }) => id === where);
  return page < 0 ? t('surveys.ending') : t('surveys.page_n', { n: page + 1 });
}
