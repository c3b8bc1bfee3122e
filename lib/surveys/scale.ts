import type { Question } from './form';

const DEFAULTS: { [type: string]: [number, number] } = {
  nps: [0, 10],
  csat: [1, 5],
  ces: [1, 7],
  slider: [0, 100],
};

/** Both ends of a question's numbers; null where it has none. An nps is 0 to 10 whatever it says. */
export function scaleOf({ type, range }: Pick<Question<unknown>, 'type' | 'range'>): [number, number] | null {
  const [low, high] = type === 'nps' ? [] : (range ?? []);
  return typeof low === 'number' && typeof high === 'number' ? [low, high] : (DEFAULTS[type] ?? null);
}
