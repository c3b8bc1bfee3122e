import { FEATURES } from './features';
import { dot, observe, times } from './laplace';

/**
 * The correction of what plays say, shared by all of them: logit p = l + theta.phi, phi = [l, 1, features, one-hot play]. Its prior is
 * N(0, diag(.25, 1, .25, .5)): with no outcomes the plays decide.
 */
export interface Learned {
  /** Plays in the order in which the first answer to each came. */
  plays: string[];
  mean: number[];
  /** By rows, as long as `mean` squared. */
  covariance: number[];
  /** Answers that it rests on. */
  n: number;
  /** By play: how many were answered with yes or no (put off and ignored are neither), and how many of those done. */
  counts: Record<string, { done: number; of: number }>;
}

/** What came of one piece of advice. */
export interface Lesson {
  playId: string;
  /** Log-odds by the plays alone. */
  prior: number;
  features: Readonly<Record<string, number>>;
  /** 1: done. */
  y: 0 | 1;
  /** How much it says, above 0; 1 for a plain yes or no. */
  weight: number;
}

const FIXED = 2 + FEATURES.length;
const VARIANCE = { prior: 0.25, one: 1, feature: 0.25, play: 0.5 };

/** Nothing learned. */
export function nothingLearned(): Learned {
  const variances = [VARIANCE.prior, VARIANCE.one, ...FEATURES.map(() => VARIANCE.feature)];
  return {
    plays: [],
    mean: variances.map(() => 0),
    covariance: diagonal(variances),
    n: 0,
    counts: {},
  };
}

function diagonal(variances: readonly number[]): number[] {
  return variances.flatMap((variance, row) => variances.map((_, column) => (row === column ? variance : 0)));
}

/** The row of numbers that the correction weighs. `play` is null where nothing was ever learned of it. */
export function phiOf(
  learned: Learned,
  { playId, prior, features }: Pick<Lesson, 'playId' | 'prior' | 'features'>,
): { phi: number[]; play: number | null } {
  const phi = learned.mean.map(() => 0);
  phi[0] = prior;
  phi[1] = 1;
  FEATURES.forEach((name, index) => {
    phi[2 + index] = features[name] ?? 0;
  });
  const place = learned.plays.indexOf(playId);
  if (place < 0) return { phi, play: null };
  phi[FIXED + place] = 1;
  return { phi, play: FIXED + place };
}

/** Mean and variance of the correction's share of the logit. */
export function correction(
  learned: Learned,
  at: Pick<Lesson, 'playId' | 'prior' | 'features'>,
): { mean: number; variance: number } {
  const { phi, play } = phiOf(learned, at);
  const along = times(learned.covariance, phi);
  const unseen = play === null ? VARIANCE.play : 0;
  return { mean: dot(learned.mean, phi), variance: dot(phi, along) + unseen };
}

/**
 * What is known after one more answer: Laplace's approximation at the mode, found exactly along phi, and a rank-one update of the covariance.
 * Lessons in the same order give the same numbers to the bit.
 */
export function learn(before: Learned, lesson: Lesson): Learned {
  const learned = before.plays.includes(lesson.playId) ? before : withPlay(before, lesson.playId);
  const { phi } = phiOf(learned, lesson);
  const { mean, covariance } = observe(learned, {
    phi,
    offset: lesson.prior,
    y: lesson.y,
    weight: lesson.weight,
  });
  const counted = learned.counts[lesson.playId] ?? { done: 0, of: 0 };
  return {
    plays: learned.plays,
    mean,
    covariance,
    n: learned.n + 1,
    counts: {
      ...learned.counts,
      [lesson.playId]: { done: counted.done + lesson.y, of: counted.of + (lesson.weight === 1 ? 1 : 0) },
    },
  };
}

/** All that a log teaches, in its order. */
export function learnAll(lessons: Iterable<Lesson>, from = nothingLearned()): Learned {
  let learned = from;
  for (const lesson of lessons) learned = learn(learned, lesson);
  return learned;
}

function withPlay(learned: Learned, playId: string): Learned {
  const size = learned.mean.length;
  const wider: number[] = [];
  for (let row = 0; row < size; row++) {
    wider.push(...learned.covariance.slice(row * size, (row + 1) * size), 0);
  }
  wider.push(...learned.mean.map(() => 0), VARIANCE.play);
  return {
    ...learned,
    plays: [...learned.plays, playId],
    mean: [...learned.mean, 0],
    covariance: wider,
  };
}
