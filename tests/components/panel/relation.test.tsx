import { fireEvent, render, screen, waitFor } from '@testing-library/preact';
import { expect, test, vi } from 'vitest';
import { DeskContext } from '@/components/contacts/desk';
import { FullProfile } from '@/components/contacts/full-profile';
import { Values } from '@/components/contacts/values';
import type { FactView } from '@/lib/api/views';
import { DEFAULT_DEVICE, DEFAULT_SETTINGS } from '@/lib/crm/defaults';
import { sampleContact } from '../../support/panel-gallery/samples';
import { panelClient, panelTests } from './setup';

panelTests();

const BO = '01999999-0000-7000-8000-0000000000b0';

test('a fact that names somebody opens them; a company, and a name alone, do not', () => {
  const [sample] = sampleContact().facts;
  const fact = (id: string, field: string, value: string, ref: string | null): FactView => ({
    ...sample!,
    id,
    field,
    value,
    ref,
  });
  const facts = [
    fact('a', 'manager', 'Bo Lund', BO),
    fact('b', 'introducer', 'Carl Holm', null),
    fact('c', 'company', 'Fjordlab AS', '01999999-0000-7000-8000-0000000000c0'),
  ];
  const openWorkspace = vi.fn();
  const desk = { client: panelClient(), refresh: async () => {}, openWorkspace };
  render(
    <DeskContext.Provider value={desk}>
      <Values contact={sampleContact('en', { facts, points: [] })} />
    </DeskContext.Provider>,
  );
  fireEvent.click(screen.getByRole('button', { name: 'Bo Lund' }));
  expect(openWorkspace.mock.calls).toEqual([[`#/contacts/${BO}`]]);
  for (const name of ['Carl Holm', 'Fjordlab AS']) {
    screen.getByText(name);
    expect(screen.queryByRole('button', { name })).toBeNull();
  }
});

test('a relation that is written otherwise names the same person', async () => {
  const [sample] = sampleContact().facts;
  const fact: FactView = { ...sample!, id: 'a', field: 'manager', value: 'Bo Lund', ref: BO };
  const client = panelClient({ 'contacts.setFact': () => ({ id: 'a' }) });
  const contact = sampleContact('en', { facts: [fact], points: [] });
  render(
    <DeskContext.Provider value={{ client, refresh: async () => {}, openWorkspace: () => {} }}>
      <Values contact={contact} />
    </DeskContext.Provider>,
  );
  fireEvent.click(screen.getByRole('button', { name: /^Edit/ }));
  const field = await screen.findByRole('textbox');
  fireEvent.input(field, { target: { value: 'Bo F. Lund' } });
  fireEvent.submit(field.closest('form') as HTMLFormElement);
  await waitFor(() =>
    expect(client.inputs('contacts.setFact')).toEqual([
      { id: contact.id, factId: 'a', fact: { field: 'manager', value: 'Bo F. Lund', ref: BO } },
    ]),
  );
});

test('a field of the user’s own bears its label in the full profile', async () => {
  const [sample] = sampleContact().facts;
  const fact: FactView = { ...sample!, id: 'a', field: 'Shoe size', value: '42', ref: null };
  const fields = { 'Shoe size': { label: 'Shoes', type: 'text' as const } };
  const client = panelClient({
    'settings.get': () => ({ settings: { ...DEFAULT_SETTINGS, fields }, device: DEFAULT_DEVICE }),
  });
  render(
    <DeskContext.Provider value={{ client, refresh: async () => {}, openWorkspace: () => {} }}>
      <FullProfile contact={sampleContact('en', { facts: [fact] })} />
    </DeskContext.Provider>,
  );
  expect(await screen.findByText('Shoes')).toBeTruthy();
});
