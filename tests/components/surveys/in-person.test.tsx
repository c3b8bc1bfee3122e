import { act, fireEvent, screen, waitFor } from '@testing-library/preact';
import { beforeEach, expect, test, vi } from 'vitest';
import type { FillForm } from '@/components/surveys/in-person/filling';
import { InPerson } from '@/components/surveys/in-person/in-person';
import { Paper, paperSeed } from '@/components/surveys/in-person/paper';
import { Toasts } from '@/components/ui/toasts';
import { loadLanguage } from '@/lib/i18n';
import type { Answer } from '@/lib/surveys/answer';
import { drawOrder } from '@/lib/surveys/blocks';
import { QUESTION_TYPES } from '@/lib/surveys/form';
import { inLanguage } from '@/lib/surveys/language';
import { renderOver, workspaceTests } from '../workspace/setup';
import { formOf, question } from './forms';
import { surveyClient, surveyView } from './survey-client';

workspaceTests();
beforeEach(() => loadLanguage('en', ['surveys', 'cases', 'responses']));

const LENA = { id: '00000000-0000-4000-8000-00000000001e', name: 'Lena Wirth' };

/** The page over a form that a test fills in by hand. */
async function asking({
  fails = () => false,
  why,
}: {
  fails?: () => boolean;
  why?: 'asked' | 'doNotContact';
} = {}) {
  const survey = surveyView(formOf(['a']), { version: 1, state: 'open' });
  let post: (answer: Answer) => Promise<unknown> = async () => undefined;
  let drawn = 0;
  const fill: FillForm = (_root, _form, options) => {
    drawn += 1;
    post = options.post;
    return { close() {} };
  };
  const skipped = why ? [{ contactId: LENA.id, why, at: Date.UTC(2026, 10, 2), name: LENA.name }] : [];
  const client = surveyClient([survey], {
    'invites.check': ({ contactIds }) => ({ ask: why ? [] : contactIds, skipped }),
    'contacts.find': () => [],
    'responses.note': ({ id }) => {
      if (fails()) throw new Error('full');
      return { id };
    },
  });
  const view = renderOver(
    client,
    <>
      <InPerson survey={survey} form={survey.draft} first={LENA} fill={async () => fill} />
      <Toasts />
    </>,
  );
  await waitFor(() => expect(client.inputs('invites.check')).toHaveLength(1));
  const answer = (done: boolean, seq = 0): Answer => ({
    v: 1,
    id: '00000000-0000-4000-8000-0000000000a1',
    seq,
    form: 'abcde12345',
    version: 1,
    lang: 'en',
    startedAt: 1,
    at: 2,
    done,
    values: { a: 0 },
  });
  const say = (done: boolean, seq?: number) => act(async () => void (await post(answer(done, seq))));
  return { client, say, view, drawn: () => drawn };
}

test('each page is kept, the whole is noted of who was asked, and the next one can be asked', async () => {
  const { client, say, drawn } = await asking();
  await waitFor(() => expect(drawn()).toBe(1));
  await say(false);
  expect(client.inputs('responses.note')).toEqual([]);
  await say(true, 1);
  expect(client.inputs('responses.note')).toMatchObject([
    { contactId: LENA.id, seq: 1, done: true, values: { a: 0 } },
  ]);
  expect(await screen.findByText('Answer noted.')).toBeTruthy();
  expect(screen.getByRole('link', { name: 'See the answer' }).getAttribute('href')).toMatch(
    /^#\/responses\/0000/,
  );
  fireEvent.click(screen.getByRole('button', { name: 'Ask the next' }));
  await waitFor(() => expect(drawn()).toBe(2));
  expect(screen.queryByText('Lena Wirth')).toBeNull();
  expect(client.inputs('responses.note')).toHaveLength(1);
});

test('what was broken off is noted as a part when the page is left', async () => {
  const { client, say, view, drawn } = await asking();
  await waitFor(() => expect(drawn()).toBe(1));
  await say(false);
  view.unmount();
  await waitFor(() => expect(client.inputs('responses.note')).toMatchObject([{ done: false, seq: 0 }]));
});

test('what could not be noted says so and is tried again', async () => {
  let full = true;
  const { client, say, drawn } = await asking({ fails: () => full });
  await waitFor(() => expect(drawn()).toBe(1));
  await say(true);
  expect((await screen.findByRole('alert')).textContent).toContain('The answer is not noted yet.');
  full = false;
  fireEvent.click(screen.getByRole('button', { name: 'Try again' }));
  expect(await screen.findByText('Answer noted.')).toBeTruthy();
  expect(client.inputs('responses.note')).toHaveLength(2);
});

test('who was asked lately is said; who is not to be contacted is not asked', async () => {
  const lately = await asking({ why: 'asked' });
  expect((await screen.findByRole('alert')).textContent).toMatch(/^Lena Wirth was asked on/);
  await waitFor(() => expect(lately.drawn()).toBe(1));
  lately.view.unmount();
  const never = await asking({ why: 'doNotContact' });
  expect((await screen.findByRole('alert')).textContent).toBe('Lena Wirth is not to be contacted.');
  expect(never.view.container.querySelector('.in-person-form')).toBeNull();
});

test('a drawn order stands on paper with its number, another after each printing, and is asked again by it', async () => {
  const plain = formOf(
    ['a', 'b', 'c', 'd', 'e', 'f'].map((id) => question(id, 'text', { title: { en: id } })),
  );
  const form = { ...plain, blocks: [{ id: 'b1', of: ['a', 'b', 'c', 'd', 'e', 'f'], shows: 5 }] };
  const survey = surveyView(form, { version: 1, state: 'open' });
  const seeds: (string | undefined)[] = [];
  const fill: FillForm = (_root, _form, { seed }) => {
    seeds.push(seed);
    return { close() {} };
  };
  const { container } = renderOver(
    surveyClient([survey], { 'contacts.find': () => [] }),
    <InPerson survey={survey} form={form} first={null} fill={async () => fill} />,
  );
  const paper = () => {
    const number = Number(/Order (\d+)/.exec(container.querySelector('.paper-note')!.textContent!)![1]);
    const titles = [...container.querySelectorAll('.paper h2')].map((each) => each.textContent!.slice(3));
    expect(titles).toEqual(drawOrder(form, paperSeed(number)).b1);
    return number;
  };
  const first = paper();
  const random = vi.spyOn(Math, 'random').mockReturnValue(first === 500 ? 0.1 : 0.49999);
  act(() => void window.dispatchEvent(new Event('afterprint')));
  random.mockRestore();
  expect(paper()).not.toBe(first);
  await waitFor(() => expect(seeds).toEqual([undefined]));
  fireEvent.input(screen.getByRole('textbox', { name: /Number of the order/ }), { target: { value: '217' } });
  await waitFor(() => expect(seeds).toEqual([undefined, paperSeed(217)]));
});

test('on paper every type of question has a place for its answer', () => {
  const choices = [
    { id: 'c1', text: { en: 'Red' } },
    { id: 'c2', text: { en: 'Blue' } },
  ];
  const form = formOf(
    QUESTION_TYPES.map((type) =>
      question(type, type, { choices, rows: choices, title: { en: `About ${type}, {{q1}}` } }),
    ),
  );
  const { container } = renderOver(surveyClient([]), <Paper form={inLanguage(form, 'en')} sheet={null} />);
  const places = [...container.querySelectorAll('.paper-question')].map(
    (each) => each.querySelectorAll('.paper-step, .paper-mark, .paper-line').length,
  );
  expect(Object.fromEntries(QUESTION_TYPES.map((type, at) => [type, places[at]]))).toEqual({
    nps: 11,
    csat: 5,
    ces: 7,
    single: 2,
    multiple: 2,
    dropdown: 2,
    yesno: 2,
    matrix: 4,
    ranking: 2,
    slider: 1,
    text: 1,
    longtext: 4,
    email: 1,
    phone: 1,
    number: 1,
    date: 1,
    consent: 1,
    statement: 0,
  });
  expect(container.textContent).toContain('17. About consent, …');
  expect(container.textContent).not.toContain('{{');
});
