import { expect, test } from 'vitest';
import type { Answer } from '@/lib/surveys/answer';
import type { Form, Question, Values } from '@/lib/surveys/form';
import { makeSubmission } from '@/widget/app/submission';

const ask = (id: string, more: Partial<Question> = {}): Question => ({
  id,
  type: 'text',
  title: id,
  ...more,
});

function form(): Form {
  return {
    v: 1,
    id: 'a000000000',
    version: 1,
    kind: 'survey',
    title: 'Tea',
    lang: 'en',
    langs: ['en'],
    pages: [
      { id: 'p1', questions: [ask('q1')], next: [{ when: { q: 'q1', is: 'is', to: 'short' }, to: 'p3' }] },
      { id: 'p2', questions: [ask('q2')] },
      { id: 'p3', questions: [ask('q3')] },
    ],
    endings: [{ id: 'e1', title: 'Thanks' }],
    show: { place: 'page', on: { code: true } },
  };
}

function started(prefill?: Values) {
  const posted: Answer[] = [];
  const run = makeSubmission(form(), {
    ...(prefill && { prefill }),
    post: (answer) => posted.push(answer),
    changed() {},
  });
  const next = () => run.next({ skip: false, bot: false });
  return { run, next, skip: () => run.next({ skip: true, bot: false }), sent: () => posted.at(-1)!.values };
}

test('what an address filled in is posted page by page, as the visitor sends it', () => {
  const { next, sent } = started({ q1: 'a', q2: 'b', q3: 'c' });
  next();
  expect(sent()).toEqual({ q1: 'a' });
  next();
  expect(sent()).toEqual({ q1: 'a', q2: 'b' });
  next();
  expect(sent()).toEqual({ q1: 'a', q2: 'b', q3: 'c' });
});

test('what was typed and not sent does not travel when an earlier page is sent again', () => {
  const { run, next, sent } = started();
  run.set('q1', 'a');
  next();
  run.set('q2', 'b');
  next();
  run.set('q3', 'half a thou');
  run.back();
  run.set('q2', 'changed my mi');
  run.back();
  run.set('q1', 'aa');
  next();
  // What was sent stands until something else is sent in its place.
  expect(sent()).toEqual({ q1: 'aa', q2: 'b' });
  next();
  expect(sent()).toEqual({ q1: 'aa', q2: 'changed my mi' });
  expect(run.values.q3).toBe('half a thou');
});

test('what is skipped, or left out by another answer, is taken back', () => {
  const { run, next, skip, sent } = started();
  run.set('q1', 'a');
  next();
  run.set('q2', 'b');
  next();
  run.back();
  skip();
  expect(sent()).toEqual({ q1: 'a' });
  run.back();
  run.set('q2', 'b');
  next();
  run.back();
  run.back();
  run.set('q1', 'short');
  next();
  expect(sent()).toEqual({ q1: 'short' });
  expect(run.pageId).toBe('p3');
});
