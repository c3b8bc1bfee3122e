import { v4 as uuid } from 'uuid';
import type { Answer, TrackedEvent } from '@/lib/surveys/answer';
import type { AuthorForm, Question, Texts } from '@/lib/surveys/form';
import { seal } from '@/widget/seal/seal';
import type { Store } from './support';

const en = (text: string): Texts => ({ en: text });

/** Asks for a score and why, who it is, and says thanks. */
export function authorForm(change: Partial<AuthorForm> = {}, more: Question<Texts>[] = []): AuthorForm {
  return {
    v: 1,
    id: 'draft00000',
    version: 0,
    kind: 'survey',
    title: en('How are we doing?'),
    lang: 'en',
    langs: ['en'],
    pages: [
      {
        id: 'p1',
        questions: [
          {
            id: 'q1',
            type: 'nps',
            title: en('How likely are you to recommend us to a colleague?'),
            ends: [en('Not at all likely'), en('Extremely likely')],
          },
          { id: 'q2', type: 'longtext', title: en('What is the main reason for your score?') },
          ...more,
        ],
      },
    ],
    endings: [{ id: 'e1', title: en('Thank you') }],
    show: { place: 'popover', on: { after: 1000 } },
    ...change,
  };
}

/** A survey that is published, and the key that answers are sealed with. */
export async function published(store: Store, form: AuthorForm = authorForm(), name = 'Spring survey') {
  const { id } = await store.call('surveys.add', { name, form });
  await store.call('surveys.publish', { id });
  const { code, key } = await store.call('surveys.view', { id });
  return { id, code, key };
}

type Published = Awaited<ReturnType<typeof published>>;

/** An answer to a survey, as the widget makes it. */
export function answerTo(
  { code }: Pick<Published, 'code'>,
  store: Store,
  change: Partial<Answer> = {},
): Answer {
  const { now } = store.clock;
  return {
    v: 1,
    id: uuid(),
    seq: 0,
    form: code,
    version: 1,
    lang: 'en',
    startedAt: now - 20_000,
    at: now,
    done: true,
    values: { q1: 9, q2: 'Quick and kind' },
    page: 'https://shop.example/thanks',
    ...change,
  };
}

/** Seals an answer with the widget's own code and hands it over. */
export async function give(
  store: Store,
  { key }: Pick<Published, 'key'>,
  payload: Answer | TrackedEvent,
  via: 'bridge' | 'text' = 'text',
) {
  const sealed = await seal(key, payload);
  return store.call('responses.take', { sealed, via }, { caller: via === 'bridge' ? 'bridge' : 'workspace' });
}

/** A contact with an address. */
export async function contactAt(store: Store, email: string, name = email): Promise<string> {
  const draft = { name, points: [{ kind: 'email' as const, value: email }] };
  return (await store.call('contacts.add', { draft })).id;
}
