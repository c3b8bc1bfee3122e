import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { ActivityType } from '@/lib/crm/activities';
import { CHOICE_MEASURES } from '@/lib/crm/measure-names';
import { Measures } from '@/lib/insight/measures';
import { type Common, commonOf, nothingCommon } from '@/lib/insight/measures/common';
import { worthOf } from '@/lib/insight/measures/figures';
import { pastOf, pastsOn } from '@/lib/insight/measures/past';
import { likelyPurchases } from '@/lib/insight/value/likely-range';
import { bought, eventsOf, type Happened, mail, measured, met, NAMES, TODAY } from './support';

/** A crowd of buyers, the same each time: some stay, some go. */
function crowd(size: number): Happened[][] {
  return Array.from({ length: size }, (_, who) => {
    const gap = 7 + ((who * 37) % 60);
    const count = 1 + ((who * 13) % 9);
    const silent = (who * 29) % 300;
    return Array.from({ length: count }, (_, n) =>
      bought(silent + n * gap + ((who * n) % 5), 500 + 40 * (who % 50)),
    );
  });
}

const COMMON = commonOf(eventsOf(crowd(300)), TODAY);
const NOTHING = nothingCommon(TODAY);
/** Where gaps are chance, silence can only speak against a return; where they are regular, the next purchase first draws near. */
const IRREGULAR: Common = {
  ...COMMON,
  buying: { ...COMMON.buying!, params: { k: 1, r: 0.52, alpha: 6.2, a: 0.89, b: 1.61 } },
};

const happened = fc.record({
  ago: fc.integer({ min: -30, max: 4000 }),
  type: fc.constantFrom<ActivityType>(
    'mail',
    'call',
    'meeting',
    'message',
    'purchase',
    'visit',
    'note',
    'case',
  ),
  direction: fc.constantFrom('in', 'out', undefined),
  amount: fc.constantFrom(undefined, 0, 1, 250, 99_900, -500, 10 ** 12),
}) as fc.Arbitrary<Happened>;
const history = fc.array(happened, { maxLength: 60 });

test('the crowd is enough for a model', () => {
  expect(COMMON.buying?.repeat).toBeGreaterThan(30);
  expect(COMMON.spending?.n).toBeGreaterThan(30);
  expect(COMMON.rfm?.days).toHaveLength(4);
});

describe('whatever the history', () => {
  test('what is told of several days on the way is what is told of each alone, and of the events up to it', () => {
    const ago = fc.uniqueArray(fc.integer({ min: -10, max: 4100 }), { maxLength: 12 });
    fc.assert(
      fc.property(history, ago, (one, days) => {
        const ends = days.map((back) => TODAY - back).sort((a, b) => a - b);
        const events = eventsOf([one]);
        const told = pastsOn(events, 0, ends);
        expect(told).toEqual(ends.map((day) => pastOf(events, 0, day)));
        const until = (day: number) => eventsOf([one.filter((event) => TODAY - event.ago <= day)]);
        expect(told).toEqual(ends.map((day) => pastOf(until(day), 0, day)));
      }),
    );
  });

  test.each<[string, Common]>([
    ['with a model', COMMON],
    ['without one', NOTHING],
  ])('no figure is NaN or out of its range, %s', (_, common) => {
    fc.assert(
      fc.property(history, fc.integer({ min: 0, max: 5 }), (one, stage) => {
        const all = measured([one], common, { stage }).all(0);
        for (const name of NAMES) {
          const value = all[name];
          if (value === null) continue;
          if (name in CHOICE_MEASURES) {
            expect(CHOICE_MEASURES[name as keyof typeof CHOICE_MEASURES]).toContain(value);
          } else expect([name, Number.isFinite(value)]).toEqual([name, true]);
        }
        for (const name of ['overdue', 'returns'] as const) {
          expect(all[name] ?? 0).toBeGreaterThanOrEqual(0);
          expect(all[name] ?? 0).toBeLessThanOrEqual(1);
        }
        for (const name of ['strength', 'loyalty'] as const) {
          expect(all[name] ?? 0).toBeGreaterThanOrEqual(0);
          expect(all[name] ?? 0).toBeLessThanOrEqual(100 + 1e-9);
        }
        expect(all.silence ?? 0).toBeGreaterThanOrEqual(0);
      }),
      { numRuns: 300 },
    );
  });

  test('as the silence lasts, somebody is ever more overdue and ever less likely to return', () => {
    fc.assert(
      fc.property(history, fc.integer({ min: 1, max: 900 }), (one, more) => {
        const past = one.filter(({ ago }) => ago >= 0);
        const now = measured([past], IRREGULAR);
        const later = measured([past], IRREGULAR, {}, TODAY + more);
        const [a, b] = [now.number('overdue', 0), later.number('overdue', 0)];
        if (a !== null && b !== null) expect(b).toBeGreaterThanOrEqual(a - 1e-9);
        const [c, d] = [now.number('returns', 0), later.number('returns', 0)];
        if (c !== null && d !== null) expect(d).toBeLessThanOrEqual(c + 1e-9);
      }),
      { numRuns: 300 },
    );
  });

  test('a column says what one contact says', () => {
    const people = crowd(40).map((list, who) => (who % 3 ? list : [mail(who, 'in'), mail(who - 1, 'out')]));
    const all = measured(people, COMMON);
    const alone = people.map((one) => measured([one], COMMON).all(0));
    for (const name of NAMES) {
      const column = all.column(name);
      const choices: readonly string[] | null =
        name in CHOICE_MEASURES ? CHOICE_MEASURES[name as 'stage'] : null;
      for (const [at, one] of alone.entries()) {
        const value = one[name];
        const expected = value === null ? Number.NaN : choices ? choices.indexOf(value as string) : value;
        expect([name, at, column[at]]).toEqual([name, at, expected]);
      }
    }
  });
});

test.each([
  ['x = 1000, tx = 10, T = 100', 1000, 70, 700],
  ['x = 254, tx = 97.14, T = 97.29', 254, 680, 681],
])('a hard history stays finite: %s', (_, x, recency, age) => {
  const common: Common = {
    ...COMMON,
    buying: { ...COMMON.buying!, params: { k: 1, r: 0.5143, alpha: 2.8845, a: 0.2856, b: 14.1087 } },
  };
  const series = {
    n: x + 1,
    first: TODAY - age,
    last: TODAY - age + recency,
    logGaps: 0,
    recent: 0,
    before: 0,
  };
  const past = { ...measured([[bought(1)]], common).past(0), buy: series, paidDays: x, spentLater: 1000 * x };
  const worth = worthOf(past, common, TODAY);
  expect(worth && [worth.expected, ...worth.range].every(Number.isFinite)).toBe(true);
  expect(worth!.range[0]).toBeLessThanOrEqual(worth!.range[1]);
});

describe('said as it is', () => {
  test('who never exchanged a word has no rhythm, no stage and no return', () => {
    const all = measured([[]], COMMON).all(0);
    expect(all).toMatchObject({ silence: null, overdue: null, stage: null, returns: null, strength: null });
    expect(all).toMatchObject({ exchanges: 0, purchases: 0, spent: 0, valueGrade: 'none' });
  });

  test('a buyer of every two weeks who bought a week ago is mature, and three months later is not', () => {
    const regular = Array.from({ length: 12 }, (_, n) => bought(7 + 14 * n));
    expect(measured([regular], COMMON).stage(0)).toMatchObject({ stage: 'maturity', set: false });
    const later = measured([regular], COMMON, {}, TODAY + 100).stage(0)!;
    expect(['decline', 'exit']).toContain(later.stage);
  });

  test('a planned meeting has not happened', () => {
    expect(measured([[met(-5), met(20)]], NOTHING).number('silence', 0)).toBe(20);
  });

  test('a stage that waits for a second day is not told before it comes', () => {
    const regular = Array.from({ length: 12 }, (_, n) => bought(7 + 14 * n));
    const mature = { stage: 3, stageSince: TODAY - 50 };
    expect(measured([regular], COMMON, mature).stage(0)).toMatchObject({
      stage: 'maturity',
      since: TODAY - 50,
    });
  });

  test('what the user says of the stage stands against the count', () => {
    const set = { stageSet: 5, stageSetAt: (TODAY - 3) * 1440 };
    expect(measured([[met(1), met(9)]], NOTHING, set).stage(0)).toMatchObject({
      stage: 'exit',
      set: true,
      since: TODAY - 3,
    });
  });

  test('loyalty names what is missing and gives its weight to the rest', () => {
    const regular = Array.from({ length: 12 }, (_, n) => bought(7 + 14 * n));
    const loyalty = measured([regular], COMMON).loyalty(0)!;
    expect(loyalty.parts).toMatchObject({ rating: null, engagement: null });
    expect(loyalty.kinds).toMatchObject({ attitude: null, emotion: null });
    const { returns, frequency, active, spent } = loyalty.parts as Record<string, number>;
    expect(loyalty.score).toBeCloseTo(
      (100 * (30 * returns! + 20 * frequency! + 15 * active! + 15 * spent!)) / 80,
      9,
    );
  });

  test('of ten such customers one buys less than the range, and one more', () => {
    expect(likelyPurchases(0.05, 1, 1)).toEqual([0, 0]);
    expect(likelyPurchases(0, 0, 1)).toEqual([0, 0]);
    // Geometric with mean 9: P(at most n) = 1 - .9^(n + 1).
    expect(likelyPurchases(1, 9, 1)).toEqual([0, 21]);
  });
});

test('a planned meeting has answered no mail yet', () => {
  const answered = [60, 50, 40].flatMap((ago, n) => [mail(ago, 'in'), mail(ago - 1 - n, 'out')]);
  const asked = (more: Happened[]) => measured([[...answered, ...more]], NOTHING).number('replyHours', 0);
  expect(asked([])).toBe(48);
  expect(asked([mail(9, 'in'), met(-30)])).toBe(48);
  expect(asked([mail(9, 'in'), met(0)])).toBe(60);
  expect(measured([answered], NOTHING, {}, TODAY - 45).number('replyHours', 0)).toBeNull();
});

test('a stage that the user set stands since the local day on which it was set', () => {
  const [set, zone] = [1440 * (TODAY - 3) + 23 * 60, 2 * 60];
  const { events, common, stored } = measured([[met(5)]], NOTHING, { stageSet: 2, stageSetAt: set });
  const dayOf = (minutes: number) => Math.floor((minutes + zone) / 1440);
  const east = new Measures(events, stored, common, { day: TODAY, minutes: TODAY * 1440, dayOf });
  expect(east.stage(0)).toMatchObject({ set: true, since: TODAY - 2 });
});
