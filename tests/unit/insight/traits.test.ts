import fc from 'fast-check';
import { expect, test } from 'vitest';
import { Channel, type Contact, DateKind } from '@/lib/crm/contacts';
import { POINT_KINDS } from '@/lib/crm/point-kinds';
import type { Clause } from '@/lib/crm/segments';
import { CLAUSES } from '@/lib/insight/query-clauses';
import type { Frame, Subject } from '@/lib/insight/query-subject';
import {
  hasDate,
  isBarred,
  mayNeedNoAnswer,
  reachedBy,
  said,
  traitsOf,
  traitTest,
} from '@/lib/insight/traits';

type Traited = Pick<Contact, 'doNotContact' | 'consents' | 'points' | 'dates' | 'snoozes'>;

const NOTHING: Traited = { doNotContact: null, consents: {}, points: {}, dates: {} };
const from = { source: 'Test', at: 1, how: 'typed' as const };
const STATES = ['given', 'refused', 'withdrawn', 'asked'] as const;

const traited: fc.Arbitrary<Traited> = fc.record({
  doNotContact: fc.constantFrom(null, { at: 1, reason: '' }),
  consents: fc
    .array(fc.tuple(fc.constantFrom(...Channel.options), fc.constantFrom(...STATES)))
    .map((some) =>
      Object.fromEntries(some.map(([channel, state]) => [channel, { state, basis: '', ...from }])),
    ),
  points: fc
    .array(fc.constantFrom(...POINT_KINDS), { maxLength: 4 })
    .map((kinds) =>
      Object.fromEntries(kinds.map((kind, n) => [String(n), { kind, value: 'x', key: 'x', ...from }])),
    ),
  dates: fc
    .array(
      fc.tuple(
        fc.constantFrom(...DateKind.options),
        fc.constantFrom(undefined, 4),
        fc.constantFrom(undefined, 7),
      ),
      { maxLength: 4 },
    )
    .map((dates) =>
      Object.fromEntries(
        dates.map(([kind, day, asideAt], n) => [
          String(n),
          {
            kind,
            date: { calendar: 'gregorian' as const, month: 3, ...(day && { day }) },
            ...(asideAt && { asideAt }),
            ...from,
          },
        ]),
      ),
    ),
});

const CLAUSES_TOLD: Clause[] = [
  ...[true, false].map((is): Clause => ({ ask: 'doNotContact', is })),
  ...Channel.options.flatMap((channel) =>
    (['given', 'refused', 'none'] as const).map((state): Clause => ({ ask: 'consent', channel, state })),
  ),
  ...POINT_KINDS.flatMap((kind) =>
    (['empty', 'filled'] as const).map((has): Clause => ({ ask: 'point', kind, has })),
  ),
];

test('what traits tell is what the contact itself tells', () => {
  fc.assert(
    fc.property(traited, (contact) => {
      const traits = traitsOf(contact);
      const alone = (clause: Clause) =>
        (CLAUSES[clause.ask as 'point'] as (...given: unknown[]) => { holds: boolean })(
          clause,
          { contact } as Subject,
          {} as Frame,
        ).holds;
      for (const clause of CLAUSES_TOLD)
        expect([clause, traitTest(clause)?.(traits)]).toEqual([clause, alone(clause)]);
      for (const kind of DateKind.options) {
        const counts = Object.values(contact.dates).some(
          (one) => one.kind === kind && one.date.day !== undefined && one.asideAt === undefined,
        );
        expect(hasDate(kind)(traits)).toBe(counts);
      }
      expect(isBarred(traits)).toBe(contact.doNotContact !== null);
    }),
  );
});

test('what asks for more than yes or no is not told', () => {
  expect(traitTest({ ask: 'point', kind: 'email', has: 'contains', value: 'x' })).toBeNull();
  expect(traitTest({ ask: 'date', kind: 'birthday', within: { nextDays: 7 } })).toBeNull();
  expect(traitTest({ ask: 'kind', is: 'work' })).toBeNull();
});

test('the bits are stored: each keeps its place, and no two share one', () => {
  const one = (change: Partial<Traited>) => traitsOf({ ...NOTHING, ...change });
  const consent = (state: (typeof STATES)[number]) =>
    Channel.options.map((channel) => one({ consents: { [channel]: { state, basis: '', ...from } } }));
  const date = (kind: (typeof DateKind.options)[number]) =>
    one({ dates: { a: { kind, date: { calendar: 'gregorian', month: 3, day: 1 }, ...from } } });
  const address = (key: string) => one({ points: { a: { kind: 'email', value: 'x', key, ...from } } });
  const bits = [
    one({ doNotContact: { at: 1, reason: '' } }),
    ...consent('given').flatMap((bit, n) => [bit, consent('refused')[n]!]),
    ...POINT_KINDS.map((kind) => one({ points: { a: { kind, value: 'x', key: 'x', ...from } } })),
    ...(['birthday', 'anniversary', 'contract', 'renewal', 'other'] as const).map(date),
    address('noreply@lab.test') - address('ann@lab.test'),
    one({ snoozes: { step: null } }),
  ];
  expect(bits).toEqual(Array.from({ length: 27 }, (_, n) => 2 ** n));
  const later = DateKind.options.map(date).filter((bit) => !bits.includes(bit));
  expect(later).toEqual([2 ** 27]);
  expect(consent('withdrawn')).toEqual(consent('refused'));
  expect([one({}), ...consent('asked')]).toEqual([0, 0, 0, 0, 0, 0]);
});

test('somebody is reached by any address of the kinds that are asked for, and by none where none is asked for', () => {
  const traits = traitsOf({ ...NOTHING, points: { a: { kind: 'wechat', value: 'x', key: 'x', ...from } } });
  expect([
    reachedBy(['phone', 'wechat'])(traits),
    reachedBy(['phone'])(traits),
    reachedBy([])(traits),
  ]).toEqual([true, false, false]);
  expect(said('survey', 'none')(traits)).toBe(true);
  expect([traits, traitsOf({ ...NOTHING, snoozes: { step: 1 } })].map(mayNeedNoAnswer)).toEqual([
    false,
    true,
  ]);
});
