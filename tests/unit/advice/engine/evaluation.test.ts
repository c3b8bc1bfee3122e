import { describe, expect, it } from 'vitest';
import { backtestAnswers } from '@/lib/advice/engine/back-test';
import { calibration, logLoss } from '@/lib/advice/engine/calibration';
import { offPolicy, type Trial } from '@/lib/advice/engine/off-policy';
import { regrets, thompsonRegret } from '../../../support/advice-world';

/** The reference case: what was shown, with which probability, the reward, what a model expects, and the policy in question. */
const CASE: Trial[] = (
  [
    [0, 0.5, 1, [0.6, 0.3, 0.2], [0.2, 0.7, 0.1]],
    [1, 0.25, 0, [0.5, 0.4, 0.1], [0.1, 0.8, 0.1]],
    [2, 0.25, 1, [0.3, 0.3, 0.5], [0.3, 0.3, 0.4]],
    [1, 0.5, 1, [0.2, 0.6, 0.2], [0.0, 1.0, 0.0]],
    [0, 0.8, 0, [0.4, 0.2, 0.3], [0.9, 0.05, 0.05]],
  ] as const
).map(([action, propensity, reward, expected, policy]) => ({ action, propensity, reward, expected, policy }));

describe('what another way of choosing would have brought', () => {
  it('gives the reference figures', () => {
    const result = offPolicy(CASE);
    expect(result?.ips).toBeCloseTo(0.8, 12);
    expect(result?.snips).toBeCloseTo(0.48048, 6);
    expect(result?.dm).toBeCloseTo(0.419, 12);
    expect(result?.dr).toBeCloseTo(0.425, 12);
    expect(result?.ess).toBeCloseTo(3.802647, 6);
    expect(offPolicy([])).toBeNull();
  });
});

describe('what following the plays alone would have brought', () => {
  it('counts what was ignored as shown in vain, and leaves out what was put off', () => {
    const became = ['done', 'dismissed', 'ignored', 'ignored', 'later', 'shown'] as const;
    const told = backtestAnswers(
      became.map((one, at) => ({
        id: `0190b1a0-0000-7000-8000-00000000000${at}`,
        schema: 1,
        clock: '',
        deletedAt: null,
        contactId: '0190b1a0-0000-7000-8000-0000000000aa',
        playId: 'silent',
        day: '2026-03-02',
        shownAt: at,
        prior: 0,
        chance: 0.5,
        propensity: 0.5,
        alone: 0.5,
        features: {},
        became: one,
        decidedAt: one === 'shown' ? null : at,
      })),
    );
    expect(told.answered?.n).toBe(2);
    expect(told.offPolicy).toMatchObject({ done: 0.25, ips: 0.25, snips: 0.25 });
  });
});

describe('how well a forecast was made', () => {
  it('is told by surprise and by groups of like chance', () => {
    expect(logLoss([])).toBeNull();
    expect(logLoss([{ chance: 0.5, y: 1 }])).toBeCloseTo(Math.LN2, 12);
    expect(logLoss([{ chance: 1, y: 0 }])).toBeLessThan(28);
    expect(
      calibration([
        { chance: 0.1, y: 0 },
        { chance: 0.15, y: 1 },
        { chance: 1, y: 1 },
      ]),
    ).toEqual([
      { from: 0, to: 0.2, said: 0.125, came: 0.5, n: 2 },
      { from: 0.8, to: 1, said: 1, came: 1, n: 1 },
    ]);
  });
});

describe('in a made-up world', () => {
  it('costs little where plays know, and halves the loss where they know nothing', () => {
    const world = { users: 10, actions: 12, decisions: 150 };
    const good = regrets({ ...world, plays: 'good' });
    const bad = regrets({ ...world, plays: 'bad' });
    expect(good.engine).toBeLessThan(good.thompson / 2);
    expect(bad.engine).toBeLessThan(0.75 * bad.plays);
    expect(bad.engine).toBeLessThan(bad.thompson);
  }, 30_000);
});

it('is measured against Thompson sampling that loses what it is known to lose', () => {
  // Reference figures, each the mean of 4,000 runs.
  expect(Math.abs(thompsonRegret([0.9, 0.8, 0.7], 100, 4000) - 4.714)).toBeLessThan(0.2);
  expect(Math.abs(thompsonRegret([0.5, ...Array(9).fill(0.4)], 100, 1500) - 8.564)).toBeLessThan(0.2);
});
