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
const byHand = { loggedSince: null };

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

  test('calls a silence one only where mails were logged the whole time', () => {
    const since = (days: number) => ({ loggedSince: daysAgo(days) });
    const old = [mail('out', 94, 'Invoice')];
    expect(say(old, since(1))).toBe('No mail logged for 94 days, the last about “Invoice”.');
    expect(say(old, since(93))).toBe('No mail logged for 94 days, the last about “Invoice”.');
    expect(say(old, since(94))).toBe('Last spoke 94 days ago about “Invoice”.');
    const back = [mail('in', 0), mail('out', 94)];
    expect(say(back, since(1))).toContain('the first contact logged in 94 days');
    expect(say(back, since(95))).toContain('the first contact in 94 days');
    const [none] = briefing(situation([], since(3)), OSLO);
    expect(none?.evidence[0]).toMatchObject({ at: daysAgo(3), words: { key: 'advice.coverage_auto' } });
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
