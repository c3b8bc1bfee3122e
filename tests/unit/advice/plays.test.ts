import { describe, expect, test } from 'vitest';
import { briefing } from '@/lib/advice/briefing';
import { PLAYS } from '@/lib/advice/plays';
import { steps } from '@/lib/advice/steps';
import type { Contact } from '@/lib/crm/contacts';
import type { Purpose } from '@/lib/crm/settings';
import { birthday, contact, daysAgo, mail, OSLO, promise, situation } from './build';

const monthly: Contact['cadence'] = { days: 30, since: daysAgo(300) };
const PURPOSES = Object.keys(PLAYS) as Purpose[];

/** The day so many days from the tests' today, 21 November. */
function inDays(days: number) {
  const day = new Date(Date.UTC(2026, 10, 21 + days));
  return birthday({ calendar: 'gregorian', month: day.getUTCMonth() + 1, day: day.getUTCDate() });
}
const kinds = (purpose: Purpose, ...[activities, more]: Parameters<typeof situation>) =>
  steps(situation(activities, { ...more, purpose }), OSLO).map((step) => step.kind);

describe('what comes first', () => {
  const everything = [promise('me', 94, '2026-08-26'), mail('in', 40)];
  const who = () => contact({ cadence: monthly, dates: inDays(3) });

  test.each<[Purpose, string[]]>([
    ['sales', ['promise', 'unanswered', 'cadence', 'date']],
    ['support', ['unanswered', 'promise', 'cadence', 'date']],
    ['people', ['date', 'cadence', 'promise', 'unanswered']],
  ])('%s: %j', (purpose, expected) =>
    expect(kinds(purpose, everything, { contact: who() })).toEqual(expected),
  );

  test.each(PURPOSES)('%s: every class of duty stands once', (purpose) => {
    const { order } = PLAYS[purpose];
    expect(new Set(order).size).toBe(order.length);
    expect([...order].sort()).toEqual([...PLAYS.sales.order].sort());
  });

  test('a birthday weeks ahead does not push a late promise down', () => {
    const far = contact({ dates: inDays(25) });
    expect(kinds('people', [promise('me', 94, '2026-08-26')], { contact: far })).toEqual(['promise', 'date']);
  });
});

describe('an unanswered mail', () => {
  test.each<[Purpose, number, boolean]>([
    ['sales', 0, true],
    ['support', 0, true],
    ['people', 2, false],
    ['people', 6, false],
    ['people', 7, true],
  ])('%s, after %i days: %s', (purpose, days, told) => {
    expect(kinds(purpose, [mail('in', days)]).includes('unanswered')).toBe(told);
    const said = briefing(situation([mail('in', days)], { purpose }), OSLO).map(({ words }) => words.key);
    expect(said.includes('advice.open_unanswered')).toBe(told);
  });

  test('the oldest counts: a new mail does not begin the week anew', () =>
    expect(kinds('people', [mail('in', 8), mail('in', 1)])).toEqual(['unanswered']));
});

test.each<[Purpose, number]>([
  ['sales', 3],
  ['support', 2],
  ['people', 14],
])('%s: an answer is waited for after more than %i days', (purpose, days) => {
  expect(kinds(purpose, [mail('out', days)])).toEqual([]);
  expect(kinds(purpose, [mail('out', days + 1)])).toEqual(['waiting']);
});

test.each<[Purpose, number]>([
  ['sales', 14],
  ['support', 7],
  ['people', 30],
])('%s: a birthday is told %i days ahead', (purpose, days) => {
  expect(kinds(purpose, [], { contact: contact({ dates: inDays(days) }) })).toEqual(['date']);
  expect(kinds(purpose, [], { contact: contact({ dates: inDays(days + 1) }) })).toEqual([]);
});
