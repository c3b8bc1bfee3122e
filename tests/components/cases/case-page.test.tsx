import { fireEvent, screen, waitFor, within } from '@testing-library/preact';
import { beforeEach, expect, test, vi } from 'vitest';
import { Toasts } from '@/components/ui/toasts';
import { CasePage } from '@/entrypoints/workspace/pages/cases/case-page';
import { CasesPage } from '@/entrypoints/workspace/pages/cases/cases-page';
import type { CaseView, ResponseView } from '@/lib/api/survey-views';
import { loadLanguage } from '@/lib/i18n';
import { fakeClient } from '../workspace/fake-client';
import { renderOver, workspaceTests } from '../workspace/setup';

workspaceTests();
beforeEach(() => loadLanguage('en', ['common', 'panel', 'unfolded', 'workspace', 'responses', 'cases']));

const HOUR = 3_600_000;
const ID = '00000000-0000-4000-8000-0000000000ca';

function caseView(change: Partial<CaseView> = {}): CaseView {
  const now = Date.now();
  return {
    id: ID,
    number: 'ABCD-2345',
    kind: 'complaint',
    title: 'Cracked bowls',
    state: 'new',
    owner: '',
    contacts: [{ id: 'c', name: 'Lena Wirth' }],
    openedAt: now - HOUR,
    replyDueAt: now + 23.5 * HOUR,
    repliedAt: null,
    resolvedAt: null,
    toldAt: null,
    recheckOn: null,
    recheckedAt: null,
    text: 'Two of six',
    expectation: '',
    cause: '',
    responseId: null,
    activityId: null,
    link: null,
    apology: 'We are sorry.',
    missing: ['expectation', 'cause'],
    ...change,
  };
}

/** A client over one case, which wakes its views after a change as the store does. */
function caseClient(first: Partial<CaseView> = {}, more: Parameters<typeof fakeClient>[0] = {}) {
  const held = caseView(first);
  const set = (change: Partial<CaseView>) => {
    Object.assign(held, change);
    held.missing = (['expectation', 'cause'] as const).filter((field) => !held[field].trim());
    queueMicrotask(() => client.wake());
    return {};
  };
  const client = fakeClient({
    'cases.view': () => structuredClone(held),
    'cases.edit': ({ id: _id, contactIds: _contacts, ...fields }) => set(fields as Partial<CaseView>),
    'cases.move': ({ state }) => set({ state, resolvedAt: state === 'resolved' ? Date.now() : null }),
    'cases.replied': () => set({ repliedAt: Date.now(), state: 'inProgress' }),
    'cases.told': () => set({ toldAt: Date.now(), recheckOn: '2026-12-22' }),
    'cases.recheck': ({ holds }) =>
      set(
        holds
          ? { recheckedAt: Date.now() }
          : { state: 'inProgress', resolvedAt: null, toldAt: null, recheckOn: null },
      ),
    'contacts.view': () => ({ points: [{ kind: 'email', value: 'lena@lab.test' }] }) as never,
    'changes.list': () => ({ items: [], more: false }),
    ...more,
  });
  return { client, set };
}

const page = (client: ReturnType<typeof fakeClient>) =>
  renderOver(
    client,
    <>
      <CasePage id={ID} />
      <Toasts />
    </>,
  );
const field = (name: string) => screen.getByRole('textbox', { name }) as HTMLTextAreaElement;
const write = (name: string, text: string) => {
  fireEvent.input(field(name), { target: { value: text } });
  fireEvent.blur(field(name));
};
const resolveButton = () => screen.getByRole('button', { name: 'Resolve' }) as HTMLButtonElement;

test('a case is not resolved before it was asked what is expected and where it came from', async () => {
  const { client } = caseClient();
  page(client);
  await screen.findByRole('heading', { level: 1, name: 'Cracked bowls' });
  expect(resolveButton().disabled).toBe(true);
  expect(
    screen.getByText(/^Write down what the customer expects\. Write down what it came from\.$/),
  ).toBeTruthy();
  expect(screen.queryByRole('radio', { name: 'Resolved' })).toBeNull();
  fireEvent.click(resolveButton());
  expect(client.inputs('cases.move')).toEqual([]);

  write('What the customer expects', 'Two new bowls');
  await waitFor(() => expect(screen.queryByText(/what the customer expects\./)).toBeNull());
  expect(resolveButton().disabled).toBe(true);
  write('What it came from', 'Thin packing');
  await waitFor(() => expect(resolveButton().disabled).toBe(false));
  fireEvent.click(resolveButton());
  await waitFor(() => expect(client.inputs('cases.move')).toEqual([{ id: ID, state: 'resolved' }]));
  expect(await screen.findByRole('button', { name: 'Told the customer' })).toBeTruthy();
});

test('the clock of the first reply runs, is late, and stops', async () => {
  const { client, set } = caseClient();
  page(client);
  const reply = await screen.findByRole('region', { name: 'First reply' });
  expect(within(reply).getByText('due in 23 h').className).not.toContain('late');
  set({ replyDueAt: Date.now() - 2.5 * HOUR });
  expect((await within(reply).findByText('late for 2 h')).className).toContain('late');
  fireEvent.click(within(reply).getByRole('button', { name: 'Reply given' }));
  expect(await within(reply).findByText(/^given/)).toBeTruthy();
  expect(within(reply).queryByRole('textbox')).toBeNull();
  expect((screen.getByRole('radio', { name: 'In progress' }) as HTMLInputElement).checked).toBe(true);
});

test('the draft of a reply is copied or opened as a mail with its number', async () => {
  const writeText = vi.fn(async () => {});
  vi.spyOn(navigator, 'clipboard', 'get').mockReturnValue({ writeText } as unknown as Clipboard);
  page(caseClient().client);
  const mail = (await screen.findByRole('link', { name: 'Open as mail' })) as HTMLAnchorElement;
  const address = new URL(mail.href);
  expect([address.pathname, address.searchParams.get('subject'), address.searchParams.get('body')]).toEqual([
    'lena@lab.test',
    'Cracked bowls [ABCD-2345]',
    'We are sorry.',
  ]);
  fireEvent.click(screen.getByRole('button', { name: 'Copy' }));
  expect(await screen.findByText('Copied.')).toBeTruthy();
  expect(writeText).toHaveBeenCalledWith('We are sorry.');
});

test('the customer is told, thirty days later somebody looks, and what does not hold is opened again', async () => {
  const { client } = caseClient({ state: 'resolved', resolvedAt: Date.now(), expectation: 'a', cause: 'b' });
  page(client);
  fireEvent.click(await screen.findByRole('button', { name: 'Told the customer' }));
  expect(await screen.findByText(/^The customer was told/)).toBeTruthy();
  expect(screen.getByText(/^Look again on .*22/)).toBeTruthy();
  fireEvent.click(screen.getByRole('button', { name: 'It does not hold' }));
  expect(await screen.findByText('Opened again.')).toBeTruthy();
  expect(screen.queryByText(/^The customer was told/)).toBeNull();
  expect(client.inputs('cases.recheck')).toEqual([{ id: ID, holds: false }]);
});

test('what was looked at and holds says so, and asks no more', async () => {
  const done = { state: 'resolved', resolvedAt: 1, toldAt: 1, recheckOn: '2026-12-22' } as const;
  const { client } = caseClient({ ...done, expectation: 'a', cause: 'b' });
  page(client);
  fireEvent.click(await screen.findByRole('button', { name: 'It holds' }));
  expect(await screen.findByText(/^It held/)).toBeTruthy();
  expect(screen.queryByRole('button', { name: 'It holds' })).toBeNull();
});

test('what is taken back elsewhere stands in its field, and what is being written stays', async () => {
  const { client, set } = caseClient({ expectation: 'Two new bowls' });
  page(client);
  await screen.findByRole('heading', { level: 1 });
  set({ expectation: 'A refund' });
  await waitFor(() => expect(field('What the customer expects').value).toBe('A refund'));
  fireEvent.blur(field('What the customer expects'));
  expect(client.inputs('cases.edit')).toEqual([]);
  fireEvent.input(field('What it came from'), { target: { value: 'Thin pack' } });
  set({ cause: 'Something else' });
  await waitFor(() => expect(client.inputs('cases.view').length).toBeGreaterThan(2));
  expect(field('What it came from').value).toBe('Thin pack');
});

test('without a case the list teaches, and says of each filter why nothing is there', async () => {
  renderOver(fakeClient({ 'cases.list': () => [] }), <CasesPage />);
  expect(await screen.findByText('Nothing is open.')).toBeTruthy();
  fireEvent.click(screen.getByRole('radio', { name: 'Late' }));
  expect(await screen.findByText('No first reply is late.')).toBeTruthy();
  fireEvent.click(screen.getByRole('radio', { name: 'All' }));
  expect(await screen.findByText('No cases yet.')).toBeTruthy();
});

test('a case of somebody not known shows what they answered and their address, is replied to, and given to a contact with its answer', async () => {
  const answer = {
    id: 'r',
    contactId: null,
    address: 'mira@shop.example',
    who: {},
    lang: 'en',
    candidates: [],
    questions: [
      { id: 'q1', type: 'longtext', title: { en: 'What happened' } },
      {
        id: 'q3',
        type: 'single',
        title: { en: 'What would put it right' },
        choices: [{ id: 'again', text: { en: 'Send it again' } }],
      },
      { id: 'q4', type: 'email', title: { en: 'Your mail' } },
    ],
    values: { q1: 'Two of six', q3: 'again', q4: 'mira@shop.example' },
  } as unknown as ResponseView;
  const { client, set } = caseClient(
    { contacts: [], responseId: 'r', text: 'Two of six' },
    {
      'responses.view': () => answer,
      'responses.toContact': () => {
        set({ contacts: [{ id: 'c', name: 'Mira' }] });
        return { contactId: 'c' };
      },
    },
  );
  page(client);
  const answered = await screen.findByRole('region', { name: 'Also answered' });
  expect(within(answered).getByText('Send it again')).toBeTruthy();
  expect(within(answered).getAllByRole('term')).toHaveLength(1);
  const contact = screen.getByRole('region', { name: 'Contact' });
  expect(within(contact).getByText('mira@shop.example')).toBeTruthy();
  const mail = screen.getByRole('link', { name: 'Open as mail' }) as HTMLAnchorElement;
  expect(new URL(mail.href).pathname).toBe('mira@shop.example');
  fireEvent.click(within(contact).getByRole('button', { name: 'Make a contact' }));
  expect(await within(contact).findByRole('link', { name: 'Mira' })).toBeTruthy();
  expect(client.inputs('responses.toContact')).toEqual([{ id: 'r' }]);
});
