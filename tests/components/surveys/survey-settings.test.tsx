import { fireEvent, screen, waitFor } from '@testing-library/preact';
import { beforeEach, expect, test } from 'vitest';
import type { SiteGate } from '@/components/settings/site-gate';
import { SurveySettings } from '@/components/surveys/survey-settings';
import { loadLanguage } from '@/lib/i18n';
import { fakeClient } from '../workspace/fake-client';
import { renderOver, settingsWith, workspaceTests } from '../workspace/setup';

workspaceTests();
beforeEach(() => loadLanguage('en', ['surveys']));

const SECRET = 'ab'.repeat(32);

function shown(request: SiteGate['request']) {
  const client = fakeClient({
    'sites.list': () => [
      { origin: 'https://mail.example', site: 'roundcube', on: true, bridge: false, reads: false },
      { origin: 'https://shop.example', site: 'generic', on: false, bridge: true, reads: false },
    ],
    'sites.bridge': () => ({}),
    'hub.get': () => null,
    'hub.identifySecret': () => ({ secret: SECRET }),
    'settings.get': () => settingsWith(),
  });
  const gate: SiteGate = { siteOf: (address) => new URL(address).origin, request };
  renderOver(client, <SurveySettings gate={gate} />);
  return client;
}

test('only sites that were approved for answers are listed; one is approved by its address and a permission', async () => {
  const asked: string[] = [];
  const client = shown(async (site) => asked.push(site) > 0);
  const [only, ...others] = await screen.findAllByRole('switch', { checked: true });
  expect(only).toBe(screen.getByRole('switch', { name: 'shop.example' }));
  expect(others).toEqual([]);
  fireEvent.input(screen.getByRole('textbox', { name: 'Address of the site with your survey' }), {
    target: { value: 'kiln.example/shop' },
  });
  fireEvent.click(screen.getByRole('button', { name: 'Approve' }));
  expect(asked).toEqual(['https://kiln.example']);
  await waitFor(() =>
    expect(client.inputs('sites.bridge')).toEqual([{ origin: 'https://kiln.example', on: true }]),
  );
});

test('a refused permission approves nothing, and says what happened', async () => {
  const client = shown(async () => false);
  fireEvent.input(await screen.findByRole('textbox', { name: 'Address of the site with your survey' }), {
    target: { value: 'kiln.example' },
  });
  fireEvent.click(screen.getByRole('button', { name: 'Approve' }));
  expect(await screen.findByText(/did not allow kiln.example/)).toBeTruthy();
  expect(client.inputs('sites.bridge')).toEqual([]);
});

test('an approved site is switched off without asking for anything', async () => {
  const client = shown(async () => expect.unreachable());
  fireEvent.click(await screen.findByRole('switch', { name: 'shop.example' }));
  await waitFor(() =>
    expect(client.inputs('sites.bridge')).toEqual([{ origin: 'https://shop.example', on: false }]),
  );
});

test('the signing secret is made and shown when it is asked for, not before', async () => {
  const client = shown(async () => true);
  const button = await screen.findByRole('button', { name: 'Show the secret' });
  expect(client.inputs('hub.identifySecret')).toEqual([]);
  fireEvent.click(button);
  expect(await screen.findByText(SECRET)).toBeTruthy();
  expect(screen.getByRole('button', { name: 'Copy secret' })).toBeTruthy();
});
