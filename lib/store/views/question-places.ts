import type { QuestionResult } from '@/lib/api/survey-views';
import type { Survey } from '@/lib/crm/surveys';
import type { AuthorForm } from '@/lib/surveys/form';
import type { PackedAnswer } from '../packed-answers';
import { type Asked, answersTo } from '../results-scope';
import { formOf } from '../survey-reads';

/** The block that a question stands in, and what of the block it belongs to: itself, or its page. */
function memberOf({ pages, blocks = [] }: AuthorForm, id: string): { block: string; member: string } | null {
  const page = pages.find(({ questions }) => questions.some((one) => one.id === id));
  for (const block of blocks) {
    const isOfPages = pages.some((one) => block.of.includes(one.id));
    const member = isOfPages ? page?.id : id;
    if (member !== undefined && block.of.includes(member)) return { block: block.id, member };
  }
  return null;
}

/** Reads of an answer at which place of its block a question stood; 0 where none was drawn for it. */
export function placeReader(
  survey: Survey,
  { question: { id }, versions }: Asked,
): (answer: Pick<PackedAnswer, 'version' | 'order'>) => number {
  const members = new Map(
    [...versions].map((version) => {
      const form = formOf(survey, version);
      return [version, form && memberOf(form, id)] as const;
    }),
  );
  return ({ version, order = {} }) => {
    const found = members.get(version);
    return found ? (order[found.block] ?? []).indexOf(found.member) + 1 : 0;
  };
}

/**
 * How a question was answered by the place that was drawn for it, 1 for the first of its block; undefined for one that always stood at the same.
 * A difference between places says that the order matters, and that a fixed one would have measured it.
 */
export function placesOf(survey: Survey, asked: Asked, all: PackedAnswer[]): QuestionResult['places'] {
  const { id } = asked.question;
  const placeIn = placeReader(survey, asked);
  const places = new Map<number, { shown: number; n: number; numbers: number[] }>();
  for (const answer of answersTo(asked, all)) {
    const place = placeIn(answer);
    if (place === 0) continue;
    const { values } = answer;
    const own = places.get(place) ?? { shown: 0, n: 0, numbers: [] };
    places.set(place, own);
    const value = values[id];
    own.shown += 1;
    if (value !== undefined) own.n += 1;
    if (typeof value === 'number') own.numbers.push(value);
  }
  if (places.size === 0) return undefined;
  return [...places]
    .sort(([a], [b]) => a - b)
    .map(([place, { shown, n, numbers }]) => ({
      place,
      shown,
      n,
      mean: numbers.length > 0 ? numbers.reduce((sum, one) => sum + one, 0) / numbers.length : null,
    }));
}
