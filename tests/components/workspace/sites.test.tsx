import { fireEvent, screen, waitFor } from '@testing-library/preact';
import { expect, test } from 'vitest';
import type { SiteGate } from '@/components/settings/site-gate';
import { SiteList } from '@/components/settings/site-list';
import { fakeClient } from './fake-client';
import { renderOver, settingsWith, workspaceTests } from './setup';

workspaceTests();

function listed(request: SiteGate['request'], changed = {}) {
  const client = fakeClient({
    'sites.list': () => [
      {
        origin: 'https://mail.example',
        site: 'roundcube',
        on: false,
        bridge: false,
        reads: false,
        ...changed,
      },
    ],
    'sites.reads': () => ({}),
    'sites.switch': () => ({}),
    'settings.get': () => settingsWith(),
  });
  const gate: SiteGate = {
    siteOf: (address) => (address.includes('.') ? new URL(address).origin : null),
    request,
  };
  renderOver(client, <SiteList gate={gate} />);
  return client;
}

test('a refused permission switches nothing on, and says what happened', async () => {
  const client = listed(async () => false);
  fireEvent.click(await screen.findByRole('switch', { name: 'mail.example' }));
  expect(await screen.findByText(/did not allow mail.example/)).toBeTruthy();
  expect(client.inputs('sites.switch')).toEqual([]);
});

test('a site by its address: the permission is asked for in the same turn, then it is on', async () => {
  const asked: string[] = [];
  const client = listed(async (site) => asked.push(site) > 0);
  await screen.findByRole('switch', { name: 'mail.example' });
  fireEvent.input(screen.getByRole('textbox', { name: 'Address of another site' }), {
    target: { value: 'webmail.example/inbox' },
  });
  fireEvent.click(screen.getByRole('button', { name: 'Switch on' }));
  expect(asked).toEqual(['https://webmail.example']);
  await waitFor(() =>
    expect(client.inputs('sites.switch')).toEqual([{ origin: 'https://webmail.example', on: true }]),
  );
});

test('what is no address asks for nothing', async () => {
  const client = listed(async () => expect.unreachable());
  fireEvent.input(await screen.findByRole('textbox', { name: 'Address of another site' }), {
    target: { value: 'webmail' },
  });
  fireEvent.click(screen.getByRole('button', { name: 'Switch on' }));
  expect(await screen.findByText(/This is no web address/)).toBeTruthy();
  expect(client.inputs('sites.switch')).toEqual([]);
});

test('on which sites drafts are read stands in the list, and is taken back there', async () => {
  const client = listed(async () => true, { on: true, reads: true });
  const reads = await screen.findByRole<HTMLInputElement>('switch', {
    name: /Check what I write on mail.example/,
  });
  expect(reads.checked).toBe(true);
  fireEvent.click(reads);
  await waitFor(() =>
    expect(client.inputs('sites.reads')).toEqual([{ origin: 'https://mail.example', on: false }]),
  );
});
