import { act, fireEvent, screen, waitFor } from '@testing-library/preact';
import { expect, test } from 'vitest';
import { INGRID } from '../../support/panel-gallery/samples';
import { fail, panelClient, panelTests, renderPanel } from './setup';

panelTests();

const type = (field: Element, value: string) => act(() => void fireEvent.input(field, { target: { value } }));
const FRIDAY = { due: { date: '2026-11-27' }, rest: 'Send the price list', index: 20, length: 9 };
const settings = () => ({ settings: { baseCurrency: 'NOK' } as never, device: {} as never });

async function openLog(kind: string) {
  fireEvent.click(await screen.findByRole('button', { name: 'Log something else' }));
  fireEvent.click(await screen.findByRole('menuitem', { name: kind }));
  return screen.findByRole('form', { name: kind });
}

test('a task is written with its date in words, which is shown while typing', async () => {
  const client = panelClient({ 'text.when': () => FRIDAY, 'tasks.add': () => ({ id: 't' }) });
  renderPanel(client);
  const button = await screen.findByRole('button', { name: 'Add task' });
  fireEvent.click(button);
  const field = await screen.findByRole('textbox', { name: 'Task' });
  await waitFor(() => expect(document.activeElement).toBe(field));
  await type(field, 'Send the price list on Friday');
  await screen.findByText('Due Fri');
  fireEvent.submit(screen.getByRole('form', { name: 'Add task' }));
  await screen.findByText('Saved on this computer');
  expect(client.inputs('tasks.add')).toEqual([
    { title: 'Send the price list', contactIds: [INGRID], due: { date: '2026-11-27' } },
  ]);
  expect(client.inputs('text.when')[0]).toMatchObject({
    text: 'Send the price list on Friday',
    zone: Intl.DateTimeFormat().resolvedOptions().timeZone,
  });
  await waitFor(() => expect(screen.queryByRole('form', { name: 'Add task' })).toBeNull());
});

test('Enter before the preview still finds the date; words that are no date stay words', async () => {
  const client = panelClient({ 'text.when': () => FRIDAY, 'tasks.add': () => ({ id: 't' }) });
  renderPanel(client);
  fireEvent.click(await screen.findByRole('button', { name: 'Add task' }));
  await type(await screen.findByRole('textbox', { name: 'Task' }), 'Send the price list on Friday');
  fireEvent.submit(screen.getByRole('form', { name: 'Add task' }));
  await waitFor(() => expect(client.inputs('tasks.add')[0]?.due).toEqual({ date: '2026-11-27' }));
  await waitFor(() => expect(screen.queryByRole('form', { name: 'Add task' })).toBeNull());

  fireEvent.click(screen.getByRole('button', { name: 'Add task' }));
  await type(await screen.findByRole('textbox', { name: 'Task' }), 'Read Friday the novel');
  fireEvent.click(await screen.findByRole('button', { name: 'Not a date' }));
  fireEvent.submit(screen.getByRole('form', { name: 'Add task' }));
  await waitFor(() => expect(client.inputs('tasks.add')).toHaveLength(2));
  expect(client.inputs('tasks.add')[1]).toMatchObject({ title: 'Read Friday the novel', due: null });
});

test('a task that cannot be saved keeps its words', async () => {
  renderPanel(panelClient({ 'text.when': () => null, 'tasks.add': () => fail('newer') }));
  fireEvent.click(await screen.findByRole('button', { name: 'Add task' }));
  const field = await screen.findByRole<HTMLInputElement>('textbox', { name: 'Task' });
  fireEvent.submit(screen.getByRole('form', { name: 'Add task' }));
  await screen.findByText('Write what is to be done.');
  await type(field, 'Call Ingrid');
  fireEvent.submit(screen.getByRole('form', { name: 'Add task' }));
  await screen.findByText(/written by a newer version/);
  expect(field.value).toBe('Call Ingrid');
});

test('a purchase has an amount in the user’s currency', async () => {
  const client = panelClient({
    'settings.get': settings,
    'activities.log': () => ({ id: 'a', already: false }),
  });
  renderPanel(client);
  const form = await openLog('Purchase');
  await waitFor(() =>
    expect(screen.getByRole<HTMLSelectElement>('combobox', { name: 'Currency' }).value).toBe('NOK'),
  );
  await type(screen.getByRole('textbox', { name: 'Amount' }), 'a lot');
  fireEvent.submit(form);
  await screen.findByText(/This is no amount/);
  await type(screen.getByRole('textbox', { name: 'Amount' }), '18,400.50');
  await type(screen.getByRole('textbox', { name: 'What was bought' }), 'Two spectrometers');
  fireEvent.submit(form);
  await screen.findByText('Saved on this computer');
  expect(client.inputs('activities.log')[0]?.activity).toMatchObject({
    type: 'purchase',
    contactIds: [INGRID],
    subject: 'Two spectrometers',
    amount: { minor: 1840050, currency: 'NOK' },
    precision: 'minute',
  });
});

test.each([
  ['24', { warrantyMonths: 24 }],
  ['', {}],
  ['0', {}],
])('a purchase with %j months of warranty says so', async (months, more) => {
  const client = panelClient({
    'settings.get': settings,
    'activities.log': () => ({ id: 'a', already: false }),
  });
  renderPanel(client);
  const form = await openLog('Purchase');
  await type(screen.getByRole('textbox', { name: 'Amount' }), '18,400.50');
  await type(screen.getByRole('textbox', { name: 'What was bought' }), 'Two spectrometers');
  if (months) await type(screen.getByRole('textbox', { name: 'Warranty, months' }), months);
  fireEvent.submit(form);
  await screen.findByText('Saved on this computer');
  const { activity: _, ...rest } = client.inputs('activities.log')[0]!;
  expect(rest).toEqual(more);
});

test('a message says where it was written, by whom and what about', async () => {
  const client = panelClient({
    'settings.get': settings,
    'activities.log': () => ({ id: 'a', already: false }),
  });
  renderPanel(client);
  const form = await openLog('Message');
  await type(screen.getByRole('textbox', { name: 'About' }), 'The date of the visit');
  fireEvent.change(screen.getByRole('combobox', { name: 'Channel' }), { target: { value: 'whatsapp' } });
  fireEvent.change(screen.getByRole('combobox', { name: 'Direction' }), { target: { value: 'in' } });
  fireEvent.submit(form);
  await screen.findByText('Saved on this computer');
  expect(client.inputs('activities.log')[0]?.activity).toMatchObject({
    type: 'message',
    contactIds: [INGRID],
    subject: 'The date of the visit',
    channel: 'whatsapp',
    direction: 'in',
  });
});

test('a promise says by whom and until when', async () => {
  const client = panelClient({
    'settings.get': settings,
    'text.when': () => FRIDAY,
    'activities.log': () => ({ id: 'a', already: false }),
  });
  renderPanel(client);
  const form = await openLog('Promise');
  await type(screen.getByRole('textbox', { name: 'Promised' }), 'Send the price list on Friday');
  fireEvent.change(screen.getByRole('combobox', { name: 'Promised by' }), { target: { value: 'them' } });
  fireEvent.submit(form);
  await screen.findByText('Saved on this computer');
  expect(client.inputs('activities.log')[0]?.activity).toMatchObject({
    type: 'promise',
    subject: 'Send the price list',
    promise: { by: 'them', due: { date: '2026-11-27' } },
  });
});

test('a call of another day is exact to the day', async () => {
  const client = panelClient({
    'settings.get': settings,
    'activities.log': () => ({ id: 'a', already: false }),
  });
  renderPanel(client);
  const form = await openLog('Call');
  await type(screen.getByRole('textbox', { name: 'About' }), 'freight');
  await type(screen.getByRole('textbox', { name: 'Minutes' }), '12 min');
  await type(screen.getByLabelText('Day'), '2026-11-19');
  fireEvent.submit(form);
  await screen.findByText('Saved on this computer');
  expect(client.inputs('activities.log')[0]?.activity).toMatchObject({
    type: 'call',
    minutes: 12,
    at: new Date(2026, 10, 19, 12).getTime(),
    precision: 'day',
  });
});

test('Escape closes a form and gives the focus back', async () => {
  renderPanel(panelClient());
  const button = await screen.findByRole('button', { name: 'Add task' });
  button.focus();
  fireEvent.click(button);
  const field = await screen.findByRole('textbox', { name: 'Task' });
  fireEvent.keyDown(field, { key: 'Escape' });
  await waitFor(() => expect(screen.queryByRole('form', { name: 'Add task' })).toBeNull());
  await waitFor(() => expect(document.activeElement).toBe(button));
});
