import type { Choice, Form, Page, Question, QuestionType, Show } from '../../../lib/surveys/form.ts';

const CHOICES: Choice[] = [
  { id: 'a', text: 'Send it again' },
  { id: 'b', text: 'Refund' },
  { id: 'c', text: 'A voucher' },
];
const DEGREES: Choice[] = [
  { id: 'bad', text: 'Poor' },
  { id: 'mid', text: 'Fair' },
  { id: 'good', text: 'Good' },
];

export const NPS: Question = {
  id: 'q1',
  type: 'nps',
  title: 'How likely are you to recommend Kiln Street to a friend?',
  required: true,
  ends: ['Not at all likely', 'Extremely likely'],
};
export const REASON: Question = {
  id: 'q2',
  type: 'longtext',
  title: 'What is the main reason for your {{q1}}?',
};

/** A question of each type. */
export const QUESTIONS: Record<QuestionType, Question> = {
  nps: NPS,
  csat: { id: 'q1', type: 'csat', title: 'How satisfied are you with your order?', face: 'stars' },
  ces: {
    id: 'q1',
    type: 'ces',
    title: 'How easy was it to get help?',
    ends: ['Very hard', 'Very easy'],
  },
  single: {
    id: 'q1',
    type: 'single',
    title: 'What would put it right?',
    choices: CHOICES,
    other: 'Something else',
  },
  multiple: {
    id: 'q1',
    type: 'multiple',
    title: 'What did you buy?',
    help: 'Choose all that apply.',
    choices: CHOICES,
    other: 'Something else',
  },
  dropdown: { id: 'q1', type: 'dropdown', title: 'Which shop?', choices: CHOICES },
  yesno: { id: 'q1', type: 'yesno', title: 'Did everything arrive?' },
  matrix: {
    id: 'q1',
    type: 'matrix',
    title: 'How do you find these?',
    choices: DEGREES,
    rows: [
      { id: 'r1', text: 'Delivery' },
      { id: 'r2', text: 'Packing' },
    ],
  },
  ranking: { id: 'q1', type: 'ranking', title: 'What matters most?', choices: CHOICES },
  slider: { id: 'q1', type: 'slider', title: 'How much of it do you use?', ends: ['Nothing', 'All of it'] },
  text: { id: 'q1', type: 'text', title: 'Order number', help: 'if you have it' },
  longtext: { id: 'q1', type: 'longtext', title: 'What happened?' },
  email: { id: 'q1', type: 'email', title: 'Your mail' },
  phone: { id: 'q1', type: 'phone', title: 'Your telephone' },
  number: { id: 'q1', type: 'number', title: 'How many pieces?' },
  date: { id: 'q1', type: 'date', title: 'When did it arrive?' },
  consent: { id: 'q1', type: 'consent', title: 'You may write to me about this.' },
  statement: { id: 'q1', type: 'statement', title: 'One more thing', help: 'The next page is the last one.' },
};

let made = 0;
/** Ten letters and digits, never the same twice in a run. */
export const formId = (): string => `form${(made++).toString(36).padStart(6, '0')}`;

export interface FormPlan {
  pages: Question[][];
  show?: Partial<Show>;
  more?: Partial<Form>;
  next?: Record<string, Page['next']>;
}

/** A form out of questions, due at once unless told. */
export function makeForm({ pages, show, more, next = {} }: FormPlan): Form {
  return {
    v: 1,
    id: formId(),
    version: 1,
    kind: 'survey',
    title: 'Kiln Street',
    lang: 'en',
    langs: ['en'],
    pages: pages.map((questions, index) => {
      const id = `p${index + 1}`;
      return { id, questions: structuredClone(questions), ...(next[id] && { next: next[id] }) };
    }),
    endings: [{ id: 'e1', title: 'Thank you. A person at Kiln Street reads this.' }],
    show: { place: 'popover', on: { after: 0 }, ...show },
    ...more,
  };
}

export const npsForm = (show?: Partial<Show>): Form =>
  makeForm({ pages: [[NPS], [REASON]], ...(show && { show }) });
