import { expect, test } from 'vitest';
import { dayNumber } from '@/lib/crm/calendar';
import type { Query } from '@/lib/crm/segments';
import { explain } from '@/lib/insight/query';
import { isRing, wholeQuery } from '@/lib/insight/query-parts';
import type { Frame, Subject } from '@/lib/insight/query-subject';
import { aFact, aFrame, anActivity, aSubject, ids } from './query-support';

const holds = (query: Query, subject: Subject, frame: Frame = aFrame()) =>
  explain(query, subject, frame).holds;

test('a field is compared without case and accents, and the value that was found is told', () => {
  const subject = aSubject({ facts: { [ids.a]: aFact('city', 'Zürich') } });
  const query: Query = { ask: 'fact', field: 'city', has: 'is', value: 'zurich' };
  expect(explain(query, subject, aFrame())).toEqual({
    holds: true,
    why: {
      group: 'all',
      holds: true,
      parts: [
        { clause: { ask: 'kind', is: 'work' }, holds: true, found: { word: 'work' } },
        { clause: query, holds: true, found: { texts: ['Zürich'] } },
      ],
    },
  });
  expect(holds({ ...query, has: 'isNot' }, subject)).toBe(false);
  expect(holds({ ask: 'fact', field: 'city', has: 'empty' }, subject)).toBe(false);
  expect(holds({ ask: 'fact', field: 'title', has: 'isNot', value: 'x' }, subject)).toBe(true);
});

test('a value that was put aside is not asked; a range reads numbers as they are written', () => {
  const aside = aSubject({ facts: { [ids.a]: { ...aFact('city', 'Oslo'), asideAt: 1 } } });
  expect(holds({ ask: 'fact', field: 'city', has: 'filled' }, aside)).toBe(false);
  const income = aSubject({ facts: { [ids.a]: aFact('income', '1,200.50') } });
  const range = (min: number, max: number): Query => ({
    ask: 'fact',
    field: 'income',
    has: 'range',
    range: { min, max },
  });
  expect(holds(range(1000, 1300), income)).toBe(true);
  expect(holds(range(1300, 2000), income)).toBe(false);
});

test('the tag or one below it; a tag that is gone is nobody’s', () => {
  const frame = aFrame({ tagsBelow: (id) => new Set(id === ids.a ? [ids.a, ids.b] : []) });
  const subject = aSubject({ tags: { [ids.b]: { source: '', at: 0, how: 'typed' } } });
  expect(holds({ ask: 'tag', tagId: ids.a, has: true }, subject, frame)).toBe(true);
  expect(holds({ ask: 'tag', tagId: ids.b, has: true }, subject, frame)).toBe(false);
});

test('the last 60 days are today and the 59 before it', () => {
  const none: Query = { ask: 'count', types: ['mail'], within: { lastDays: 60 }, times: { max: 0 } };
  const heard = (days: number) => aSubject({}, { activities: [anActivity('mail', days)] });
  expect(holds(none, heard(59))).toBe(false);
  expect(holds(none, heard(60))).toBe(true);
  expect(holds({ ...none, types: ['call'] }, heard(1))).toBe(true);
  const why = explain({ ...none, times: { min: 1 } }, heard(3), aFrame()).why.parts?.[1];
  expect(why?.found).toEqual({ count: 1, latest: [expect.any(String)] });
});

test('spend adds what has a rate', () => {
  const bought = (minor: number, currency: string) => ({
    ...anActivity('purchase', 5),
    amount: { minor, currency },
  });
  const subject = aSubject({}, { activities: [bought(500, 'EUR'), bought(900, 'XXX'), bought(700, 'EUR')] });
  const frame = aFrame({ worth: ({ minor, currency }) => (currency === 'EUR' ? minor : null) });
  const why = explain({ ask: 'spend', amount: { min: 1200, max: 1200 } }, subject, frame).why.parts?.[1];
  expect(why).toMatchObject({ holds: true, found: { number: 1200 } });
});

test('a figure that is not known is in no range', () => {
  const query: Query = { ask: 'measure', name: 'silence', range: {} };
  expect(holds(query, aSubject())).toBe(false);
  expect(holds(query, aSubject({}, { measures: { silence: 0 } }))).toBe(true);
  expect(holds({ ask: 'choice', name: 'stage', in: ['exit'] }, aSubject())).toBe(false);
});

test('a yearly date is found in its span, a contract once', () => {
  const dated = (kind: 'birthday' | 'contract', year: number) =>
    aSubject({
      dates: {
        [ids.a]: {
          kind,
          date: { calendar: 'gregorian', year, month: 6, day: 20 },
          source: '',
          at: 0,
          how: 'typed',
        },
      },
    });
  const frame = aFrame({ today: dayNumber('2026-06-10') });
  const next: Query = { ask: 'date', kind: 'birthday', within: { nextDays: 10 } };
  expect(holds(next, dated('birthday', 1980), frame)).toBe(true);
  expect(holds({ ...next, within: { nextDays: 9 } }, dated('birthday', 1980), frame)).toBe(false);
  expect(holds({ ...next, kind: 'contract' }, dated('contract', 2020), frame)).toBe(false);
  expect(
    holds({ ask: 'date', kind: 'contract', within: { to: '2026-06-01' } }, dated('contract', 2020), frame),
  ).toBe(true);
});

test('a personal contact is found only where the kind is asked for', () => {
  const friend = aSubject({ kind: 'personal' });
  expect(holds({ all: [] }, friend)).toBe(false);
  expect(holds({ ask: 'kind', is: 'personal' }, friend)).toBe(true);
  expect(
    holds(
      {
        any: [
          { ask: 'kind', is: 'personal' },
          { ask: 'kind', is: 'work' },
        ],
      },
      friend,
    ),
  ).toBe(true);
  expect(wholeQuery({ ask: 'kind', is: 'personal' })).toEqual({ ask: 'kind', is: 'personal' });
});

test('what this version does not know finds nobody, turned round too', () => {
  const strange = { ask: 'weather', is: 'rain' } as unknown as Query;
  expect(holds(strange, aSubject())).toBe(false);
  expect(holds({ not: strange }, aSubject())).toBe(false);
  expect(holds({ any: [strange, { ask: 'kind', is: 'work' }] }, aSubject())).toBe(true);
  expect(explain({ not: strange }, aSubject(), aFrame()).why.parts?.[1]).toEqual({
    group: 'not',
    holds: null,
    parts: [{ holds: null }],
  });
});

test('a segment within a segment; one that is gone or asks for itself finds nobody', () => {
  const segments: Record<string, Query> = {
    [ids.a]: { ask: 'doNotContact', is: false },
    [ids.b]: { ask: 'segment', segmentId: ids.c, has: true },
    [ids.c]: { ask: 'segment', segmentId: ids.b, has: false },
  };
  const frame = aFrame({ segment: (id) => segments[id] });
  const within = (segmentId: string, has: boolean): Query => ({ ask: 'segment', segmentId, has });
  expect(holds(within(ids.a, true), aSubject(), frame)).toBe(true);
  expect(holds(within(ids.a, false), aSubject(), frame)).toBe(false);
  for (const id of [ids.b, ids.c, ids.d]) {
    expect(holds(within(id, true), aSubject(), frame)).toBe(false);
    expect(holds(within(id, false), aSubject(), frame)).toBe(false);
  }
  expect(isRing(ids.a, within(ids.b, true), (id) => segments[id])).toBe(false);
  expect(isRing(ids.b, within(ids.c, true), (id) => segments[id])).toBe(true);
});

test('answers, cases, deals, needs and consents', () => {
  const subject = aSubject(
    {
      consents: { mail: { state: 'withdrawn', basis: '', source: '', at: 0, how: 'typed' } },
      needs: {
        [ids.a]: {
          quote: 'Faster delivery',
          kind: 'latent',
          strength: 2,
          status: 'open',
          source: '',
          at: 0,
          how: 'typed',
        },
      },
    },
    {
      answers: [{ surveyId: ids.a, at: aFrame().today * 86_400_000, score: 3 }],
      cases: [{ id: ids.a, state: 'resolved' }],
      deals: [{ id: ids.a, state: 'open', expectedOn: '2026-06-12', closedAt: null }],
    },
  );
  const yes: Query[] = [
    { ask: 'consent', channel: 'mail', state: 'refused' },
    { ask: 'consent', channel: 'phone', state: 'none' },
    { ask: 'need', kind: 'latent', about: 'DELIVERY', unconfirmedDays: 3650 },
    { ask: 'answer', surveyId: null, score: { max: 6 }, has: true },
    { ask: 'answer', surveyId: ids.b, has: false },
    { ask: 'case', open: false },
    { ask: 'deal', state: 'open', within: { nextDays: 7 } },
  ];
  for (const query of yes) expect([query, holds(query, subject)]).toEqual([query, true]);
  expect(holds({ ask: 'need', status: 'met' }, subject)).toBe(false);
  expect(holds({ ask: 'deal', state: 'won' }, subject)).toBe(false);
  expect(holds({ ask: 'case', open: true }, subject)).toBe(false);
});
