import { act, fireEvent, screen, waitFor } from '@testing-library/preact';
import { afterEach, expect, test } from 'vitest';
import type { Purpose } from '@/lib/crm/settings';
import { vocabulary } from '@/lib/i18n';
import { INGRID, sampleStranger, sampleTab } from '../../support/panel-gallery/samples';
import { panelClient, panelTests, renderPanel } from './setup';

panelTests();
afterEach(() => {
  vocabulary.value = 'sales';
});

/** Somebody of whom the page tells a name and an address alone. */
function bareStranger(purpose: Purpose) {
  const view = sampleStranger();
  const [person] = view.people;
  return { ...view, purpose, people: [{ ...person!, company: null, title: null }] };
}

const fields = () => screen.getAllByRole('textbox').map((field) => field.getAttribute('aria-label') ?? '');
const labels = async () => {
  await screen.findByRole('textbox', { name: 'Name' });
  return ['Name', 'Company', 'Role', 'Address', 'Phone'].filter(
    (name) => screen.queryByRole('textbox', { name }) !== null,
  );
};

test.each<[Purpose, string, string[]]>([
  ['sales', 'Not in your contacts yet', ['Name', 'Company', 'Role', 'Address', 'Phone']],
  ['support', 'Not among your customers yet', ['Name', 'Company', 'Role', 'Address', 'Phone']],
  ['people', 'You have not added them yet', ['Name', 'Address', 'Phone']],
])('for %s a stranger is spoken of as "%s" and asked for %j', async (purpose, words, asked) => {
  renderPanel(panelClient({}, () => bareStranger(purpose)));
  await screen.findByText(words);
  expect(await labels()).toEqual(asked);
  expect(fields().length).toBe(asked.length);
  // The names of the buttons stay, whatever it is for.
  screen.getByRole('button', { name: 'Add contact' });
});

test('what the page tells of a company is shown and kept for people too', async () => {
  const client = panelClient({ 'contacts.add': () => ({ id: INGRID }) }, () => ({
    ...sampleStranger(),
    purpose: 'people',
  }));
  renderPanel(client);
  expect(await labels()).toEqual(['Name', 'Company', 'Address', 'Phone']);
  fireEvent.click(screen.getByRole('button', { name: 'Add contact' }));
  await waitFor(() => expect(client.inputs('contacts.add')).toHaveLength(1));
  const { draft } = client.inputs('contacts.add')[0]!;
  expect(draft).toMatchObject({ name: 'Priya Raman', facts: [{ field: 'company' }] });
  // Of what kind they are is for the store to say.
  expect(draft).not.toHaveProperty('kind');
});

test.each<[Purpose, string, boolean]>([
  ['sales', 'Call', true],
  ['support', 'Message', true],
  ['people', 'Meeting', false],
])('for %s the first kind to log is %s; a purchase is offered: %s', async (purpose, first, purchase) => {
  renderPanel(panelClient({}, () => sampleTab('en', { purpose })));
  fireEvent.click(await screen.findByRole('button', { name: 'Log something else' }));
  const kinds = (await screen.findAllByRole('menuitem')).map((item) => item.textContent);
  expect(kinds[0]).toBe(first);
  expect(kinds.includes('Purchase')).toBe(purchase);
});

test('a change in Settings is heard at once', async () => {
  let purpose: Purpose = 'sales';
  const client = panelClient({}, () => sampleTab('en', { purpose }));
  renderPanel(client);
  const note = await screen.findByRole('textbox', { name: 'Note' });
  expect(note.getAttribute('placeholder')).toBe('What should you remember?');
  purpose = 'people';
  await act(() => client.wake());
  await waitFor(() => expect(note.getAttribute('placeholder')).toBe('What is new with them?'));
});
