import { FEATURES } from '@/lib/advice/engine/features';
import { type Judgement, judge, type Prior } from '@/lib/advice/engine/judgement';
import { sigmoid } from '@/lib/advice/engine/laplace';
import { learn, nothingLearned } from '@/lib/advice/engine/learned';
import { drawn } from '@/lib/advice/engine/score';
import { betaDraw, gaussian } from './draws';
import { seededRandom } from './random';

/**
 * A made-up world to try the engine in: users who answer advice by odds of their own, and plays that know those odds well, somewhat, or not
 * at all. Regret is the chance that was given away by not choosing the best, summed over all decisions.
 */
export interface World {
  users: number;
  actions: number;
  decisions: number;
  /** How well plays know the truth: correlation of their log-odds with it. */
  plays: 'good' | 'mediocre' | 'bad';
}

/** Mean regret of a user by each way of choosing. */
export interface Regrets {
  plays: number;
  engine: number;
  thompson: number;
}

const KNOWN = { good: 0.95, mediocre: 0.5, bad: 0 };
const ACTIVE = FEATURES.slice(0, 4);
const BASE = -1;
/** Chosen so that plays alone lose about what they lost in the design's simulation: 4, 28 and 54. */
const SPREAD = { base: 0.58, weight: 0.08 };

export function regrets({ users, actions, decisions, plays }: World, seed = 1): Regrets {
  const sum = { plays: 0, engine: 0, thompson: 0 };
  for (let user = 0; user < users; user++) {
    const own = regretsOf(user, { actions, decisions, known: KNOWN[plays] }, seed);
    for (const way of ['plays', 'engine', 'thompson'] as const) sum[way] += own[way] / users;
  }
  return sum;
}

interface Life {
  actions: number;
  decisions: number;
  known: number;
}

function regretsOf(user: number, { actions, decisions, known }: Life, seed: number): Regrets {
  const random = seededRandom(seed * 1000 + user);
  const normal = () => gaussian(random);
  const truth = Array.from({ length: actions }, () => priorOf(normal));
  const wrong = truth.map(() => priorOf(normal));
  const said = truth.map((one, at) => mix(one, wrong[at] as Prior, known));
  const ways = ['plays', 'engine', 'thompson'] as const;
  const lost = { plays: 0, engine: 0, thompson: 0 };
  let learned = nothingLearned();
  const beta = truth.map(() => ({ done: 1, not: 1 }));
  for (let turn = 0; turn < decisions; turn++) {
    const features = Object.fromEntries(ACTIVE.map((name) => [name, normal()]));
    const chances = truth.map((one) => sigmoid(logitOf(one, features)));
    const best = Math.max(...chances);
    // The same answer to the same action, whoever chose it.
    const answer = random();
    const judged = said.map((prior, at) => judge(learned, `${at}`, prior, features));
    const scores = {
      plays: judged.map(({ prior }) => prior),
      engine: judged.map((one: Judgement, at) => drawn(one, `${user}|${turn}|${at}`)),
      thompson: beta.map(({ done, not }) => betaDraw(done, not, random)),
    };
    for (const way of ways) {
      const action = scores[way].indexOf(Math.max(...scores[way]));
      lost[way] += best - (chances[action] as number);
      const y = answer < (chances[action] as number) ? 1 : 0;
      if (way === 'thompson') {
        const arm = beta[action] as { done: number; not: number };
        if (y === 1) arm.done += 1;
        else arm.not += 1;
      }
      if (way === 'engine') {
        const { prior } = judged[action] as Judgement;
        learned = learn(learned, { playId: `${action}`, prior, features, y, weight: 1 });
      }
    }
  }
  return lost;
}

/** Mean regret of Beta Thompson sampling over so many turns, between arms of these chances: figures of which are known elsewhere. */
export function thompsonRegret(arms: readonly number[], turns: number, runs: number, seed = 1): number {
  const random = seededRandom(seed);
  const best = Math.max(...arms);
  let lost = 0;
  for (let run = 0; run < runs; run++) {
    const beta = arms.map(() => ({ done: 1, not: 1 }));
    for (let turn = 0; turn < turns; turn++) {
      const draws = beta.map(({ done, not }) => betaDraw(done, not, random));
      const action = draws.indexOf(Math.max(...draws));
      const chance = arms[action] as number;
      lost += best - chance;
      beta[action]![random() < chance ? 'done' : 'not'] += 1;
    }
  }
  return lost / runs;
}

function priorOf(normal: () => number): Prior {
  return {
    base: BASE + SPREAD.base * normal(),
    weights: Object.fromEntries(ACTIVE.map((name) => [name, SPREAD.weight * normal()])),
  };
}

/** Of the truth so much, and of something else the rest, of the same spread. */
function mix(truth: Prior, wrong: Prior, known: number): Prior {
  const of = (a: number, b: number, mean: number) =>
    mean + known * (a - mean) + Math.sqrt(1 - known ** 2) * (b - mean);
  return {
    base: of(truth.base, wrong.base, BASE),
    weights: Object.fromEntries(
      ACTIVE.map((name) => [name, of(truth.weights[name] ?? 0, wrong.weights[name] ?? 0, 0)]),
    ),
  };
}

function logitOf({ base, weights }: Prior, features: Readonly<Record<string, number>>): number {
  return ACTIVE.reduce((sum, name) => sum + (weights[name] ?? 0) * (features[name] ?? 0), base);
}
