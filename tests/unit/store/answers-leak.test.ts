import Papa from 'papaparse';
import { expect, test } from 'vitest';
import { operations } from '@/lib/api/operations';
import { seal } from '@/widget/seal/seal';
import { newStore } from './support';
import { answerTo, authorForm, contactAt, give, published } from './survey-support';

const FORMULAS = [
  '=1+1',
  '+1',
  '-1+2',
  '@SUM(A1)',
  '\t=1',
  '\r=1',
  '\n=1',
  '＝1',
  '" =1',
  '=HYPERLINK("https://x.example","y")',
];

test('no cell of an exported answer is a formula, whoever filled it', async () => {
  const store = await newStore();
  const form = authorForm({}, [
    {
      id: 'q3',
      type: 'single',
      title: { en: '=2+3' },
      choices: [
        { id: 'a', text: { en: '=A1' } },
        { id: 'b', text: { en: '+B' } },
      ],
      other: { en: '@other' },
    },
    {
      id: 'q4',
      type: 'multiple',
      title: { en: '-4' },
      choices: [
        { id: 'a', text: { en: '=A1' } },
        { id: 'b', text: { en: 'b' } },
      ],
    },
    {
      id: 'q5',
      type: 'matrix',
      title: { en: '=m' },
      choices: [
        { id: 'a', text: { en: '=A1' } },
        { id: 'b', text: { en: 'b' } },
      ],
      rows: [{ id: 'r', text: { en: '=r' } }],
    },
  ]);
  const survey = await published(store, form, '=Survey');
  for (const text of FORMULAS) {
    const values = { q1: 3, q2: text, q3: 'other', 'q3.other': text, q4: ['a', 'b'], q5: { r: 'a' } };
    await give(
      store,
      survey,
      answerTo(survey, store, {
        values,
        lang: text.slice(0, 20),
        who: { name: text, email: text },
        hidden: { x: text },
      }),
    );
  }
  await store.call('responses.setAside', {
    ids: [(await store.call('responses.list', {})).items[0]!.id],
    why: '=why',
  });
  const { file } = await store.call('results.csv', { surveyId: survey.id, aside: true });
  const { data } = Papa.parse<string[]>(file.slice(1));
  expect(data.length).toBeGreaterThan(FORMULAS.length);
  expect(data.flat().filter((cell) => /^[=+\-@\t\r\n＝＋－＠]/.test(cell))).toEqual([]);
});

test('a page may hand over an answer and ask for nothing else', () => {
  const allowed = Object.entries(operations).filter(([, { callers }]) =>
    (callers as readonly string[]).includes('bridge'),
  );
  expect(allowed.map(([name]) => name)).toEqual(['responses.take']);
});

test('what a page hands over is said to come from a page, whatever it says itself', async () => {
  const store = await newStore();
  const survey = await published(store);
  const answer = answerTo(survey, store);
  const sealed = await seal(survey.key, answer);
  await store.call('responses.take', { sealed, via: 'text' }, { caller: 'bridge' });
  expect((await store.db.responses.get(answer.id))?.body.via).toBe('bridge');
});

test('a personal link is for one person and one survey, and another may not have it assigned anew', async () => {
  const store = await newStore();
  const [anna, bo] = [await contactAt(store, 'anna@lab.test'), await contactAt(store, 'bo@lab.test')];
  const survey = await published(store);
  const { links } = await store.call('invites.add', {
    surveyId: survey.id,
    contactIds: [anna, bo],
    channel: 'link',
  });
  expect(new Set(links.map((one) => one.token)).size).toBe(2);
  const { token } = links.find((one) => one.contactId === anna)!;
  const answer = answerTo(survey, store, { who: { token, email: 'bo@lab.test' } });
  await give(store, survey, answer);
  // Whoever knows the submission claims it for somebody else.
  await give(store, survey, { ...answer, seq: 1, who: { email: 'bo@lab.test' } });
  expect(await store.call('responses.view', { id: answer.id })).toMatchObject({
    contactId: anna,
    proof: 'token',
  });
  expect(JSON.stringify(await store.db.responses.toArray())).not.toContain(token);
});
