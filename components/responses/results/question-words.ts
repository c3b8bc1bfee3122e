import { readable } from '@/components/surveys/draft/texts';
import type { QuestionResult } from '@/lib/api/survey-views';
import { language, t } from '@/lib/i18n';
import { number } from '@/lib/i18n/format';
import type { Question, Texts } from '@/lib/surveys/form';
import type { Bar } from './bars';

/** A text of a survey in the language on screen, where it has it; else in one that it has. */
export function own(texts: Texts | undefined): string {
  return readable(texts, language.value, 'en') || Object.values(texts ?? {}).find(Boolean) || '';
}

/** What was answered, in words. `scale`: its lowest and highest value, which bear what stands at the ends. */
export function valueWords(
  { type, choices = [], other, ends }: Question<Texts>,
  value: string,
  scale: [string, string] | null = null,
): string {
  if (type === 'yesno') return t(value === 'yes' ? 'responses.yes' : 'responses.no');
  if (type === 'consent') return t('responses.agreed');
  if (value === 'other' && other) return own(other);
  const choice = choices.find(({ id }) => id === value);
  if (choice) return own(choice.text) || value;
  const figure = Number.isFinite(Number(value)) ? number(Number(value)) : value;
  const end = scale ? own(ends?.[scale.indexOf(value)]) : '';
  return end ? `${figure} ${end}` : figure;
}

/** More different numbers than this are no bars. */
const MOST_BARS = 24;

/** Bars of a question, a scale from its top down; null where single answers say nothing. */
export function barsOf({ question, counts }: QuestionResult): Bar[] | null {
  const isScale = ['nps', 'csat', 'ces', 'slider', 'number'].includes(question.type);
  if (counts.length === 0 || counts.length > MOST_BARS) return null;
  const inOrder = isScale ? counts.toSorted((a, b) => Number(b.value) - Number(a.value)) : counts;
  const scale: [string, string] | null = isScale
    ? [inOrder.at(-1)?.value ?? '', inOrder[0]?.value ?? '']
    : null;
  return inOrder.map(({ value, n }) => ({ key: value, label: valueWords(question, value, scale), n }));
}
