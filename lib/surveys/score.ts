import type { Form, Question, Values } from './form';
import { scaleOf } from './scale';

/** Sum of the scores of everything that was chosen; of a matrix, of each row's column. What has none counts 0. */
export function score(questions: Question<unknown>[], values: Values): number {
  let sum = 0;
  for (const { id, choices } of questions) {
    const value = Object.hasOwn(values, id) ? values[id] : undefined;
    const chosen = typeof value === 'object' ? Object.values(value) : [value];
    for (const one of chosen) sum += choices?.find((choice) => choice.id === one)?.score ?? 0;
  }
  return sum;
}

export interface MainScore {
  questionId: string;
  type: 'nps' | 'csat' | 'ces';
  value: number;
  range: [number, number];
}

/** The first nps, csat or ces that was answered, in the order of the form; null when none was. */
export function mainScore(form: Pick<Form<unknown>, 'pages'>, values: Values): MainScore | null {
  for (const question of form.pages.flatMap((page) => page.questions)) {
    const { id, type } = question;
    const value = Object.hasOwn(values, id) ? values[id] : undefined;
    if ((type === 'nps' || type === 'csat' || type === 'ces') && typeof value === 'number')
      return { questionId: id, type, value, range: scaleOf(question)! };
  }
  return null;
}

/** Somebody should act on it: nps up to 6, csat and ces in the lowest two fifths of their scale (1 and 2 of 5, 1 to 3 of 7). */
export function isLow({
  type,
  value,
  range: [low, high],
}: Pick<MainScore, 'type' | 'value' | 'range'>): boolean {
  return type === 'nps' ? value <= 6 : 5 * (value - low) <= 2 * (high - low);
}
