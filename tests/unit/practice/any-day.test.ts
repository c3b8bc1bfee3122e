import '../../support/indexeddb';
import { describe, expect, test } from 'vitest';
import { openDatabase } from '@/lib/store/database';
import { seedPractice } from '@/lib/store/practice';
import { todayView } from '@/lib/store/views/today-view';

const ZONE = Intl.DateTimeFormat().resolvedOptions().timeZone;

// Seven thousand rows into an IndexedDB of plain JavaScript: slow on a busy machine.
describe('practice on any day of the year', { timeout: 60_000 }, () => {
  test.each([
    new Date(2026, 0, 1, 6, 5),
    new Date(2026, 2, 30, 23, 50),
    new Date(2027, 6, 5, 9, 0),
    new Date(2028, 1, 29, 12, 0),
  ])('%s: the leads wait, nobody of the crowd does', async (day) => {
    const db = await openDatabase(`practice-${Math.random()}`);
    await seedPractice(db, day.getTime(), ZONE);
    const today = await todayView(db, { now: day.getTime(), zone: ZONE, limit: 100 });
    expect([today.waitingForYou.length, today.youWaitFor.length]).toEqual([7, 9]);
    const late = today.due.filter((item) => item.step.lateDays > 0);
    expect(late.filter((item) => item.step.kind !== 'cadence')).toHaveLength(2);
    expect(today.due.length).toBeLessThan(25);
    expect(today.dates.length).toBeGreaterThan(4);
    await db.delete();
  });
});
