import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Contact } from '@/lib/crm/contacts';
import { mendPoint } from '@/lib/exchange/mend-point';
import { completeness, type Part, WEIGHTS } from '@/lib/insight/completeness';
import { confirmedAt, contradictions, healthOf, STALE_AFTER, staleValues } from '@/lib/insight/health';

const NOW = Date.UTC(2026, 2, 2, 9);
const ground = { now: NOW, exists: (id: string) => id.startsWith('0') };
const stated = { source: '', how: 'typed' as const };

function contact(given: Partial<Contact> = {}): Contact {
  return {
    id: '00000000-0000-7000-8000-000000000000',
    schema: 1,
    clock: '',
    deletedAt: null,
    kind: 'work',
    name: 'Ingrid Solberg',
    facts: {},
    points: {},
    tags: {},
    dates: {},
    consents: {},
    doNotContact: null,
    cadence: null,
    autolog: false,
    ownerId: null,
    mergedInto: null,
    addedAt: NOW,
    ...given,
  };
}

const facts = fc.dictionary(
  fc.uuid(),
  fc.record(
    {
      field: fc.constantFrom('company', 'title', 'city', 'country', 'introducer', 'shoe'),
      value: fc.constantFrom('Oslo', 'oslo', 'Bergen', 'Buyer'),
      ref: fc.uuid(),
      at: fc.integer({ min: NOW - 3 * STALE_AFTER, max: NOW }),
      confirmedAt: fc.integer({ min: NOW - 2 * STALE_AFTER, max: NOW }),
      asideAt: fc.constant(NOW),
      source: fc.constant(''),
      how: fc.constant('typed' as const),
    },
    { requiredKeys: ['field', 'value', 'at', 'source', 'how'] },
  ),
  { maxKeys: 8 },
);
const points = fc.dictionary(
  fc.uuid(),
  fc.record({
    kind: fc.constantFrom('email' as const, 'phone' as const, 'url' as const, 'wechat' as const),
    value: fc.constantFrom('ann@x.example', 'ann', '+47 22 12 34 56'),
    key: fc.constantFrom('ann@x.example', 'unread:email:ann', 'tel-local:2212'),
    at: fc.integer({ min: NOW - 3 * STALE_AFTER, max: NOW }),
    source: fc.constant(''),
    how: fc.constant('import' as const),
  }),
  { maxKeys: 5 },
);
const contacts = fc
  .record({
    kind: fc.constantFrom('work' as const, 'personal' as const),
    name: fc.constantFrom('Ingrid', '', 'ann@x.example'),
    facts,
    points,
  })
  .map(contact);

describe('what is out of order', () => {
  test('each kind is told once, and nothing of the contact is changed', () => {
    fc.assert(
      fc.property(contacts, (one) => {
        const before = structuredClone(one);
        const kinds = healthOf(one, ground);
        expect(new Set(kinds).size).toBe(kinds.length);
        expect(one).toEqual(before);
      }),
    );
  });

  test('one of each contradiction put aside is a contradiction less; all but one put aside, and there is none', () => {
    fc.assert(
      fc.property(contacts, (one) => {
        for (const { ids } of contradictions(one)) {
          expect(ids.length).toBeGreaterThan(1);
          for (const id of ids.slice(1)) one.facts[id]!.asideAt = NOW;
        }
        expect(contradictions(one)).toEqual([]);
      }),
    );
  });

  test('what is confirmed now is not old, and is so again after a year and a day', () => {
    fc.assert(
      fc.property(contacts, (one) => {
        for (const { of, id } of staleValues(one, NOW)) one[of][id]!.confirmedAt = NOW;
        expect(staleValues(one, NOW)).toEqual([]);
        const shown = Object.values(one.facts).filter((fact) => fact.asideAt === undefined).length;
        expect(staleValues(one, NOW + STALE_AFTER + 86_400_000)).toHaveLength(
          shown + Object.keys(one.points).length,
        );
      }),
    );
  });

  test.each<[string, Partial<Contact>, string[]]>([
    [
      'nothing',
      { points: { a: { kind: 'email', value: 'i@x.example', key: 'i@x.example', at: NOW, ...stated } } },
      ['noCompany'],
    ],
    ['personal', { kind: 'personal' }, ['noWay']],
    [
      'an address for a name',
      {
        kind: 'personal',
        name: 'I@x.example',
        points: { a: { kind: 'email', value: 'i@x.example', key: 'i@x.example', at: NOW, ...stated } },
      },
      ['noName'],
    ],
    [
      'a relation to nobody',
      {
        kind: 'personal',
        points: { a: { kind: 'phone', value: '1', key: '+47221', at: NOW, ...stated } },
        facts: {
          b: {
            field: 'friend',
            value: 'Ola',
            ref: 'f0000000-0000-7000-8000-000000000000',
            at: NOW,
            ...stated,
          },
        },
      },
      ['relation'],
    ],
    [
      'a page alone reaches nobody',
      {
        kind: 'personal',
        points: { a: { kind: 'url', value: 'x.example', key: 'x.example', at: NOW, ...stated } },
      },
      ['noWay'],
    ],
  ])('%s', (_, given, kinds) => {
    expect(healthOf(contact(given), ground)).toEqual(kinds);
  });
});

describe('completeness', () => {
  test('the weights of a kind make a hundred', () => {
    for (const weights of Object.values(WEIGHTS))
      expect(Object.values(weights).reduce((sum, weight) => sum + weight, 0)).toBe(100);
  });

  test('it is a hundred less what is missing, and never falls when something is added', () => {
    fc.assert(
      fc.property(contacts, (one) => {
        const { percent, missing } = completeness(one);
        const weights = WEIGHTS[one.kind] as Partial<Record<Part, number>>;
        expect(percent).toBe(100 - missing.reduce((sum, part) => sum + weights[part]!, 0));
        one.tags['1'] = { at: NOW, ...stated };
        one.facts['2'] = { field: 'company', value: 'Fjordlys', at: NOW, ...stated };
        expect(completeness(one).percent).toBeGreaterThanOrEqual(percent);
      }),
    );
  });

  test('nothing known was never confirmed; what was put aside confirms nothing', () => {
    expect(confirmedAt(contact())).toBeNull();
    const aside = { field: 'title', value: 'Buyer', at: NOW, asideAt: NOW, ...stated };
    expect(confirmedAt(contact({ facts: { a: aside } }))).toBeNull();
  });
});

test.each<['email' | 'phone', string, string | null, string | null]>([
  ['email', 'ann (at) x.example', null, 'ann@x.example'],
  ['email', '<ann@x,example>', null, 'ann@x.example'],
  ['email', 'ann＠x。example', null, 'ann@x.example'],
  ['email', 'ann@x.example;', null, 'ann@x.example'],
  ['email', 'ann @ x.example', null, 'ann@x.example'],
  ['email', 'ann@x.example bob@x.example', null, null],
  ['email', 'ask Ann', null, null],
  ['phone', '22 12 34 56', 'NO', '+4722123456'],
  ['phone', '22 12 34 56', null, null],
  ['phone', '+47 22 12 34 56 (privat)', null, null],
  ['phone', 'reception', 'NO', null],
])('%s “%s” (%s) is mended as %s', (kind, value, region, key) => {
  expect(mendPoint(kind, value, region)?.key ?? null).toBe(key);
});
