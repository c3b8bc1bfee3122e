import { fireEvent, screen, waitFor, within } from '@testing-library/preact';
import { expect, test, vi } from 'vitest';
import type { Step } from '@/lib/api/views';
import {
  INGRID,
  NOW,
  PRICE_LIST,
  sampleContact,
  sampleFresh,
  sampleSteps,
  sampleTab,
  sampleTimeline,
} from '../../support/panel-gallery/samples';
import { deferred, fail, panelClient, panelTests, renderPanel } from './setup';

panelTests();

test('a known contact stands under the names by which the panel is found', async () => {
  renderPanel(panelClient());
  expect(await screen.findByRole('heading', { level: 1, name: 'Ingrid Solheim' })).toBeTruthy();
  for (const name of ['Log this mail', 'Add tag', 'Add task']) screen.getByRole('button', { name });
  screen.getByRole('textbox', { name: 'Note' });
  for (const name of ['Next steps', 'Notes', 'Timeline']) screen.getByRole('region', { name });
  screen.getByText('by address, ingrid@fjordlab.example');
});

test('each claim of the briefing opens what it rests on, and Escape closes it', async () => {
  renderPanel(panelClient());
  const claim = await screen.findByRole('button', { name: /promised “Price list 2027”/ });
  fireEvent.click(claim);
  const note = await screen.findByRole('note', { name: 'Evidence 2' });
  expect(note.textContent).toContain('I will send you the 2027 price list by Wednesday.');
  expect(within(note).getByRole('link', { name: 'Open mail' }).getAttribute('href')).toBe(
    'https://post.example/m/1',
  );
  fireEvent.keyDown(claim, { key: 'Escape' });
  await waitFor(() => expect(screen.queryByRole('note')).toBeNull());
});

test('the footnotes of the step are numbered on from those of the briefing', async () => {
  renderPanel(panelClient());
  fireEvent.click(await screen.findByRole('button', { name: /^Promised/ }));
  await screen.findByRole('note', { name: 'Evidence 4' });
});

test('evidence with a hostile link has none', async () => {
  const contact = sampleContact();
  const [clause] = contact.briefing;
  if (clause?.evidence[0]) clause.evidence[0].link = 'javascript:alert(1)';
  renderPanel(panelClient({}, () => sampleTab('en', { contact })));
  fireEvent.click(await screen.findByRole('button', { name: /Last spoke 94 days ago/ }));
  const note = await screen.findByRole('note');
  expect(within(note).queryByRole('link')).toBeNull();
});

function withStep(step: Partial<Step>) {
  const [first] = sampleSteps();
  return () => sampleTab('en', { contact: sampleContact('en', { steps: [{ ...first, ...step } as Step] }) });
}

test('Done keeps the promise behind the step and leaves the rest of it as it is', async () => {
  const client = panelClient({
    'activities.list': () => ({ items: sampleTimeline(), more: false }),
    'activities.edit': () => ({}),
  });
  renderPanel(client);
  const steps = await screen.findByRole('region', { name: 'Next steps' });
  fireEvent.click(within(steps).getByRole('button', { name: 'Done' }));
  await screen.findByText('Saved on this computer');
  const [edit] = client.inputs('activities.edit');
  expect(edit).toMatchObject({ id: PRICE_LIST, promise: { by: 'me', due: { date: '2026-08-26' } } });
  expect(edit?.promise?.doneAt).toBeGreaterThanOrEqual(NOW);
});

test('Done ticks the task behind a step', async () => {
  const client = panelClient(
    { 'tasks.edit': () => ({}) },
    withStep({ kind: 'task', key: 'task:t', taskId: 't' }),
  );
  renderPanel(client);
  fireEvent.click(await screen.findByRole('button', { name: 'Done' }));
  await screen.findByText('Saved on this computer');
  expect(client.inputs('tasks.edit')).toMatchObject([{ id: 't' }]);
});

test.each([
  ['reply', 'cases.replied', { id: 'k' }],
  ['recheck:2026-11-20', 'cases.recheck', { id: 'k', holds: true }],
] as const)(
  'a case is opened from its step (%s); that it is done is said in the menu',
  async (what, op, input) => {
    const client = panelClient(
      { 'workspace.open': () => ({}), [op]: () => ({}) },
      withStep({ kind: 'case', key: `case:k:${what}`, caseId: 'k' }),
    );
    renderPanel(client);
    const steps = await screen.findByRole('region', { name: 'Next steps' });
    expect(within(steps).queryByRole('button', { name: 'Done' })).toBeNull();
    fireEvent.click(within(steps).getByRole('button', { name: 'Go to case' }));
    await waitFor(() => expect(client.inputs('workspace.open')).toEqual([{ hash: '#/cases/k' }]));
    expect(client.inputs(op)).toEqual([]);
    fireEvent.click(screen.getByRole('button', { name: 'More for this step' }));
    fireEvent.click(await screen.findByRole('menuitem', { name: 'Done' }));
    await screen.findByText('Saved on this computer');
    expect(client.inputs(op)).toEqual([input]);
  },
);

test('Not now brings the step back tomorrow, Never does not', async () => {
  const client = panelClient({ 'steps.snooze': () => ({}) });
  renderPanel(client);
  fireEvent.click(await screen.findByRole('button', { name: 'Not now' }));
  await screen.findByText('Back tomorrow');
  fireEvent.click(screen.getByRole('button', { name: 'More for this step' }));
  fireEvent.click(await screen.findByRole('menuitem', { name: 'Never' }));
  await screen.findByText('Not suggested again');
  expect(client.inputs('steps.snooze')).toEqual([
    { contactId: INGRID, key: `promise:${PRICE_LIST}`, until: new Date(2026, 10, 22).getTime() },
    { contactId: INGRID, key: `promise:${PRICE_LIST}`, until: null },
  ]);
});

test('the other steps are one click away', async () => {
  renderPanel(panelClient());
  const more = await screen.findByRole('button', { name: '2 more' });
  expect(screen.queryByText('Get in touch')).toBeNull();
  fireEvent.click(more);
  await screen.findByText('Get in touch');
  await screen.findByText('Task: Freight as its own line');
});

test('a new contact is asked for its rhythm', async () => {
  const client = panelClient({ 'contacts.setCadence': () => ({ count: 1 }) }, () =>
    sampleTab('en', { contact: sampleFresh() }),
  );
  renderPanel(client);
  fireEvent.click(await screen.findByRole('button', { name: '2 weeks' }));
  await screen.findByText('Saved on this computer');
  expect(client.inputs('contacts.setCadence')).toEqual([{ ids: [INGRID], days: 14 }]);
});

test('the mail is logged with one click, and Undo takes back this very command', async () => {
  let logged = false;
  const client = panelClient(
    {
      'tab.log': () => {
        logged = true;
        return { id: 'a', already: false };
      },
      'changes.undo': () => {
        logged = false;
        return { changeId: 'c', restored: 1, kept: [] };
      },
    },
    () => sampleTab('en', { logged }),
  );
  const call = vi.spyOn(client, 'call');
  renderPanel(client);
  fireEvent.click(await screen.findByRole('button', { name: 'Log this mail' }));
  await screen.findByText('Logged');
  // What the briefing says was said last is not this mail, until it is.
  expect(screen.queryByText('This mail is not logged.')).toBeNull();
  const sent = call.mock.calls.find(([op]) => op === 'tab.log')?.[2]?.commandId;
  expect(sent).toMatch(/^[0-9a-f-]{36}$/);
  fireEvent.click(screen.getByRole('button', { name: 'Undo' }));
  await screen.findByRole('button', { name: 'Log this mail' });
  expect(client.inputs('changes.undo')).toEqual([{ commandId: sent }]);
  await screen.findByText('This mail is not logged.');
});

test.each([
  [{ changeId: 'c', restored: 1, kept: [] }, 'Undone'],
  [
    { changeId: 'c', restored: 1, kept: [{ table: 'activities', id: 'n', field: 'text' }] },
    'Undone, but for 1 value that was changed since',
  ],
  [{ changeId: 'c', restored: 0, kept: [] }, 'Nothing to undo'],
  [null, 'Nothing to undo'],
])('an undo that answers %j says “%s”', async (answer, words) => {
  renderPanel(panelClient({ 'tab.log': () => ({ id: 'a', already: false }), 'changes.undo': () => answer }));
  fireEvent.click(await screen.findByRole('button', { name: 'Log this mail' }));
  fireEvent.click(await screen.findByRole('button', { name: 'Undo' }));
  await screen.findByText(words);
});

test('a click that fails says what happened and what to do', async () => {
  renderPanel(panelClient({ 'tab.log': () => fail('quota') }));
  fireEvent.click(await screen.findByRole('button', { name: 'Log this mail' }));
  const alert = await screen.findByRole('alert');
  expect(alert.textContent).toContain('The disk is full.');
});

test('a tag is added by path and removed by keyboard', async () => {
  const client = panelClient({
    'tags.find': () => [],
    'tags.assign': () => ({ id: 'x', count: 1 }),
    'tags.unassign': () => ({ count: 1 }),
  });
  renderPanel(client);
  fireEvent.click(await screen.findByRole('button', { name: 'Add tag' }));
  const field = await screen.findByRole('combobox', { name: 'Tag' });
  await waitFor(() => expect(document.activeElement).toBe(field));
  fireEvent.input(field, { target: { value: 'Region / Norway' } });
  fireEvent.keyDown(await screen.findByRole('combobox'), { key: 'Enter' });
  await waitFor(() =>
    expect(client.inputs('tags.assign')).toEqual([{ contactIds: [INGRID], path: 'Region / Norway' }]),
  );
  await screen.findByRole('button', { name: 'Add tag' });
  const remove = screen.getByRole('button', { name: 'Remove tag Norway' });
  fireEvent.keyDown(remove, { key: 'Delete' });
  await waitFor(() => expect(client.inputs('tags.unassign')).toHaveLength(1));
});

test('the panel lists tasks that are open, not those done lately', async () => {
  const contact = sampleContact();
  const task = (title: string, doneAt: number | null) => ({
    id: title,
    title,
    due: null,
    doneAt,
    lateDays: null,
    contacts: [],
  });
  const tasks = [task('Send rev C', null), task('Order samples', NOW - 86_400_000)];
  renderPanel(panelClient({}, () => sampleTab('en', { contact: { ...contact, tasks } })));
  fireEvent.click(await screen.findByRole('button', { name: 'All' }));
  await screen.findByRole('checkbox', { name: 'Send rev C' });
  expect(screen.queryByRole('checkbox', { name: 'Order samples' })).toBeNull();
});

test('looking somebody up has a way back', async () => {
  const tomas = sampleContact('en', { id: '0198a000-0000-7000-8000-000000000002', name: 'Tomas Berg' });
  const client = panelClient({
    'contacts.find': () => [
      { id: tomas.id, name: 'Tomas Berg', title: null, company: 'Fjordlab AS', address: null, matched: null },
    ],
    'contacts.view': () => tomas,
  });
  renderPanel(client);
  await screen.findByRole('heading', { name: 'Ingrid Solheim' });
  fireEvent.keyDown(document.body, { code: 'Slash', key: '/' });
  const field = await screen.findByRole('combobox', { name: 'Find someone' });
  await waitFor(() => expect(document.activeElement).toBe(field));
  fireEvent.input(field, { target: { value: 'tom' } });
  await screen.findByRole('option', { name: /Tomas Berg/ });
  fireEvent.keyDown(field, { key: 'Enter' });
  await screen.findByRole('heading', { name: 'Tomas Berg' });
  expect(screen.queryByRole('button', { name: 'Log this mail' })).toBeNull();
  fireEvent.click(screen.getByRole('button', { name: 'Back' }));
  await screen.findByRole('heading', { name: 'Ingrid Solheim' });
});

test('moving on while answers are late never shows the wrong person', async () => {
  const first = deferred<ReturnType<typeof sampleTab>>();
  const answers = [
    first.promise,
    Promise.resolve(sampleTab('en', { generation: 9, contact: sampleContact('en', { name: 'Second' }) })),
  ];
  const client = panelClient({ 'tab.view': () => answers.shift() ?? sampleTab() });
  const { container } = renderPanel(client);
  client.wake();
  await screen.findByRole('heading', { name: 'Second' });
  first.resolve(sampleTab('en', { generation: 3, contact: sampleContact('en', { name: 'First' }) }));
  await waitFor(() => expect(container.querySelector('.panel')?.getAttribute('data-late')).toBe('1'));
  screen.getByRole('heading', { name: 'Second' });
});

test('folding and hiding by keyboard, whatever the layout prints', async () => {
  const client = panelClient({ 'tab.fold': () => ({}), 'tab.hide': () => ({}) });
  renderPanel(client);
  const note = await screen.findByRole('textbox', { name: 'Note' });
  fireEvent.keyDown(note, { code: 'KeyS', key: 'Í', altKey: true, shiftKey: true });
  fireEvent.keyDown(note, { code: 'KeyH', key: 'Ó', altKey: true, shiftKey: true });
  expect(client.inputs('tab.fold')).toEqual([{ folded: true }]);
  expect(client.inputs('tab.hide')).toEqual([{ minutes: 60 }]);
});

test('"By hand" is kept: the offer to log by itself comes no more', async () => {
  let offerAutolog = true;
  const client = panelClient(
    {
      'steps.snooze': () => {
        offerAutolog = false;
        return {};
      },
    },
    () => sampleTab('en', { offerAutolog }),
  );
  renderPanel(client);
  fireEvent.click(await screen.findByRole('button', { name: 'By hand' }));
  await waitFor(() => expect(screen.queryByRole('button', { name: 'By hand' })).toBeNull());
  expect(client.inputs('steps.snooze')).toEqual([{ contactId: INGRID, key: 'autolog', until: null }]);
});

test.each([
  [30, 'Month'],
  [45, '45 days'],
])('a rhythm of %i days shows in its button', async (days, pressed) => {
  const contact = sampleContact('en');
  renderPanel(
    panelClient({}, () => sampleTab('en', { contact: { ...contact, cadence: { days, since: NOW } } })),
  );
  fireEvent.click(await screen.findByRole('button', { name: 'All' }));
  const group = await screen.findByRole('group', { name: 'Stay in touch every' });
  const on = within(group).getAllByRole('button', { pressed: true });
  expect(on.map((button) => button.textContent)).toEqual([pressed]);
});
