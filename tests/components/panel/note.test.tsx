import { act, fireEvent, screen, waitFor } from '@testing-library/preact';
import { expect, test, vi } from 'vitest';
import { ApiError } from '@/lib/api/message';
import type { TabView } from '@/lib/api/views';
import { INGRID, sampleContact, sampleTab } from '../../support/panel-gallery/samples';
import { deferred, fail, panelClient, panelTests, renderPanel } from './setup';

panelTests();

const OTHER = '0198a000-0000-7000-8000-000000000077';
const other = () =>
  sampleTab('en', {
    generation: 4,
    subject: 'Samples',
    contact: sampleContact('en', { id: OTHER, name: 'Jonas Weil' }),
  });

const box = () => screen.findByRole<HTMLTextAreaElement>('textbox', { name: 'Note' });
const type = (field: Element, value: string) => act(() => void fireEvent.input(field, { target: { value } }));

/** A client that keeps drafts as the store does. */
function keeping(view: () => TabView, handlers: Parameters<typeof panelClient>[0] = {}) {
  const drafts = new Map<string, string>();
  const client = panelClient(
    {
      'drafts.get': ({ key }) => ({ text: drafts.get(key) ?? '' }),
      'drafts.put': ({ key, text }) => {
        drafts.set(key, text);
        return {};
      },
      'notes.add': () => ({ id: 'n' }),
      ...handlers,
    },
    view,
  );
  return { client, drafts };
}

test('Ctrl+Enter saves, says so, and empties the field and its draft', async () => {
  const { client, drafts } = keeping(() => sampleTab());
  renderPanel(client);
  const field = await box();
  await type(field, 'Never call on Fridays');
  fireEvent.keyDown(field, { key: 'Enter', ctrlKey: true });
  await screen.findByText('Saved on this computer');
  expect(client.inputs('notes.add')).toEqual([{ contactIds: [INGRID], text: 'Never call on Fridays' }]);
  await waitFor(() => expect(field.value).toBe(''));
  expect(drafts.get(`note:${INGRID}`)).toBe('');
});

test('an empty note is not saved', async () => {
  const { client } = keeping(() => sampleTab());
  renderPanel(client);
  const field = await box();
  await type(field, '   ');
  fireEvent.keyDown(field, { key: 'Enter', ctrlKey: true });
  expect(client.inputs('notes.add')).toEqual([]);
});

test('what was typed stays when saving fails, and the error stands under it', async () => {
  const { client } = keeping(() => sampleTab(), { 'notes.add': () => fail('quota') });
  renderPanel(client);
  const field = await box();
  await type(field, 'Never call on Fridays');
  fireEvent.click(screen.getByRole('button', { name: 'Save' }));
  await screen.findByText(/The disk is full/);
  expect(field.value).toBe('Never call on Fridays');
  expect(field.getAttribute('aria-invalid')).toBe('true');
});

test('a draft is kept when another mail is opened at once, and is there when one comes back', async () => {
  let view = sampleTab();
  const { client, drafts } = keeping(() => view);
  renderPanel(client);
  await type(await box(), 'Half a sentence');
  view = other();
  client.wake();
  await screen.findByRole('heading', { name: 'Jonas Weil' });
  expect((await box()).value).toBe('');
  expect(drafts.get(`note:${INGRID}`)).toBe('Half a sentence');
  expect(drafts.has(`note:${OTHER}`)).toBe(false);

  view = sampleTab('en', { generation: 5 });
  client.wake();
  await screen.findByRole('heading', { name: 'Ingrid Solheim' });
  await waitFor(async () => expect((await box()).value).toBe('Half a sentence'));
  screen.getByText('Draft restored');
});

test('typing is kept after a moment, without a key stroke each', async () => {
  const { client } = keeping(() => sampleTab());
  renderPanel(client);
  const field = await box();
  for (const text of ['a', 'ab', 'abc']) await type(field, text);
  expect(client.inputs('drafts.put')).toEqual([]);
  await vi.advanceTimersByTimeAsync(300);
  expect(client.inputs('drafts.put')).toEqual([{ key: `note:${INGRID}`, text: 'abc' }]);
});

test('what is being saved is kept as a draft once, before, and stays when it could not be saved', async () => {
  const answer = deferred<{ id: string }>();
  const { client, drafts } = keeping(() => sampleTab(), { 'notes.add': () => answer.promise });
  renderPanel(client);
  const field = await box();
  await type(field, 'Never call on Fridays');
  fireEvent.keyDown(field, { key: 'Enter', ctrlKey: true });
  await vi.advanceTimersByTimeAsync(2000);
  expect(client.inputs('notes.add')).toHaveLength(1);
  expect(client.inputs('drafts.put')).toEqual([{ key: `note:${INGRID}`, text: 'Never call on Fridays' }]);
  answer.reject(new ApiError('quota', 'quota'));
  await screen.findByText(/The disk is full/);
  expect(drafts.get(`note:${INGRID}`)).toBe('Never call on Fridays');
});

test('folding the panel or leaving the page keeps what was just typed', async () => {
  const { client, drafts } = keeping(() => sampleTab());
  renderPanel(client);
  await type(await box(), 'just typed');
  window.dispatchEvent(new Event('pagehide'));
  expect(drafts.get(`note:${INGRID}`)).toBe('just typed');
});

test('a draft that comes late does not overwrite what is being typed, nor the next contact’s note', async () => {
  const late = deferred<{ text: string }>();
  let view = sampleTab();
  const { client } = keeping(() => view, {
    'drafts.get': ({ key }) => (key === `note:${INGRID}` ? late.promise : { text: '' }),
  });
  renderPanel(client);
  await type(await box(), 'new words');
  view = other();
  client.wake();
  await screen.findByRole('heading', { name: 'Jonas Weil' });
  late.resolve({ text: 'old words' });
  await vi.advanceTimersByTimeAsync(50);
  expect((await box()).value).toBe('');
});

/** The panel folded out over a contact with one note. */
async function withNote(pinned: boolean) {
  const note = {
    ...sampleTab().contact?.timeline[0],
    id: 'n1',
    type: 'note' as const,
    text: 'Prefers freight apart',
    pinned,
  };
  const contact = sampleContact('en', { notes: [note as never] });
  const { client } = keeping(() => sampleTab('en', { contact }), { 'notes.edit': () => ({}) });
  renderPanel(client);
  fireEvent.click(await screen.findByRole('button', { name: 'All' }));
  return client;
}

test.each([
  [false, 'Pin'],
  [true, 'Unpin'],
])('a note that is pinned (%s) is turned by "%s"', async (pinned, name) => {
  const client = await withNote(pinned);
  fireEvent.click(await screen.findByRole('button', { name }));
  await waitFor(() => expect(client.inputs('notes.edit')).toEqual([{ id: 'n1', pinned: !pinned }]));
});

test('a note is edited in place', async () => {
  const client = await withNote(true);
  fireEvent.click(await screen.findByRole('button', { name: 'Edit note' }));
  const field = await screen.findByRole('textbox', { name: 'Edit note' });
  await type(field, 'Prefers freight as its own line');
  fireEvent.keyDown(field, { key: 'Enter', ctrlKey: true });
  await waitFor(() =>
    expect(client.inputs('notes.edit')).toEqual([{ id: 'n1', text: 'Prefers freight as its own line' }]),
  );
});
