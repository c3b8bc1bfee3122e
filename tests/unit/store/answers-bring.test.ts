import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { v4 as uuid } from 'uuid';
import { expect, test } from 'vitest';
import type { Input } from '@/lib/api/client';
import type { Question, Texts } from '@/lib/surveys/form';
import { newStore, type Store } from './support';
import { authorForm, contactAt, published } from './survey-support';

const FOLDER = join(import.meta.dirname, '../../fixtures/answers');
const fixture = (name: string) => new Blob([new Uint8Array(readFileSync(join(FOLDER, name)))]);
const table = (...lines: string[]) => new Blob([lines.join('\n')]);

type Target = Pick<Input<'answers.head'>, 'surveyId'>;

/** What a file would be read as, and what it needs to be brought. */
async function readingOf(store: Store, file: Blob, target: Target = {}) {
  const head = await store.call('answers.head', { file, ...target });
  return { head, given: { file, surveyId: head.surveyId, columns: head.columns, at: store.clock.now } };
}

async function bring(store: Store, file: Blob, target: Target = {}, name = 'answers.csv') {
  const { given } = await readingOf(store, file, target);
  const id = uuid();
  return { id, counts: await store.call('answers.bring', { ...given, id, name }) };
}

test('answers of Delighted come to the survey that asks the same, find their contacts, and make nobody a task', async () => {
  const store = await newStore();
  const survey = await published(store);
  const lena = await contactAt(store, 'lena@lab.test', 'Lena Wirth');
  const file = fixture('delighted.csv');
  const { head, given } = await readingOf(store, file, { surveyId: survey.id });
  expect(head.format).toBe('delighted');
  expect(head.columns[4]).toEqual({ is: 'value', q: 'q1' });
  expect(head.columns[5]).toEqual({ is: 'value', q: 'q2' });
  const preview = await store.call('answers.preview', given);
  expect(preview.counts).toEqual({ new: 4, updated: 0, already: 0, held: 2 });
  expect(preview.people).toEqual({ known: 1, waiting: 2, nameless: 1 });
  const { counts, id } = await bring(store, file, { surveyId: survey.id }, 'delighted.csv');
  expect(counts).toEqual({ surveyId: survey.id, added: 4, updated: 0, already: 0, held: 2 });

  const { items } = await store.call('responses.list', { surveyId: survey.id });
  const own = items.find((one) => one.contactId === lena)!;
  expect(own).toMatchObject({
    at: Date.UTC(2024, 4, 6, 12, 34, 56),
    via: 'file',
    file: 'delighted.csv',
    score: { type: 'nps', value: 10 },
    comment: 'Quick, and kind',
    proof: 'claimed',
    flags: [],
  });
  expect(own.handledAt).not.toBeNull();
  expect((await store.call('responses.view', { id: own.id })).hidden).toEqual({ Plan: 'Pro', Country: 'DE' });
  // Somebody who gave 0 two years ago is no task of today; who names themselves and is nobody known waits.
  expect((await store.call('today.view', {})).due).toEqual([]);
  expect(await store.call('responses.counts', {})).toMatchObject({ unread: 2, unassigned: 2 });
  expect((await store.call('contacts.view', { id: lena })).timeline).toMatchObject([
    { id: own.id, type: 'survey' },
  ]);
  expect(await store.call('imports.report', { id })).toMatchObject({
    format: 'answers-delighted',
    counts: { added: 4, changed: 0, same: 0, held: 2 },
    unmapped: [{ property: 'Person ID', count: 4 }],
  });
});

test('two files that number their rows from 1 are two lots of answers; the same number for two is held back', async () => {
  const store = await newStore();
  const to = { surveyId: (await published(store)).id };
  const header = 'Respondent ID,Submitted at,How likely are you to recommend us to a colleague?';
  const january = table(header, '1,2026-01-05 10:00,9', '2,2026-01-06 10:00,3');
  const february = table(header, '1,2026-02-05 10:00,2', '2,2026-02-06 10:00,10');
  expect((await bring(store, january, to)).counts).toMatchObject({ added: 2, already: 0 });
  const { given } = await readingOf(store, february, to);
  expect((await store.call('answers.preview', given)).counts).toMatchObject({ new: 2, already: 0 });
  expect((await bring(store, february, to)).counts).toMatchObject({ added: 2, already: 0 });
  expect((await bring(store, january, to)).counts).toMatchObject({ added: 0, already: 2 });
  const bare = 'Respondent ID,How likely are you to recommend us to a colleague?';
  expect((await bring(store, table(bare, '1,9', '2,3'), to)).counts).toMatchObject({ added: 2 });
  expect((await bring(store, table(bare, '1,4', '2,3'), to)).counts).toMatchObject({ added: 1, already: 1 });

  const doubled = table(
    header,
    'R-7,2026-03-05 10:00,9',
    'R-7,2026-03-06 10:00,3',
    'R-8,2026-03-07 10:00,8',
    'R-8,2026-03-07 10:00,8',
  );
  const of = (await readingOf(store, doubled, to)).given;
  const preview = await store.call('answers.preview', of);
  expect(preview.counts).toEqual({ new: 2, updated: 0, already: 1, held: 1 });
  expect(preview.heldBack).toMatchObject([{ where: '3', reason: 'imports.held_twice' }]);
  expect((await bring(store, doubled, to)).counts).toMatchObject({
    added: 2,
    updated: 0,
    already: 1,
    held: 1,
  });
});

test('the report of an import keeps no address of a machine, whatever row is left out', async () => {
  const store = await newStore();
  const { id } = await bring(
    store,
    table(
      '序号,提交答卷时间,所用时间,来源,来源详情,来自IP,1、您有多大可能推荐我们？,总分',
      '1,2026/1/5 10:00:00,65秒,微信,N/A,203.0.113.7(北京),9,9',
      '2,2026/1/5 11:00:00,65秒,微信,203.0.113.8 (Berlin),203.0.113.9(北京),(跳过),0',
      '3,2026/1/5 12:00:00,65秒,微信,203.0.113.8:443,203.0.113.10(北京),(空),0',
    ),
  );
  const report = await store.call('imports.report', { id });
  expect(report!.heldBack.map(({ where, text }) => [where, text.includes('微信')])).toEqual([
    ['3', true],
    ['4', true],
  ]);
  expect(JSON.stringify(report)).not.toMatch(/203\.0/);
  expect(JSON.stringify((await store.db.imports.toArray()).map((row) => row.body))).not.toMatch(/203\.0/);
});

test('the same file twice changes nothing; undone it is gone, and comes again when it is brought again', async () => {
  const store = await newStore();
  const survey = await published(store);
  const file = fixture('delighted.csv');
  const to = { surveyId: survey.id };
  const first = await bring(store, file, to);
  expect((await bring(store, file, to)).counts).toMatchObject({ added: 0, already: 4 });
  const results = () => store.call('results.view', { surveyId: survey.id, aside: false });
  expect((await results()).counts.all).toBe(4);
  await store.call('changes.undo', { batchId: first.id });
  expect((await results()).counts.all).toBe(0);
  const { given } = await readingOf(store, file, to);
  expect((await store.call('answers.preview', given)).counts).toMatchObject({ new: 4, already: 0 });
  expect((await bring(store, file, to)).counts).toMatchObject({ added: 4, already: 0 });
  expect((await results()).counts.all).toBe(4);
  // One that was deleted by itself stays deleted.
  const [one] = (await store.call('responses.list', to)).items;
  await store.call('responses.delete', { ids: [one!.id] });
  expect((await bring(store, file, to)).counts).toMatchObject({ added: 0, already: 4 });
  expect((await results()).counts.all).toBe(3);
});

test('a survey is made of a file: closed, with its answers, taken back with one Undo; the header is remembered', async () => {
  const store = await newStore();
  const file = fixture('wjx-gb18030.csv');
  const { head, given } = await readingOf(store, file);
  expect(head).toMatchObject({ format: 'wjx', encoding: 'gb18030', surveyId: null, rows: 8 });
  expect((await store.call('answers.preview', given)).questions).toHaveLength(4);
  const { counts, id } = await bring(store, file, {}, '满意度 2024.csv');
  expect(counts).toMatchObject({ added: 8, held: 0 });
  const [row] = await store.call('surveys.list', {});
  expect(row).toMatchObject({ id: counts.surveyId, name: '满意度 2024', state: 'closed' });
  const view = await store.call('results.view', { surveyId: counts.surveyId, aside: false });
  expect(view.counts.all).toBe(8);
  expect(view.medianMs).toBe(73_500);
  expect(view.measure).toBe('csat');
  expect(view.questions.map(({ n }) => n)).toEqual([8, 8, 7, 3]);

  const again = await readingOf(store, file);
  expect(again.head).toMatchObject({ surveyId: counts.surveyId, isRemembered: true });
  expect((await store.call('answers.preview', again.given)).counts).toMatchObject({ new: 0, already: 8 });
  await store.call('changes.undo', { batchId: id });
  expect(await store.call('surveys.list', {})).toEqual([]);
  expect((await readingOf(store, file)).head.surveyId).toBeNull();
});

test('an answer that was half given and is whole in a later file is one answer', async () => {
  const store = await newStore();
  const head =
    '#,How likely are you to recommend us to a colleague?,Response Type,Start Date (UTC),Submit Date (UTC)';
  const survey = await published(store);
  const to = { surveyId: survey.id };
  await bring(store, table(head, 'a1,3,partial,2024-06-01 10:00:00,'), to);
  expect((await store.call('responses.list', to)).items).toMatchObject([
    { done: false, score: { value: 3 } },
  ]);
  const later = table(head, 'a1,4,completed,2024-06-01 10:00:00,2024-06-01 10:01:00');
  expect((await bring(store, later, to)).counts).toMatchObject({ added: 0, updated: 1 });
  expect((await store.call('responses.list', to)).items).toMatchObject([{ done: true, score: { value: 4 } }]);
});

test('columns are told by words, by numbers, by rows and choices; what does not fit is held back, and the rest of its row is read', async () => {
  const store = await newStore();
  const en = (text: string): Texts => ({ en: text });
  const choices = ['Search', 'Till'].map((text, at) => ({ id: `c${at + 1}`, text: en(text) }));
  const more: Question<Texts>[] = [
    { id: 'q3', type: 'multiple', title: en('What did you use?'), choices, other: en('Other') },
    {
      id: 'q4',
      type: 'matrix',
      title: en('How was it?'),
      rows: choices,
      choices: [
        { id: 'g', text: en('Good') },
        { id: 'b', text: en('Bad') },
      ],
    },
  ];
  const survey = await published(store, authorForm({}, more));
  const file = table(
    'Submitted at,1. Recommend?,What is the main reason for your score,What did you use? (Search),What did you use? (Till),How was it? [Search],How was it? [Till],Mood',
    '2024-05-06 10:00,9,Kind,1,0,Good,Bad,fine',
    '2024-05-06 11:00,12,Kind,0,1,Good,Awful,fine',
  );
  const { head, given } = await readingOf(store, file, { surveyId: survey.id });
  expect(head.why).toEqual(['heading', 'number', 'title', 'title', 'title', 'title', 'title', 'none']);
  const preview = await store.call('answers.preview', given);
  expect(preview.heldBack.map(({ where, text }) => [where, text])).toEqual([
    ['3 How was it? [Till]', 'Awful'],
    ['3 How likely are you to recommend us to a colleague?', '12'],
  ]);
  expect(preview.left).toEqual([{ property: 'Mood', count: 2 }]);
  await bring(store, file, { surveyId: survey.id });
  const { items } = await store.call('responses.list', { surveyId: survey.id });
  const views = await Promise.all(items.map(({ id }) => store.call('responses.view', { id })));
  expect(views.map(({ values }) => values)).toEqual([
    { q2: 'Kind', q3: ['c2'], q4: { c1: 'g' } },
    { q1: 9, q2: 'Kind', q3: ['c1'], q4: { c1: 'g', c2: 'b' } },
  ]);
});

test('what is no table of answers is refused in words, and a survey that is gone as well', async () => {
  const store = await newStore();
  const refused = async (file: Blob) => {
    const answer = await store.ask('answers.head', { file });
    return answer.ok ? null : answer.error.message;
  };
  expect(await refused(new Blob(['PK\u0003\u0004rest']))).toBe('imports.problem_zip');
  expect(await refused(new Blob([]))).toBe('imports.problem_empty');
  expect(await refused(new Blob(['one\ntwo\nthree']))).toBe('imports.problem_answers');
  expect(await refused(table('a,b'))).toBe('imports.problem_empty');
  const { given } = await readingOf(store, fixture('plain.csv'));
  const columns = given.columns.map(() => null);
  const nothing = await store.ask('answers.bring', { ...given, columns, id: uuid(), name: 'x' });
  expect(nothing).toMatchObject({ ok: false, error: { code: 'invalid' } });
  expect(await store.call('surveys.list', {})).toEqual([]);
  const gone = await store.ask('answers.preview', { ...given, surveyId: uuid() });
  expect(gone).toMatchObject({ ok: false, error: { code: 'missing' } });
  expect(await store.ask('answers.head', { file: fixture('plain.csv') }, { caller: 'panel' })).toMatchObject({
    ok: false,
  });
});
