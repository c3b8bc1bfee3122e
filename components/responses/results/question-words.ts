import { readable } from '@/components/surveys/draft/texts';
import type { QuestionResult } from '@/lib/api/survey-views';
import { language, t } from '@/lib/i18n';
import { number } from '@/lib/i18n/format';
import type { Question, Texts } from '@/lib/surveys/form';
import { scaleOf } from '@/lib/surveys/scale';
import type { Bar } from './bars';

/** A text of a survey in the language on screen, where it has it; else in one that it has. */
export function own(texts: Texts | undefined): string {
  return readable(texts, language.value, 'en') || Object.values(texts ?? {}).find(Boolean) || '';
}

/** What was answered, in words. `scale`: the lowest and highest value that could be given, which bear what stands at the ends. */
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
  if (choices.length > 0) return t('responses.filter_gone');
  const figure = Number.isFinite(Number(value)) ? number(Number(value)) : value;
  const end = scale ? own(ends?.[scale.indexOf(value)]) : '';
  return end ? `${figure} ${end}` : figure;
}

/** More different numbers than this are no bars. */
const MOST_BARS = 24;

/**
 * Bars of a question, a scale from its top down; null where single answers say nothing. An end of the scale that has words has
 * its bar though nobody gave it: its words belong to no other value.
 */
export function barsOf({ question, counts }: QuestionResult): Bar[] | null {
  if (counts.length === 0 || counts.length > MOST_BARS) return null;
  const isScale = ['nps', 'csat', 'ces', 'slider', 'number'].includes(question.type);
  if (!isScale) return counts.map(({ value, n }) => ({ key: value, label: valueWords(question, value), n }));
  const scale = scaleOf(question)?.map(String) as [string, string] | undefined;
  const given = new Set(counts.map(({ value }) => value));
  const notGiven = (scale ?? []).filter((value, at) => own(question.ends?.[at]) && !given.has(value));
  return [...counts, ...notGiven.map((value) => ({ value, n: 0 }))]
    .toSorted((a, b) => Number(b.value) - Number(a.value))
    .map(({ value, n }) => ({ key: value, label: valueWords(question, value, scale), n }));
}
