import { fireEvent, screen, waitFor } from '@testing-library/preact';
import { expect, test } from 'vitest';
import { linkedSince } from '@/components/people/person-words';
import type { PageOffer } from '@/lib/api/views';
import { INGRID, sampleNamesake, sampleTab } from '../../support/panel-gallery/samples';
import { panelClient, panelTests, renderPanel } from './setup';

panelTests();

const TITLE: PageOffer = { of: 'fact', field: 'title', value: 'Head of optics', now: 'Buyer' };
const CITY: PageOffer = { of: 'fact', field: 'city', value: 'Bergen', now: null };
const HANDLE: PageOffer = { of: 'point', field: 'handle', value: 'x:ingrid', now: null };
const plain = ({ of, field, value }: PageOffer) => ({ of, field, value });
const from = { source: 'post.example', link: 'https://post.example/m/9' };

/** A panel beside a page with offers, until they are answered. */
function offering(offers: PageOffer[]) {
  let open = offers;
  const answered = () => {
    open = [];
    return { count: offers.length };
  };
  return panelClient({ 'contacts.complete': answered }, () => sampleTab('en', { offers: open }));
}

test('what is missing is ticked, what contradicts is not, and one click takes what is ticked', async () => {
  const client = offering([TITLE, CITY, HANDLE]);
  renderPanel(client);
  const title = await screen.findByRole<HTMLInputElement>('checkbox', { name: 'Role: Head of optics' });
  expect(title.checked).toBe(false);
  screen.getByText('So far: Buyer');
  expect(screen.getByRole<HTMLInputElement>('checkbox', { name: 'City: Bergen' }).checked).toBe(true);
  fireEvent.click(screen.getByRole('checkbox', { name: 'Handle: x:ingrid' }));
  fireEvent.click(title);
  await waitFor(() => expect(title.checked).toBe(true));
  expect(client.inputs('contacts.complete')).toEqual([]);
  fireEvent.click(screen.getByRole('button', { name: 'Save' }));
  await waitFor(() =>
    expect(client.inputs('contacts.complete')).toEqual([
      { id: INGRID, take: [plain(TITLE), plain(CITY)], leave: [plain(HANDLE)], from },
    ]),
  );
  await waitFor(() => expect(screen.queryByRole('list', { name: 'Complete from this page' })).toBeNull());
  fireEvent.click(screen.getByRole('button', { name: 'Undo' }));
  await waitFor(() => expect(client.inputs('changes.undo')).toHaveLength(1));
});

test('"Leave as it is" takes nothing and is kept; with nothing ticked there is nothing to save', async () => {
  const client = offering([TITLE]);
  renderPanel(client);
  const save = await screen.findByRole<HTMLButtonElement>('button', { name: 'Save' });
  expect(save.disabled).toBe(true);
  fireEvent.click(screen.getByRole('button', { name: 'Leave as it is' }));
  await waitFor(() =>
    expect(client.inputs('contacts.complete')).toEqual([
      { id: INGRID, take: [], leave: [plain(TITLE)], from },
    ]),
  );
});

test('the words at the foot are those of the page, and what is logged says so', async () => {
  const logs = ['mail', 'message', 'post'] as const;
  for (const [at, name] of ['Log this mail', 'Log this message', 'Log this post'].entries()) {
    const { unmount } = renderPanel(panelClient({}, () => sampleTab('en', { logs: logs[at] ?? null })));
    await screen.findByRole('button', { name });
    unmount();
  }
  renderPanel(panelClient({}, () => sampleTab('en', { kind: 'profile', logs: null })));
  await screen.findByRole('button', { name: 'Log' });
  expect(screen.queryByRole('button', { name: /^Log this/ })).toBeNull();
});

test('of a comment its first words are told: several of one person on a page look alike else', async () => {
  const subject = 'We switched last spring';
  const event = { name: 'mastodon:1', subject, permalink: null };
  const { unmount } = renderPanel(
    panelClient({}, () => sampleTab('en', { kind: 'post', logs: 'comment', event })),
  );
  const button = await screen.findByRole('button', { name: 'Log this comment' });
  const told = document.getElementById(button.getAttribute('aria-describedby') ?? '');
  expect(told?.textContent).toBe(`“${subject}”`);
  unmount();
  renderPanel(panelClient({}, () => sampleTab('en', { kind: 'post', logs: 'post', event })));
  await screen.findByRole('button', { name: 'Log this post' });
  expect(screen.queryByText(`“${subject}”`)).toBeNull();
});

test('the panel says since when somebody is known by a profile, and of an address not', async () => {
  renderPanel(panelClient());
  await screen.findByText('by address, ingrid@fjordlab.example');
  expect(screen.queryByText(/^linked/)).toBeNull();
  const since = Date.now() - 86_400_000;
  expect(linkedSince({ by: { kind: 'handle', value: 'linkedin:ingrid', since } })).toMatch(/^linked \d/);
  expect(linkedSince({ by: { kind: 'name', value: 'Ingrid', since } })).toBeNull();
});

test('somebody of the same name on a profile is a question; Yes links the handle, No is answered for the handle', async () => {
  const client = panelClient({ 'tab.link': () => ({}), 'tab.identify': () => ({}) }, () => sampleNamesake());
  renderPanel(client);
  await screen.findByRole('heading', { name: 'Is this Li Wei of Acme Optics?' });
  screen.getByText('by LinkedIn: li-wei-88');
  expect(screen.queryByText(/^Several contacts have/)).toBeNull();
  fireEvent.click(screen.getByRole('button', { name: 'Yes, Li Wei, Acme Optics' }));
  await waitFor(() =>
    expect(client.inputs('tab.link')).toEqual([{ person: 'name:li wei', contactId: INGRID }]),
  );
  expect(client.inputs('tab.identify')).toEqual([]);
  await waitFor(() =>
    expect(screen.getByRole<HTMLButtonElement>('button', { name: 'No' }).disabled).toBe(false),
  );
  fireEvent.click(screen.getByRole('button', { name: 'No' }));
  await waitFor(() =>
    expect(client.inputs('tab.identify')).toEqual([{ person: 'name:li wei', contactId: null }]),
  );
});
