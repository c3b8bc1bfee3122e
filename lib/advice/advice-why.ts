import type { AdviceWhy, WhyReason } from '@/lib/api/advice-views';
import type { Param } from '@/lib/api/views';
import { shareOf } from '@/lib/insight/satisfaction';
import { titleOf } from './advice-words';
import type { Advised } from './advise';
import type { EffectivePlay } from './catalogue/effective';
import { FIGURE_OF, type Measured } from './engine/features';
import type { Contribution } from './engine/judgement';
import { sigmoid } from './engine/laplace';
import type { Learned } from './engine/learned';
import type { Weighed } from './engine/rank';
import { factorOf } from './engine/score';

const MOST_FOR = 3;
/** Less than this moves no chance by a whole point. */
const LEAST = 0.04;

/** Why this step stands first: everything that the order rests on, nothing rounded away. */
export function whyOf(
  { best, others, rejected }: Advised,
  learned: Learned,
  measured: Measured,
): AdviceWhy | null {
  if (!best) return null;
  const { judgement, stakes } = best;
  const ordered = [...judgement.contributions].sort((a, b) => b.amount - a.amount);
  const moving = ordered.filter(({ amount }) => Math.abs(amount) >= LEAST);
  const [next] = others;
  const counted = learned.counts[best.play.id];
  const done = counted ? shareOf(counted.done, counted.of) : null;
  return {
    chance: judgement.chance,
    usual: sigmoid(judgement.intercept),
    for: moving
      .filter(({ amount }) => amount > 0)
      .slice(0, MOST_FOR)
      .map((one) => reason(one, measured)),
    against: moving
      .filter(({ amount }) => amount < 0)
      .slice(-1)
      .map((one) => reason(one, measured)),
    factors: { drawn: best.drawn, ...stakes },
    learned: counted && done ? { done: counted.done, of: counted.of, low: done.low, high: done.high } : null,
    runnerUp: next
      ? { title: titleOf(next.play), chance: next.judgement.chance, share: next.score / best.score }
      : null,
    flip: next ? flipOf(best, next, ordered) : null,
    rejected: rejected.map(({ play, why }) => ({ title: titleOf(play), why })),
  };
}

function reason({ name, amount }: Contribution, measured: Measured): WhyReason {
  return { name, amount, value: name === 'learned' ? null : valueOfFigure(measured[FIGURE_OF[name]]) };
}

function valueOfFigure(value: number | string | undefined): Param | null {
  return value ?? null;
}

/** What would put the next one first if it were as usual: the strongest single reason that does. */
function flipOf(
  best: Weighed<EffectivePlay>,
  next: Weighed<EffectivePlay>,
  ordered: readonly Contribution[],
): Contribution['name'] | null {
  const logit = Math.log(best.drawn / (1 - best.drawn));
  const found = ordered.find(
    ({ amount }) => amount > 0 && sigmoid(logit - amount) * factorOf(best.stakes) < next.score,
  );
  return found?.name ?? null;
}
