import { beforeAll, describe, expect, test } from 'vitest';
import { sentence } from '@/components/advice/words';
import { briefing } from '@/lib/advice/briefing';
import { loadLanguage } from '@/lib/i18n';
import { activity, contact, daysAgo, mail, OSLO, promise, situation } from './build';

/** As the panel joins it in English. */
const say = (...args: Parameters<typeof situation>) =>
  `${briefing(situation(...args), OSLO)
    .map((clause) => sentence(clause.words, OSLO.now))
    .join('; ')}.`;
const byHand = { autolog: false };

describe('the briefing', () => {
  beforeAll(() => loadLanguage('en', ['advice']));

  test('tells the last contact, what it was about, and the promise that is open', () => {
    const invoice = mail('in', 94, 'Re: Invoice 2026-114');
    const promised = { ...promise('me', 95, '2026-08-26', 'a price list'), link: null };
    const read = situation([invoice, promised]);
    expect(briefing(read, OSLO).map((clause) => sentence(clause.words, OSLO.now))).toEqual([
      'Last spoke 94 days ago about “Invoice 2026-114”',
      'you promised “a price list”, still open',
    ]);
    expect(briefing(read, OSLO).map((clause) => clause.evidence.map((one) => one.activityId))).toEqual([
      [invoice.id],
      [promised.id, null],
    ]);
  });

  test('names its coverage where mails are logged by hand', () => {
    expect(say([mail('out', 94, 'Invoice')], byHand)).toBe(
      'No mail logged for 94 days, the last about “Invoice”.',
    );
    expect(say([activity('call', daysAgo(94))], byHand)).toBe('No contact logged for 94 days.');
    expect(say([], byHand)).toBe('No contact logged yet.');
  });

  test.each([
    [
      'a mail of today',
      [mail('in', 0, 'Fwd: RE: Price list')],
      'Wrote today about “Price list”; not answered yet.',
    ],
    ['a mail of yesterday', [mail('in', 1)], 'Wrote yesterday; not answered yet.'],
    ['an own mail', [mail('out', 8, 'Rev C')], 'You wrote 8 days ago about “Rev C”; no answer logged yet.'],
    [
      'a call',
      [activity('call', daysAgo(3), { subject: 'freight' })],
      'Last spoke 3 days ago about “freight”.',
    ],
    [
      'a return after a silence',
      [mail('in', 0, 'Price list'), activity('call', daysAgo(94))],
      'Wrote today about “Price list”; not answered yet; the first contact in 94 days.',
    ],
    [
      'several unanswered, told by the oldest',
      [mail('in', 1), mail('in', 9), mail('out', 12)],
      'Wrote yesterday; what came 9 days ago not answered yet.',
    ],
  ])('%s', (_, activities, expected) => expect(say(activities)).toBe(expected));

  test('a cadence that is over', () => {
    const cadence = { days: 30, since: daysAgo(300) };
    const call = [activity('call', daysAgo(31))];
    expect(say(call, { contact: contact({ cadence }) })).toBe(
      'Last spoke 31 days ago; you wanted contact every 30 days.',
    );
    expect(say(call, { contact: contact({ cadence: { ...cadence, days: 60 } }) })).toBe(
      'Last spoke 31 days ago.',
    );
  });

  test('has three clauses at most, the promise before the rest', () => {
    const everything = [
      mail('in', 0),
      mail('in', 50),
      promise('me', 60, '2026-10-01'),
      promise('them', 60, null),
    ];
    const clauses = briefing(situation(everything), OSLO).map((clause) => clause.words.key);
    expect(clauses).toEqual([
      'advice.last_wrote_today',
      'advice.open_promise_mine',
      'advice.open_unanswered_since',
    ]);
  });
});
