import { fireEvent, screen, waitFor } from '@testing-library/preact';
import { expect, test } from 'vitest';
import { PageHere } from '@/entrypoints/popup/page-here';
import type { TabView } from '@/lib/api/views';
import { sampleTab } from '../../support/panel-gallery/samples';
import { fakeClient } from './fake-client';
import { renderOver, workspaceTests } from './setup';

workspaceTests();

/** The popup over a tab that stands so at first; what is done changes it. */
function over(first: TabView['state'], permits = true) {
  let state = first;
  const client = fakeClient({
    'tab.view': () => ({ ...sampleTab(), origin: 'https://mail.example', state, people: [], person: null }),
    'tab.hide': ({ minutes }) => {
      state = minutes ? 'hidden' : 'nobody';
      return {};
    },
    'sites.switch': ({ on }) => {
      state = on ? 'nobody' : 'off';
      return {};
    },
  });
  const gate = { siteOf: (address: string) => address, request: async () => permits };
  renderOver(client, <PageHere gate={gate} onLeave={() => {}} />);
  return client;
}

const site = () => screen.findByRole('switch', { name: 'mail.example' });

test('the site of the page is switched off, and on again with the permission of the browser', async () => {
  const client = over('nobody');
  fireEvent.click(await site());
  expect(await screen.findByText('Off: nothing is read here.')).toBeTruthy();
  fireEvent.click(await site());
  expect(await screen.findByText('Nobody on this page.')).toBeTruthy();
  const origin = 'https://mail.example';
  expect(client.inputs('sites.switch')).toEqual([
    { origin, on: false },
    { origin, on: true },
  ]);
});

test('a site whose permission is refused stays off, and that is said', async () => {
  const client = over('off', false);
  fireEvent.click(await site());
  expect((await screen.findByRole('alert')).textContent).toContain('mail.example');
  expect(client.inputs('sites.switch')).toEqual([]);
  expect(await screen.findByRole('switch', { name: 'mail.example', checked: false })).toBeTruthy();
});

test('what is hidden for an hour is shown again by a press', async () => {
  const client = over('hidden');
  expect(await screen.findByText('Hidden for now.')).toBeTruthy();
  fireEvent.click(screen.getByRole('button', { name: 'Show again' }));
  await waitFor(() => expect(screen.queryByText('Hidden for now.')).toBeNull());
  expect(client.inputs('tab.hide')).toEqual([{ minutes: 0 }]);
});
