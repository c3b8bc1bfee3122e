import { fireEvent, render, screen } from '@testing-library/preact';
import { expect, test, vi } from 'vitest';
import { DeskContext } from '@/components/contacts/desk';
import { Values } from '@/components/contacts/values';
import type { FactView } from '@/lib/api/views';
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
