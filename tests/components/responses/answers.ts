import type { ResponseRow, ResponseView } from '@/lib/api/survey-views';

const NOW = Date.now();

/** An answer as the list shows it. */
export function answerRow(change: Partial<ResponseRow> = {}): ResponseRow {
  return {
    id: '00000000-0000-4000-8000-00000000000a',
    surveyId: '00000000-0000-4000-8000-000000000001',
    survey: 'Spring survey',
    contactId: null,
    name: 'Lena Wirth',
    address: null,
    at: NOW - 3_600_000,
    done: true,
    proof: 'claimed',
    via: 'hub',
    score: { type: 'nps', value: 9, range: [0, 10] },
    comment: 'The ash glaze',
    page: 'https://www.kiln.example/thanks/',
    flags: [],
    aside: null,
    looks: [],
    handledAt: null,
    caseId: null,
    ...change,
  };
}

/** The same in full, with a question of most kinds. */
export function answerView(change: Partial<ResponseView> = {}): ResponseView {
  return {
    ...answerRow(),
    version: 1,
    lang: 'en',
    startedAt: NOW - 3_648_000,
    receivedAt: NOW - 3_600_000,
    questions: [
      { id: 'q1', type: 'nps', title: { en: 'Would you recommend us?', 'zh-Hans': '您会推荐我们吗？' } },
      { id: 'q2', type: 'longtext', title: { en: 'Why?' } },
      {
        id: 'q3',
        type: 'multiple',
        title: { en: 'What did you buy?' },
        choices: [
          { id: 'c1', text: { en: 'Bowls' } },
          { id: 'c2', text: { en: 'A jug' } },
        ],
        other: { en: 'Something else' },
      },
      {
        id: 'q4',
        type: 'matrix',
        title: { en: 'How was it?' },
        rows: [{ id: 'r1', text: { en: 'Packing' } }],
        choices: [{ id: 'c1', text: { en: 'Bad' } }],
      },
      {
        id: 'q5',
        type: 'ranking',
        title: { en: 'What matters?' },
        choices: [
          { id: 'c1', text: { en: 'Price' } },
          { id: 'c2', text: { en: 'Colour' } },
        ],
      },
    ],
    values: {
      q1: 9,
      q2: 'The ash glaze',
      q3: ['c2', 'other'],
      'q3.other': 'A vase',
      q4: { r1: 'c1' },
      q5: ['c2', 'c1'],
    },
    hidden: { order: '2041' },
    who: { name: 'Lena Wirth', email: 'lena@lab.test' },
    candidates: [],
    ...change,
  };
}
