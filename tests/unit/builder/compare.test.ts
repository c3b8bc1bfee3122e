import { expect, test } from 'vitest';
import { differenceOf } from '@/components/surveys/draft/compare';
import {
  withNewQuestion,
  withoutQuestion,
  withQuestion,
  withQuestionAt,
} from '@/components/surveys/draft/questions';
import { formOf } from '../../components/surveys/forms';

const form = formOf(['a', 'b'], ['c']);
const NOTHING = {
  added: 0,
  removed: 0,
  changed: 0,
  order: false,
  endings: false,
  show: false,
  start: false,
};

test.each([
  ['nothing', form, {}],
  ['a question more', withNewQuestion(form, 'nps', { after: 'a' }).form, { added: 1 }],
  ['a question less', withoutQuestion(form, 'b'), { removed: 1 }],
  ['another title', withQuestion(form, 'a', { title: { en: 'Else' } }), { changed: 1 }],
  ['another page', withQuestionAt(form, 'b', { page: 1, at: 0 }), { order: true }],
  ['another language', { ...form, langs: ['en', 'de'] }, { start: true }],
  ['another moment', { ...form, show: { ...form.show, quiet: 7 } }, { show: true }],
  ['another ending', { ...form, endings: [{ id: 'e1', title: { en: 'Bye' } }] }, { endings: true }],
])('%s', (_, draft, difference) => {
  expect(differenceOf(form, draft)).toEqual({ ...NOTHING, ...difference });
});
