import { cleanup, fireEvent, screen, waitFor, within } from '@testing-library/preact';
import { beforeEach, describe, expect, test, vi } from 'vitest';
import { AskButton } from '@/components/surveys/ask-button';
import { Toasts } from '@/components/ui/toasts';
import { SurveyPage } from '@/entrypoints/workspace/pages/surveys/survey-page';
import { ApiError } from '@/lib/api/message';
import type { ResponseRow, SurveyView } from '@/lib/api/survey-views';
import { loadLanguage } from '@/lib/i18n';
import { renderOver, workspaceTests } from '../workspace/setup';
import { formOf, question } from './forms';
import { HUB, surveyClient, surveyView } from './survey-client';

workspaceTests();
beforeEach(() => loadLanguage('en', ['surveys', 'logic']));

const OUT: Partial<SurveyView> = {
  version: 1,
  versions: [{ version: 1, at: 0 }],
  state: 'open',
  changed: false,
  atHub: 'latest',
  hub: HUB,
};

function open(change: Partial<SurveyView>, handlers: Parameters<typeof surveyClient>[1] = {}) {
  const survey = surveyView(formOf(['a']), change);
  const client = surveyClient([survey], handlers);
  const view = renderOver(
    client,
    <>
      <SurveyPage id={survey.id} part="publish" />
      <Toasts />
    </>,
  );
  return { client, survey, view };
}

describe('publishing', () => {
  test('faults keep it back, each a way to its question', async () => {
    const survey = surveyView(formOf([question('a', 'nps', { title: {} })]));
    renderOver(surveyClient([survey]), <SurveyPage id={survey.id} part="publish" />);
    const publish = await screen.findByRole('button', { name: 'Publish' });
    expect(publish).toHaveProperty('disabled', true);
    fireEvent.click(screen.getByRole('button', { name: /Words are missing/ }));
    expect(location.hash).toBe(`#/surveys/${survey.id}?at=a`);
  });

  test('no link is shown before the hub has what it would open', async () => {
    open({ ...OUT, atHub: 'none' });
    const link = within(await screen.findByRole('region', { name: 'Link' }));
    expect(link.getByText(/^The hub has not got the survey yet/)).toBeDefined();
    expect(link.queryByRole('button', { name: 'Copy link' })).toBeNull();
    const mail = within(screen.getByRole('region', { name: 'Mail' }));
    expect(mail.queryByRole('button', { name: 'Copy as plain text' })).toBeNull();
    cleanup();

    open({ ...OUT, atHub: 'older' });
    expect(await screen.findByRole('button', { name: 'Copy link' })).toBeDefined();
  });

  test('what is published is sent to the hub, and can be closed and opened again', async () => {
    const { client, survey } = open({ hub: HUB });
    fireEvent.click(await screen.findByRole('button', { name: 'Publish' }));
    await waitFor(() => expect(client.inputs('hub.upload')).toEqual([{ surveyId: survey.id }]));
    fireEvent.click(await screen.findByRole('button', { name: 'Close the survey' }));
    await waitFor(() => expect(client.inputs('hub.upload')).toHaveLength(2));
    fireEvent.click(await screen.findByRole('button', { name: 'Open again' }));
    await waitFor(() =>
      expect(client.inputs('surveys.setState').map(({ state }) => state)).toEqual(['closed', 'open']),
    );
  });
});

test('a survey that takes so many answers says how far it is, and who counts', async () => {
  const form = formOf(['a']);
  const limited = { ...OUT, published: { ...form, show: { ...form.show, stop: 1200 } } };
  const far = open({ ...limited, answers: 1199 });
  expect(await screen.findByText(/^1,199 of 1,200 answers are here/)).toBeTruthy();
  far.view.unmount();
  const full = open({ ...limited, answers: 1200 });
  expect(
    await screen.findByText(
      /^The 1,200 answers that it takes are here.* The hub stops when it has counted 1,200 itself/,
    ),
  ).toBeTruthy();
  full.view.unmount();
  open({ ...limited, answers: 1200, hub: null });
  expect(await screen.findByText(/Without a hub nobody counts them/)).toBeTruthy();
});

describe('the hub', () => {
  test('what is wrong with an address stands under it, with what to do', async () => {
    const { client } = open(
      { ...OUT, hub: null },
      {
        'hub.connect': () => {
          throw new ApiError('invalid', 'token');
        },
      },
    );
    expect(await screen.findByText('npx ./sidelight-hub-0.1.0.tgz')).toBeTruthy();
    const field = screen.getByRole('textbox', { name: 'Connection address' });
    fireEvent.input(field, { target: { value: ' https://hub.example/#space.secret ' } });
    fireEvent.click(screen.getByRole('button', { name: 'Connect' }));
    expect(await screen.findByText(/The hub does not know this secret/)).toBeTruthy();
    expect(field.getAttribute('aria-invalid')).toBe('true');
    expect(client.inputs('hub.connect')).toEqual([{ address: 'https://hub.example/#space.secret' }]);
  });

  test('a fault of the connected one is said, and what it could not hand over is counted', async () => {
    open({ ...OUT, hub: { ...HUB, error: 'offline', refused: 2, waiting: 1 } });
    expect((await screen.findByRole('alert')).textContent).toContain('The hub cannot be reached.');
    expect(screen.getByText(/^2 answers could not be taken/)).toBeTruthy();
    expect(screen.getByText('1 survey waits to be sent to it.')).toBeTruthy();
  });
});

const ANSWER: ResponseRow = {
  id: '00000000-0000-4000-8000-0000000000aa',
  surveyId: surveyView(formOf()).id,
  survey: 'A survey',
  contactId: '00000000-0000-4000-8000-0000000000bb',
  name: 'Lena Wirth',
  address: null,
  at: 0,
  done: true,
  proof: 'token',
  via: 'hub',
  score: { type: 'nps', value: 0, range: [0, 10] },
  comment: 'It came in pieces',
  page: null,
  flags: [],
  aside: null,
  looks: [],
  handledAt: null,
  caseId: null,
};

describe('the first answer', () => {
  test('is waited for, live, and stands there when it comes: a 0 too', async () => {
    let items: ResponseRow[] = [];
    let hand: (taken: { taken: number }) => void = () => {};
    const { client } = open(OUT, {
      'responses.list': () => ({ items, more: false }),
      'hub.pull': () =>
        new Promise((resolve) => {
          hand = resolve;
        }),
    });
    expect(await screen.findByText('Waiting for the first answer')).toBeTruthy();
    await waitFor(() => expect(client.inputs('hub.pull')).toEqual([{ wait: 20 }]));
    items = [ANSWER];
    hand({ taken: 1 });
    client.wake();
    const arrived = await screen.findByText(/has answered: 0 of 10\./);
    expect(within(arrived).getByRole('link', { name: 'Lena Wirth' }).getAttribute('href')).toBe(
      `#/contacts/${ANSWER.contactId}`,
    );
    expect(screen.getByText('It came in pieces')).toBeTruthy();
  });

  test('a hub that fails is not asked in a circle', async () => {
    vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] });
    const { client } = open(OUT, {
      'hub.pull': () => {
        throw new ApiError('invalid', 'offline');
      },
    });
    await vi.advanceTimersByTimeAsync(9_000);
    expect(client.inputs('hub.pull')).toHaveLength(1);
    await vi.advanceTimersByTimeAsync(2_000);
    expect(client.inputs('hub.pull')).toHaveLength(2);
    vi.useRealTimers();
  });
});

describe('personal links', () => {
  const [lena, ana, ida] = ['a', 'b', 'c'].map((last) => `00000000-0000-4000-8000-00000000000${last}`);

  test('before a link is made it is said who is asked and who is left out, and who was asked lately can be asked all the same', async () => {
    const { client, survey } = open(OUT, {
      'tags.find': () => [{ id: 'tag', name: 'shop', path: ['shop'] }] as never,
      'contacts.ids': () => [lena, ana, ida] as string[],
      'invites.check': () => ({
        ask: [lena as string],
        skipped: [
          { contactId: ana as string, name: 'Ana Duarte', why: 'asked', at: 0 },
          { contactId: ida as string, name: 'Ida Holm', why: 'personal', at: null },
        ],
      }),
      'invites.add': ({ contactIds }) => ({
        links: contactIds.map((contactId) => ({ contactId, token: 't'.repeat(22) })),
        skipped: [],
      }),
    });
    const field = await screen.findByRole('combobox', { name: 'Contacts with the tag' });
    fireEvent.input(field, { target: { value: 'shop' } });
    fireEvent.click(await screen.findByRole('option', { name: 'shop' }));
    expect(await screen.findByText('1 with the tag shop will be asked.')).toBeTruthy();
    expect(screen.getByText(/1 left out, asked within 30 days:/).textContent).toContain(
      'Ana Duarte (1 Jan 1970)',
    );
    expect(screen.getByText(/1 left out, a personal contact:/).textContent).toContain('Ida Holm');
    expect(client.inputs('invites.add')).toEqual([]);
    fireEvent.click(screen.getByRole('button', { name: 'Cancel' }));
    expect(screen.queryByText('1 with the tag shop will be asked.')).toBeNull();

    fireEvent.input(field, { target: { value: 'sho' } });
    fireEvent.click(await screen.findByRole('option', { name: 'shop' }));
    fireEvent.click(await screen.findByRole('checkbox', { name: 'Ask 1 all the same' }));
    expect(screen.getByText('2 with the tag shop will be asked.')).toBeTruthy();
    expect(screen.queryByText(/asked within 30 days/)).toBeNull();
    fireEvent.click(screen.getByRole('button', { name: 'Make 2 links' }));
    expect(await screen.findByText('2 links for shop.')).toBeTruthy();
    expect(client.inputs('invites.add')).toEqual([
      { surveyId: survey.id, contactIds: [lena, ana], channel: 'mail', force: true },
    ]);
    expect(screen.getByRole('button', { name: 'Save links as CSV' })).toBeTruthy();
  });

  test('a question that failed is not told as nobody', async () => {
    open(OUT, {
      'tags.find': () => [{ id: 'tag', name: 'shop', path: ['shop'] }] as never,
      'contacts.ids': () => {
        throw new ApiError('busy', 'busy');
      },
    });
    const field = await screen.findByRole('combobox', { name: 'Contacts with the tag' });
    fireEvent.input(field, { target: { value: 'shop' } });
    fireEvent.click(await screen.findByRole('option', { name: 'shop' }));
    expect(await screen.findByText(/took too long|try again|Try again/)).toBeTruthy();
    expect(screen.queryByText('No contacts with the tag shop.')).toBeNull();
  });

  test('a contact who wants no surveys is not asked, and there is no way around it', async () => {
    const survey = surveyView(formOf(['a']), OUT);
    const out = { contactId: lena as string, name: 'Lena Wirth', why: 'consent' as const, at: 0 };
    const client = surveyClient([survey], { 'invites.check': () => ({ ask: [], skipped: [out] }) });
    renderOver(client, <AskButton contact={{ id: lena as string, name: 'Lena Wirth', kind: 'work' }} />);
    fireEvent.click(await screen.findByRole('button', { name: 'Ask' }));
    expect((await screen.findByRole('alert')).textContent).toBe('Lena Wirth wants no surveys.');
    expect(screen.queryByRole('button', { name: /Make the link|Ask all the same/ })).toBeNull();
    expect(client.inputs('invites.add')).toEqual([]);
  });

  test('of a contact who was asked lately it is said before the link is made', async () => {
    const survey = surveyView(formOf(['a']), OUT);
    const out = { contactId: lena as string, name: 'Lena Wirth', why: 'asked' as const, at: 0 };
    const client = surveyClient([survey], {
      'invites.check': () => ({ ask: [], skipped: [out] }),
      'invites.add': () => ({ links: [{ contactId: lena as string, token: 't'.repeat(22) }], skipped: [] }),
    });
    renderOver(client, <AskButton contact={{ id: lena as string, name: 'Lena Wirth', kind: 'work' }} />);
    fireEvent.click(await screen.findByRole('button', { name: 'Ask' }));
    expect((await screen.findByRole('alert')).textContent).toContain('1 Jan 1970');
    expect(client.inputs('invites.add')).toEqual([]);
    fireEvent.click(await screen.findByRole('button', { name: 'Ask all the same' }));
    expect(await screen.findByRole('button', { name: 'Copy link' })).toBeTruthy();
    expect(screen.queryByRole('alert')).toBeNull();
    expect(client.inputs('invites.add')).toMatchObject([{ contactIds: [lena], force: true }]);
  });

  test('a personal contact is never asked', async () => {
    const client = surveyClient([surveyView(formOf(['a']), OUT)]);
    renderOver(client, <AskButton contact={{ id: 'x', name: 'Lena Wirth', kind: 'personal' }} />);
    await waitFor(() => expect(client.inputs('surveys.count')).toHaveLength(1));
    expect(screen.queryByRole('button')).toBeNull();
  });
});
