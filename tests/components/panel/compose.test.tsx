import { act, fireEvent, render, screen, waitFor, within } from '@testing-library/preact';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { DeskContext } from '@/components/contacts/desk';
import { fieldNames } from '@/components/templates/field-words';
import { SurveyLink } from '@/components/templates/survey-link';
import type { HubView, SurveyRow } from '@/lib/api/survey-views';
import { loadLanguage } from '@/lib/i18n';
import { sampleTab } from '../../support/panel-gallery/samples';
import { deferred, fail, panelClient, panelTests, renderPanel } from './setup';

panelTests();
beforeEach(() => loadLanguage('en', ['templates', 'figures']));
afterEach(() => vi.unstubAllGlobals());

const ANNA = '0190d5c4-7f7c-7000-8000-000000000001';
const compose = (changed = {}) => ({
  key: 'draft-1',
  contactIds: [ANNA],
  recipients: 2,
  lines: [
    {
      rule: 'case' as const,
      contactId: ANNA,
      key: 'compose:case',
      params: { name: 'Anna Berg', title: 'Wrong lamp', number: 'A-1', count: 1 },
      evidence: [{ text: 'A-1 · Wrong lamp', at: null, href: '#/cases/c1' }],
    },
  ],
  reads: false,
  ...changed,
});
const template = (name: string, changed = {}) => ({
  id: `0190d5c4-7f7c-7000-8000-00000000000${name.length}`,
  name,
  language: 'en' as const,
  labels: [],
  text: 'Hi {first name}, see {company}.',
  changedAt: 0,
  fits: false,
  usedAt: null,
  ...changed,
});

function panel(handlers = {}, changed = {}, key = () => 'draft-1', view = {}) {
  const client = panelClient(
    {
      'templates.list': () => ({
        rows: [template('Price list'), template('Thanks', { language: 'zh-Hans', text: '谢谢' })],
        language: 'en',
        name: 'Anna Berg',
      }),
      'templates.fill': () => ({
        parts: [
          { text: 'Hi ', field: null },
          { text: 'Anna', field: 'first name' },
          { text: ', see ', field: null },
          { text: '{company}', field: 'company', missing: true },
          { text: '.', field: null },
        ],
        text: 'Hi Anna, see {company}.',
        missing: ['company'],
      }),
      'surveys.count': () => ({ all: 0, open: 0 }),
      'tab.insert': () => ({ outcome: 'inserted' }),
      'steps.snooze': () => ({}),
      'tab.reads': () => ({}),
      ...handlers,
    },
    () => sampleTab('en', { compose: compose({ key: key(), ...changed }), ...view }),
  );
  renderPanel(client);
  return client;
}

const check = () => screen.findByRole('region', { name: 'Before sending' });
async function openTemplates() {
  fireEvent.click(within(await check()).getByRole('button', { name: 'Templates' }));
  return screen.findByRole('combobox', { name: 'Find a template' });
}
async function take(words: string) {
  const field = await openTemplates();
  fireEvent.input(field, { target: { value: words } });
  fireEvent.keyDown(field, { key: 'Enter' });
  return screen.findByRole('button', { name: 'Put into the mail' });
}

test('each sentence opens what it rests on, and can be put aside for the person', async () => {
  const client = panel();
  const part = within(await check());
  fireEvent.click(part.getByRole('button', { name: /Anna Berg has an open case: Wrong lamp/ }));
  expect(part.getByRole('button', { name: 'A-1 · Wrong lamp' })).toBeTruthy();
  fireEvent.click(part.getByRole('button', { name: 'Not for this person' }));
  await waitFor(() =>
    expect(client.inputs('steps.snooze')).toMatchObject([
      { contactId: ANNA, key: 'compose:case', until: null },
    ]),
  );
});

test('a missing field is shown before the text is put in, and what was completed goes in', async () => {
  const client = panel();
  const button = await take('price');
  expect(screen.getByText(/Nothing known for: Company/)).toBeTruthy();
  fireEvent.input(screen.getByRole('textbox', { name: 'Text for the mail' }), {
    target: { value: 'Hi Anna, see Fjordlys.' },
  });
  await waitFor(() => expect(screen.queryByText(/Nothing known for/)).toBeNull());
  fireEvent.click(button);
  await screen.findByText('In the mail. Nothing was sent.');
  expect(client.inputs('tab.insert')).toMatchObject([
    {
      text: 'Hi Anna, see Fjordlys.',
      draft: 'draft-1',
      contactIds: [ANNA],
      templateId: template('Price list').id,
    },
  ]);
});

test('missing fields stand apart in each language', async () => {
  for (const [language, words] of [
    ['en', 'Whole name, My name'],
    ['zh-Hans', '姓名、我的名字'],
  ] as const) {
    await loadLanguage(language, ['templates']);
    expect(fieldNames(['name', 'my name'])).toBe(words);
  }
});

test('templates are found by words of their text, those in the language of the contact first', async () => {
  panel();
  const field = await openTemplates();
  const names = () => screen.getAllByRole('option').map((option) => option.firstChild?.textContent);
  expect(names()).toEqual(['Price list', 'Thanks']);
  fireEvent.input(field, { target: { value: '谢' } });
  expect(names()).toEqual(['Thanks']);
  fireEvent.keyDown(field, { key: 'Escape' });
  await waitFor(() => expect(screen.queryByRole('combobox', { name: 'Find a template' })).toBeNull());
});

test('without an open editor the text is copied, and that is said', async () => {
  const written: string[] = [];
  vi.stubGlobal('navigator', {
    ...navigator,
    clipboard: { writeText: async (text: string) => void written.push(text) },
  });
  panel({ 'tab.insert': () => ({ outcome: 'none' }) });
  fireEvent.click(await take('price'));
  await screen.findByText(/No mail is open to put it into. Copied/);
  expect(written).toEqual(['Hi Anna, see {company}.']);
});

test('when the page shows another draft meanwhile nothing is put in', async () => {
  panel({ 'tab.insert': () => fail('moved') });
  fireEvent.click(await take('price'));
  await screen.findByText('The mail on the page has changed. Look again, then put it in.');
});

test('a second press while the first is under way puts nothing in twice', async () => {
  const slow = deferred<{ outcome: 'inserted' }>();
  const client = panel({ 'tab.insert': () => slow.promise });
  const button = await take('price');
  fireEvent.click(button);
  fireEvent.click(button);
  await act(async () => slow.resolve({ outcome: 'inserted' }));
  expect(client.inputs('tab.insert')).toHaveLength(1);
});

test('reading what is written is off until it is switched on', async () => {
  const client = panel();
  const part = within(await check());
  const reads = part.getByRole('switch', { name: 'Check what I write on this site' });
  expect((reads as HTMLInputElement).checked).toBe(false);
  fireEvent.click(reads);
  await waitFor(() => expect(client.inputs('tab.reads')).toEqual([{ on: true }]));
});

test('what was typed stays when somebody is added to the mail, and an empty text is not put in', async () => {
  let key = 'draft-1';
  const client = panel({}, {}, () => key);
  const button = await take('price');
  const box = screen.getByRole<HTMLTextAreaElement>('textbox', { name: 'Text for the mail' });
  fireEvent.input(box, { target: { value: ' ' } });
  await waitFor(() => expect(button.hasAttribute('disabled')).toBe(true));
  fireEvent.input(box, { target: { value: 'Completed.' } });
  key = 'draft-2';
  await act(async () => client.wake('tab'));
  fireEvent.click(screen.getByRole('button', { name: 'Put into the mail' }));
  await waitFor(() =>
    expect(client.inputs('tab.insert')).toMatchObject([{ text: 'Completed.', draft: 'draft-2' }]),
  );
});

test('on a page that is no mail nothing speaks of one', async () => {
  const client = panel({ 'tab.insert': () => ({ outcome: 'none' }) }, {}, undefined, { network: true });
  const field = await openTemplates();
  fireEvent.input(field, { target: { value: 'price' } });
  fireEvent.keyDown(field, { key: 'Enter' });
  const button = await screen.findByRole('button', { name: 'Put into the page' });
  screen.getByRole('textbox', { name: 'Text for the page' });
  fireEvent.click(button);
  await screen.findByText('Nothing is open on the page to put it into. Copied: paste it where you want it.');
  expect(client.inputs('tab.insert')).toHaveLength(1);
});

const survey = { id: ANNA, name: 'After the visit' } as SurveyRow;
const surveyHandlers = {
  'invites.check': () => ({ ask: [ANNA], skipped: [] }),
  'templates.reached': () => ({
    code: 'c',
    key: 'k',
    hub: { url: 'https://hub.example', space: 's' } as HubView,
  }),
  'invites.add': () => ({ links: [{ contactId: ANNA, token: 'tok' }], skipped: [] }),
};
function surveyLink(recipients: number, outcome: () => unknown) {
  const client = panelClient({ ...surveyHandlers, 'tab.insert': outcome } as never);
  const to = { draft: 'draft-1', contactIds: [ANNA], recipients, contactId: ANNA, name: 'Anna Berg' };
  const done = { onBack: () => undefined, onDone: () => undefined };
  render(
    <DeskContext.Provider value={{ client, refresh: async () => undefined, openWorkspace: () => undefined }}>
      <SurveyLink {...to} {...done} network={false} survey={survey} sight="seen" />
    </DeskContext.Provider>,
  );
  return client;
}

test('a personal link that did not go into the mail takes its invitation back', async () => {
  const client = surveyLink(1, () => fail('moved'));
  const button = await screen.findByRole('button', { name: 'Put into the mail' });
  expect(screen.queryByText(/The link is that of/)).toBeNull();
  fireEvent.click(button);
  await waitFor(() => expect(client.inputs('changes.undo')).toHaveLength(1));
  expect(client.inputs('changes.undo')).toMatchObject([{ commandId: expect.any(String) }]);
  expect(client.inputs('tab.insert')).toMatchObject([{ text: 'https://hub.example/f/s/c#k.tok\n' }]);
});

test('in a mail to several it is said whose the personal link is', async () => {
  const client = surveyLink(3, () => ({ outcome: 'inserted' }));
  await screen.findByText(
    'The mail goes to 3 people. The link is that of Anna Berg: whoever answers by it answers as Anna Berg.',
  );
  fireEvent.click(screen.getByRole('button', { name: 'Put into the mail' }));
  await waitFor(() => expect(client.inputs('tab.insert')).toHaveLength(1));
  expect(client.inputs('changes.undo')).toEqual([]);
});
