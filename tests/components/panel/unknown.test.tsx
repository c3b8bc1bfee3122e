import { act, fireEvent, screen, waitFor, within } from '@testing-library/preact';
import { expect, test } from 'vitest';
import { ApiError } from '@/lib/api/message';
import {
  INGRID,
  sampleCandidates,
  sampleFresh,
  sampleList,
  samplePerson,
  sampleStranger,
  sampleTab,
} from '../../support/panel-gallery/samples';
import { fail, panelClient, panelTests, renderPanel } from './setup';

panelTests();

const type = (field: Element, value: string) => act(() => void fireEvent.input(field, { target: { value } }));
const PRIYA = 'priya@northquay.example';

test('a stranger is added as the page shows them, each value with its source', async () => {
  let known = false;
  const client = panelClient(
    {
      'contacts.add': () => {
        known = true;
        return { id: INGRID };
      },
    },
    () => (known ? sampleTab('en', { subject: sampleStranger().subject }) : sampleStranger()),
  );
  renderPanel(client);
  const name = await screen.findByRole<HTMLInputElement>('textbox', { name: 'Name' });
  expect(name.value).toBe('Priya Raman');
  expect(client.inputs('contacts.add')).toEqual([]);
  await type(screen.getByRole('textbox', { name: 'Role' }), 'Field lead');
  fireEvent.click(screen.getByRole('button', { name: 'Add contact' }));
  await screen.findByText('Saved on this computer');
  const from = { how: 'page', source: 'post.example', link: 'https://post.example/m/9' };
  expect(client.inputs('contacts.add')).toEqual([
    {
      draft: {
        name: 'Priya Raman',
        points: [{ kind: 'email', value: PRIYA, from }],
        facts: [
          { field: 'company', value: 'Northquay Survey', from },
          { field: 'title', value: 'Field lead' },
        ],
      },
    },
  ]);
  const note = await screen.findByRole('textbox', { name: 'Note' });
  await waitFor(() => expect(document.activeElement).toBe(note));
});

test('without a name nobody is added, and the error says what to do', async () => {
  const client = panelClient({}, () =>
    sampleTab('en', {
      contact: null,
      person: 'email:x',
      people: [samplePerson({ key: 'email:x', name: 'x@y.example', address: 'x@y.example' })],
    }),
  );
  renderPanel(client);
  const name = await screen.findByRole<HTMLInputElement>('textbox', { name: 'Name' });
  expect(name.value).toBe('');
  fireEvent.click(screen.getByRole('button', { name: 'Add contact' }));
  await screen.findByText('Write a name, then add the contact.');
  expect(client.inputs('contacts.add')).toEqual([]);
});

test.each([
  ['wei@kiln.example', 'wei@kiln.example', ['wei@kiln.example']],
  [' Li Wei <wei@kiln.example> ', 'Li Wei', ['wei@kiln.example']],
  ['"Wei, Li" wei@kiln.example', 'Wei, Li', ['wei@kiln.example']],
  ['李伟＜wei@kiln.example＞', '李伟', ['wei@kiln.example']],
  ['@wei@social.example', '@wei@social.example', []],
  ['Wei @ Kiln', 'Wei @ Kiln', []],
  ['Mail wei@kiln.example or call', 'Mail wei@kiln.example or call', []],
])('an address written as a name is an address: %s', async (written, name, addresses) => {
  const client = panelClient({ 'contacts.add': () => ({ id: INGRID }) }, () => sampleStranger());
  renderPanel(client);
  await type(await screen.findByRole('textbox', { name: 'Address' }), '');
  await type(screen.getByRole('textbox', { name: 'Name' }), written);
  fireEvent.click(screen.getByRole('button', { name: 'Add contact' }));
  await waitFor(() => expect(client.inputs('contacts.add')).toHaveLength(1));
  const draft = client.inputs('contacts.add')[0]?.draft;
  expect(draft?.name).toBe(name);
  expect(draft?.points).toEqual(addresses.map((value) => ({ kind: 'email', value })));
});

test.each([
  ['Address', 'email', 'This is no address. Write it as name@example.com.'],
  ['Phone', 'phone', 'This is no phone number. Write its digits, from abroad as +44 20 7946 0114.'],
  ['Name', 'url', 'This cannot be saved as it is. Check what is written here.'],
  ['Name', undefined, 'This cannot be saved as it is. Check what is written here.'],
] as const)('what is refused is told at its field: %s, of %s', async (field, unread, words) => {
  const client = panelClient(
    {
      'contacts.add': () => {
        throw new ApiError('invalid', 'It was not taken.', unread);
      },
    },
    () => sampleStranger(),
  );
  renderPanel(client);
  await type(await screen.findByRole('textbox', { name: field }), 'x');
  fireEvent.click(screen.getByRole('button', { name: 'Add contact' }));
  const said = await screen.findByRole('alert');
  expect(said.textContent).toBe(words);
  const wrong = screen.getAllByRole('textbox').filter((box) => box.getAttribute('aria-invalid') === 'true');
  expect(wrong).toEqual([screen.getByRole('textbox', { name: field })]);
  // Typing again takes the error away.
  await type(wrong[0]!, 'y');
  expect(screen.queryByRole('alert')).toBe(null);
});

test('pasted text proposes fields; what is unticked or typed over is not saved', async () => {
  const client = panelClient(
    {
      'contacts.add': () => ({ id: INGRID }),
      'text.propose': () => [
        { field: 'phone', value: '+44 20 7946 0114', evidence: 'T +44 20 7946 0114', confidence: 0.9 },
        { field: 'title', value: 'Field lead', evidence: 'Field lead', confidence: 0.9 },
        { field: 'wechat', value: 'priya_r', evidence: 'WeChat: priya_r', confidence: 0.9 },
        { field: 'qq', value: '12345', evidence: '12345', confidence: 0.2 },
      ],
    },
    () => sampleStranger(),
  );
  renderPanel(client);
  fireEvent.click(await screen.findByRole('button', { name: 'Paste anything' }));
  await type(await screen.findByRole('textbox', { name: 'Paste anything' }), 'Priya, Field lead, T +44');
  const unsure = await screen.findByRole<HTMLInputElement>('checkbox', { name: 'QQ: 12345' });
  expect(unsure.checked).toBe(false);
  const role = screen.getByRole<HTMLInputElement>('textbox', { name: 'Role' });
  await waitFor(() => expect(role.value).toBe('Field lead'));
  await type(role, 'Head of survey');
  fireEvent.click(screen.getByRole('checkbox', { name: 'WeChat: priya_r' }));
  expect(client.inputs('contacts.add')).toEqual([]);
  fireEvent.click(screen.getByRole('button', { name: 'Add contact' }));
  await waitFor(() => expect(client.inputs('contacts.add')).toHaveLength(1));
  const draft = client.inputs('contacts.add')[0]?.draft;
  expect(draft?.points?.map(({ kind, value }) => [kind, value])).toEqual([
    ['email', PRIYA],
    ['phone', '+44 20 7946 0114'],
  ]);
  expect(draft?.points?.[1]?.from).toEqual({ how: 'paste', evidence: 'T +44 20 7946 0114' });
  expect(draft?.facts?.map(({ field, value }) => [field, value])).toEqual([
    ['company', 'Northquay Survey'],
    ['title', 'Head of survey'],
  ]);
});

test('a promise of pasted text is saved with the contact when it is ticked, as it was put right', async () => {
  const quote = "I'll send you the drawings by Friday.";
  const other = 'I will call you.';
  const promise = { by: 'them' as const, due: null };
  const client = panelClient(
    {
      'contacts.add': () => ({ id: INGRID }),
      'text.propose': () => [],
      'promises.propose': () => [
        { quote, what: 'send you the drawings', ...promise },
        { quote: other, what: 'call you', ...promise },
      ],
    },
    () => sampleStranger(),
  );
  renderPanel(client);
  fireEvent.click(await screen.findByRole('button', { name: 'Paste anything' }));
  await type(await screen.findByRole('textbox', { name: 'Paste anything' }), quote);
  const tick = await screen.findByRole<HTMLInputElement>('checkbox', { name: `A promise? “${quote}”` });
  expect(tick.checked).toBe(false);
  expect(screen.queryByText(/Nothing was found/)).toBeNull();
  expect(client.inputs('promises.propose').at(-1)).toMatchObject({ text: quote, names: ['Priya Raman'] });
  fireEvent.click(tick);
  await type(screen.getByRole('textbox', { name: 'What' }), 'send the drawings');
  fireEvent.click(screen.getByRole('button', { name: 'Add contact' }));
  await waitFor(() => expect(client.inputs('contacts.add')).toHaveLength(1));
  expect(client.inputs('contacts.add')[0]?.draft.promises).toEqual([
    { what: 'send the drawings', ...promise, from: { how: 'paste', evidence: quote } },
  ]);
});

test('who has a handle of the page or of pasted text already is told before they are added', async () => {
  const client = panelClient(
    {
      'duplicates.known': ({ points }) =>
        points.some(({ kind, value }) => kind === 'wechat' && value === 'priya_r')
          ? [{ id: INGRID, name: 'Ingrid Solheim', title: null, company: null, address: null, matched: null }]
          : [],
      'text.propose': () => [
        { field: 'wechat', value: 'priya_r', evidence: 'WeChat: priya_r', confidence: 0.9 },
        { field: 'url', value: 'https://northquay.example', evidence: 'northquay.example', confidence: 0.9 },
      ],
    },
    () => {
      const view = sampleStranger();
      const [person] = view.people;
      const handle = { kind: 'handle' as const, value: 'linkedin:priya-raman' };
      return { ...view, people: [{ ...person!, points: [...person!.points, handle] }] };
    },
  );
  renderPanel(client);
  await waitFor(() =>
    expect(client.inputs('duplicates.known').at(-1)?.points).toEqual([
      { kind: 'email', value: PRIYA },
      { kind: 'handle', value: 'linkedin:priya-raman' },
    ]),
  );
  expect(screen.queryByText(/Already known/)).toBeNull();
  fireEvent.click(await screen.findByRole('button', { name: 'Paste anything' }));
  await type(await screen.findByRole('textbox', { name: 'Paste anything' }), 'WeChat: priya_r');
  await screen.findByText(/Already known: Ingrid Solheim/);
  screen.getByRole('button', { name: 'Add anyway' });
  // A company's page is shared by all who work there.
  expect(
    client
      .inputs('duplicates.known')
      .at(-1)
      ?.points.map(({ kind }) => kind),
  ).toEqual(['email', 'handle', 'wechat']);
});

test('a stranger who is somebody known gives them the address', async () => {
  const client = panelClient(
    {
      'contacts.find': () => [
        { id: INGRID, name: 'Ingrid Solheim', title: null, company: null, address: null, matched: null },
      ],
      'tab.link': () => ({}),
    },
    () => sampleStranger(),
  );
  renderPanel(client);
  fireEvent.click(await screen.findByRole('button', { name: 'Is someone I know' }));
  const field = await screen.findByRole('combobox', { name: 'Find someone' });
  await type(field, 'ing');
  await screen.findByRole('option', { name: /Ingrid/ });
  fireEvent.keyDown(field, { key: 'Enter' });
  await screen.findByText('Saved on this computer');
  expect(client.inputs('tab.link')).toEqual([{ person: `email:${PRIYA}`, contactId: INGRID }]);
});

test('an address can be ignored for good', async () => {
  const client = panelClient({ 'settings.include': () => ({}) }, () => sampleStranger());
  renderPanel(client);
  fireEvent.click(await screen.findByRole('button', { name: 'Never for this address' }));
  await screen.findByText(`Never logged or offered: ${PRIYA}`);
  expect(client.inputs('settings.include')).toEqual([{ list: 'neverLog', values: [PRIYA], on: true }]);
});

test('a name that pretends to be another address is pointed out', async () => {
  const view = sampleStranger();
  for (const person of view.people) person.spoof = true;
  renderPanel(panelClient({}, () => view));
  expect((await screen.findByRole('alert')).textContent).toContain('not the sender’s');
});

test('a name alone is a question, and the answer goes to the thread', async () => {
  const client = panelClient({ 'tab.identify': () => ({}) }, () => sampleCandidates('en', 1));
  renderPanel(client);
  await screen.findByRole('heading', { name: 'Is this Li Wei of Acme Optics?' });
  fireEvent.click(screen.getByRole('button', { name: 'Yes, Li Wei, Acme Optics' }));
  await waitFor(() =>
    expect(client.inputs('tab.identify')).toEqual([{ person: 'name:li wei', contactId: INGRID }]),
  );
});

test('No makes them a stranger; two of one name are told apart', async () => {
  const client = panelClient({ 'tab.identify': () => ({}) }, () => sampleCandidates());
  renderPanel(client);
  await screen.findByRole('heading', { name: 'Who of these is it?' });
  screen.getByRole('button', { name: 'Yes, Li Wei, Sanhe' });
  fireEvent.click(screen.getByRole('button', { name: 'None of them' }));
  await waitFor(() =>
    expect(client.inputs('tab.identify')).toEqual([{ person: 'name:li wei', contactId: null }]),
  );
});

test('an answer that cannot be kept says so', async () => {
  renderPanel(panelClient({ 'tab.identify': () => fail('missing') }, () => sampleCandidates('en', 1)));
  fireEvent.click(await screen.findByRole('button', { name: /^Yes/ }));
  expect((await screen.findByRole('alert')).textContent).toContain('not there any more');
});

test('of a list those are offered who are nobody’s contact, no robot, and each once', async () => {
  const list = sampleList();
  const [first] = list.people;
  if (first) list.people.push({ ...first, key: 'email:again' });
  renderPanel(panelClient({}, () => list));
  await screen.findByRole('heading', { name: '14 people on this page. Who matters?' });
  fireEvent.click(screen.getByRole('button', { name: '6 more' }));
  await waitFor(() => expect(screen.getAllByRole('checkbox')).toHaveLength(14));
  expect(screen.queryByText('Rail Bulletin')).toBeNull();
});

test('three are ticked and added; the caret stands in Note; one answer sets the rhythm of all', async () => {
  const ids = [INGRID, '0198a000-0000-7000-8000-000000000012', '0198a000-0000-7000-8000-000000000013'];
  const client = panelClient(
    {
      'contacts.addMany': () => ({ ids }),
      'contacts.view': () => sampleFresh('en', { name: 'Marit Aas' }),
      'contacts.setCadence': () => ({ count: 3 }),
    },
    () => sampleList(),
  );
  renderPanel(client);
  const add = await screen.findByRole('button', { name: 'Add selected' });
  expect((add as HTMLButtonElement).disabled).toBe(true);
  for (const name of [/^Marit Aas/, /^Jonas Weil/, /^王安然/])
    fireEvent.click(screen.getByRole('checkbox', { name }));
  fireEvent.click(await screen.findByRole('button', { name: 'Add 3 contacts' }));
  await screen.findByText('Saved on this computer');
  expect(client.inputs('contacts.addMany')[0]?.drafts.map((draft) => draft.name)).toEqual([
    'Marit Aas',
    'Jonas Weil',
    '王安然',
  ]);
  await screen.findByRole('heading', { name: 'Marit Aas' });
  const note = screen.getByRole('textbox', { name: 'Note' });
  await waitFor(() => expect(document.activeElement).toBe(note));
  const question = await screen.findByRole('group', { name: 'Stay in touch every' });
  fireEvent.click(within(question).getByRole('button', { name: 'Month' }));
  await waitFor(() => expect(client.inputs('contacts.setCadence')).toEqual([{ ids, days: 30 }]));
});

test('a page without anybody, an unknown page and a switched-off site each say what to do', async () => {
  const nobody = { people: [], person: null, contact: null, kind: 'none' as const };
  const states = {
    nobody: 'Nobody recognised here',
    unrecognised: 'This page cannot be read',
    off: 'Sidelight is off on this site',
  } as const;
  for (const [state, title] of Object.entries(states)) {
    const view = sampleTab('en', { ...nobody, state: state as keyof typeof states });
    const { unmount } = renderPanel(panelClient({}, () => view));
    await screen.findByRole('heading', { level: 1, name: title });
    screen.getByRole('combobox', { name: 'Find someone' });
    unmount();
  }
});

test('the first failure is told with a way to try again; an outdated page is told to reload', async () => {
  let broken = true;
  const client = panelClient({ 'tab.view': () => (broken ? fail('failed') : sampleTab()) });
  const { unmount } = renderPanel(client);
  await screen.findByRole('heading', { name: 'This cannot be shown' });
  broken = false;
  fireEvent.click(screen.getByRole('button', { name: 'Try again' }));
  await screen.findByRole('heading', { name: 'Ingrid Solheim' });
  unmount();

  renderPanel(panelClient({ 'tab.view': () => fail('reload') }));
  await screen.findByText('Sidelight was updated. Reload this page.');
  expect(screen.queryByRole('button', { name: 'Try again' })).toBeNull();
});

test('a later failure leaves what is shown, and says that it is not fresh', async () => {
  let broken = false;
  const client = panelClient({ 'tab.view': () => (broken ? fail('busy') : sampleTab()) });
  renderPanel(client);
  await screen.findByRole('heading', { name: 'Ingrid Solheim' });
  broken = true;
  client.wake();
  await screen.findByText('Too much at once. Wait a moment, then try again.');
  screen.getByRole('heading', { name: 'Ingrid Solheim' });
});

test('a page of which nothing is read can be reported: its structure is shown, copied by hand, and sent nowhere', async () => {
  const client = panelClient(
    { 'tab.structure': () => ({ text: 'https://post.example\n\n<body>\n <div> xxx 99' }) },
    () => sampleTab('en', { state: 'unrecognised', people: [], person: null, contact: null, kind: 'none' }),
  );
  renderPanel(client);
  fireEvent.click(await screen.findByRole('button', { name: 'Report this page' }));
  const structure = await screen.findByRole<HTMLTextAreaElement>('textbox', {
    name: 'Structure of this page',
  });
  expect(structure.value).toContain('<div> xxx 99');
  expect(structure.readOnly).toBe(true);
  screen.getByText(/^Nothing is sent\./);
  const asked = client.calls.map(({ op }) => op);
  expect(new Set(asked)).toEqual(new Set(['tab.view', 'tab.structure']));
});

test('a page with people, or a site that is off, has nothing to report', async () => {
  const off = sampleTab('en', { state: 'off', people: [], person: null, contact: null, kind: 'none' });
  renderPanel(panelClient({}, () => off));
  await screen.findByRole('button', { name: 'Paste anything' });
  expect(screen.queryByRole('button', { name: 'Report this page' })).toBeNull();
});

test('tags are chosen and made before anybody is added, and Enter among them adds nobody', async () => {
  const client = panelClient(
    {
      'contacts.add': () => ({ id: INGRID }),
      'tags.find': () => [
        { id: '0190d3c4-0000-7000-8000-00000000000a', name: 'Norway', path: ['Region', 'Norway'] },
      ],
    },
    () => sampleStranger(),
  );
  renderPanel(client);
  const form = within(await screen.findByRole('form', { name: 'Add contact' }));
  const add = async (text: string, option: string) => {
    fireEvent.click(await form.findByRole('button', { name: 'Add tag' }));
    const field = await form.findByRole('combobox', { name: 'Tag' });
    await type(field, text);
    await screen.findByRole('option', { name: option });
    fireEvent.keyDown(field, { key: 'Enter' });
  };
  await add('Nor', 'Region / Norway');
  await form.findByRole('button', { name: 'Remove tag Norway' });
  await add('Fair', 'Create “Fair”');
  await form.findByRole('button', { name: 'Remove tag Fair' });
  expect(client.inputs('contacts.add')).toEqual([]);
  expect(client.inputs('tags.assign')).toEqual([]);
  fireEvent.click(form.getByRole('button', { name: 'Remove tag Fair' }));
  await waitFor(() => expect(form.queryByRole('button', { name: 'Remove tag Fair' })).toBeNull());
  fireEvent.click(form.getByRole('button', { name: 'Add contact' }));
  await waitFor(() => expect(client.inputs('contacts.add')).toHaveLength(1));
  expect(client.inputs('contacts.add')[0]?.draft.tags).toEqual(['Region / Norway']);
});

test('a contact on the same mail may have introduced the stranger: kept with them when it is ticked', async () => {
  const known = samplePerson({
    key: 'email:li',
    name: 'Li Wei',
    address: 'li@acme.example',
    role: 'sender',
    contactId: INGRID,
  });
  const view = sampleStranger();
  const client = panelClient({ 'contacts.add': () => ({ id: INGRID }) }, () => ({
    ...view,
    people: [...view.people, known, { ...known, key: 'email:li2' }],
  }));
  renderPanel(client);
  const box = await screen.findByRole<HTMLInputElement>('checkbox', { name: 'Introduced by Li Wei' });
  expect(box.checked).toBe(false);
  fireEvent.click(box);
  await waitFor(() => expect(box.checked).toBe(true));
  fireEvent.click(screen.getByRole('button', { name: 'Add contact' }));
  await waitFor(() => expect(client.inputs('contacts.add')).toHaveLength(1));
  const fact = client.inputs('contacts.add')[0]?.draft.facts?.find(({ field }) => field === 'introducer');
  expect(fact).toEqual({
    field: 'introducer',
    value: 'Li Wei',
    ref: INGRID,
    from: { how: 'page', source: 'post.example', link: 'https://post.example/m/9' },
  });
});

test('where nobody else of the mail is a contact, nobody is offered as the one who introduced', async () => {
  renderPanel(panelClient({}, () => sampleStranger()));
  await screen.findByRole('form', { name: 'Add contact' });
  expect(screen.queryByRole('checkbox', { name: /^Introduced/ })).toBeNull();
});

test.each([
  ['none', 'Open a profile, a post or a conversation, or say who it is.'],
  ['list', 'The page shows names that tell nobody. Open a profile, or say who it is.'],
] as const)('on a network nobody is asked to open a mail: %s', async (kind, line) => {
  const view = { state: 'nobody', kind, people: [], person: null, contact: null, network: true } as const;
  renderPanel(panelClient({}, () => sampleTab('en', { ...view, people: [] })));
  await screen.findByText(line);
  expect(document.body.textContent).not.toMatch(/\bmail\b/);
});
