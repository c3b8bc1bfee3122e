import { expect, test } from 'vitest';
import { newStore } from './support';

test('why deals were lost and contacts left is counted, by the code and within a tag', async () => {
  const { call, ask, db } = await newStore();
  const ids: string[] = [];
  for (const name of ['Anna Berg', 'Ben Ito', 'Cleo Dahl'])
    ids.push((await call('contacts.add', { draft: { name } })).id);
  const [anna, ben, cleo] = ids as [string, string, string];
  expect(await call('insights.exits', {})).toEqual({ missing: { what: 'exits', needs: 1, has: 0 } });
  const lose = async (contactId: string, why: object) => {
    const { id } = await call('deals.add', { title: 'Lamps', contactIds: [contactId] });
    await call('deals.close', { id, state: 'lost', ...why } as never);
    return id;
  };
  const first = await lose(anna, { code: 'price', reason: 'the other offer was lower' });
  await lose(ben, { code: 'price' });
  await lose(ben, { reason: 'they moved' });
  await call('contacts.setStage', { id: cleo, stage: { stage: 'exit', code: 'competitor' } });
  await call('contacts.setStage', { id: ben, stage: { stage: 'maturity', code: 'price' } });
  expect((await db.contacts.get(ben))!.body.stage?.code).toBeUndefined();
  expect(await call('insights.exits', {})).toEqual({
    missing: null,
    deals: 3,
    contacts: 1,
    rows: [
      { code: 'price', deals: 2, contacts: 0 },
      { code: 'competitor', deals: 0, contacts: 1 },
      { code: null, deals: 1, contacts: 0 },
    ],
  });
  await call('tags.assign', { contactIds: [cleo], path: 'Studio' });
  const [tag] = await call('tags.tree', {});
  expect(await call('insights.exits', { tagId: tag!.id })).toMatchObject({ deals: 0, contacts: 1 });
  // Won again it has no reason why it was lost; a close without any reason is refused.
  await call('deals.reopen', { id: first });
  expect((await db.deals.get(first))!.body.reasonCode).toBeUndefined();
  expect(await ask('deals.close', { id: first, state: 'lost', reason: ' ' })).toMatchObject({
    error: { code: 'invalid' },
  });
  await call('changes.undo', {});
  expect((await db.deals.get(first))!.body).toMatchObject({ state: 'lost', reasonCode: 'price' });
});
