import { describe, expect, test } from 'vitest';
import type { Question, Texts } from '@/lib/surveys/form';
import { DAY, newStore, type Store } from './support';
import { answerTo, authorForm, contactAt, give, published } from './survey-support';

const en = (text: string): Texts => ({ en: text });
const choice = (id: string) => ({ id, text: en(id.toUpperCase()) });
const MORE: Question<Texts>[] = [
  { id: 'c1', type: 'csat', title: en('How satisfied are you?'), ends: [en('Not'), en('Very')] },
  {
    id: 's1',
    type: 'single',
    title: en('Which one?'),
    choices: [choice('a'), choice('b')],
    other: en('Other'),
  },
  { id: 'm1', type: 'multiple', title: en('Which ones?'), choices: [choice('a'), choice('b')] },
  {
    id: 'x1',
    type: 'matrix',
    title: en('Each of them?'),
    rows: [choice('r'), choice('t')],
    choices: [choice('a'), choice('b')],
  },
  { id: 'k1', type: 'ranking', title: en('In which order?'), choices: [choice('a'), choice('b')] },
];

/** Ten answers: five promoters, three passives, two detractors. */
async function tenAnswers(store: Store) {
  const survey = await published(store, authorForm({}, MORE));
  const anna = await contactAt(store, 'anna@lab.test', 'Anna Berg');
  await store.call('tags.assign', { contactIds: [anna], path: 'Key account' });
  const scores = [10, 10, 9, 9, 9, 8, 7, 7, 0, 6];
  const answers = scores.map((q1, at) =>
    answerTo(survey, store, {
      startedAt: store.clock.now - 60_000,
      values: {
        q1,
        q2: `Because ${at}`,
        c1: at < 7 ? 5 : 2,
        s1: at < 6 ? 'a' : 'other',
        ...(at < 6 ? {} : { 's1.other': '=1+1' }),
        m1: at < 4 ? ['a', 'b'] : ['b'],
        x1: { r: 'a', t: at < 2 ? 'a' : 'b' },
        k1: at < 8 ? ['b', 'a'] : ['a', 'b'],
      },
      ...(at < 2 ? { who: { email: 'anna@lab.test' } } : {}),
    }),
  );
  for (const answer of answers) await give(store, survey, answer);
  return { survey, answers, anna };
}

test('a change over time is tested by people: who answers again and again is one', async () => {
  const store = await newStore();
  const survey = await published(store);
  await contactAt(store, 'anna@lab.test', 'Anna Berg');
  const answer = (q1: number, email?: string) =>
    give(store, survey, answerTo(survey, store, { values: { q1 }, ...(email ? { who: { email } } : {}) }));
  const months = async () => (await store.call('results.view', { surveyId: survey.id })).trend.month;
  for (let at = 0; at < 12; at += 1) await answer(2);
  store.clock.now += 31 * DAY;
  for (let at = 0; at < 9; at += 1) await answer(9);
  for (let at = 0; at < 6; at += 1) await answer(10, 'anna@lab.test');
  expect(await months()).toMatchObject([
    { n: 12, change: null },
    { n: 15, change: { by: 200 } },
  ]);
  store.clock.now += 31 * DAY;
  for (let at = 0; at < 12; at += 1) await answer(0, 'anna@lab.test');
  // Twelve answers, and one person: nothing is said.
  expect((await months())[2]).toMatchObject({ n: 12, change: null });
});

describe('results', () => {
  test('count what was answered, with their intervals', async () => {
    const store = await newStore();
    const { survey } = await tenAnswers(store);
    const { questions, ...view } = await store.call('results.view', { surveyId: survey.id });
    expect(view).toMatchObject({
      name: 'Spring survey',
      counts: { all: 10, done: 10, aside: 0, known: 2 },
      medianMs: 60_000,
      measure: 'nps',
      trend: { month: [{ from: '2026-03-01', to: '2026-03-31', value: 30, n: 10, change: null }] },
      tags: [{ name: 'Key account', value: 100, n: 2 }],
    });
    const by = Object.fromEntries(questions.map((one) => [one.question.id, one]));
    const nps = by.q1?.nps;
    expect([nps?.value, nps?.low.toFixed(2), nps?.high.toFixed(2)]).toEqual([30, '-19.05', '65.20']);
    expect(by.q1?.counts.map((one) => one.n)).toEqual([1, 0, 0, 0, 0, 0, 1, 2, 1, 3, 2]);
    expect([by.c1?.share?.value, by.c1?.counts.length]).toEqual([0.7, 5]);
    expect(by.s1?.counts).toEqual([
      { value: 'a', n: 6 },
      { value: 'b', n: 0 },
      { value: 'other', n: 4 },
    ]);
    expect(by.s1?.texts.length).toBe(4);
    expect(by.m1?.counts).toEqual([
      { value: 'a', n: 4 },
      { value: 'b', n: 10 },
    ]);
    expect(by.x1?.counts.map((one) => one.n)).toEqual([10, 0, 2, 8]);
    expect(by.k1?.ranks).toEqual([
      { value: 'b', mean: 1.2 },
      { value: 'a', mean: 1.8 },
    ]);
    expect(by.q2?.texts.length).toBe(10);
    // What views are shown crosses as JSON.
    expect(JSON.parse(JSON.stringify(questions))).toEqual(questions);
  });

  test('from 0 to 10 are an NPS of that question alone: any other has a mean', async () => {
    const store = await newStore();
    const range: [number, number] = [0, 10];
    const types = ['csat', 'ces', 'slider', 'number'] as const;
    const scales = types.map((type) => ({ id: type, type, title: en(`How ${type}?`), range }));
    const survey = await published(store, authorForm({}, scales));
    for (const value of [10, 9, 0])
      await give(
        store,
        survey,
        answerTo(survey, store, { values: Object.fromEntries(types.map((type) => [type, value])) }),
      );
    const { questions } = await store.call('results.view', { surveyId: survey.id });
    const asked = questions.filter(({ question }) => types.some((type) => type === question.id));
    expect(
      asked.map(({ question, nps, mean, n }) => [question.type, nps, mean?.value.toFixed(2), n]),
    ).toEqual(types.map((type) => [type, null, '6.33', 3]));
    expect(questions.find(({ question }) => question.type === 'nps')?.nps).toBe(null);
  });

  test('leave out what was set aside, until they are asked with it; and keep to tag and days', async () => {
    const store = await newStore();
    const { survey, answers } = await tenAnswers(store);
    const npsOf = async (more: object) => {
      const view = await store.call('results.view', { surveyId: survey.id, ...more });
      return view.questions[0]?.nps?.value ?? null;
    };
    const low = answers.filter((one) => Number(one.values.q1) <= 6).map((one) => one.id);
    await store.call('responses.setAside', { ids: low, why: 'A test' });
    expect(await npsOf({})).toBe(62.5);
    expect(await npsOf({ aside: true })).toBe(30);
    await store.call('responses.keep', { ids: low });
    const [tag] = await store.call('tags.tree', {});
    expect(await npsOf({ tagId: tag!.id })).toBe(100);
    expect(await npsOf({ from: '2026-03-03' })).toBe(null);
    expect(await npsOf({ to: '2026-03-02' })).toBe(30);
    expect(await npsOf({ lang: 'zh-Hans' })).toBe(null);
  });

  test('count answers on another scale apart, and the figure rests on the last one', async () => {
    const store = await newStore();
    const { call } = store;
    const asked = (range: [number, number]) =>
      authorForm({
        pages: [
          {
            id: 'p1',
            questions: [
              { id: 'q1', type: 'csat', title: { en: 'How satisfied are you?' }, range },
              { id: 'q2', type: 'text', title: { en: 'Why?' } },
            ],
          },
        ],
      });
    const survey = await published(store, asked([1, 5]));
    const answer = async (version: number, values: object[]) => {
      for (const one of values)
        await give(store, survey, answerTo(survey, store, { version, values: one as never }));
    };
    await answer(1, [{ q1: 5, q2: 'a' }, { q1: 5 }]);
    await call('surveys.edit', { id: survey.id, draft: asked([1, 7]) });
    await call('surveys.publish', { id: survey.id });
    await answer(2, [{ q1: 5, q2: 'b' }, { q1: 7 }, { q1: 1 }]);
    const { questions, trend } = await call('results.view', { surveyId: survey.id });
    expect(questions.map(({ question, versions, n }) => [question.id, versions, n])).toEqual([
      ['q1', [2, 2], 3],
      ['q1', [1, 1], 2],
      ['q2', undefined, 2],
    ]);
    expect(questions[0]?.counts.map(({ n }) => n)).toEqual([1, 0, 0, 0, 1, 0, 1]);
    expect(questions[1]?.counts.map(({ n }) => n)).toEqual([0, 0, 0, 0, 2]);
    expect(trend.month.map(({ n }) => n)).toEqual([3]);
    const [row] = await call('surveys.list', {});
    expect(row?.score?.figure.n).toBe(3);
    const { file } = await call('results.csv', { surveyId: survey.id });
    expect(file.split('\n')[0]).toContain('How satisfied are you? (1-7),How satisfied are you? (1-5),Why?');
    expect(
      file
        .split('\n')
        .slice(1, 6)
        .map((line) => line.trim().split(',').slice(-3).join()),
    ).toEqual(['1,,', '7,,', '5,,b', ',5,', ',5,a']);
  });

  test('as a file have a row an answer, and no cell that is a formula', async () => {
    const store = await newStore();
    const { survey } = await tenAnswers(store);
    const evil = ['=cmd()', '+1', '-1', '@x', '\tx', '\rx', '＝1', '＋1', '－1', '＠x'];
    for (const q2 of evil) await give(store, survey, answerTo(survey, store, { values: { q1: 9, q2 } }));
    const { file, name } = await store.call('results.csv', { surveyId: survey.id });
    expect(name).toBe('Spring-survey.csv');
    const { default: Papa } = await import('papaparse');
    const { data } = Papa.parse<string[]>(file.slice(1).trimEnd());
    expect(data[0]?.slice(10)).toEqual([
      'How likely are you to recommend us to a colleague?',
      'What is the main reason for your score?',
      'How satisfied are you?',
      'Which one?',
      'Which one? / Other',
      'Which ones?',
      'Each of them? / R',
      'Each of them? / T',
      'In which order?',
    ]);
    expect(data.length).toBe(1 + 10 + evil.length);
    expect(data.flat().filter((cell) => /^[=+\-@\t\r＝＋－＠]/.test(cell))).toEqual([]);
    expect(data.map((row) => row[11])).toEqual(expect.arrayContaining(evil.map((text) => `'${text}`)));
  });
});

describe('flags', () => {
  test('name what is quick, straight or given twice, and leave nothing out', async () => {
    const store = await newStore();
    const { survey } = await tenAnswers(store);
    const quick = answerTo(survey, store, { startedAt: store.clock.now - 2000, values: { q1: 5, q2: 'x' } });
    const bot = answerTo(survey, store, { startedAt: store.clock.now - 60_000, bot: true });
    const again = answerTo(survey, store, {
      startedAt: store.clock.now - 60_000,
      who: { email: 'anna@lab.test' },
    });
    for (const answer of [quick, bot, again]) await give(store, survey, answer);
    const flags = async ({ id }: { id: string }) => (await store.call('responses.view', { id })).flags;
    expect(await flags(quick)).toContain('fast');
    expect(await flags(bot)).toContain('bot');
    expect(await flags(again)).toContain('duplicate');
    expect((await store.call('results.view', { surveyId: survey.id })).counts.all).toBe(13);
    const flagged = async () =>
      (await store.call('responses.list', { surveyId: survey.id, which: 'flagged' })).items;
    expect((await flagged()).every((one) => one.flags.length > 0)).toBe(true);
    expect((await flagged()).map((one) => one.id)).toEqual(
      expect.arrayContaining([quick.id, bot.id, again.id]),
    );
    await store.call('responses.setAside', { ids: [quick.id], why: 'In a hurry' });
    expect((await flagged()).map((one) => one.id)).not.toContain(quick.id);
  });

  test('that were looked at do not come back, until there is another one; and the log says what was decided', async () => {
    const store = await newStore();
    const { survey } = await tenAnswers(store);
    const bot = answerTo(survey, store, { startedAt: store.clock.now - 60_000, bot: true });
    await give(store, survey, bot);
    const where = async () => {
      const found: string[] = [];
      for (const which of ['flagged', 'kept', 'aside'] as const) {
        const { items } = await store.call('responses.list', { surveyId: survey.id, which });
        if (items.some(({ id }) => id === bot.id)) found.push(which);
      }
      return found;
    };
    expect(await where()).toEqual(['flagged']);
    await store.call('responses.keep', { ids: [bot.id] });
    expect(await where()).toEqual(['kept']);
    // A later post of the same submission: what was decided stays, and what is new in it wants a look.
    await give(store, survey, { ...bot, seq: 2 });
    expect(await where()).toEqual(['kept']);
    await give(store, survey, { ...bot, seq: 3, startedAt: store.clock.now - 1000 });
    expect(await where()).toEqual(['flagged', 'kept']);
    await store.call('responses.setAside', { ids: [bot.id], why: 'A machine' });
    expect(await where()).toEqual(['aside']);
    const { looks } = await store.call('responses.view', { id: bot.id });
    expect(looks).toEqual([
      { at: expect.any(Number), kept: true, flags: ['empty', 'bot'] },
      { at: expect.any(Number), kept: false, why: 'A machine', flags: ['fast', 'empty', 'bot'] },
    ]);
    await store.call('changes.undo', {});
    expect(await where()).toEqual(['flagged', 'kept']);
  });
});

describe('who may be asked', () => {
  test('nobody twice within thirty days by any survey, no personal contact, nobody who refused', async () => {
    const store = await newStore();
    const { call, clock } = store;
    const [survey, other] = [await published(store), await published(store, authorForm(), 'Another')];
    const [asked, personal, blocked, refused, free] = await Promise.all(
      ['a', 'b', 'c', 'd', 'e'].map((name) => contactAt(store, `${name}@lab.test`)),
    );
    await call('contacts.edit', { id: personal!, kind: 'personal' });
    await call('contacts.edit', { id: blocked!, doNotContact: { reason: '' } });
    await call('contacts.setConsent', {
      id: refused!,
      channel: 'survey',
      consent: { state: 'refused', basis: '' },
    });
    await call('invites.add', { surveyId: other.id, contactIds: [asked!], channel: 'link' });
    // Whoever a survey asked is told with what other surveys asked them.
    expect(await call('invites.asked', { surveyId: other.id })).toMatchObject([
      { contactId: asked, surveyId: other.id, answeredAt: null },
    ]);
    const contactIds = [asked!, personal!, blocked!, refused!, free!];
    const ask = (force: boolean) =>
      call('invites.add', { surveyId: survey.id, contactIds, channel: 'mail', force });
    const checked = await call('invites.check', { surveyId: survey.id, contactIds });
    expect(await call('invites.asked', { contactIds: [free!] })).toEqual([]);
    const first = await ask(false);
    expect(checked.ask).toEqual(first.links.map((one) => one.contactId));
    expect(checked.skipped.map(({ name: _name, ...one }) => one)).toEqual(first.skipped);
    expect(checked.skipped.map((one) => one.name)).not.toContain('');
    expect(first.links).toEqual([{ contactId: free, token: expect.stringMatching(/^[\w-]{22}$/) }]);
    expect(first.skipped.map((one) => [one.contactId, one.why])).toEqual([
      [asked, 'asked'],
      [personal, 'personal'],
      [blocked, 'doNotContact'],
      [refused, 'consent'],
    ]);
    expect((await ask(true)).links.map((one) => one.contactId)).toEqual([asked, free]);
    clock.now += 31 * DAY;
    expect((await ask(false)).links.map((one) => one.contactId)).toEqual([asked, free]);
  });
});

describe('the inbox', () => {
  test('pages through all of them, a moment at a time', async () => {
    const store = await newStore();
    const survey = await published(store);
    const at = store.clock.now;
    const answers = Array.from({ length: 25 }, (_, n) =>
      answerTo(survey, store, {
        at: at + Math.floor(n / 3) * 1000,
        values: { q1: n % 11, q2: n === 7 ? 'Zebra' : '' },
      }),
    );
    store.clock.now += DAY;
    for (const answer of answers) await give(store, survey, answer);
    const seen: string[] = [];
    for (let before: number | undefined, more = true; more; ) {
      const page = await store.call('responses.list', {
        limit: 4,
        ...(before === undefined ? {} : { before }),
      });
      seen.push(...page.items.map((one) => one.id));
      before = page.items.at(-1)?.at;
      more = page.more;
    }
    expect([seen.length, new Set(seen).size]).toEqual([25, 25]);
    const which = async (name: 'open' | 'detractors' | 'comments' | 'aside' | 'unassigned', text?: string) =>
      (await store.call('responses.list', { which: name, limit: 500, ...(text ? { text } : {}) })).items
        .length;
    expect(await which('detractors')).toBe(answers.filter((one) => Number(one.values.q1) <= 6).length);
    expect([await which('comments'), await which('open', 'zeb'), await which('open', 'no')]).toEqual([
      1, 1, 0,
    ]);
    await store.call('responses.handle', { ids: [seen[0]!], handled: true });
    await store.call('responses.setAside', { ids: [seen[1]!], why: 'Test' });
    expect([await which('open'), await which('aside'), await which('unassigned')]).toEqual([23, 1, 23]);
    expect(await store.call('responses.counts', {})).toEqual({ any: true, unread: 23, unassigned: 23 });
  });
});
