import { fireEvent, screen, waitFor } from '@testing-library/preact';
import { beforeEach, expect, test } from 'vitest';
import { DeskContext } from '@/components/contacts/desk';
import { DealForm } from '@/components/deals/deal-form';
import type { DealView } from '@/lib/api/deal-views';
import { loadLanguage } from '@/lib/i18n';
import { fakeClient } from './fake-client';
import { renderOver, settingsWith, workspaceTests } from './setup';

workspaceTests();
beforeEach(() => loadLanguage('en', ['common', 'panel', 'unfolded', 'workspace', 'deals']));

const DEAL: DealView = {
  id: 'd',
  title: 'Lamps',
  contacts: [
    { id: 'anna', name: 'Anna Berg' },
    { id: 'ben', name: 'Ben Holm' },
  ],
  company: null,
  amount: { minor: 120_000, currency: 'USD' },
  stageId: 'lead',
  stageDays: 0,
  expectedOn: '2026-05-01',
  late: false,
  stale: false,
  nextStep: { text: 'Call Ana', due: { date: '2026-04-03' } },
  state: 'open',
  closedAt: null,
  reason: '',
  reasonCode: null,
  owner: '',
  createdAt: 0,
  note: 'Two rooms',
  stages: [],
  passed: [],
};

function drawn(deal: DealView = DEAL) {
  const client = fakeClient({
    'deals.edit': () => ({}),
    'settings.get': () => settingsWith(),
    'text.when': () => null,
  });
  const desk = { client, refresh: async () => {}, openWorkspace: () => {} };
  const form = (of: DealView) => <DealForm deal={of} onDone={() => undefined} />;
  const { rerender } = renderOver(client, form(deal));
  const show = (of: DealView) =>
    rerender(<DeskContext.Provider value={desk}>{form(of)}</DeskContext.Provider>);
  const type = (label: string | RegExp, value: string) =>
    fireEvent.input(screen.getByLabelText(label), { target: { value } });
  const save = async (times = 1) => {
    const before = client.inputs('deals.edit').length;
    const form = screen.getByRole('button', { name: 'Save' }).closest('form')!;
    for (let at = 0; at < times; at += 1) fireEvent.submit(form);
    await waitFor(() => expect(client.inputs('deals.edit').length).toBeGreaterThan(before));
    return client.inputs('deals.edit').slice(before);
  };
  return { show, type, save };
}

const shown = (label: string) => (screen.getByLabelText(label) as HTMLInputElement).value;

test('a deal that is saved sends what was typed, and nothing else', async () => {
  const { type, save } = drawn();
  type('Notes', 'Three rooms');
  expect(await save()).toEqual([{ id: 'd', note: 'Three rooms' }]);
});

test('what was changed elsewhere is shown and not written back; what is being typed stays', async () => {
  const { show, type, save } = drawn();
  type('Notes', 'Three rooms');
  show({ ...DEAL, title: 'Lamps and shades', amount: { minor: 90_000, currency: 'USD' }, note: 'One room' });
  await waitFor(() => expect(shown('What it is about')).toBe('Lamps and shades'));
  expect(shown('Amount')).toBe('900');
  expect(shown('Notes')).toBe('Three rooms');
  expect(await save()).toEqual([{ id: 'd', note: 'Three rooms' }]);
});

test('what was saved and undone is not written again with the next field', async () => {
  const { show, type, save } = drawn();
  type('What it is about', 'Chairs');
  expect(await save()).toEqual([{ id: 'd', title: 'Chairs' }]);
  show({ ...DEAL, title: 'Chairs' });
  await waitFor(() => expect(shown('What it is about')).toBe('Chairs'));
  show({ ...DEAL });
  await waitFor(() => expect(shown('What it is about')).toBe('Lamps'));
  type('Notes', 'Three rooms');
  expect(await save()).toEqual([{ id: 'd', note: 'Three rooms' }]);
});

test('another contact takes the place of the first, the others stay', async () => {
  const { save } = drawn();
  fireEvent.click(screen.getByRole('button', { name: 'Another contact' }));
  expect(await save()).toEqual([{ id: 'd', contactIds: ['ben'] }]);
});

test('a word of the next step that is put right keeps its day, and a double press saves once', async () => {
  const { type, save } = drawn();
  type(/^Next step/, 'Call Anna');
  expect(await save(2)).toEqual([{ id: 'd', nextStep: { text: 'Call Anna', due: { date: '2026-04-03' } } }]);
});
