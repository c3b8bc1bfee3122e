import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type Bound, barOf, isControl, restsHeld, type Standing } from '@/lib/advice/engine/barred';
import { judge } from '@/lib/advice/engine/judgement';
import { type Learned, learnAll, nothingLearned } from '@/lib/advice/engine/learned';
import { propensityOf } from '@/lib/advice/engine/propensity';
import { listOf, type Option, weigh } from '@/lib/advice/engine/rank';
import { drawn, timingOf } from '@/lib/advice/engine/score';
import type { Outcome } from '@/lib/crm/outcomes';
import { contact, daysAgo, NOW } from '../build';

const judgement = (chance: number, variance = 1) => ({
  prior: 0,
  logit: Math.log(chance / (1 - chance)),
  variance,
  chance,
  intercept: 0,
  contributions: [],
});
const option = (contactId: string, id: string, kind: string, chance: number, value = 1) => ({
  contactId,
  play: { id, kind },
  judgement: judgement(chance, 0.01),
  stakes: { value, timing: 1, lever: 1 },
});
const TODAY = { user: 'u', day: '2026-11-21' };

describe('the order of advice', () => {
  it('is the same all day, and another the next', () => {
    const options: Option<{ id: string; kind: string }>[] = Array.from({ length: 30 }, (_, at) => ({
      ...option(`c${at}`, 'silent', 'write', 0.5),
      judgement: judgement(0.5, 2),
    }));
    const order = (day: string) => weigh(options, { ...TODAY, day }).map(({ contactId }) => contactId);
    expect(order('2026-11-21')).toEqual(order('2026-11-21'));
    expect(order('2026-11-22')).not.toEqual(order('2026-11-21'));
    expect([...order('2026-11-22')].sort()).toEqual([...order('2026-11-21')].sort());
  });

  it('is another after accepted and dismissed steps, with nothing else changed', () => {
    const plays = [
      { id: 'thanks', kind: 'thank' },
      { id: 'silent', kind: 'write' },
    ];
    const order = (learned: Learned) =>
      listOf(
        weigh(
          Array.from({ length: 8 }, (_, at) => {
            const play = plays[at % 2] as { id: string; kind: string };
            const judgement = judge(learned, play.id, { base: 0, weights: {} }, {});
            const stakes = { value: 1, timing: 1, lever: 1 };
            return { contactId: `c${at}`, play, judgement, stakes };
          }),
          TODAY,
        ),
      ).map(({ contactId }) => contactId);
    const lesson = (playId: string, y: 0 | 1) => ({ playId, prior: 0, features: {}, y, weight: 1 });
    const before = order(nothingLearned());
    const after = order(learnAll([lesson('thanks', 0), lesson('silent', 1)]));
    expect(after).not.toEqual(before);
    const places = (list: string[]) => list.map((id, at) => (Number(id.slice(1)) % 2 ? at : 0));
    const sum = (list: number[]) => list.reduce((all, one) => all + one, 0);
    // Steps like the accepted one stand higher.
    expect(sum(places(after))).toBeLessThan(sum(places(before)));
    expect(order(nothingLearned())).toEqual(before);
  });

  it('has one step a contact, and at most two of a kind among the first five', () => {
    const list = listOf(
      weigh(
        [
          option('a', 'x', 'write', 0.9),
          option('a', 'y', 'call', 0.8),
          option('b', 'x', 'write', 0.89),
          option('c', 'x', 'write', 0.88),
          option('d', 'x', 'write', 0.87),
          option('e', 'y', 'call', 0.2),
        ],
        TODAY,
      ),
    );
    expect(list.map(({ contactId }) => contactId)).toEqual(['a', 'b', 'e', 'c', 'd']);
    expect(list[0]?.play.id).toBe('x');
  });

  it('loses nobody', () => {
    const many = fc.array(
      fc.tuple(fc.nat(20), fc.nat(5), fc.nat(2), fc.double({ min: 0.01, max: 0.99, noNaN: true })),
    );
    fc.assert(
      fc.property(many, (rows) => {
        const options = rows.map(([who, play, kind, chance]) =>
          option(`c${who}`, `p${play}`, `k${kind}`, chance),
        );
        const list = listOf(weigh(options, TODAY));
        expect(new Set(list.map((one) => one.contactId))).toEqual(
          new Set(options.map((one) => one.contactId)),
        );
        expect(list).toHaveLength(new Set(options.map((one) => one.contactId)).size);
      }),
    );
  });

  it('says the probability with which each would be shown: all together they are 1', () => {
    const entrants = [
      { logit: 0.2, variance: 1, factor: 1 },
      { logit: -0.4, variance: 2, factor: 1.5 },
      { logit: 0.1, variance: 0.5, factor: 1 },
    ];
    const shares = entrants.map((_, at) => propensityOf(at, entrants));
    expect(shares.reduce((sum, one) => sum + one, 0)).toBeCloseTo(1, 5);
    const turns = 20_000;
    const wins = [0, 0, 0];
    for (let turn = 0; turn < turns; turn++) {
      const scores = entrants.map((one, at) => one.factor * drawn(one, `${turn}|${at}`));
      const best = scores.indexOf(Math.max(...scores));
      wins[best] = (wins[best] as number) + 1;
    }
    wins.forEach((won, at) => {
      expect(won / turns).toBeCloseTo(shares[at] as number, 1.7);
    });
  });

  it('gives the moment a factor of one half to two', () => {
    expect(timingOf(undefined, { from: 0.5, to: 0.95 })).toBe(1);
    expect(timingOf(0, { from: 0.5, to: 0.95 })).toBe(0.5);
    expect(timingOf(1, { from: 0.5, to: 0.95 })).toBe(2);
    expect(timingOf(40, { from: 45, to: 0 })).toBeLessThan(timingOf(5, { from: 45, to: 0 }));
  });
});

describe('what bars a step', () => {
  const play: Bound = { id: 'silent', off: false, channel: 'mail', coolingDays: 14 };
  const email = {
    kind: 'email' as const,
    value: 'i@north.example',
    key: 'i@north.example',
    source: '',
    at: 0,
    how: 'typed' as const,
  };
  const outcome = (became: Outcome['became'], days: number, more: Partial<Outcome> = {}): Outcome => ({
    id: `o${days}`,
    schema: 1,
    clock: '',
    deletedAt: null,
    contactId: 'c',
    playId: 'silent',
    day: '2026-11-01',
    shownAt: daysAgo(days),
    prior: 0,
    chance: 0.5,
    propensity: 1,
    features: {},
    became,
    decidedAt: became === 'shown' ? null : daysAgo(days),
    ...more,
  });
  const standing = (more: Partial<Standing> = {}): Standing => ({
    contact: contact({ points: { p: email } }),
    touched: true,
    outcomes: [],
    advised: 0,
    now: NOW,
    ...more,
  });

  it('names the hardest one', () => {
    const refused = {
      mail: { state: 'refused' as const, basis: '', source: '', at: 0, how: 'typed' as const },
    };
    expect(barOf(play, standing())).toBeNull();
    expect(barOf({ ...play, off: true }, standing())).toBe('off');
    expect(barOf(play, standing({ contact: contact({ doNotContact: { at: 0, reason: '' } }) }))).toBe(
      'doNotContact',
    );
    expect(barOf(play, standing({ touched: false }))).toBe('imported');
    expect(barOf(play, standing({ contact: contact({ points: { p: email }, consents: refused }) }))).toBe(
      'consent',
    );
    expect(barOf(play, standing({ contact: contact() }))).toBe('unreachable');
    expect(barOf({ ...play, channel: null }, standing({ contact: contact() }))).toBeNull();
  });

  it('keeps to what was answered', () => {
    expect(barOf(play, standing({ outcomes: [outcome('never', 400)] }))).toBe('never');
    expect(barOf(play, standing({ outcomes: [outcome('later', 2, { until: NOW + 1 })] }))).toBe('later');
    expect(barOf(play, standing({ outcomes: [outcome('later', 2, { until: NOW })] }))).toBeNull();
    expect(barOf(play, standing({ outcomes: [outcome('dismissed', 13)] }))).toBe('cooling');
    expect(barOf(play, standing({ outcomes: [outcome('dismissed', 14)] }))).toBeNull();
    expect(barOf(play, standing({ outcomes: [outcome('shown', 1)] }))).toBeNull();
  });

  it('lets a place that was left empty rest as long as an answer, from the next day on', () => {
    const rests = (days: number, day: string, became: Outcome['became'] = 'held') =>
      restsHeld(play, { outcomes: [outcome(became, days)], now: NOW, day });
    expect(rests(0, '2026-11-01')).toBe(false);
    expect(rests(1, '2026-11-02')).toBe(true);
    expect(rests(13, '2026-11-14')).toBe(true);
    expect(rests(14, '2026-11-15')).toBe(false);
    expect(rests(1, '2026-11-02', 'shown')).toBe(false);
    expect(restsHeld({ ...play, id: 'news' }, { outcomes: [outcome('held', 1)], now: NOW, day: '' })).toBe(
      false,
    );
  });

  it('lets nobody be written to more than once a week and three times a month', () => {
    const other = (days: number) => outcome('done', days, { playId: `other${days}` });
    expect(barOf(play, standing({ outcomes: [other(6)] }))).toBe('cap');
    expect(barOf(play, standing({ outcomes: [other(8), other(9)] }))).toBeNull();
    expect(barOf(play, standing({ outcomes: [other(8), other(16), other(24)] }))).toBe('cap');
  });

  it('holds out two in a hundred, the same every day, once there are enough', () => {
    const ids = Array.from({ length: 20_000 }, (_, at) => `contact ${at}`);
    const held = ids.filter((id) => isControl(id, 500));
    expect(held.length / ids.length).toBeGreaterThan(0.017);
    expect(held.length / ids.length).toBeLessThan(0.023);
    expect(ids.filter((id) => isControl(id, 499))).toEqual([]);
    expect(ids.filter((id) => isControl(id, 9000))).toEqual(held);
  });
});
