import { fireEvent, screen, waitFor } from '@testing-library/preact';
import { expect, test } from 'vitest';
import { OwnAddresses } from '@/components/settings/store-settings';
import { fakeClient } from './fake-client';
import { renderOver, settingsWith, workspaceTests } from './setup';

workspaceTests();

test('addresses that a site showed as the user stand in Settings, and are taken out where the site is wrong', async () => {
  const ownSeen: Record<string, Record<string, boolean>> = {
    'https://mail.example': { 'me@lab.test': true, 'desk@lab.test': true, 'gone@lab.test': false },
  };
  const client = fakeClient({
    'settings.get': () => settingsWith({ ownSeen }),
    'device.disown': ({ site, key }) => {
      ownSeen[site] = { ...ownSeen[site], [key]: false };
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
  expect(client.inputs('device.disown')).toEqual([{ site: 'https://mail.example', key: 'desk@lab.test' }]);
});

test('without any the list is not there', async () => {
  const client = fakeClient({ 'settings.get': () => settingsWith() });
  renderOver(client, <OwnAddresses />);
  await screen.findByRole('textbox', { name: 'One of your own addresses' });
  expect(screen.queryByRole('list')).toBeNull();
});
