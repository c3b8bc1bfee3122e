import { expect, test } from 'vitest';
import { DAY, newStore, START } from '../store/support';

test('Today and the profile follow what the product is for as soon as it is said, and back', async () => {
  const { call } = await newStore();
  const { id } = await call('contacts.add', { draft: { name: 'Ruth', cadenceDays: 365 } });
  await call('activities.log', {
    activity: { type: 'mail', contactIds: [id], at: START - 2 * DAY, subject: 'Garden', direction: 'in' },
  });
  const shown = async () => {
    const [today, view] = [await call('today.view', {}), await call('contacts.view', { id })];
    return {
      waiting: today.waitingForYou.map((item) => item.contact.name),
      steps: view.steps.map((step) => step.kind).filter((kind) => kind === 'unanswered'),
      counted: await call('today.count', {}),
    };
  };
  const told = { waiting: ['Ruth'], steps: ['unanswered'], counted: 1 };
  expect(await shown()).toEqual(told);
  await call('settings.set', { settings: { purpose: 'people' } });
  expect(await shown()).toEqual({ waiting: [], steps: [], counted: 0 });
  await call('settings.set', { settings: { purpose: 'support' } });
  expect(await shown()).toEqual(told);
});
