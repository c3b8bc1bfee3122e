import { render, screen, waitFor } from '@testing-library/preact';
import { afterEach, expect, test } from 'vitest';
import { followLook } from '@/components/settings/appearance';
import { Workspace } from '@/entrypoints/workspace/workspace';
import type { Step, TodayItem, TodayView } from '@/lib/api/views';
import type { Purpose } from '@/lib/crm/settings';
import { vocabulary } from '@/lib/i18n';
import { fakeClient } from './fake-client';
import { settingsWith, workspaceTests } from './setup';

workspaceTests();
afterEach(() => {
  vocabulary.value = 'sales';
});

function item(kind: Step['kind'], name: string): TodayItem {
  const words = { key: 'advice.cadence_title', params: {} };
  const step: Step = {
    key: `${kind}:${name}`,
    neverKey: `${kind}:${name}`,
    kind,
    contactId: name,
    title: words,
    reason: words,
    evidence: [],
    due: null,
    lateDays: 1,
    activityId: null,
    taskId: null,
    link: null,
  };
  return { contact: { id: name, name, company: null, stage: null }, step, ageDays: 1 };
}

const TODAY: TodayView = {
  waitingForYou: [item('unanswered', 'Una')],
  youWaitFor: [item('waiting', 'Wang')],
  due: [item('cadence', 'Cade'), item('task', 'Tara')],
  dates: [item('date', 'Dag')],
  tasks: [],
};
const NOTHING: TodayView = { waitingForYou: [], youWaitFor: [], due: [], dates: [], tasks: [] };

async function open(purpose: Purpose, today: TodayView) {
  let settings = settingsWith({}, { purpose });
  const client = fakeClient({
    'contacts.counts': () => ({ contacts: 1, companies: 0, tags: 0, tasks: 0 }),
    'settings.get': () => settings,
    'today.view': () => today,
  });
  await followLook(client, ['en'], ['common', 'advice', 'panel', 'unfolded', 'workspace']);
  render(
    <Workspace
      client={client}
      notifications={{ request: async () => true, holds: async () => true, release: async () => {} }}
      gate={{ siteOf: (address) => address, request: async () => true }}
      practice={{ exists: async () => false, remove: async () => {}, url: 'practice.html' }}
      isPractice={false}
      version="1.2.3"
      openSidePanel={async () => {}}
    />,
  );
  return {
    change(next: Purpose) {
      settings = settingsWith({}, { purpose: next });
      client.wake();
    },
  };
}

const groups = () =>
  screen
    .getAllByRole('heading', { level: 2 })
    .map((heading) => heading.textContent?.replace(/\d+$/, '').trim())
    .slice(0, -2);

test.each<[Purpose, string[]]>([
  ['sales', ['Waiting for you', 'You are waiting for', 'Due', 'Dates']],
  ['support', ['Customers waiting for an answer', 'Due', 'You are waiting for', 'Dates']],
  ['people', ['Days to remember', 'Time to get in touch', 'Due', 'Wrote to you', 'You are waiting for']],
])('Today, for %s: %j', async (purpose, expected) => {
  await open(purpose, TODAY);
  await screen.findByRole('link', { name: 'Una' });
  expect(groups()).toEqual(expected);
  // Each row stands once, whatever the groups.
  for (const name of ['Una', 'Wang', 'Cade', 'Tara', 'Dag'])
    expect(screen.getAllByRole('link', { name })).toHaveLength(1);
});

test('a change in Settings is heard at once, and the names of the pages stay', async () => {
  const page = await open('sales', NOTHING);
  await screen.findByText(/^Unanswered mails, promises, due tasks/);
  page.change('people');
  await screen.findByText(/^Birthdays of the coming month/);
  page.change('support');
  await screen.findByText(/^Customers who wait for an answer/);
  await waitFor(() => expect(screen.getByRole('link', { name: 'Contacts' })).toBeTruthy());
});
