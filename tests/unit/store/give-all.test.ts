import { expect, test } from 'vitest';
import { Activity } from '@/lib/crm/activities';
import { Case } from '@/lib/crm/cases';
import { Contact } from '@/lib/crm/contacts';
import { Deal } from '@/lib/crm/deals';
import { Task } from '@/lib/crm/tasks';
import { keepText } from '@/lib/store/sent-texts';
import { newStore } from './support';

/** Said of every field of every row that is about a person: where it is given, or why it is not. A new field is answered here. */

const ROW = { id: 'no: a name of ours', schema: 'no: a number of ours', clock: 'no: a number of ours' };
const DELETED = { ...ROW, deletedAt: 'no: what is deleted is not given' };

const FIELDS = {
  contacts: [
    Contact,
    {
      ...DELETED,
      kind: 'kind',
      name: 'name',
      facts: 'facts',
      points: 'points',
      tags: 'tags',
      dates: 'dates',
      consents: 'consents',
      doNotContact: 'doNotContact',
      cadence: 'cadenceDays',
      autolog: 'no: how the owner works',
      autologSince: 'no: how the owner works',
      snoozes: 'no: how the owner works',
      needs: 'needs',
      greeted: 'greeted',
      stage: 'stage',
      tiers: 'tiers',
      kept: 'kept',
      photo: 'photo',
      external: 'external',
      ownerId: 'no: somebody else',
      mergedInto: 'mergedFrom',
      merge: 'mergedFrom',
      distinctFrom: 'no: somebody else',
      addedAt: 'addedAt',
    },
  ],
  activities: [
    Activity,
    {
      ...DELETED,
      type: 'activities',
      at: 'activities',
      precision: 'no: how exact `at` is',
      participants: 'no: somebody else',
      externalKeys: 'no: a name of another program for the same event',
      direction: 'activities',
      channel: 'activities',
      subject: 'activities',
      text: 'activities',
      link: 'activities',
      pinned: 'no: how the owner works',
      amount: 'activities',
      minutes: 'activities',
      promise: 'activities',
      value: 'activities',
      weighed: 'no: how the owner works',
      claimed: 'activities',
      provenance: 'activities',
    },
  ],
  tasks: [
    Task,
    {
      ...DELETED,
      title: 'tasks',
      contactIds: 'no: somebody else',
      due: 'tasks',
      doneAt: 'tasks',
      activityId: 'no: a name of ours',
      createdAt: 'tasks',
      provenance: 'no: typed by the owner',
    },
  ],
  deals: [
    Deal,
    {
      ...DELETED,
      title: 'deals',
      contactIds: 'no: somebody else',
      companyId: 'no: somebody else',
      amount: 'deals',
      stageId: 'deals',
      stageAt: 'no: stands in `passed` once it is left',
      passed: 'deals',
      expectedOn: 'deals',
      nextStep: 'deals',
      state: 'deals',
      closedAt: 'deals',
      reason: 'deals',
      reasonCode: 'no: a name of ours for the reason',
      note: 'deals',
      owner: 'no: somebody else',
      createdAt: 'deals',
      external: 'no: a name of another program',
      provenance: 'no: typed by the owner',
    },
  ],
  cases: [
    Case,
    {
      ...DELETED,
      number: 'cases',
      kind: 'no: stands in the title',
      title: 'cases',
      text: 'cases',
      contactIds: 'no: somebody else',
      owner: 'no: somebody else',
      state: 'cases',
      openedAt: 'cases',
      replyDueAt: 'no: how the owner works',
      repliedAt: 'no: how the owner works',
      expectation: 'cases',
      cause: 'cases',
      resolvedAt: 'cases',
      toldAt: 'no: how the owner works',
      recheckOn: 'no: how the owner works',
      recheckedAt: 'no: how the owner works',
      responseId: 'no: a name of ours',
      activityId: 'no: a name of ours',
      provenance: 'no: typed by the owner',
    },
  ],
} as const;

test.each(Object.entries(FIELDS))(
  'every field of %s is given, or it is said why not',
  (_, [schema, said]) => {
    expect(Object.keys(schema.shape).filter((field) => !Object.hasOwn(said, field))).toEqual([]);
  },
);

test('what is said to be given is there', async () => {
  const { call } = await newStore();
  const { id } = await call('contacts.add', { draft: { name: 'Anna Berg' } });
  const given = Object.keys(await call('data.give', { id }));
  const promised = Object.values(FIELDS)
    .flatMap(([, said]): string[] => Object.values(said))
    .filter((one) => !one.startsWith('no: '));
  expect(given).toEqual(expect.arrayContaining([...new Set(promised), 'answers', 'invites', 'advice']));
});

test('earlier pictures and texts that were put into mails are given, those of merged contacts too', async () => {
  const store = await newStore();
  const add = async (name: string) => (await store.call('contacts.add', { draft: { name } })).id;
  const [anna, other] = [await add('Anna Berg'), await add('A. Berg')];
  const photo = (id: string, contact: string, base64: string, at: number) => ({
    id,
    k: { contact },
    body: { id, schema: 1, contactId: contact, type: 'image/jpeg' as const, base64, at },
  });
  await store.db.photos.bulkPut([photo('p2', anna, 'bmV3', 2), photo('p1', other, 'b2xk', 1)]);
  await keepText(
    store.db,
    { contactIds: [anna], templateId: null, text: 'One long sentence that is kept here.' },
    5,
  );
  await store.call('contacts.merge', { groups: [{ into: anna, from: [other] }] });
  const given = await store.call('data.give', { id: anna });
  expect(given.earlierPhotos.map(({ base64 }) => base64)).toEqual(['b2xk', 'bmV3']);
  expect(given.texts).toEqual([{ template: null, at: 5 }]);
});
