import { expect, test } from 'vitest';
import { offersAutolog } from '@/lib/store/autolog-offer';
import { newStore, START } from './support';

test('logging by itself is offered after the third mail logged by hand, until the user says "by hand"', async () => {
  const { db, call } = await newStore();
  const { id } = await call('contacts.add', { draft: { name: 'Ingrid' } });
  const log = (minute: number) =>
    call('activities.log', {
      activity: {
        type: 'mail',
        contactIds: [id],
        at: START + minute * 60_000,
        subject: `Mail ${minute}`,
        direction: 'in',
        from: { how: 'page', source: 'mail.example' },
      },
    });
  await log(1);
  await log(2);
  expect(await offersAutolog(db, id)).toBe(false);
  await log(3);
  expect(await offersAutolog(db, id)).toBe(true);
  await call('steps.snooze', { contactId: id, key: 'autolog', until: null });
  await log(4);
  expect(await offersAutolog(db, id)).toBe(false);
  // The user thought better of it: Undo brings the offer back.
  await call('changes.undo', {});
  await call('changes.undo', {});
  expect(await offersAutolog(db, id)).toBe(true);
  await call('contacts.edit', { id, autolog: true });
  expect(await offersAutolog(db, id)).toBe(false);
});
