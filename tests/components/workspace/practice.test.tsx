import { expect, test, vi } from 'vitest';
import { mailboxClient } from '@/entrypoints/practice/mailbox-client';
import type { ContactHit } from '@/lib/api/views';
import type { PracticeMail } from '@/lib/crm/practice/shape';
import { fakeClient } from './fake-client';

const OWNER = { address: 'mara@northlight.example' };
const mail = (from: string, to: string[] = [OWNER.address]): PracticeMail => ({
  id: from,
  direction: 'in',
  from: { name: from, address: from },
  to: to.map((address) => ({ name: address, address })),
  subject: 'Hello',
  date: 1000,
  paragraphs: [],
  unread: false,
  language: 'en',
});
const hit = (id: string, address: string): ContactHit => ({
  id,
  name: id,
  title: null,
  company: null,
  address,
  matched: null,
});

function mailbox(hits: ContactHit[]) {
  const data = fakeClient({
    'contacts.find': () => hits,
    'contacts.view': () => Promise.reject(new Error('no such contact')),
    'activities.log': () => ({ id: 'a', already: false }),
  });
  return { data, ...mailboxClient(data, mail('ada@engine.example'), OWNER, vi.fn()) };
}

test('the owner is none of the people, and a machine is not offered', async () => {
  const { client, open } = mailbox([]);
  open(mail('no-reply@payroll.example', [OWNER.address, 'tomas@fjordlab.example']));
  const view = await client.call('tab.view', { person: null });
  expect(view.people.map((person) => [person.key, person.automatic])).toEqual([
    ['no-reply@payroll.example', true],
    ['tomas@fjordlab.example', false],
  ]);
});

test('only the very address is a contact: a longer one that begins alike is nobody', async () => {
  const { client } = mailbox([hit('c1', 'ada@engine.example.org')]);
  const view = await client.call('tab.view', { person: null });
  expect(view.people[0]?.contactId).toBeNull();
});

test('two contacts with one address are asked about, and the answer is remembered', async () => {
  const { client } = mailbox([hit('c1', 'ada@engine.example'), hit('c2', 'ada@engine.example')]);
  const before = await client.call('tab.view', { person: null });
  expect(before.people[0]?.candidates.map((one) => one.id)).toEqual(['c1', 'c2']);
  await client.call('tab.identify', { person: 'ada@engine.example', contactId: null });
  const after = await client.call('tab.view', { person: null });
  expect(after.people[0]).toMatchObject({ contactId: null, candidates: [] });
});

test('another mail wakes the panel and is a newer page', async () => {
  const { client, open } = mailbox([]);
  const woken = vi.fn();
  client.onWake(woken);
  const before = await client.call('tab.view', { person: null });
  open(mail('bea@engine.example'));
  const after = await client.call('tab.view', { person: null });
  expect(woken).toHaveBeenCalledOnce();
  expect(after.generation).toBeGreaterThan(before.generation);
  expect(after.people[0]?.key).toBe('bea@engine.example');
});

test('logging the open mail names it, so that twice is once', async () => {
  const { client, data } = mailbox([]);
  await client.call('tab.log', { contactId: 'c1' });
  expect(data.inputs('activities.log')[0]?.activity).toMatchObject({
    type: 'mail',
    at: 1000,
    externalKeys: ['practice:ada@engine.example'],
  });
});
