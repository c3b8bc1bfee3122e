import { expect, test } from 'vitest';
import { askedQuery, isIncomplete, UNCHOSEN } from '@/components/segments/group';
import type { Query } from '@/lib/crm/segments';

const TAG: Query = { ask: 'tag', tagId: '00000000-0000-4000-8000-00000000000a', has: true };
const NOT_CHOSEN: Query = { ask: 'tag', tagId: UNCHOSEN, has: true };

test('a group whose conditions all want nothing yet is left out, however it is joined', () => {
  expect(askedQuery({ any: [TAG, { any: [NOT_CHOSEN] }] })).toEqual({ any: [TAG] });
  expect(askedQuery({ all: [TAG, { not: { any: [NOT_CHOSEN] } }] })).toEqual({ all: [TAG] });
  expect(askedQuery({ not: { any: [TAG, { all: [{ any: [NOT_CHOSEN] }] }] } })).toEqual({
    not: { any: [TAG] },
  });
  expect(askedQuery({ all: [NOT_CHOSEN, { any: [] }] })).toEqual({ all: [] });
});

test.each<Query>([
  { ask: 'company', companyId: UNCHOSEN, has: false },
  { ask: 'segment', segmentId: UNCHOSEN, has: true },
  { ask: 'fact', field: 'city', has: 'isNot', value: ' ' },
  { ask: 'fact', field: 'size', has: 'range', range: {} },
  { ask: 'fact', field: 'size', has: 'range' },
  { ask: 'point', kind: 'email', has: 'contains', value: '' },
  { ask: 'added', within: {} },
  { ask: 'date', kind: 'birthday', within: { from: undefined } },
])('a condition that does not say yet what it wants is left out: %j', (unfinished) => {
  expect(askedQuery({ any: [TAG, unfinished] })).toEqual({ any: [TAG] });
});

test.each<Query>([
  { ask: 'fact', field: 'size', has: 'range', range: { min: 0 } },
  { ask: 'point', kind: 'email', has: 'empty' },
  { ask: 'added', within: { lastDays: 1 } },
  { ask: 'date', kind: 'birthday', within: { to: '2026-03-01' } },
])('a condition that says what it wants is asked: %j', (finished) => {
  expect(askedQuery({ any: [TAG, finished] })).toEqual({ any: [TAG, finished] });
});

test('a condition without an answer, and a group without a condition, are not finished', () => {
  const tag = { ask: 'tag', tagId: UNCHOSEN, has: true } as const;
  const city = { ask: 'fact', field: 'city', has: 'is', value: 'Oslo' } as const;
  expect(isIncomplete(city)).toBe(false);
  expect(isIncomplete(tag)).toBe(true);
  expect(isIncomplete({ any: [city, tag] })).toBe(true);
  expect(isIncomplete({ any: [] })).toBe(true);
  expect(isIncomplete({ ask: 'count', types: [], times: {} })).toBe(true);
  expect(isIncomplete({ ask: 'spend', amount: {} })).toBe(true);
  expect(isIncomplete({ ask: 'tier', tierId: null, has: true })).toBe(false);
});
