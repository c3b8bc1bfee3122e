import { expect, test } from 'vitest';
import { practiceClient } from '@/lib/api/local-practice';
import { practiceData } from '@/lib/api/local-practice-data';
import type { Activity } from '@/lib/crm/activities';
import { CHOICE_MEASURES } from '@/lib/crm/measure-names';
import { SHOWN_STAGE } from '@/lib/crm/stage-names';
import { exchangeOf } from '@/lib/insight/figures';
import { refreshInsight } from '@/lib/store/insight-job';
import { seedPractice } from '@/lib/store/practice';
import { figuresView } from '@/lib/store/views/figures-view';
import { DAY, newStore, START } from '../store/support';

/** Days with an exchange that went both ways, counted by hand off a time line. */
function talkDays(activities: Activity[], id: string): number[] {
  const days = new Set<number>();
  let last: { way: string; day: number } | null = null;
  for (const one of [...activities].sort((a, b) => a.at - b.at)) {
    const way = exchangeOf(one, [id]);
    if (!way || one.at > START + DAY) continue;
    const day = Math.floor(one.at / DAY);
    const answers = last && way !== last.way && last.way !== 'both' && day - last.day <= 30;
    if (way === 'both' || answers) days.add(day);
    last = { way, day };
  }
  return [...days].sort((a, b) => a - b);
}

/** Days with a purchase, counted by hand off a time line. */
function purchaseDays(activities: Activity[]): number[] {
  const days = activities.flatMap((one) => (one.type === 'purchase' ? [Math.floor(one.at / DAY)] : []));
  return [...new Set(days)].sort((a, b) => a - b);
}

test('the practice people stand in every stage, each with a sentence that their time line supports', async () => {
  const store = await newStore();
  const { db } = store;
  await seedPractice(db, START, 'UTC');
  await refreshInsight({ db, now: () => START, zone: 'UTC' });
  const seen = new Map<string, number>();
  const told = new Set<string>();
  for (const { id, body } of await db.contacts.toArray()) {
    if (body.deletedAt !== null || body.mergedInto) continue;
    const { stage } = await figuresView({ db, now: () => START, zone: 'UTC' }, { contactId: id });
    if (!stage) continue;
    seen.set(stage.stage, (seen.get(stage.stage) ?? 0) + 1);
    const rows = await db.activities.where('k.line').between(`${id}|`, `${id}~`).toArray();
    const { key, params } = stage.reason as { key: string; params: Record<string, number> };
    const lived = rows.map((row) => row.body);
    // Who buys is judged by purchases, once enough come back for a chance to be told.
    const days = key.endsWith('_buy') ? purchaseDays(lived) : talkDays(lived, id);
    const today = Math.floor(START / DAY);
    told.add(key);
    const silence = today - (days.at(-1) ?? Number.NEGATIVE_INFINITY);
    if (/rule_(silent|quiet)_/.test(key)) {
      expect([body.name, params.silence]).toEqual([body.name, silence]);
      // The gap is told rounded.
      expect(silence).toBeGreaterThan((key.includes('quiet') ? 10 : 3) * (params.gap! - 0.5));
    } else if (key.includes('rule_falling_')) {
      expect(params.recent).toBe(days.filter((day) => day > today - 91).length);
      expect(params.before).toBe(days.filter((day) => day > today - 182).length - params.recent!);
    } else if (/rule_(gone|unlikely)_/.test(key)) {
      expect(params.percent).toBeLessThanOrEqual(key.includes('gone') ? 15 : 35);
    } else expect([body.name, params.count]).toEqual([body.name, days.length]);
    if (stage.since) expect(stage.since <= new Date(START).toISOString().slice(0, 10)).toBe(true);
  }
  expect([...seen.keys()].sort()).toEqual([...CHOICE_MEASURES.stage].sort());
  expect(told.size).toBeGreaterThanOrEqual(5);
}, 120_000);

test('nobody has a stage before the first count, and it is said why; from then on panel, page and the next count agree', async () => {
  const { db } = await newStore();
  await seedPractice(db, START, 'UTC');
  const at = { db, now: () => START, zone: 'UTC' };
  const [first] = await db.contacts.toArray();
  const before = await figuresView(at, { contactId: first!.id });
  expect(before).toMatchObject({ stage: null, countedOn: null });
  expect(before.figures.length).toBeGreaterThan(0);

  const client = await practiceClient(
    { ring: () => undefined, listen: () => () => undefined },
    'en',
    () => undefined,
  );
  const all = await client.call('contacts.ids', { filter: {}, sort: { by: 'name', descending: false } });
  const ids = all.filter((_, at) => at % 4 === 0);
  const seen = async (id: string) => {
    const [panel, page] = await Promise.all([
      client.call('contacts.view', { id }),
      client.call('figures.view', { contactId: id }),
    ]);
    expect(panel?.stage ?? null).toEqual(page.stage && SHOWN_STAGE[page.stage.stage]);
    return { stage: page.stage?.stage, reason: page.stage?.reason };
  };
  const told = new Map<string, unknown>();
  for (const id of ids) told.set(id, await seen(id));
  const reasons = JSON.stringify([...told.values()]);
  for (const on of ['_buy', '_talk']) expect(reasons).toContain(on);
  expect(await client.call('figures.refresh', { again: true })).toEqual({ changed: true });
  for (const id of ids) expect([id, await seen(id)]).toEqual([id, told.get(id)]);
  await practiceData.remove();
}, 120_000);
