import { expect, test } from 'vitest';
import { mailTo } from '@/components/contacts/mail-link';
import { replyMail } from '@/components/responses/mail';
import { seal } from '@/widget/seal/seal';
import { newStore } from './support';
import { answerTo, authorForm, contactAt, published } from './survey-support';

/** What `encodeURIComponent` throws at: half of a letter that takes two units. It would take the page with a `mailto:` down. */
const HALF = /\p{Cs}/u;

test('no letter is cut in half, and none that was sent so is kept', async () => {
  const store = await newStore();
  await contactAt(store, 'anna@lab.test');
  const survey = await published(store, authorForm({ kind: 'complaint' }), 'Complaints');
  const whole = answerTo(survey, store, {
    values: { q2: '😀'.repeat(2400) },
    who: { email: 'anna@lab.test', name: `x${'😀'.repeat(150)}` },
    hidden: { plan: `x${'😀'.repeat(300)}` },
  });
  const half = answerTo(survey, store, {
    values: { q2: 'Broken \ud83d', q1: 3 },
    who: { email: 'anna@lab.test', name: 'Ann\udc00a' },
    hidden: { plan: '\ud800' },
    page: 'https://shop.example/\ud800',
  });
  for (const answer of [whole, half])
    await store.call('responses.take', { sealed: await seal(survey.key, answer), via: 'text' });
  expect(await store.db.responses.count()).toBe(2);
  const texts: string[] = [];
  const walk = (value: unknown) => {
    if (typeof value === 'string') texts.push(value);
    else if (value && typeof value === 'object') for (const one of Object.values(value)) walk(one);
  };
  for (const table of ['responses', 'cases', 'activities', 'tasks'] as const)
    walk(await store.db.table(table).toArray());
  expect(texts.filter((text) => HALF.test(text))).toEqual([]);
  const titles = (await store.call('cases.list', {})).map((one) => one.title);
  expect(titles.filter((title) => title.endsWith('😀…')).length).toBe(1);
});

test('a mail can be written about whatever stands in a title', () => {
  const href = mailTo('anna@lab.test', '50 %? a=b&bcc=x@lab.test\r\n\ud83d [ABCD-2345]', 'Sorry.\n\udc00');
  const mail = new URL(href);
  expect([mail.pathname, [...mail.searchParams.keys()]]).toEqual(['anna@lab.test', ['subject', 'body']]);
  const answered = {
    questions: [{ title: { en: `${'x'.repeat(119)}😀?` } }],
    lang: 'en',
    score: null,
    comment: 'Oh \ud83d',
  };
  const reply = new URL(replyMail('anna@lab.test', answered as never));
  expect([...reply.searchParams.keys()]).toEqual(['subject', 'body']);
});
