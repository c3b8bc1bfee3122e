import { computing } from '../compute';
import type { AuthorForm, Value, Values } from '../form';
import { walk } from '../path';
import type { Variables } from '../rules';
import { type Side, sidesOf } from './sides';

/** So many ways of answering are walked: 40 questions take a fifth of a second. */
const MOST_WALKS = 4000;

export interface Reach {
  /** Questions and endings that some answers lead to. */
  ids: ReadonlySet<string>;
  walked: number;
  /** Every way of answering that conditions tell apart was walked, or everything was reached before. */
  whole: boolean;
}

/**
 * Which questions and endings are reached: the form is walked, as the widget walks it, by every way of answering that its conditions tell apart;
 * of more than 4,000 ways by so many, spread over them.
 */
export function reachedIn(form: AuthorForm): Reach {
  const sides = sidesOf(form);
  const ways = sides.reduce((product, { values }) => product * values.length, 1);
  const wanted = new Set([
    ...form.pages.flatMap(({ questions }) => questions.map(({ id }) => id)),
    ...form.endings.map(({ id }) => id),
  ]);
  const ids = new Set<string>();
  const walks = Math.min(ways, MOST_WALKS);
  let walked = 0;
  while (walked < walks && ids.size < wanted.size) {
    const chosen = ways <= MOST_WALKS ? nth(sides, walked) : spread(sides, walked);
    walked += 1;
    const { values, variables } = answersOf(chosen);
    const { steps, ending } = walk(form, values, computing(form, variables));
    for (const { questions } of steps) for (const { id } of questions) ids.add(id);
    if (ending) ids.add(ending);
  }
  return { ids, walked, whole: ways <= MOST_WALKS || ids.size >= wanted.size };
}

type Answered = { q: string; value: Value | undefined }[];

/** The nth of all combinations. */
function nth(sides: Side[], index: number): Answered {
  let rest = index;
  return sides.map(({ q, values }) => {
    const value = values[rest % values.length];
    rest = Math.floor(rest / values.length);
    return { q, value };
  });
}

/** Combinations that are spread evenly over all: each side takes a turn of its own (Weyl sequences of the square roots of primes). */
function spread(sides: Side[], index: number): Answered {
  return sides.map(({ q, values }, at) => {
    const turn = (index * Math.sqrt(primeAfter(at))) % 1;
    return { q, value: values[Math.floor(turn * values.length)] };
  });
}

const PRIMES = [2, 3, 5, 7, 11, 13, 17, 19, 23, 29, 31, 37, 41, 43, 47, 53, 59, 61, 67, 71];
const primeAfter = (at: number): number =>
  PRIMES[at % PRIMES.length]! * (1 + Math.floor(at / PRIMES.length) * Math.PI);

/** What is answered to rows of a matrix stands together. */
function answersOf(chosen: Answered): { values: Values; variables: Variables } {
  const values: Record<string, Value> = {};
  const variables: Variables = {};
  for (const { q, value } of chosen) {
    if (value === undefined) continue;
    const [id = '', row] = q.split('.');
    if (q.startsWith('@')) variables[q.slice(1)] = value;
    else if (row === undefined) values[q] = value;
    else values[id] = { ...(values[id] as Record<string, string>), [row]: String(value) };
  }
  return { values, variables };
}
