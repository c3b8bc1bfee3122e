import type { ScorePart } from '@/lib/crm/answer-filter';
import { t } from '@/lib/i18n';
import type { Question, Texts } from '@/lib/surveys/form';
import { valueWords } from './results/question-words';

/** What is asked of an answer, as it is counted: of a ranking what stands first. */
export function saidWords(question: Question<Texts>, value: string): string {
  const words = valueWords(question, value);
  return question.type === 'ranking' ? t('responses.filter_first', { choice: words }) : words;
}

/** A part of a scale. Only where it is asked whether somebody is satisfied does the upper quarter mean that. */
export function partWords(part: ScorePart, question: Question<Texts> | undefined): string {
  const isContent = question === undefined || question.type === 'csat';
  if (part === 'satisfied' && !isContent) return t('responses.part_upper');
  if (part === 'unsatisfied' && !isContent) return t('responses.part_lower');
  return t(`responses.part_${part}`);
}
