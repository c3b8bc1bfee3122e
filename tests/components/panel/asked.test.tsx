import { act, fireEvent, render, screen, waitFor } from '@testing-library/preact';
import { expect, test, vi } from 'vitest';
import { Panel } from '@/components/people/panel';
import { standBeside } from '@/entrypoints/panel/beside';
import type { AskedView } from '@/lib/api/asked-views';
import type { Place } from '@/lib/platform/window-tab';
import { sampleTab } from '../../support/panel-gallery/samples';
import { panelClient, panelTests } from './setup';

/** What the test does in the place of the browser. */
const place = vi.hoisted(() => ({
  show: (_: unknown) => {},
  client: (_: unknown): unknown => null,
}));
vi.mock('@/lib/platform/window-tab', () => ({
  followWindow: async (listener: (place: unknown) => void) => {
    place.show = listener;
  },
}));
vi.mock('@/lib/platform/side-panel', () => ({ noteWindow: () => {} }));
vi.mock('@/lib/platform/wake', () => ({ onWake: () => () => {} }));
vi.mock('@/lib/api/placed', () => ({ placedClient: (at: unknown) => place.client(at) }));

panelTests();

const STRANGER: AskedView = {
  text: 'Tor Vik',
  name: 'Tor Vik',
  point: null,
  source: null,
  contactId: null,
  hits: [],
};

test('what is typed for somebody who was looked up stays when another tab or another mail is shown', async () => {
  const mails = new Map([1, 2].map((tab) => [tab, sampleTab('en', { subject: `Mail of ${tab}` })]));
  let questions = [STRANGER];
  const clients = new Map<number, ReturnType<typeof panelClient>>();
  place.client = (at) => {
    const { tab } = at as Place;
    const client = panelClient(
      {
        'tab.asked': () => questions.pop() ?? null,
        'tab.beside': () => ({}),
      },
      () => mails.get(tab) ?? sampleTab(),
    );
    clients.set(tab, client);
    return client;
  };
  const keys: number[] = [];
  let drawn: ReturnType<typeof render> | null = null;
  await standBeside((life, client, asked) => {
    keys.push(life);
    const panel = <Panel key={life} client={client} frame={{ foldable: false, guarded: false, asked }} />;
    if (drawn) drawn.rerender(panel);
    else drawn = render(panel);
  });
  const show = (tab: number) => act(() => place.show({ window: 1, tab } satisfies Place));

  show(1);
  const company = await screen.findByRole<HTMLInputElement>('textbox', { name: 'Company' });
  await act(() => void fireEvent.input(company, { target: { value: 'Fjell AS' } }));
  show(2);
  await waitFor(() => expect(clients.get(2)?.inputs('tab.view').length).toBeGreaterThan(0));
  mails.set(2, sampleTab('en', { subject: 'The next mail' }));
  await act(() => clients.get(2)?.wake());
  await waitFor(() => expect(clients.get(2)?.inputs('tab.view').length).toBeGreaterThan(1));
  expect(screen.getByRole<HTMLInputElement>('textbox', { name: 'Company' }).value).toBe('Fjell AS');
  expect(keys).toEqual([1, 1]);

  // Without a question every tab has a panel of its own.
  fireEvent.click(screen.getByRole('button', { name: 'Back' }));
  await waitFor(() => expect(screen.queryByRole('textbox', { name: 'Company' })).toBeNull());
  questions = [];
  show(1);
  expect(keys).toEqual([1, 1, 2]);
});
