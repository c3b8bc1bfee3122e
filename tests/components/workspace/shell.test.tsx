import { fireEvent, render, screen, waitFor, within } from '@testing-library/preact';
import { expect, test, vi } from 'vitest';
import { Workspace } from '@/entrypoints/workspace/workspace';
import type { Results } from '@/lib/api/results';
import { BACKUP_REMINDER_CHANGES } from '@/lib/crm/settings';
import { loadLanguage } from '@/lib/i18n';
import { fakeClient } from './fake-client';
import { settingsWith, workspaceTests } from './setup';

workspaceTests();

const NOBODY: Results['contacts.counts'] = { contacts: 0, companies: 0, tags: 0, tasks: 0 };

function open(counts = NOBODY, device = settingsWith(), today = 0) {
  const client = fakeClient({
    'contacts.counts': () => counts,
    'today.count': () => today,
    'settings.get': () => device,
    'device.set': () => ({}),
    'today.view': () => ({ waitingForYou: [], youWaitFor: [], due: [], dates: [], tasks: [] }),
    'contacts.ids': () => [],
    'templates.list': () => ({ rows: [], language: null, name: null }),
    'changes.undo': () => ({ changeId: 'undo', restored: 2, kept: [] }),
    'changes.list': () => ({ items: [], more: false }),
  });
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
  return client;
}

const links = () => screen.getAllByRole('link').map((link) => link.textContent);

test('a page of records enters the navigation with its first record', async () => {
  open();
  await waitFor(() => expect(links()).toEqual(expect.arrayContaining(['Today', 'Contacts', 'Settings'])));
  expect(links()).not.toContain('Companies');
  expect(links()).not.toContain('Tags');
});

test('a page that holds nothing yet is reached from the end of the navigation, to make its first record', async () => {
  await loadLanguage('en', ['tiers', 'duplicates', 'templates', 'surveys']);
  open();
  const more = await screen.findByRole('button', { name: 'More pages' });
  fireEvent.click(more);
  const offered = screen.getAllByRole('menuitem').map((item) => item.textContent);
  expect(offered).toEqual(
    expect.arrayContaining(['Companies', 'Tags', 'Tiers', 'Duplicates', 'Templates', 'Surveys']),
  );
  for (const name of ['Today', 'Contacts', 'Settings']) expect(offered).not.toContain(name);
  fireEvent.click(screen.getByRole('menuitem', { name: 'Templates' }));
  await screen.findByRole('heading', { name: 'Templates', level: 1 });
  expect(screen.getByRole('link', { name: 'Templates' }).getAttribute('aria-current')).toBe('page');
  expect(await screen.findByRole('button', { name: 'New template' })).toBeTruthy();
});

test.each([
  [9, []],
  [10, ['segments', 'health', 'plays']],
])('of %i contacts the navigation has of the pages that look at all of them: %j', async (contacts, pages) => {
  open({ contacts, companies: 0, tags: 0, tasks: 0 });
  const places = () => screen.getAllByRole('link').map((link) => link.getAttribute('href')?.slice(2));
  await waitFor(() => expect(places()).toContain('calendar'));
  expect(places().filter((page) => /^(segments|health|plays)$/.test(page ?? ''))).toEqual(pages);
});

test('the names of the links stay, whatever the counts', async () => {
  open({ contacts: 1204, companies: 3, tags: 7, tasks: 0 }, undefined, 13);
  for (const name of ['Today', 'Contacts', 'Companies', 'Tags', 'Settings'])
    expect(await screen.findByRole('link', { name })).toBeTruthy();
  expect(screen.getByText('1,204')).toBeTruthy();
});

test('navigation names the document and takes the focus to the heading', async () => {
  open();
  await waitFor(() => expect(document.title).toBe('Today - Sidelight'));
  location.hash = '#/contacts';
  const heading = await screen.findByRole('heading', { name: 'Contacts', level: 1 });
  await waitFor(() => expect(document.activeElement).toBe(heading));
  expect(document.title).toBe('Contacts - Sidelight');
});

test('Ctrl+Z takes back the last change, but not while somebody types', async () => {
  const client = open();
  const field = document.body.appendChild(document.createElement('input'));
  fireEvent.keyDown(field, { code: 'KeyZ', ctrlKey: true });
  expect(client.inputs('changes.undo')).toEqual([]);
  fireEvent.keyDown(document.body, { code: 'KeyZ', ctrlKey: true });
  await waitFor(() => expect(client.inputs('changes.undo')).toEqual([{}]));
  field.remove();
});

test('Ctrl+K finds and runs, ? shows the keys', async () => {
  open();
  fireEvent.keyDown(document.body, { code: 'KeyK', ctrlKey: true });
  expect(await screen.findByRole('combobox', { name: 'Find or run' })).toBeTruthy();
  expect(screen.getByRole('option', { name: /Theme: Dark/ })).toBeTruthy();
  fireEvent.keyDown(document.body, { key: '?' });
  expect(await screen.findByRole('dialog', { name: 'Keyboard shortcuts' })).toBeTruthy();
});

test('Ctrl+K leads to a file for another program', async () => {
  await loadLanguage('en', ['data']);
  open();
  fireEvent.keyDown(document.body, { code: 'KeyK', ctrlKey: true });
  const field = await screen.findByRole('combobox', { name: 'Find or run' });
  fireEvent.input(field, { target: { value: 'export' } });
  fireEvent.click(await screen.findByRole('option', { name: /Export all contacts/ }));
  const dialog = await screen.findByRole('dialog', { name: 'Export all contacts' });
  expect(within(dialog).getByRole('radio', { name: /^Table \(CSV\)/ })).toBeTruthy();
});

test.each([
  [BACKUP_REMINDER_CHANGES - 1, null, false],
  [BACKUP_REMINDER_CHANGES, null, true],
  [BACKUP_REMINDER_CHANGES, 1, false],
])('after %i changes, put off by %s days, the reminder stands: %s', async (changes, days, stands) => {
  const until = days === null ? null : Date.now() + days * 86_400_000;
  open(NOBODY, settingsWith({ changesSinceBackup: changes, backupSnoozedUntil: until }));
  await screen.findByText('No backup yet', { exact: false });
  expect(screen.queryAllByRole('button', { name: 'Save backup' })).toHaveLength(stands ? 1 : 0);
});

test('Not now puts the reminder off, and nothing is saved', async () => {
  const client = open(NOBODY, settingsWith({ changesSinceBackup: 60 }));
  vi.useFakeTimers({ now: 0, toFake: ['Date'] });
  fireEvent.click(await screen.findByRole('button', { name: 'Not now' }));
  vi.useRealTimers();
  expect(client.inputs('device.set')).toEqual([{ device: { backupSnoozedUntil: 7 * 86_400_000 } }]);
  expect(client.inputs('backup.save')).toEqual([]);
});
