import { expect, test, vi } from 'vitest';
import { newStore } from './support';
import { answerTo, contactAt, give, published } from './survey-support';

/** What was decided when a backup was restored holds when the next one is. */

test('what is here was chosen: it wins on the other computer too, and is not asked again', async () => {
  const [here, there] = [await newStore(), await newStore()];
  const { id } = await here.call('contacts.add', { draft: { name: 'Anna Berg' } });
  await there.call('backup.restore', { file: (await here.call('backup.save', {})).file });
  await here.call('contacts.edit', { id, name: 'Anna of here' });
  there.clock.now = here.clock.now + 60_000;
  await there.call('contacts.edit', { id, name: 'Anna of there' });
  here.clock.now = there.clock.now;
  const { file } = await there.call('backup.save', {});
  expect((await here.call('backup.preview', { file })).conflictCount).toBe(1);
  await here.call('backup.restore', { file, otherwise: 'mine' });
  expect((await here.call('contacts.view', { id })).name).toBe('Anna of here');
  // Also where no history tells which state followed which.
  const [mine, theirs] = await Promise.all([here, there].map(({ db }) => db.contacts.get(id)));
  expect(mine!.body.clock > theirs!.body.clock).toBe(true);
  const back = await here.call('backup.save', {});
  expect((await there.call('backup.preview', { file: back.file })).conflictCount).toBe(0);
  await there.call('backup.restore', { file: back.file });
  expect((await there.call('contacts.view', { id })).name).toBe('Anna of here');
});

test('an answer whose person was erased here is not offered again', async () => {
  const [here, there] = [await newStore(), await newStore()];
  const anna = await contactAt(here, 'anna@berg.example', 'Anna Berg');
  const survey = await published(here);
  const answer = answerTo(survey, here, { who: { email: 'anna@berg.example' } });
  await give(here, survey, answer);
  await there.call('backup.restore', { file: (await here.call('backup.save', {})).file });
  there.clock.now = here.clock.now;
  await here.call('contacts.erase', { id: anna });
  there.clock.now = here.clock.now + 60_000;
  await there.call('responses.handle', { ids: [answer.id], handled: false });
  await there.call('responses.handle', { ids: [answer.id], handled: true });
  const { file } = await there.call('backup.save', {});
  const { conflicts } = await here.call('backup.preview', { file });
  expect(conflicts.filter(({ table }) => table === 'responses')).toEqual([]);
  await here.call('backup.restore', { file });
  expect((await here.db.responses.get(answer.id))!.body).toMatchObject({ version: 0, values: {} });
});

test('a backup is given on a full disk too, though there is no room to log it', async () => {
  const store = await newStore();
  await store.call('contacts.add', { draft: { name: 'Anna Berg' } });
  const full = vi.spyOn(store.db.changes, 'put').mockImplementation((() => {
    throw new DOMException('full', 'QuotaExceededError');
  }) as never);
  const { file } = await store.call('backup.save', {});
  full.mockRestore();
  expect(await file.text()).toContain('Anna Berg');
});
