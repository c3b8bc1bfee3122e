import { expect, test } from 'vitest';
import { eventOf, lastValue } from '@/lib/insight/events';
import { backupText } from './deal-support';
import { newStore } from './support';

test('a mark of mood and a gift stand in the time line, and are no exchange', async () => {
  const store = await newStore();
  const { call, ask, db } = store;
  const { id } = await call('contacts.add', { draft: { name: 'Anna Berg' } });
  const log = (activity: object) =>
    call('activities.log', { activity: { contactIds: [id], ...activity } as never });
  await log({ type: 'mood', value: -1, subject: 'Sounded tired' });
  await log({
    type: 'gift',
    subject: 'A book on lamps',
    direction: 'out',
    amount: { minor: 2500, currency: 'EUR' },
  });
  const view = await call('contacts.view', { id });
  expect(view.timeline).toMatchObject([
    { type: 'gift', subject: 'A book on lamps', amount: { minor: 2500 } },
    { type: 'mood', value: -1 },
  ]);
  expect(view.pulse.sent.every((week) => week === 0)).toBe(true);
  const events = (await db.activities.toArray()).map((row) => eventOf(row.body, [id]));
  expect(events.map((event) => event.value).sort()).toEqual([-1, 2500]);
  expect(await backupText(store)).toContain('"value":-1');
  expect(
    await ask('activities.log', { activity: { type: 'mood', contactIds: [id], value: 3 } }),
  ).toMatchObject({ error: { code: 'invalid' } });
  const packed = {
    ids: [id],
    offsets: Int32Array.of(0, 2),
    at: Int32Array.of(1, 2),
    days: Int32Array.of(0, 0),
    codes: Uint8Array.from(events.map((event) => event.code)),
    values: Float64Array.from(events.map((event) => event.value ?? Number.NaN)),
    withoutRate: 0,
  };
  expect(lastValue(packed, 0, 'mood')).toBe(-1);
  expect(lastValue(packed, 0, 'call')).toBeNull();
});
