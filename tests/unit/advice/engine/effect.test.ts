import { describe, expect, test } from 'vitest';
import { CONTROL_FROM, isControl } from '@/lib/advice/engine/barred';
import { compare, compareByPlay, type Turn, turnsOf } from '@/lib/advice/engine/effect';
import type { Outcome } from '@/lib/crm/outcomes';
import { seededRandom } from '../../../support/random';

const DAY = 86_400_000;
const nameOf = (n: number) => `0190b1a0-0000-7000-8000-${String(n).padStart(12, '0')}`;
let made = 0;

const row = (contactId: string, shownAt: number, more: Partial<Outcome> = {}): Outcome => {
  made += 1;
  return {
    id: nameOf(made),
    contactId,
    shownAt,
    playId: 'silent',
    became: 'shown',
    day: '2026-03-02',
    ...{ schema: 1, clock: '', deletedAt: null, decidedAt: null },
    ...{ prior: 0, chance: 0.5, propensity: 1, features: {} },
    ...more,
  };
};
const itself = (id: string) => id;

/** The log of a made-up user: so many were advised before anybody was held out, then each of `people` has a turn or several. */
function logOf(run: number, people: number, random: () => number): Outcome[] {
  const rows = Array.from({ length: CONTROL_FROM }, (_, n) => row(nameOf(900_000 + n), n));
  for (let n = 0; n < people; n += 1) {
    const id = nameOf(1_000_000 * (1 + run) + n);
    const held = isControl(id, CONTROL_FROM);
    // Who is advised often, and who answers, is no chance: neither may move the comparison.
    const turns = 1 + Math.floor(4 * random() ** 2);
    for (let turn = 0; turn < turns; turn += 1) {
      const became = held ? 'held' : random() < 0.3 ? 'done' : 'ignored';
      const playId = turn === 0 ? (n % 3 === 0 ? 'thanks' : 'silent') : 'news';
      rows.push(row(id, (10 + turn) * DAY + n, { became, playId }));
    }
  }
  return rows;
}

describe('what is compared', () => {
  test('begins once so many were advised that some are held out, and counts each contact once, with its first turn', () => {
    const before = Array.from({ length: CONTROL_FROM - 1 }, (_, n) => row(nameOf(n), n));
    expect(turnsOf(before, itself)).toEqual({ since: null, advised: CONTROL_FROM - 1, turns: [] });
    const [last, a, b] = [nameOf(9_001), nameOf(9_002), nameOf(9_003)];
    const after = [
      ...before,
      row(last, 5000),
      row(a, 6000, { became: 'dismissed', playId: 'thanks' }),
      row(a, 7000, { playId: 'news' }),
      row(b, 8000, { became: 'held' }),
      row(nameOf(0), 9000),
      row(nameOf(9_004), 9500, { deletedAt: 1 }),
    ];
    // In whatever order they were read.
    const { since, turns } = turnsOf(after.reverse(), itself);
    expect(since).toBe(5000);
    expect(turns).toEqual([
      { contactId: a, playId: 'thanks', at: 6000, held: false },
      { contactId: b, playId: 'silent', at: 8000, held: true },
      { contactId: nameOf(0), playId: 'silent', at: 9000, held: false },
    ]);
  });

  test('takes two that were merged for one', () => {
    const many = Array.from({ length: CONTROL_FROM }, (_, n) => row(nameOf(n), n));
    const [a, b] = [nameOf(9_002), nameOf(9_003)];
    const { turns } = turnsOf([...many, row(a, 6000), row(b, 7000)], (id) => (id === b ? a : id));
    expect(turns).toHaveLength(1);
  });

  test('of too few says nothing; with enough gives both shares and the interval of Newcombe', () => {
    const group = (n: number, came: number, held: boolean) =>
      Array.from({ length: n }, (_, at): Turn & { came: boolean } => ({
        contactId: nameOf(at),
        playId: 'silent',
        at: 0,
        held,
        came: at < came,
      }));
    expect(compare([...group(500, 100, false), ...group(9, 1, true)]).difference).toBeNull();
    // Newcombe 1998, table II (a): 56 of 70 against 48 of 80, method 10.
    const told = compare([...group(70, 56, false), ...group(80, 48, true)]);
    expect(told.difference).toMatchObject({
      by: expect.closeTo(0.2, 12),
      low: expect.closeTo(0.0524, 4),
      high: expect.closeTo(0.3339, 4),
    });
    expect([told.advised.share?.n, told.held.came]).toEqual([70, 48]);
  });
});

describe('in made-up logs', () => {
  const RUNS = 400;

  /** Shares of intervals that hold the truth, and of verdicts, when advice adds so much. */
  function tried(adds: number): { held: number; sure: number; wrong: number } {
    const count = { held: 0, sure: 0, wrong: 0 };
    for (let run = 0; run < RUNS; run += 1) {
      const random = seededRandom(7000 + run);
      const { turns } = turnsOf(logOf(run, 1500, random), itself);
      const seen = turns.map((turn) => ({ ...turn, came: random() < 0.3 + (turn.held ? 0 : adds) }));
      const { difference } = compare(seen);
      if (!difference) continue;
      if (difference.low <= adds && adds <= difference.high) count.held += 1 / RUNS;
      if (difference.low > 0 || difference.high < 0) count.sure += 1 / RUNS;
      const plays = compareByPlay(seen);
      if (plays.some((one) => one.difference && one.difference.chance < 0.05)) count.wrong += 1 / RUNS;
    }
    return count;
  }

  test('intervals hold the true difference about as often as they say, and nothing is found where nothing is', () => {
    const none = tried(0);
    expect(none.held).toBeGreaterThan(0.93);
    expect(none.sure).toBeLessThan(0.07);
    expect(none.wrong).toBeLessThan(0.07);
    const much = tried(0.3);
    expect(much.held).toBeGreaterThan(0.93);
    expect(much.sure).toBeGreaterThan(0.9);
  }, 60_000);
});
