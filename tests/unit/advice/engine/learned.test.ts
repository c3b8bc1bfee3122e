import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { FEATURES, featuresOf } from '@/lib/advice/engine/features';
import { judge } from '@/lib/advice/engine/judgement';
import { observe, sigmoid } from '@/lib/advice/engine/laplace';
import { type Lesson, learn, learnAll, nothingLearned } from '@/lib/advice/engine/learned';

const PLAYS = ['silent', 'thanks', 'renewal', 'offer'];
const lesson = fc.record({
  playId: fc.constantFrom(...PLAYS),
  prior: fc.double({ min: -4, max: 4, noNaN: true }),
  features: fc.dictionary(fc.constantFrom(...FEATURES), fc.double({ min: -3, max: 3, noNaN: true })),
  y: fc.constantFrom(0 as const, 1 as const),
  weight: fc.constantFrom(0.25, 0.3, 1),
});

describe('what is learned', () => {
  it('leaves the word to the plays while nothing was answered', () => {
    const judged = judge(
      nothingLearned(),
      'silent',
      { base: -0.4, weights: { overdue: 1.2 } },
      { overdue: 0.9 },
    );
    expect(judged.logit).toBe(judged.prior);
    expect(judged.prior).toBeCloseTo(0.68, 12);
  });

  it('is made from the log again to the bit, whoever comes in between', () => {
    fc.assert(
      fc.property(fc.array(lesson, { maxLength: 40 }), fc.nat(40), (log, cut) => {
        const online = log.reduce<ReturnType<typeof nothingLearned>>(learn, nothingLearned());
        const stored = JSON.parse(JSON.stringify(learnAll(log.slice(0, cut))));
        expect(learnAll(log.slice(cut), stored)).toStrictEqual(online);
        expect(learnAll(log)).toStrictEqual(online);
      }),
    );
  });

  it('explains the logit exactly: contributions and intercept sum to it', () => {
    fc.assert(
      fc.property(fc.array(lesson, { maxLength: 30 }), lesson, (log, asked) => {
        const weights = { overdue: 1.1, returns: -0.7, value: 0.4 };
        const judged = judge(learnAll(log), asked.playId, { base: -0.5, weights }, asked.features);
        const sum = judged.contributions.reduce((all, { amount }) => all + amount, judged.intercept);
        expect(Math.abs(sum - judged.logit)).toBeLessThan(1e-9);
        expect(judged.chance).toBeCloseTo(sigmoid(judged.logit), 12);
        expect(judged.variance).toBeGreaterThanOrEqual(0);
      }),
    );
  });

  it('counts yes and no as answers, and neither what was put off nor what was ignored', () => {
    const answers = [
      [1, 1],
      [0, 1],
      [0, 0.3],
      [0, 0.25],
      [0, 0.25],
    ] as const;
    const learned = learnAll(
      answers.map(([y, weight]) => ({ playId: 'thanks', prior: 0, features: {}, y, weight })),
    );
    expect(learned.counts).toEqual({ thanks: { done: 1, of: 2 } });
    expect(learned.n).toBe(5);
  });

  it('takes what is done as a reason for it, and what is dismissed as one against, an ignored step less', () => {
    const one = (y: 0 | 1, weight: number): Lesson => ({
      playId: 'thanks',
      prior: 0,
      features: {},
      y,
      weight,
    });
    const chanceAfter = (given: Lesson) =>
      judge(learn(nothingLearned(), given), 'thanks', { base: 0, weights: {} }, {}).chance;
    expect(chanceAfter(one(1, 1))).toBeGreaterThan(0.5);
    expect(chanceAfter(one(0, 1))).toBeLessThan(chanceAfter(one(0, 0.25)));
    expect(chanceAfter(one(0, 0.25))).toBeLessThan(0.5);
  });

  it('moves other plays less than the one that was answered', () => {
    const given: Lesson = { playId: 'thanks', prior: 0.2, features: { value: 1 }, y: 0, weight: 1 };
    const learned = learn(nothingLearned(), given);
    const chance = (playId: string) =>
      judge(learned, playId, { base: 0.2, weights: {} }, { value: 1 }).chance;
    expect(chance('thanks')).toBeLessThan(chance('offer'));
    expect(chance('offer')).toBeLessThan(sigmoid(0.2));
  });

  it('finds the mode of the posterior and the covariance there', () => {
    // One answer by phi = [l, 1, value, play]: the gradient of the log posterior at the mode is 0.
    const given: Lesson = { playId: 'thanks', prior: -0.4, features: { value: 0.8 }, y: 1, weight: 1 };
    const { mean } = learn(nothingLearned(), given);
    const value = 2 + FEATURES.indexOf('value');
    const theta = [mean[0], mean[1], mean[value], mean[2 + FEATURES.length]] as number[];
    const phi = [-0.4, 1, 0.8, 1];
    const variances = [0.25, 1, 0.25, 0.5];
    const chance = sigmoid(-0.4 + theta.reduce((sum, one, at) => sum + one * (phi[at] as number), 0));
    theta.forEach((one, at) => {
      expect(one / (variances[at] as number)).toBeCloseTo((1 - chance) * (phi[at] as number), 10);
    });
  });

  it('gives the reference figures of two answers', () => {
    const prior = { mean: [0, 0, 0], covariance: [0.25, 0, 0, 0, 1, 0, 0, 0, 0.5] };
    const close = (got: readonly number[], wanted: readonly number[]) =>
      got.forEach((one, at) => {
        expect(one).toBeCloseTo(wanted[at] as number, 7);
      });
    const diagonal = (covariance: readonly number[]) => [0, 4, 8].map((at) => covariance[at] as number);
    const first = observe(prior, { phi: [0.5, 1, 1], offset: -0.4, y: 1, weight: 1 });
    close(first.mean, [0.05397109, 0.43176869, 0.21588434]);
    close(diagonal(first.covariance), [0.24722882, 0.82264477, 0.45566119]);
    const second = observe(first, { phi: [-0.2, 1, 0], offset: 0.3, y: 0, weight: 1 });
    close(second.mean, [0.09420163, -0.03285113, 0.2644545]);
    close(diagonal(second.covariance), [0.24618287, 0.683137, 0.45413664]);
  });

  it('has features from -3 to 3, and none for what is not known', () => {
    expect(featuresOf({})).toEqual({});
    expect(featuresOf({ overdue: Number.NaN })).toEqual({});
    expect(featuresOf({ overdue: 1, valueGrade: 'high', exchanges: 1e9 })).toEqual({
      overdue: 1,
      value: 1,
      familiar: 3,
    });
  });
});
