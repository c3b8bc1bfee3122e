import { fireEvent, screen, waitFor, within } from '@testing-library/preact';
import { expect, test } from 'vitest';
import { BulkDialog } from '@/components/bulk/bulk-dialog';
import { FieldSettings } from '@/components/fields/field-settings';
import { ConfirmQueue } from '@/components/health/confirm-queue';
import { Toasts } from '@/components/ui/toasts';
import { HealthPage } from '@/entrypoints/workspace/pages/health/health-page';
import type { HealthReport, ToConfirm } from '@/lib/api/health-views';
import { ApiError } from '@/lib/api/message';
import { HEALTH } from '@/lib/crm/health-kinds';
import { fakeClient } from './fake-client';
import { renderOver, settingsWith, workspaceTests } from './setup';

workspaceTests();

type FakeHandlers = Parameters<typeof fakeClient>[0];

const AT = Date.UTC(2025, 0, 5);
const provenance = { source: 'people.csv', at: AT, how: 'import' as const, evidence: 'Sales, Oslo' };

const item = (id: string, more: Partial<ToConfirm> = {}): ToConfirm => ({
  contactId: 'c1',
  contact: 'Ingrid Solberg',
  of: 'facts',
  id,
  field: 'title',
  value: `Role ${id}`,
  provenance,
  confirmedAt: null,
  why: 'stale',
  others: [],
  ...more,
});

/** Waits until a card is there and has the focus: it hears keys then. */
async function shown(value: string) {
  await screen.findByText(value);
  await waitFor(() => expect(document.activeElement?.textContent).toBe('Does this still hold?'));
}

test('values are confirmed, put off and taken away one after the other, by the keyboard', async () => {
  const others = [{ id: 'x', value: 'Partner', provenance }];
  const client = fakeClient({
    'health.queue': () => ({
      items: [item('a', { why: 'contradiction', others }), item('b'), item('c'), item('d')],
      contacts: 1,
    }),
    'health.confirm': () => ({}),
    'steps.snooze': () => ({}),
    'contacts.removeFact': () => ({}),
    'contacts.setFact': () => ({ id: 'd' }),
  });
  renderOver(client, <ConfirmQueue page={() => '#/contacts/c1'} />);
  expect(await screen.findByText('Role a')).toBeTruthy();
  expect(screen.getByText('Which of these holds?')).toBeTruthy();
  expect(screen.getAllByText('Sales, Oslo')).toHaveLength(2);
  fireEvent.click(screen.getByRole('button', { name: 'This holds: Partner' }));
  await shown('Role b');
  expect(client.inputs('health.confirm')).toEqual([{ contactId: 'c1', of: 'facts', id: 'x' }]);
  fireEvent.keyDown(document.body, { code: 'KeyL' });
  await shown('Role c');
  expect(client.inputs('steps.snooze')[0]).toMatchObject({ contactId: 'c1', key: 'confirm|b' });
  fireEvent.keyDown(document.body, { code: 'KeyW' });
  await shown('Role d');
  expect(client.inputs('contacts.removeFact')).toEqual([{ id: 'c1', factId: 'c' }]);
  fireEvent.keyDown(document.body, { code: 'KeyC' });
  const field = await screen.findByRole('textbox');
  fireEvent.input(field, { target: { value: 'Head of sales' } });
  fireEvent.submit(field.closest('form') as HTMLFormElement);
  expect(await screen.findByText('Nothing to confirm.')).toBeTruthy();
  expect(client.inputs('contacts.setFact')).toEqual([
    { id: 'c1', factId: 'd', fact: { field: 'title', value: 'Head of sales' } },
  ]);
});

test('what was answered and taken back is asked again', async () => {
  const client = fakeClient({
    'health.queue': () => ({ items: [item('a'), item('b')], contacts: 1 }),
    'health.confirm': () => ({}),
  });
  renderOver(client, <ConfirmQueue page={() => '#/contacts/c1'} />);
  await shown('Role a');
  fireEvent.keyDown(document.body, { code: 'Enter' });
  await shown('Role b');
  client.wake();
  await shown('Role a');
});

test('Enter on a link or a button of the card confirms nothing', async () => {
  const others = [{ id: 'x', value: 'Partner', provenance }];
  const client = fakeClient({
    'health.queue': () => ({ items: [item('a', { why: 'contradiction', others })], contacts: 1 }),
    'health.confirm': () => ({}),
  });
  renderOver(client, <ConfirmQueue page={() => '#/contacts/c1'} />);
  const other = await screen.findByRole('button', { name: 'This holds: Partner' });
  fireEvent.keyDown(other, { code: 'Enter' });
  fireEvent.keyDown(screen.getByRole('link', { name: 'Ingrid Solberg' }), { code: 'Enter' });
  fireEvent.keyDown(document.body, { code: 'Enter', repeat: true });
  await Promise.resolve();
  expect(client.inputs('health.confirm')).toEqual([]);
});

const report = (counts: Partial<Record<(typeof HEALTH)[number], [number, number]>>): HealthReport => ({
  contacts: 12,
  percent: 61,
  days: 40,
  kinds: HEALTH.map((kind) => ({ kind, count: counts[kind]?.[0] ?? 0, fixable: counts[kind]?.[1] ?? 0 })),
  tags: [{ id: 't', name: 'Norway', contacts: 3, percent: 40, days: 400 }],
  owners: [{ id: null, name: null, contacts: 12, percent: 61, days: 40 }],
});

test('of nobody it is not said that all is well', async () => {
  const nobody = { ...report({}), contacts: 0, tags: [], owners: [] };
  const client = fakeClient({ 'health.kept': () => nobody, 'health.look': () => nobody });
  renderOver(client, <HealthPage part={null} />);
  expect(await screen.findByText('No contacts yet.')).toBeTruthy();
  expect(screen.queryByText('Everything is in order.')).toBeNull();
  expect(screen.queryByRole('link', { name: 'Confirm values' })).toBeNull();
  expect(screen.getByRole('link', { name: 'Contacts' }).getAttribute('href')).toBe('#/contacts');
});

test('what was counted last is shown at once; a fix is offered only where it is sure', async () => {
  const client = fakeClient({
    'health.kept': () => report({ address: [2, 2] }),
    'health.look': () => report({ address: [3, 1], phone: [2, 0], noWay: [4, 0], task: [1, 1] }),
    'health.fix': () => ({ count: 1 }),
    'health.list': () => [
      { id: 'c1', noun: 'contact', name: 'Ann', detail: 'ann (at) x', sure: true },
      { id: 'c2', noun: 'contact', name: 'Bob', detail: 'bob', sure: false },
    ],
  });
  renderOver(client, <HealthPage part={null} />);
  expect(await screen.findByText('61% complete · confirmed 40 days ago on average')).toBeTruthy();
  // Contacts that are one are looked for here too, whether their page is in the navigation yet or not.
  expect(document.querySelector('header a[href="#/duplicates"]')).not.toBeNull();
  const row = await screen.findByRole('listitem', { name: 'No way to reach them' });
  expect(within(row).queryByRole('button', { name: /Fix/ })).toBeNull();
  expect(within(row).getByRole('link', { name: 'Look: No way to reach them' }).getAttribute('href')).toBe(
    '#/contacts?health=noWay',
  );
  const address = screen.getByRole('listitem', { name: 'Addresses that cannot be read' });
  fireEvent.click(within(address).getByRole('button', { name: /Addresses that cannot be read/ }));
  expect(await within(address).findByText('ann (at) x')).toBeTruthy();
  expect(within(address).queryByRole('link', { name: /^Which country/ })).toBeNull();
  const phone = screen.getByRole('listitem', { name: 'Phones that cannot be read, or lack their country' });
  fireEvent.click(within(phone).getByRole('button', { name: /^2/ }));
  const country = within(phone).getByRole('link', { name: 'Which country numbers without + are of' });
  expect(country.getAttribute('href')).toBe('#/settings/country');
  fireEvent.click(within(address).getByRole('button', { name: 'Fix: Ann' }));
  expect(within(address).queryByRole('button', { name: 'Fix: Bob' })).toBeNull();
  fireEvent.click(within(address).getByRole('button', { name: 'Fix 1' }));
  await waitFor(() => expect(client.inputs('health.fix')).toHaveLength(2));
  expect(client.inputs('health.fix')).toEqual([{ kind: 'address', ids: ['c1'] }, { kind: 'address' }]);
});

test('a change of many is offered only when it changes somebody, and says how many have it already', async () => {
  const client = fakeClient({
    'settings.get': () =>
      settingsWith(
        {},
        { fields: { 'Shoe size': { label: 'Shoe size', type: 'choice', choices: ['41', '42'] } } },
      ),
    'tags.tree': () => [],
    'bulk.preview': ({ change }) => ({ total: 10, change: change.what === 'kind' ? 0 : 7 }),
    'bulk.edit': () => ({ count: 7 }),
  });
  let closed = 0;
  const whom = { filter: { untagged: true } };
  renderOver(client, <BulkDialog whom={whom} count={10} onClose={() => (closed += 1)} />);
  const what = screen.getByRole('combobox', { name: 'What' });
  fireEvent.change(what, { target: { value: 'personal' } });
  expect(await screen.findByText('0 change, 10 have it so already.')).toBeTruthy();
  expect((screen.getByRole('button', { name: 'Change 0 contacts' }) as HTMLButtonElement).disabled).toBe(
    true,
  );
  fireEvent.change(what, { target: { value: 'setFact' } });
  await screen.findByRole('option', { name: 'Shoe size' });
  fireEvent.change(screen.getByRole('combobox', { name: 'Field' }), { target: { value: 'Shoe size' } });
  fireEvent.change(await screen.findByRole('combobox', { name: 'Value' }), { target: { value: '42' } });
  expect(await screen.findByText('7 change, 3 have it so already.')).toBeTruthy();
  fireEvent.click(screen.getByRole('button', { name: 'Change 7 contacts' }));
  await waitFor(() => expect(closed).toBe(1));
  expect(client.inputs('bulk.edit')).toEqual([
    { whom, change: { what: 'setFact', field: 'Shoe size', value: '42' } },
  ]);
});

const bulk = (edit: FakeHandlers['bulk.edit'], more: FakeHandlers = {}) =>
  fakeClient({
    'settings.get': () => settingsWith(),
    'tags.tree': () => [],
    'contacts.find': () => [],
    'bulk.preview': () => ({ total: 10, change: 10 }),
    'bulk.edit': edit,
    ...more,
  });

test('nobody may be contacted again, or has no owner, because a field was left empty', async () => {
  const client = bulk(() => ({ count: 10 }));
  renderOver(client, <BulkDialog whom={{ ids: ['c1'] }} count={10} onClose={() => {}} />);
  const what = screen.getByRole('combobox', { name: 'What' });
  const asked = () => client.inputs('bulk.preview').map(({ change }) => change);
  for (const value of ['doNotContact', 'cadence', 'owner']) {
    fireEvent.change(what, { target: { value } });
    await new Promise((done) => setTimeout(done, 300));
  }
  expect(asked()).toEqual([]);
  fireEvent.change(what, { target: { value: 'mayContact' } });
  await waitFor(() => expect(asked()).toEqual([{ what: 'doNotContact', reason: null }]));
  fireEvent.change(what, { target: { value: 'owner' } });
  fireEvent.click(screen.getByRole('combobox', { name: 'Set the owner' }));
  fireEvent.click(await screen.findByRole('option', { name: 'Without an owner' }));
  await waitFor(() => expect(asked().at(-1)).toEqual({ what: 'owner', ownerId: null }));
});

test('what was changed is told as it was done, not as it was foretold', async () => {
  const client = bulk(() => ({ count: 8 }));
  renderOver(
    client,
    <>
      <BulkDialog whom={{ ids: ['c1'] }} count={10} onClose={() => {}} />
      <Toasts />
    </>,
  );
  fireEvent.change(screen.getByRole('combobox', { name: 'What' }), { target: { value: 'personal' } });
  fireEvent.click(await screen.findByRole('button', { name: 'Change 10 contacts' }));
  expect(await screen.findByText('8 contacts changed.')).toBeTruthy();
});

test('a count that failed is told, and a change under way can be stopped', async () => {
  let fails = true;
  const client = bulk(() => new Promise(() => {}), {
    'bulk.preview': () => {
      if (fails) throw new ApiError('busy', 'busy');
      return { total: 10, change: 10 };
    },
  });
  const { call } = client;
  client.call = ((op, input, options) =>
    op === 'bulk.edit'
      ? new Promise((_, reject) =>
          options?.signal?.addEventListener('abort', () => reject(new ApiError('cancelled', 'stopped'))),
        )
      : call(op, input)) as typeof client.call;
  renderOver(client, <BulkDialog whom={{ ids: ['c1'] }} count={10} onClose={() => {}} />);
  fireEvent.change(screen.getByRole('combobox', { name: 'What' }), { target: { value: 'personal' } });
  expect(await screen.findByText(/The change could not be counted/)).toBeTruthy();
  fails = false;
  client.wake();
  fireEvent.click(await screen.findByRole('button', { name: 'Change 10 contacts' }));
  fireEvent.click(await screen.findByRole('button', { name: 'Stop' }));
  expect(await screen.findByText('Stopped. Nothing was changed.')).toBeTruthy();
  expect(screen.queryByText(/not saved/i)).toBeNull();
});

test('a new field of a name that was given up stands under a name of its own; those of the product are refused', async () => {
  const client = fakeClient({
    'settings.get': () =>
      settingsWith(
        {},
        { fields: { Foo: { label: 'Bar', type: 'text' }, 'Foo 2': { label: 'Baz', type: 'text' } } },
      ),
    'fields.put': () => ({}),
  });
  renderOver(client, <FieldSettings />);
  await screen.findByRole('button', { name: 'Edit field: Bar' });
  fireEvent.click(screen.getByRole('button', { name: 'Add field' }));
  const name = screen.getByRole('textbox', { name: 'Name of the field' });
  const save = () => fireEvent.submit(name.closest('form') as HTMLFormElement);
  fireEvent.input(name, { target: { value: 'role' } });
  save();
  expect(await screen.findByText('There is a field of this name.')).toBeTruthy();
  fireEvent.input(name, { target: { value: 'Foo' } });
  save();
  await waitFor(() =>
    expect(client.inputs('fields.put')).toEqual([
      { key: 'Foo 3', field: { label: 'Foo', type: 'text' }, isNew: true },
    ]),
  );
});
