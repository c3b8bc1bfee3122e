import { expect, test } from 'vitest';
import { Activity } from '@/lib/crm/activities';
import { Contact } from '@/lib/crm/contacts';
import { Deal } from '@/lib/crm/deals';
import { seedPractice } from '@/lib/store/practice';
import { DAY, newStore, START } from '../store/support';

test('deals, needs, gifts, moods and promises of the practice people stand where a newcomer sees them', {
  timeout: 60_000,
}, async () => {
  const { db, call, clock } = await newStore();
  await seedPractice(db, START, 'UTC');
  clock.now = START + 60_000;
  for (const row of await db.deals.toArray()) Deal.parse(row.body);
  for (const row of await db.contacts.toArray()) Contact.parse(row.body);
  const kinds = new Map<string, number>();
  for (const { body } of await db.activities.toArray()) {
    Activity.parse(body);
    expect(body.at).toBeLessThanOrEqual(START);
    kinds.set(body.type, (kinds.get(body.type) ?? 0) + 1);
  }
  for (const kind of ['gift', 'mood', 'promise']) expect(kinds.get(kind), kind).toBeGreaterThan(15);

  const board = await call('deals.board', {});
  expect(board.stages.every((stage) => stage.deals > 0)).toBe(true);
  expect(board.noRate).toEqual([]);
  const exits = await call('insights.exits', {});
  expect(exits).toMatchObject({ missing: null });
  expect(await call('insights.opportunities', {})).toMatchObject({ missing: null });
  expect(await call('insights.value', {})).toMatchObject({ missing: null });
  const month = await call('calendar.view', {
    from: '2026-03-01',
    to: '2026-03-31',
    festivals: 'west',
  });
  expect(new Set(month.entries.map((one) => one.kind))).toEqual(
    new Set(['date', 'task', 'cadence', 'deal', 'festival']),
  );
  const trusted = await Promise.all(
    (await db.activities.toArray())
      .filter(
        (row) => row.body.type === 'promise' && row.body.promise?.doneAt && row.body.at > START - 90 * DAY,
      )
      .slice(0, 20)
      .map((row) => call('trust.view', { contactId: row.body.participants[0]!.contactId })),
  );
  expect(trusted.some((one) => one.kept > 0) && trusted.some((one) => one.late > 0)).toBe(true);
});
