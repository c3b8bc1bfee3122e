import { inShort } from '@/components/surveys/draft/texts';
import type { GroupRow, Rated } from '@/lib/api/analysis-views';
import type { AnswerFilter } from '@/lib/crm/answer-filter';
import { type Key, t } from '@/lib/i18n';
import { list, share } from '@/lib/i18n/format';
import { answersOf, counted, type Said } from '../counted-words';
import { own } from '../results/question-words';

const DIMENSIONS = {
  product: 'analysis.dim_product',
  delivery: 'analysis.dim_delivery',
  support: 'analysis.dim_support',
  contact: 'analysis.dim_contact',
  value: 'analysis.dim_value',
} as const satisfies Record<string, Key>;

/** A dimension as its author called it; those of the product's own templates in the reader's language. */
export function dimensionName(dimension: string): string {
  return Object.hasOwn(DIMENSIONS, dimension)
    ? t(DIMENSIONS[dimension as keyof typeof DIMENSIONS])
    : dimension;
}

/** A dimension by its name, a question by its title. */
export function ratedName({ dimension, title }: Rated): string {
  return dimension ? dimensionName(dimension) : inShort(own(title ?? undefined));
}

/** A tag or a segment by its name, a choice by its words. */
export function groupName({ key, name, title }: GroupRow): string {
  if (name !== null) return name;
  if (key === 'yes' || key === 'no') return t(key === 'yes' ? 'responses.yes' : 'responses.no');
  return inShort(own(title ?? undefined)) || key;
}

/** "Delivery, price and support". */
export function namesOf(rated: readonly Rated[]): string {
  return list(rated.map(ratedName));
}

/** A chance of error: never "0%", which nobody can know. */
export function chanceWords(chance: number): string {
  return chance < LEAST ? t('analysis.chance_small', { value: share(LEAST, 1) }) : share(chance, 1);
}

/** Of how many answers, and how many were left out because the same people answered again; of none nothing. @param href leads to either */
export function basisNote(
  n: number,
  repeated: number,
  { what, href }: { what: string; href(left: AnswerFilter): string },
): Said[] {
  return [
    counted('analysis.n_answers', { count: answersOf(n, href({}), what) }),
    ...(repeated > 0
      ? [
          counted('analysis.repeated', {
            count: answersOf(repeated, href({ left: true }), t('responses.left')),
          }),
        ]
      : []),
  ];
}

const LEAST = 0.001;

/** A difference counts as sure below this chance of error. */
export const SURE = 0.05;
