import { expect, test } from 'vitest';
import { adviceEvidence, reasonOf } from '@/lib/advice/advice-words';
import { playsOf } from '@/lib/advice/catalogue/effective';
import { evidenceOf } from '@/lib/advice/evidence';
import type { ContactDate } from '@/lib/crm/contacts';
import type { PlaySetting } from '@/lib/crm/plays';
import { timelineItem } from '@/lib/store/views/timeline';
import { activity, CONTACT_ID, contact, NOW, OSLO } from './build';

const on = (kind: ContactDate['kind'], month: number, day: number, more: object = {}): ContactDate => ({
  kind,
  date: { calendar: 'gregorian', year: 2026, month, day },
  source: kind,
  at: NOW,
  how: 'import',
  ...more,
});

const DATES = {
  a: on('other', 11, 22),
  b: on('warranty', 12, 20),
  c: on('birthday', 11, 25),
  d: on('warranty', 11, 23, { source: 'put aside', asideAt: NOW }),
  e: on('contract', 12, 1),
};

const subject = {
  contact: contact({ dates: DATES }),
  contactIds: [CONTACT_ID],
  activities: [],
  measures: {},
} as unknown as Parameters<typeof adviceEvidence>[1];

test.each([
  ['warranty', 'warranty'],
  ['renewal', 'contract'],
  ['greeting', 'birthday'],
])('%s rests on a date of its own kind that stands', (id, source) => {
  const play = playsOf().find((one) => one.id === id)!;
  expect(adviceEvidence(play, subject, OSLO).map(({ words }) => words.params.source)).toEqual([source]);
});

test('a date behind the days that a play looks ahead is no reason of it', () => {
  const play = playsOf().find((one) => one.id === 'greeting')!;
  const toldOf = (day: number) =>
    adviceEvidence(
      play,
      { ...subject, contact: contact({ dates: { c: on('birthday', 12, day) } }) },
      { ...OSLO, day: '2026-11-24' },
    ).map(({ words }) => words.key);
  expect(toldOf(1)).toEqual(['advice.from_date_source']);
  expect(toldOf(2)).toEqual(['plays.from_figures']);
});

test.each(['need_check', 'warranty'])(
  '%s with a condition of the user says nothing of the product’s',
  (id) => {
    const condition = { ask: 'measure' as const, name: 'silence' as const, range: { min: 10 } };
    const play = (setting: PlaySetting) => playsOf({ [id]: setting }).find((one) => one.id === id)!;
    expect(reasonOf(play({ lever: 2 }), {}).key).toBe(`plays.${id}`);
    expect(reasonOf(play({ condition }), { silence: 12 }).key).toBe('plays.own_reason');
    expect(adviceEvidence(play({ condition }), subject, OSLO)).toEqual([]);
  },
);

test.each([
  ['claimed', true],
  ['token', undefined],
])(
  'an event of a website that kept %s for a quote is marked, and quoted by its own words',
  (evidence, claimed) => {
    const event = activity('purchase', NOW, {
      channel: 'web',
      subject: 'Pump',
      provenance: { source: 'shop.example', at: NOW, how: 'survey', evidence },
    });
    expect(timelineItem(event, new Map(), OSLO).claimed).toBe(claimed);
    expect(evidenceOf(event, OSLO).quote).toBe('Pump');
  },
);
