import { expect, test } from 'vitest';
import { backupText } from './deal-support';
import { newStore } from './support';

test('a care plan puts its tasks on contacts in one step, once, and one undo takes them back', async () => {
  const { call, ask, db } = await newStore();
  const ids: string[] = [];
  for (const name of ['Anna Berg', 'Ben Ito']) ids.push((await call('contacts.add', { draft: { name } })).id);
  const tasks = [
    { title: 'Say welcome', due: { date: '2026-03-02' } },
    { title: 'Look back', due: { date: '2026-04-01' } },
  ];
  expect(await call('tasks.addPlan', { contactIds: ids, tasks })).toEqual({ count: 4 });
  expect(
    (await call('contacts.view', { id: ids[0]! })).tasks.map((task) => [task.title, task.due?.date]),
  ).toEqual([
    ['Say welcome', '2026-03-02'],
    ['Look back', '2026-04-01'],
  ]);
  // Begun twice, it stands once.
  expect(await call('tasks.addPlan', { contactIds: ids, tasks })).toEqual({ count: 0 });
  await call('changes.undo', {});
  await call('changes.undo', {});
  expect((await db.tasks.toArray()).filter((row) => row.body.deletedAt === null)).toEqual([]);
  await call('changes.redo', {});
  await call('changes.redo', {});
  expect((await call('contacts.view', { id: ids[1]! })).tasks).toHaveLength(2);
  expect(
    await ask('tasks.addPlan', { contactIds: ids, tasks: Array.from({ length: 31 }, () => tasks[0]!) }),
  ).toMatchObject({ error: { code: 'invalid' } });
});

test('plans of the user stand in the settings, and in a backup', async () => {
  const store = await newStore();
  const { call, ask } = store;
  const plan = { name: 'After a fair', tasks: [{ title: 'Write', days: 2 }] };
  await call('settings.set', { settings: { carePlans: { mine: plan, start: { name: 'x', tasks: [] } } } });
  expect((await call('settings.get', {})).settings.carePlans?.mine).toEqual(plan);
  expect(await backupText(store)).toContain('After a fair');
  expect(
    await ask('settings.set', {
      settings: { carePlans: { mine: { name: 'x', tasks: [{ title: 'y', days: -1 }] } } },
    }),
  ).toMatchObject({ error: { code: 'invalid' } });
});
