import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { pieces, sentence } from '@/components/advice/words';
import { briefing } from '@/lib/advice/briefing';
import { evidenceOf } from '@/lib/advice/evidence';
import type { Situation } from '@/lib/advice/situation';
import { steps } from '@/lib/advice/steps';
import type { Evidence, Words } from '@/lib/api/views';
import { ActivityType } from '@/lib/crm/activities';
import { type Contact, DateKind } from '@/lib/crm/contacts';
import { LANGUAGES, type Language, loadLanguage, vocabulary } from '@/lib/i18n';
import english from '@/lib/i18n/en/advice';
import {
  activity,
  birthday,
  contact,
  daysAgo,
  mail,
  NOW,
  OSLO,
  openCase,
  promise,
  situation,
  task,
} from './build';

const dated = (kind: (typeof DateKind.options)[number], more: Partial<Contact['dates'][string]> = {}) =>
  Object.fromEntries(
    Object.entries(birthday({ calendar: 'gregorian', month: 11, day: 21 })).map(([id, date]) => [
      id,
      { ...date, kind, ...more },
    ]),
  );
const every = (days: number, since = 300) => contact({ cadence: { days, since: daysAgo(since) } });
const ages = [0, 1, 9, 94];
const subjects = ['', 'Invoice [draft] {count}'];
const dues = ['2026-08-26', '2026-11-20', '2026-11-21', '2026-12-24', null];

/** Situations that bring out every clause, step and footnote that there is. */
const SITUATIONS: Situation[] = [
  ...[daysAgo(400), null].flatMap((loggedSince) => [
    situation([], { loggedSince }),
    ...ages.flatMap((days) =>
      subjects.flatMap((subject) => [
        ...(['in', 'out'] as const).map((way) => situation([mail(way, days, subject)], { loggedSince })),
        situation([activity('call', daysAgo(days), { subject })], { loggedSince }),
        situation([mail('in', days), mail('in', days + 1), mail('out', days + 40)], { loggedSince }),
      ]),
    ),
    situation([activity('visit', daysAgo(2)), mail('out', 40)], { loggedSince }),
    situation([mail('in', 0), mail('in', 0.1)], { loggedSince }),
  ]),
  ...dues.flatMap((due) => [
    situation([promise('me', 100, due)]),
    situation([promise('them', 100, due)]),
    situation([promise('me', 100, due), mail('in', 3)]),
    situation([], { tasks: [task('Order form', due)] }),
  ]),
  ...[1, 30].flatMap((days) => [
    situation([], { contact: every(days) }),
    situation([mail('out', 30)], { contact: every(days) }),
    situation([activity('call', daysAgo(days))], { contact: every(days) }),
  ]),
  situation([], { contact: contact({ dates: dated('warranty', { label: 'Pump' }) }) }),
  ...DateKind.options.map((kind) => situation([], { contact: contact({ dates: dated(kind) }) })),
  situation([], {
    contact: contact({ dates: dated('other', { label: 'Met in Porto', how: 'import', source: 'LinkedIn' }) }),
    tasks: [task('x', null)],
  }),
  ...[
    birthday({ calendar: 'gregorian', year: 1988, month: 11, day: 24 }),
    birthday({ calendar: 'gregorian', month: 11, day: 22 }),
  ].map((dates) => situation([], { contact: contact({ dates }) })),
  ...[
    birthday({ calendar: 'lunar', year: 1988, month: 10, day: 16 }),
    birthday({ calendar: 'lunar', month: 10, day: 16 }),
    birthday({ calendar: 'lunar', year: 1984, month: 10, leap: true, day: 16 }),
    birthday({ calendar: 'lunar', month: 10, leap: true, day: 16 }),
  ].map((dates) => situation([], { contact: contact({ dates }) })),
  situation([], { contact: contact({ addedAt: NOW }) }),
  situation([], { contact: contact({ addedAt: daysAgo(4) }) }),
  situation([], {
    cases: [
      openCase({ replyDueAt: daysAgo(-1) }),
      openCase({ replyDueAt: daysAgo(1), text: '' }),
      openCase({ state: 'resolved', toldAt: daysAgo(30), recheckOn: '2026-11-21' }),
    ],
  }),
  situation([], {
    tasks: [{ ...task('From a card', null), provenance: { source: 'Signature', at: NOW, how: 'paste' } }],
  }),
];
const FOOTNOTES: Evidence[] = ActivityType.options.flatMap((type) =>
  ([null, 'in', 'out'] as const).map((direction) =>
    evidenceOf(activity(type, NOW, { direction, precision: direction ? 'day' : 'minute' }), OSLO),
  ),
);

const SAID: { words: Words; evidence: Evidence[] }[] = SITUATIONS.flatMap((one) => [
  ...briefing(one, OSLO),
  ...steps(one, OSLO).flatMap(({ title, reason, evidence }) => [
    { words: title, evidence: [] },
    { words: reason, evidence },
  ]),
]);
const ALL: Words[] = [
  ...SAID.flatMap(({ words, evidence }) => [words, ...evidence.map((one) => one.words)]),
  ...FOOTNOTES.map((one) => one.words),
];

const SPOKEN = (Object.keys(LANGUAGES) as Language[]).flatMap((language) =>
  (['sales', 'support', 'people'] as const).map((spoken) => [language, spoken] as const),
);

describe.each(SPOKEN)('every sentence in %s, in the words of %s', (language, spoken) => {
  beforeAll(async () => {
    vocabulary.value = spoken;
    await loadLanguage(language, ['advice']);
  });
  afterAll(() => {
    vocabulary.value = 'sales';
  });

  test('is whole: a known key, no blank left', () => {
    for (const words of ALL) {
      const said = sentence(words, NOW);
      const own = Object.values(words.params).some(
        (param) => typeof param === 'string' && said.includes(param),
      );
      expect(said, words.key).not.toMatch(/advice\.|undefined|NaN/);
      expect(own ? said.replaceAll('{count}', '') : said, words.key).not.toMatch(/[{}]/);
      expect(said.trim(), words.key).toBe(said);
      expect(said).not.toBe('');
    }
  });

  test('bears one footnote for each of its evidence, and text that was filled in bears none', () => {
    for (const { words, evidence } of SAID) {
      const marked = pieces(words, NOW).flatMap((piece) => (piece.evidence === null ? [] : [piece]));
      expect(
        marked.map((piece) => piece.evidence),
        `${words.key}: ${sentence(words, NOW)}`,
      ).toEqual(evidence.map((_, index) => index));
      expect(marked.every((piece) => piece.text.trim() !== '')).toBe(true);
    }
  });
});

test('no key of the dictionary is left unsaid', () => {
  const said = new Set(ALL.map((words) => words.key));
  // A form for one vocabulary is said wherever its sentence is.
  const stems = Object.keys(english).map(
    (key) => `advice.${key.replace(/_(?:one|other)$/, '').replace(/__\w+$/, '')}`,
  );
  expect(stems.filter((key) => !said.has(key))).toEqual([]);
});
