import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { addDays } from '@/lib/crm/calendar';
import { afterNotices, DEFAULT_REMINDING, planReminders, type Shown } from '@/lib/crm/reminding';

const NONE: Shown = { day: '', count: 0, keys: {} };
const HOW = { ...DEFAULT_REMINDING, on: true };
const TODAY = '2026-03-02';
const task = (key: string, date: string, time?: string) => ({
  key,
  due: { date, ...(time ? { time } : {}) },
});
const keys = (notices: { key: string }[][]) => notices.map((notice) => notice.map((one) => one.key));

describe('what is shown now', () => {
  test('a task with a time waits for it, one without waits for the morning', () => {
    const items = [task('call', TODAY, '14:30'), task('offer', TODAY)];
    const early = planReminders(items, NONE, { day: TODAY, time: '08:30' }, HOW);
    expect(early).toEqual({ notices: [], next: { day: TODAY, time: '09:00' } });
    const morning = planReminders(items, NONE, { day: TODAY, time: '09:00' }, HOW);
    expect(keys(morning.notices)).toEqual([['offer']]);
    expect(morning.next).toEqual({ day: TODAY, time: '14:30' });
    const shown = afterNotices(NONE, morning.notices, TODAY);
    const later = planReminders(items, shown, { day: TODAY, time: '14:31' }, HOW);
    expect(keys(later.notices)).toEqual([['call']]);
    expect(later.next).toEqual({ day: '2026-03-03', time: '09:00' });
  });

  test('nothing comes in the quiet hours, over midnight as well; what fell into them comes when they are over', () => {
    const items = [task('call', TODAY, '22:15')];
    for (const at of [
      { day: TODAY, time: '22:15' },
      { day: '2026-03-03', time: '02:00' },
    ]) {
      const { notices, next } = planReminders(items, NONE, at, HOW);
      expect({ notices, next }).toEqual({ notices: [], next: { day: '2026-03-03', time: '08:00' } });
    }
    const after = planReminders(items, NONE, { day: '2026-03-03', time: '08:00' }, HOW);
    expect(keys(after.notices)).toEqual([['call']]);
    const noon = { ...HOW, quietFrom: '12:00', quietTo: '14:00' };
    expect(planReminders(items, NONE, { day: TODAY, time: '13:59' }, noon).next.time).toBe('14:00');
    expect(keys(planReminders(items, NONE, { day: TODAY, time: '22:15' }, noon).notices)).toEqual([['call']]);
  });

  test('what comes together is one; the day has its number, and the rest waits for the next', () => {
    const items = ['a', 'b', 'c', 'd'].map((key) => task(key, TODAY));
    const at = { day: TODAY, time: '09:00' };
    const all = planReminders(items, NONE, at, HOW);
    expect(keys(all.notices)).toEqual([['a', 'b', 'c', 'd']]);
    expect(keys(planReminders(items.slice(0, 2), NONE, at, HOW).notices)).toEqual([['a'], ['b']]);
    const few = { ...HOW, perDay: 1 };
    expect(keys(planReminders(items.slice(0, 2), NONE, at, few).notices)).toEqual([['a', 'b']]);
    const full = { day: TODAY, count: 1, keys: {} };
    expect(planReminders(items, full, at, few)).toEqual({
      notices: [],
      next: { day: '2026-03-03', time: '09:00' },
    });
    expect(planReminders(items, full, { day: '2026-03-03', time: '09:00' }, few).notices).toHaveLength(1);
  });

  test('what was missed comes for a week, and no longer', () => {
    const at = { day: TODAY, time: '10:00' };
    const items = [task('weekend', '2026-02-28'), task('old', '2026-02-20')];
    expect(keys(planReminders(items, NONE, at, HOW).notices)).toEqual([['weekend']]);
  });
});

test('nothing is shown twice, nothing in quiet hours, never more than a day may have, and all is shown in the end', () => {
  const time = fc
    .tuple(fc.nat(23), fc.nat(59))
    .map((two) => two.map((n) => String(n).padStart(2, '0')).join(':'));
  const item = fc.record({ day: fc.nat(3), time: fc.option(time, { nil: undefined }) });
  const how = fc.record({
    dayAt: time,
    quietFrom: time,
    quietTo: time,
    perDay: fc.integer({ min: 1, max: 3 }),
  });
  fc.assert(
    fc.property(fc.array(item, { maxLength: 12 }), how, (given, chosen) => {
      const rule = { ...HOW, ...chosen };
      const items = given.map((one, index) => task(String(index), addDays(TODAY, one.day), one.time));
      let shown = NONE;
      let at = { day: TODAY, time: '00:00' };
      const seen: string[] = [];
      for (let turn = 0; turn < 60 && at.day < '2026-03-09'; turn += 1) {
        const { notices, next } = planReminders(items, shown, at, rule);
        const { quietFrom, quietTo } = rule;
        const isQuiet =
          quietFrom < quietTo
            ? at.time >= quietFrom && at.time < quietTo
            : quietFrom !== quietTo && (at.time >= quietFrom || at.time < quietTo);
        if (isQuiet) expect(notices).toEqual([]);
        shown = afterNotices(shown, notices, at.day);
        expect(shown.count).toBeLessThanOrEqual(rule.perDay);
        seen.push(...notices.flat().map((one) => one.key));
        expect(`${next.day} ${next.time}` > `${at.day} ${at.time}`).toBe(true);
        at = next;
      }
      expect(seen.sort()).toEqual(items.map((one) => one.key).sort());
    }),
    { numRuns: 300 },
  );
});
