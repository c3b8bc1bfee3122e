import type { Question } from '../../lib/surveys/form';
import { scaleOf } from '../../lib/surveys/scale';
import { type FaultCode, longest } from '../../lib/surveys/validate';
import type { LateWords } from '../seal/words';
import { momentIn } from './moment';

/** The limit beyond which an answer lies: a number, or a day as `YYYY-MM-DD`; undefined where the fault knows none. */
function limitOf(q: Question, code: FaultCode): number | string | undefined {
  const [low, high] = q.range ?? scaleOf(q) ?? [];
  const all = (q.choices?.length ?? 0) + (q.other ? 1 : 0);
  const [least = all, most = all] = q.pick ?? [];
  switch (code) {
    case 'low':
    case 'early':
      return low;
    case 'high':
    case 'late':
      return high;
    case 'few':
      return Math.min(least, all);
    case 'many':
      return most;
    case 'long':
      return longest(q);
    default:
      return undefined;
  }
}

/**
 * What is wrong with an answer, with the limit in it: nothing else on the page tells a visitor how far they may go.
 * @param lang of the form, in which a day is written
 */
export function faultWords(q: Question, code: FaultCode, words: LateWords, lang: string): string {
  const limit = limitOf(q, code);
  return words.faults[code].replace(
    '{n}',
    typeof limit === 'string'
      ? momentIn(lang, { dateStyle: 'medium', timeZone: 'UTC' }).format(new Date(limit))
      : `${limit}`,
  );
}
