import { expect, test } from 'vitest';
import {
  conditionOf,
  faultOf,
  formOf,
  OWN,
  type PlayForm,
  settingFrom,
} from '@/components/advising/play-form';
import { UNCHOSEN } from '@/components/segments/group';
import type { PlayRow } from '@/lib/api/advice-views';
import type { PlaySetting } from '@/lib/crm/plays';

const SEGMENT = { ask: 'segment', segmentId: '0190b1a0-0000-7000-8000-000000000001', has: true } as const;
const QUERY = { ask: 'measure', name: 'silence', range: { min: 30 } } as const;

function playWith(setting: PlaySetting | null): PlayRow {
  return {
    id: 'silent',
    title: { key: 'plays.own_title', params: { text: 'Get in touch' } },
    reason: null,
    draft: null,
    kind: 'write',
    channel: 'mail',
    condition: setting?.condition ?? QUERY,
    minutes: setting?.minutes ?? 10,
    coolingDays: 30,
    lever: 1,
    off: false,
    isOwn: false,
    setting,
    outcomes: { shown: 0, done: 0, dismissed: 0, later: 0, never: 0, ignored: 0 },
    done: null,
  };
}

/** What saving these fields keeps, or what is wrong with them. */
function saved(play: PlayRow | null, given: Partial<PlayForm>): PlaySetting | string | null {
  const form = { ...formOf(play), ...given };
  const condition = conditionOf(form, play);
  return faultOf(form, play, condition)?.words ?? settingFrom(form, play, condition);
}

test('a play of the product that is for a segment is set back to whom it ships for', () => {
  const forSegment = playWith({ condition: SEGMENT, minutes: 20 });
  expect(saved(forSegment, { segmentId: '' })).toEqual({ minutes: 20 });
  expect(saved(playWith({ condition: SEGMENT }), { segmentId: '' })).toBeNull();
  expect(saved(playWith(null), { segmentId: SEGMENT.segmentId })).toEqual({ condition: SEGMENT });
});

test('conditions of its own stay when something else is saved', () => {
  const other = { ...QUERY, range: { min: 90 } };
  expect(saved(playWith({ condition: other }), { minutes: '5' })).toEqual({ condition: other, minutes: 5 });
});

test('a play of the user says for whom it is', () => {
  expect(saved(null, { title: 'Send a card' })).toBeTypeOf('string');
  const own = saved(null, { title: 'Send a card', segmentId: SEGMENT.segmentId });
  expect(own).toMatchObject({ condition: SEGMENT, own: { title: 'Send a card' } });
});

test('a play takes conditions without a segment; one that is not finished is not saved', () => {
  const group = { join: 'all' as const, parts: [QUERY] };
  const own = saved(null, { title: 'Send a card', segmentId: OWN, group });
  expect(own).toMatchObject({ condition: { all: [QUERY] }, own: { title: 'Send a card' } });
  const open = { ask: 'tag', tagId: UNCHOSEN, has: true } as const;
  const unfinished = { ...group, parts: [QUERY, open] };
  expect(saved(null, { title: 'Send a card', segmentId: OWN, group: unfinished })).toBeTypeOf('string');
  const shipped = playWith(null);
  expect(formOf(shipped)).toMatchObject({ segmentId: '', group: { parts: [QUERY] } });
  expect(saved(shipped, { minutes: '5' })).toEqual({ minutes: 5 });
  const narrower = { join: 'all' as const, parts: [QUERY, { ask: 'kind', is: 'work' } as const] };
  expect(saved(shipped, { segmentId: OWN, group: narrower })).toEqual({ condition: { all: narrower.parts } });
  expect(saved(playWith({ condition: { all: narrower.parts } }), { segmentId: '' })).toBeNull();
});
