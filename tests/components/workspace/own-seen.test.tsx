import { fireEvent, screen, waitFor } from '@testing-library/preact';
import { expect, test } from 'vitest';
import { OwnAddresses } from '@/components/settings/store-settings';
import { toasts } from '@/components/ui/toast';
import { fakeClient } from './fake-client';
import { renderOver, settingsWith, workspaceTests } from './setup';

workspaceTests();

test('addresses that a site showed as the user stand in Settings, and are taken out where the site is wrong', async () => {
  const ownSeen: Record<string, Record<string, boolean>> = {
    'https://mail.example': { 'me@lab.test': true, 'desk@lab.test': true, 'gone@lab.test': false },
  };
  const client = fakeClient({
    'settings.get': () => settingsWith({ ownSeen }),
    'device.disown': ({ site, key, mine = false }) => {
      ownSeen[site] = { ...ownSeen[site], [key]: mine };
      client.wake();
      return {};
    },
  });
  renderOver(client, <OwnAddresses />);
  const list = await screen.findByRole('list', { name: 'Shown as yours by sites' });
  expect(list.textContent).toContain('me@lab.test');
  expect(list.textContent).not.toContain('gone@lab.test');
  fireEvent.click(screen.getByRole('button', { name: 'desk@lab.test of mail.example is not mine' }));
  await waitFor(() => expect(list.textContent).not.toContain('desk@lab.test'));
  const desk = { site: 'https://mail.example', key: 'desk@lab.test' };
  expect(client.inputs('device.disown')).toEqual([{ ...desk, mine: false }]);
  expect(toasts.value.map(({ message }) => message)).toEqual([
    'desk@lab.test no longer counts as yours on mail.example.',
  ]);
  toasts.value[0]?.action?.run();
  await waitFor(() => expect(list.textContent).toContain('desk@lab.test'));
  expect(client.inputs('device.disown').at(-1)).toEqual({ ...desk, mine: true });
});

test('a lent mailbox says that it is the user while it is open, and is taken out like any other', async () => {
  const site = 'https://mail.example';
  const ownSeen: Record<string, Record<string, boolean>> = { [site]: { 'me@lab.test': true } };
  const client = fakeClient({
    'device.disown': ({ key, mine = false }) => {
      ownSeen[site] = { ...ownSeen[site], [key]: mine };
      client.wake();
      return {};
    },
    'settings.get': () =>
      settingsWith({
        ownSeen,
        ownAccounts: { [site]: { a: { keys: ['me@lab.test', 'desk@lab.test'], lent: true } } },
      }),
  });
  renderOver(client, <OwnAddresses />);
  const [mine, lent, ...more] = (await screen.findAllByRole('listitem')).map((row) => row.textContent);
  expect([mine, lent, more]).toEqual([
    'me@lab.testmail.example',
    'desk@lab.testmail.example, while its own mailbox is open',
    [],
  ]);
  fireEvent.click(screen.getByRole('button', { name: 'desk@lab.test of mail.example is not mine' }));
  await waitFor(() => expect(screen.getAllByRole('listitem')).toHaveLength(1));
});

test('without any the list is not there', async () => {
  const client = fakeClient({ 'settings.get': () => settingsWith() });
  renderOver(client, <OwnAddresses />);
  await screen.findByRole('textbox', { name: 'One of your own addresses' });
  expect(screen.queryByRole('list')).toBeNull();
});
