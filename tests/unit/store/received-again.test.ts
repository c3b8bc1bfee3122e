import { expect, test } from 'vitest';
import { seal } from '@/widget/seal/seal';
import { hubInProcess } from './hub-support';
import { newStore } from './support';
import { answerTo, authorForm, contactAt, published } from './survey-support';

test('what was taken back, restored from an older file, or pulled from two windows is there once', async () => {
  const [hub, store] = [await hubInProcess(), await newStore()];
  await contactAt(store, 'anna@lab.test');
  const survey = await published(store, authorForm({ kind: 'complaint' }), 'Complaints');
  await store.call('hub.connect', { address: hub.connection });
  const { file } = await store.call('backup.save', {});
  const who = { email: 'anna@lab.test' };
  const [first, second] = [answerTo(survey, store, { who }), answerTo(survey, store, { who })];
  const sealed = await seal(survey.key, first);
  await store.call('responses.take', { sealed, via: 'text' });
  await hub.post(sealed);
  const counts = async () => [
    (await store.call('responses.list', {})).items.length,
    (await store.call('cases.list', {})).length,
    (await store.db.activities.toArray()).filter(
      ({ body }) => body.type === 'survey' && body.deletedAt === null,
    ).length,
  ];
  expect(await counts()).toEqual([1, 1, 1]);
  await store.call('changes.undo', {});
  expect(await counts()).toEqual([0, 0, 0]);
  await store.call('hub.pull', {});
  expect(await counts()).toEqual([0, 0, 0]);
  await store.call('changes.redo', {});
  expect(await counts()).toEqual([1, 1, 1]);

  await hub.post(await seal(survey.key, second));
  const pulls = await Promise.all([
    store.call('hub.pull', {}),
    store.call('hub.pull', {}),
    store.call('hub.pull', {}),
  ]);
  expect(pulls.reduce((sum, { taken }) => sum + taken, 0)).toBe(1);
  expect(await counts()).toEqual([2, 2, 2]);

  // The file knows an older cursor; on another computer it knows no answer at all.
  await store.call('backup.restore', { file });
  await store.call('hub.pull', {});
  expect(await counts()).toEqual([2, 2, 2]);
  const other = await newStore();
  await other.call('backup.restore', { file });
  await other.call('hub.pull', {});
  expect((await other.call('responses.list', {})).items.length).toBe(2);
  expect((await other.call('cases.list', {})).map((one) => one.number).sort()).toEqual(
    (await store.call('cases.list', {})).map((one) => one.number).sort(),
  );
  await store.call('backup.restore', { file: (await other.call('backup.save', {})).file });
  expect((await store.call('responses.list', {})).items.length).toBe(2);
  expect((await store.call('cases.list', {})).length).toBe(2);
});
