import { v7 as uuid } from 'uuid';
import { RESPONSE_SCHEMA, SURVEY_SCHEMA, type Survey, type SurveyResponse } from '@/lib/crm/surveys';
import type { AuthorForm } from '@/lib/surveys/form';
import { pick } from '../numbers.ts';

const DAY = 86_400_000;
const blank = { clock: '0188a00000000000-bench', deletedAt: null };
const en = (text: string) => ({ en: text });

/** A survey with a question of most kinds that are counted. */
export function survey(now: number): Survey {
  const form: AuthorForm = {
    v: 1,
    id: 'bench00000',
    version: 1,
    kind: 'survey',
    title: en('How are we doing?'),
    lang: 'en',
    langs: ['en'],
    pages: [
      {
        id: 'p1',
        questions: [
          { id: 'q1', type: 'nps', title: en('How likely are you to recommend us?') },
          { id: 'q2', type: 'longtext', title: en('Why?') },
          { id: 'q3', type: 'csat', title: en('How satisfied are you?') },
          {
            id: 'q4',
            type: 'multiple',
            title: en('What did you buy?'),
            choices: Array.from({ length: 6 }, (_, n) => ({ id: `c${n}`, text: en(`Choice ${n}`) })),
          },
        ],
      },
    ],
    endings: [{ id: 'e1', title: en('Thank you') }],
    show: { place: 'popover', on: { after: 0 } },
  };
  const at = now - 700 * DAY;
  return {
    ...blank,
    id: uuid(),
    schema: SURVEY_SCHEMA,
    name: 'Bench',
    code: form.id,
    state: 'open',
    draft: { ...form, version: 0 },
    versions: { '1': { at, form } },
    createdAt: at,
    followUp: true,
  };
}

export function answer(n: number, { id: surveyId }: Survey, contactId: string, now: number): SurveyResponse {
  const at = now - pick(n, 600 * 24) * (DAY / 24);
  return {
    ...blank,
    id: uuid(),
    schema: RESPONSE_SCHEMA,
    surveyId,
    version: 1,
    lang: 'en',
    seq: 1,
    startedAt: at - 30_000,
    at,
    receivedAt: at,
    done: true,
    values: {
      q1: pick(n, 11),
      ...(n % 3 === 0 ? { q2: `What answer ${n} says in a sentence of some length about a jug.` } : {}),
      q3: 1 + pick(n + 1, 5),
      q4: [`c${pick(n, 6)}`, `c${pick(n + 2, 6)}`],
    },
    page: 'https://shop.example/thanks',
    hidden: {},
    who: {},
    proof: 'token',
    via: 'hub',
    contactId,
    flags: [],
    aside: null,
    handledAt: at,
    followedAt: at,
    caseId: null,
  };
}
