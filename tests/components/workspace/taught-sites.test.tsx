import { fireEvent, screen, waitFor } from '@testing-library/preact';
import { beforeEach, expect, test } from 'vitest';
import { TaughtSites } from '@/components/teach/taught-sites';
import { fetchWords } from '@/lib/i18n';
import { fakeClient } from './fake-client';
import { renderOver, workspaceTests } from './setup';

workspaceTests();
beforeEach(() => fetchWords('en', ['teach']));

const recipe = (change: object = {}) => ({
  format: 1,
  id: 'taught',
  name: 'mail.example',
  hosts: ['mail.example'],
  viewer: [],
  pages: [
    {
      kind: 'message',
      region: [{ id: 'taught', since: '2026-11', find: 'main' }],
      people: {
        sender: [{ id: 'sender', since: '2026-11', each: '.from', email: [{ steps: ['address'] }] }],
      },
    },
  ],
  observe: ['body'],
  ...change,
});

async function take(file: object) {
  const client = fakeClient({
    'sites.taught': () => [],
    'sites.take': () => ({ hosts: ['mail.example'], replaced: false, insteadOf: ['gmail'] }),
  });
  renderOver(client, <TaughtSites />);
  await screen.findByText(/^None yet/);
  const input = document.querySelector('input[type=file]') as HTMLInputElement;
  const chosen = new File([JSON.stringify(file)], 'recipe.json', { type: 'application/json' });
  Object.defineProperty(input, 'files', { value: [chosen], configurable: true });
  fireEvent.change(input);
  return client;
}

test('a file with a selector that is none is refused where there is a document to ask', async () => {
  const client = await take(recipe({ observe: ['((('] }));
  expect(await screen.findByText('recipe.observe[0] is no CSS selector.')).toBeTruthy();
  expect(client.inputs('sites.take')).toEqual([]);
});

test('a file that is taken says what it is used instead of', async () => {
  const client = await take(recipe());
  expect(
    await screen.findByText(/Added for mail.example.*instead of what Sidelight knows of Gmail/),
  ).toBeTruthy();
  await waitFor(() => expect(client.inputs('sites.take')).toHaveLength(1));
});

test('a taught site without a host is told what is missing, and what was written stays', async () => {
  const client = fakeClient({
    'sites.taught': () => [
      {
        key: 'mail.example',
        name: 'Post',
        hosts: ['mail.example'],
        kinds: ['message'],
        since: '2026-11',
        insteadOf: [],
        file: '{}',
      },
    ],
  });
  renderOver(client, <TaughtSites />);
  fireEvent.click(await screen.findByRole('button', { name: 'Edit mail.example' }));
  const hosts = screen.getByRole('textbox', { name: /Hosts/ });
  fireEvent.input(hosts, { target: { value: ' , ' } });
  fireEvent.click(screen.getByRole('button', { name: 'Save' }));
  expect(await screen.findByText('Name at least one host.')).toBeTruthy();
  expect(client.inputs('sites.rename')).toEqual([]);
});
