import { fireEvent, screen, waitFor, within } from '@testing-library/preact';
import { beforeEach, expect, test, vi } from 'vitest';
import { Toasts } from '@/components/ui/toasts';
import { ResponsesPage } from '@/entrypoints/workspace/pages/responses/responses-page';
import { followAddress } from '@/entrypoints/workspace/router';
import type { ResponseRow, ResponseView } from '@/lib/api/survey-views';
import { loadLanguage } from '@/lib/i18n';
import { fakeClient } from '../workspace/fake-client';
import { renderOver, workspaceTests } from '../workspace/setup';
import { answerRow, answerView } from './answers';

workspaceTests();
beforeEach(() =>
  loadLanguage('en', [
    'common',
    'panel',
    'unfolded',
    'workspace',
    'surveys',
    'cases',
    'responses',
    'results',
  ]),
);

const LOW: Partial<ResponseRow> = {
  id: '00000000-0000-4000-8000-00000000000b',
  name: 'Oskar Lind',
  score: { type: 'nps', value: 3, range: [0, 10] },
  comment: 'Cracked\non arrival',
};

const LOW_CASE = { id: '00000000-0000-4000-8000-0000000000ca', number: 'ABCD-2345' };

/** A client that keeps answers in memory, and wakes its views after a change. */
function answersClient(given: Partial<ResponseView>[], more: Parameters<typeof fakeClient>[0] = {}) {
  const held = new Map(given.map((change) => [change.id ?? answerView().id, answerView(change)]));
  const woken = <T,>(value: T): T => {
    queueMicrotask(() => client.wake());
    return value;
  };
  const client = fakeClient({
    'results.answers': ({ which, text }) => {
      const items = [...held.values()]
        .filter((one) => which !== 'open' || one.handledAt === null)
        .filter((one) => !text || one.comment.includes(text))
        .map((one) => answerRow({ ...one }));
      return { items, found: items.length, all: held.size };
    },
    'responses.view': ({ id }) => {
      const found = held.get(id);
      if (!found) throw new Error('no such answer');
      return structuredClone(found);
    },
    'responses.counts': () => ({ any: held.size > 0, unread: held.size, unassigned: 0 }),
    'responses.handle': ({ ids, handled }) => {
      for (const id of ids) Object.assign(held.get(id) ?? {}, { handledAt: handled ? 1 : null });
      return woken({ count: ids.length });
    },
    'responses.setAside': ({ ids, why }) => {
      for (const id of ids) Object.assign(held.get(id) ?? {}, { aside: { at: Date.now(), why } });
      return woken({ count: ids.length });
    },
    'responses.keep': ({ ids }) => {
      const look = { at: Date.now(), kept: true, flags: ['fast'] };
      for (const id of ids) Object.assign(held.get(id) ?? {}, { aside: null, looks: [look] });
      return woken({ count: ids.length });
    },
    'responses.assign': ({ id, contactId }) => {
      Object.assign(held.get(id) ?? {}, { contactId, name: 'Lena W. Wirth' });
      return woken({});
    },
    'contacts.view': () => {
      throw new Error('not asked for');
    },
    'surveys.list': () => [],
    'hub.get': () => null,
    'changes.list': () => ({ items: [], more: false }),
    ...more,
  });
  return client;
}

const page = (client: ReturnType<typeof answersClient>, id: string | null = null) =>
  renderOver(
    client,
    <>
      <ResponsesPage id={id} />
      <Toasts />
    </>,
  );

const detail = () => screen.findByRole('article', { name: 'Answer' });

test('without any answer the page teaches, and has nothing to filter', async () => {
  page(answersClient([]));
  expect(await screen.findByText('No answers yet.')).toBeTruthy();
  expect(screen.queryByRole('radio')).toBeNull();
});

test('an answer in full: every kind of value in the words that were seen, who, and what proves it', async () => {
  page(answersClient([{}]));
  const shown = await detail();
  const words = [...shown.querySelectorAll('.answer-questions dd')].map((line) => line.textContent);
  expect(words).toEqual([
    '9 of 10',
    'The ash glaze',
    'A jug',
    'Something else: A vase',
    'Packing: Bad',
    '1. Colour',
    '2. Price',
  ]);
  expect(within(shown).getByText('by their own word')).toBeTruthy();
  expect(within(shown).getByText('2041')).toBeTruthy();
  expect(within(shown).getByText('48 s')).toBeTruthy();
  const link = within(shown).getByRole('link', { name: 'kiln.example/thanks' });
  expect(link.getAttribute('href')).toBe('https://www.kiln.example/thanks/');
});

test('an address of a page that is none of the web is no link', async () => {
  page(answersClient([{ page: 'javascript:alert(1)' }]));
  await detail();
  expect(document.querySelector('a[href^="javascript"]')).toBeNull();
});

test('a low score offers a reply with what was said, and a case; another one thanks', async () => {
  page(answersClient([{ ...LOW, address: 'oskar@lab.test' }, {}]));
  const low = await detail();
  const reply = new URL((within(low).getByRole('link', { name: 'Reply' }) as HTMLAnchorElement).href);
  expect(reply.pathname).toBe('oskar@lab.test');
  expect(reply.searchParams.get('subject')).toBe('Re: Would you recommend us?');
  expect(reply.searchParams.get('body')).toContain('> 3 / 10\n> Cracked\n> on arrival');
  expect(within(low).getByRole('button', { name: 'Open case' })).toBeTruthy();

  fireEvent.keyDown(document, { code: 'KeyJ', key: 'j' });
  await waitFor(() => expect(screen.getByRole('heading', { level: 2 }).textContent).toBe('Lena Wirth'));
  const other = await detail();
  expect(within(other).queryByRole('link', { name: 'Reply' })).toBeNull();
  expect(within(other).queryByRole('button', { name: 'Open case' })).toBeNull();
  expect(within(other).getByRole('button', { name: 'Thank and close' })).toBeTruthy();
});

test('the row of a low score offers a reply, a case and thanks; by its buttons and by keys', async () => {
  const opened = vi.spyOn(HTMLAnchorElement.prototype, 'click').mockImplementation(() => {});
  const client = answersClient([{ ...LOW, address: 'oskar@lab.test' }, {}], { 'cases.open': () => LOW_CASE });
  page(client);
  const [low, other] = (await screen.findAllByRole('listitem')).filter((row) => row.id.startsWith('answer-'));
  expect(within(other!).queryByRole('button')).toBeNull();
  const press = (name: string) => fireEvent.click(within(low!).getByRole('button', { name }));
  const mail = (at: number) => decodeURIComponent((opened.mock.contexts[at] as HTMLAnchorElement).href);

  press('Reply to Oskar Lind');
  await waitFor(() => expect(opened).toHaveBeenCalledTimes(1));
  expect(mail(0)).toMatch(/^mailto:oskar@lab\.test\?subject=Re: Would you recommend us\?/);
  fireEvent.keyDown(document, { code: 'KeyR', key: 'r' });
  await waitFor(() => expect(opened).toHaveBeenCalledTimes(2));
  expect(mail(1)).toBe(mail(0));

  press('Open case of Oskar Lind');
  fireEvent.click(within(screen.getByRole('dialog')).getByRole('button', { name: 'Cancel' }));
  fireEvent.keyDown(document, { code: 'KeyC', key: 'c' });
  const dialog = screen.getByRole('dialog');
  const about = within(dialog).getByRole('textbox', { name: 'What it is about' }) as HTMLInputElement;
  expect(about.value).toBe('Spring survey: 3 of 10');
  fireEvent.keyDown(document, { code: 'KeyT', key: 't' });
  fireEvent.click(within(dialog).getByRole('button', { name: 'Open case' }));
  await waitFor(() => expect(client.inputs('cases.open')[0]?.responseId).toBe(LOW.id));
  expect(client.inputs('responses.handle')).toEqual([]);

  press('Thank and close: Oskar Lind');
  await waitFor(() => expect(opened).toHaveBeenCalledTimes(3));
  expect(mail(2)).toContain('Thank you for your answer.');
  expect(client.inputs('responses.handle')).toEqual([{ ids: [LOW.id], handled: true }]);
  opened.mockRestore();
});

test('a low score of nobody who can be written to is not offered a reply', async () => {
  page(answersClient([LOW]));
  const row = await screen.findByRole('button', { name: 'Open case of Oskar Lind' });
  expect(row).toBeTruthy();
  expect(screen.queryByRole('button', { name: /^Reply/ })).toBeNull();
});

test('Thank and close hands a draft of thanks to the mail program, in the language of the answer', async () => {
  const opened = vi.spyOn(HTMLAnchorElement.prototype, 'click').mockImplementation(() => {});
  const client = answersClient([{ lang: 'zh-Hans', address: 'lena@lab.test' }]);
  page(client);
  fireEvent.click(within(await detail()).getByRole('button', { name: 'Thank and close' }));
  await waitFor(() => expect(opened).toHaveBeenCalledOnce());
  const [link] = opened.mock.contexts as HTMLAnchorElement[];
  expect(decodeURIComponent(link?.href ?? '')).toContain('感谢您的回答');
  expect(decodeURIComponent(link?.href ?? '')).toContain('Re: 您会推荐我们吗？');
  expect(client.inputs('responses.handle')).toEqual([{ ids: [answerView().id], handled: true }]);
  opened.mockRestore();
});

test('E closes the answer, and the next one takes its place', async () => {
  const client = answersClient([LOW, {}]);
  page(client);
  await waitFor(() => expect(screen.getByRole('heading', { level: 2 }).textContent).toBe('Oskar Lind'));
  fireEvent.keyDown(document, { code: 'KeyE', key: 'e' });
  await waitFor(() => expect(screen.getByRole('heading', { level: 2 }).textContent).toBe('Lena Wirth'));
  expect(screen.getAllByRole('listitem').filter((row) => row.id.startsWith('answer-'))).toHaveLength(1);
});

test('E closes the row under the cursor, however fast the keys come', async () => {
  const client = answersClient([LOW, {}]);
  page(client);
  await detail();
  fireEvent.keyDown(document, { code: 'KeyJ', key: 'j' });
  fireEvent.keyDown(document, { code: 'KeyE', key: 'e' });
  await waitFor(() =>
    expect(client.inputs('responses.handle')).toEqual([{ ids: [answerView().id], handled: true }]),
  );
});

test('a candidate with the reason takes the answer', async () => {
  const contact = { id: '00000000-0000-4000-8000-0000000000cc', name: 'Lena W. Wirth', why: 'lena@lab.test' };
  const client = answersClient([{ candidates: [contact] }], {});
  page(client);
  const shown = await detail();
  expect(within(shown).getByText('by lena@lab.test')).toBeTruthy();
  fireEvent.click(within(shown).getByRole('button', { name: 'Assign to Lena W. Wirth' }));
  await waitFor(() =>
    expect(client.inputs('responses.assign')).toEqual([{ id: answerView().id, contactId: contact.id }]),
  );
  expect(await screen.findByRole('button', { name: 'Another contact' })).toBeTruthy();
});

test('setting aside wants a reason, proposes the flag, and is taken back', async () => {
  const client = answersClient([{ flags: ['fast'] }]);
  page(client);
  fireEvent.click(within(await detail()).getByRole('button', { name: 'Set aside' }));
  const reason = screen.getByRole('textbox', { name: 'Reason' }) as HTMLInputElement;
  expect(reason.value).toBe('Much faster than the others');
  const save = () =>
    fireEvent.click(within(screen.getByRole('dialog')).getByRole('button', { name: 'Set aside' }));
  fireEvent.input(reason, { target: { value: '  ' } });
  save();
  expect(await screen.findByText('Say why, so that others can judge it.')).toBeTruthy();
  expect(client.inputs('responses.setAside')).toEqual([]);
  fireEvent.input(reason, { target: { value: 'A test of ours' } });
  save();
  expect(await screen.findByText(/^Set aside .*: A test of ours$/)).toBeTruthy();
  fireEvent.click(screen.getByRole('button', { name: 'Keep' }));
  expect(await screen.findByText(/^Kept .*, in spite of: Much faster than the others$/)).toBeTruthy();
  expect(screen.queryByRole('button', { name: 'Keep' })).toBeNull();
});

test('import says what came in, and why a line did not', async () => {
  const client = answersClient([{}], {
    'responses.takeFile': ({ text }) =>
      text === 'hello'
        ? { new: 0, updated: 0, already: 0, refused: [] }
        : {
            new: 2,
            updated: 0,
            already: 1,
            refused: [
              { line: 4, why: 'key' },
              { line: 5, why: 'sealed' },
            ],
          },
  });
  page(client);
  fireEvent.click(await screen.findByRole('button', { name: 'Import answers' }));
  const dialog = screen.getByRole('dialog');
  const text = within(dialog).getByRole('textbox', { name: 'Sealed text' });
  const take = () => fireEvent.click(within(dialog).getByRole('button', { name: 'Import' }));
  fireEvent.input(text, { target: { value: 'hello' } });
  take();
  expect(await within(dialog).findByText(/There is no sealed answer in this text/)).toBeTruthy();
  expect(screen.queryByText('Saved on this computer')).toBeNull();
  fireEvent.input(text, { target: { value: '1.abc' } });
  take();
  expect(await within(dialog).findByText('2 new answers and 1 was here already')).toBeTruthy();
  expect(screen.getByText('Saved on this computer')).toBeTruthy();
  expect(within(dialog).getByText('Line 4: it is sealed for another computer')).toBeTruthy();
  expect(within(dialog).getByText('Line 5: it is cut off or was changed on the way')).toBeTruthy();
});

test('a wrong signature is shown where nothing else speaks for who answered', async () => {
  page(
    answersClient([
      { misSigned: true, proof: 'claimed' },
      { ...LOW, misSigned: true, proof: 'token' },
    ]),
  );
  await detail();
  const rows = screen.getAllByRole('listitem').filter((row) => row.classList.contains('answer-row'));
  const isShown = (name: string) =>
    rows.find((row) => row.textContent?.includes(name))?.textContent?.includes('Wrong signature');
  expect([isShown('Lena Wirth'), isShown('Oskar Lind')]).toEqual([true, false]);
});

test('filters stand in the address, each as a chip that can be taken away, with how many pass', async () => {
  const asked: unknown[] = [];
  const client = answersClient([{}], {
    'results.answers': (input) => {
      asked.push(input);
      return { items: input.known ? [answerRow({})] : [], found: input.known ? 1 : 0, all: 12 };
    },
  });
  location.hash = '#/responses?which=all&known=1&part=nonsense&from=2026-03-01';
  const stop = followAddress();
  page(client);
  expect(await screen.findByText('1 of 12 answers')).toBeTruthy();
  expect(asked.at(-1)).toEqual({ which: 'all', known: true, from: '2026-03-01', limit: 50 });
  fireEvent.click(screen.getByRole('button', { name: 'Remove filter: Of a contact' }));
  expect(await screen.findByText('No answer is like this.')).toBeTruthy();
  expect(location.hash).toBe('#/responses?which=all&from=2026-03-01');
  // Written words replace the address, so that one step back leads to the filter before.
  const steps = history.length;
  fireEvent.input(screen.getByRole('textbox', { name: /^Name, address/ }), { target: { value: 'late' } });
  await waitFor(() => expect(asked.at(-1)).toMatchObject({ text: 'late' }));
  expect(history.length).toBe(steps);
  fireEvent.click(screen.getAllByRole('button', { name: 'Clear filters' })[0]!);
  await waitFor(() => expect(asked.at(-1)).toEqual({ which: 'all', limit: 50 }));
  stop();
});
