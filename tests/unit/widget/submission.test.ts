import { expect, test } from 'vitest';
import { type Answer, LONGEST_PAYLOAD, parseSealed } from '@/lib/surveys/answer';
import type { Form, Question, Value, Values } from '@/lib/surveys/form';
import { goBack, leave, newLog } from '@/widget/app/leave';
import { makeSubmission } from '@/widget/app/submission';
import { seal } from '@/widget/seal/seal';

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
  const run = makeSubmission(form(), { ...(prefill && { prefill }) });
  const log = newLog(run);
  const go = (skip: boolean) => {
    const answer = leave(run, log, { skip, bot: false });
    if (answer) posted.push(answer);
  };
  return {
    run,
    next: () => go(false),
    skip: () => go(true),
    back: () => goBack(run, log),
    set: (id: string, value: Value) => {
      run.values = { ...run.values, [id]: value };
    },
    sent: () => posted.at(-1)!.values,
    posted,
  };
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
  const { run, next, back, set, sent } = started();
  set('q1', 'a');
  next();
  set('q2', 'b');
  next();
  set('q3', 'half a thou');
  back();
  set('q2', 'changed my mi');
  back();
  set('q1', 'aa');
  next();
  // What was sent stands until something else is sent in its place.
  expect(sent()).toEqual({ q1: 'aa', q2: 'b' });
  next();
  expect(sent()).toEqual({ q1: 'aa', q2: 'changed my mi' });
  expect(run.values.q3).toBe('half a thou');
});

test('what is skipped, or left out by another answer, is taken back', () => {
  const { run, next, skip, back, set, sent } = started();
  set('q1', 'a');
  next();
  set('q2', 'b');
  next();
  back();
  skip();
  expect(sent()).toEqual({ q1: 'a' });
  back();
  set('q2', 'b');
  next();
  back();
  back();
  set('q1', 'short');
  next();
  expect(sent()).toEqual({ q1: 'short' });
  expect(run.pageId).toBe('p3');
});

test('what is too long to be delivered stays on the page: its longest text is to be made shorter', () => {
  const { run, next, set, posted } = started();
  set('q1', 'a');
  next();
  run.form.pages[1]!.questions = [
    ask('q2', { type: 'longtext', most: 10_000 }),
    ask('q4', { type: 'longtext', most: 10_000 }),
  ];
  set('q2', '茶'.repeat(9000));
  set('q4', '茶'.repeat(8000));
  next();
  expect(run.faults).toEqual({ q2: 'total' });
  expect(run.pageId).toBe('p2');
  expect(posted).toHaveLength(1);
  set('q2', '茶'.repeat(7000));
  next();
  expect(run.faults).toEqual({});
  expect(posted[1]!.values).toEqual({ q1: 'a', q2: '茶'.repeat(7000), q4: '茶'.repeat(8000) });
});

test('the longest answer that leaves the page is the longest that can be sealed', async () => {
  const pair = await crypto.subtle.generateKey({ name: 'ECDH', namedCurve: 'P-256' }, true, ['deriveBits']);
  const raw = new Uint8Array(await crypto.subtle.exportKey('raw', pair.publicKey));
  const key = Buffer.from(raw).toString('base64url');
  const { next, set, posted } = started();
  set('q1', 'a');
  next();
  const padded = (length: number): Answer => {
    const answer = { ...posted[0]!, form: 'f'.repeat(20), seq: 9999, values: { q1: '' } };
    const { length: own } = JSON.stringify(answer);
    return { ...answer, values: { q1: 'x'.repeat(length - own) } };
  };
  const sealed = await seal(key, padded(LONGEST_PAYLOAD));
  expect(parseSealed(sealed)).not.toBeNull();
  await expect(seal(key, padded(LONGEST_PAYLOAD + 1))).rejects.toThrow('too long');
});
