import type { ActivityType } from '@/lib/crm/activities';
import { CHOICE_MEASURES, NUMBER_MEASURES } from '@/lib/crm/measure-names';
import { EVENT_KINDS, type Events } from '@/lib/insight/events';
import { PARAMS, type Params } from '@/lib/insight/measure-params';
import { type MeasureMoment, Measures } from '@/lib/insight/measures';
import type { Common } from '@/lib/insight/measures/common';

/** 2026-03-02, a Monday. */
export const TODAY = 20_514;

/** Something that happened `ago` days ago. */
export interface Happened {
  ago: number;
  type: ActivityType;
  direction?: 'in' | 'out';
  amount?: number;
}

export const bought = (ago: number, amount = 1000): Happened => ({ ago, type: 'purchase', amount });
export const mail = (ago: number, direction: 'in' | 'out'): Happened => ({ ago, type: 'mail', direction });
export const met = (ago: number): Happened => ({ ago, type: 'meeting' });

/** Events of people, one list each, at noon UTC. */
export function eventsOf(people: Happened[][]): Events {
  const lists = people.map((list) => [...list].sort((a, b) => b.ago - a.ago));
  const all = lists.flat();
  const offsets = new Int32Array(people.length + 1);
  for (const [at, list] of lists.entries()) offsets[at + 1] = offsets[at]! + list.length;
  const exchange = ({ type }: Happened) => ['mail', 'message', 'call', 'meeting', 'visit'].includes(type);
  return {
    ids: people.map((_, at) => `id-${String(at).padStart(6, '0')}`),
    offsets,
    at: Int32Array.from(all, ({ ago }) => (TODAY - ago) * 1440 + 720),
    days: Int32Array.from(all, ({ ago }) => TODAY - ago),
    codes: Uint8Array.from(all, (one) => {
      const direction = one.direction === 'in' ? 1 : one.direction === 'out' ? 2 : 0;
      return EVENT_KINDS[one.type] | (direction << 5) | (exchange(one) ? 128 : 0);
    }),
    values: Float64Array.from(all, ({ amount }) => amount ?? Number.NaN),
    orders: new Int32Array(all.length),
    withoutRate: 0,
  };
}

export function momentAt(day: number): MeasureMoment {
  return { day, minutes: day * 1440 + 720, dayOf: (minutes) => Math.floor(minutes / 1440) };
}

/** Figures of people of whom nothing is known besides their events. */
export function measured(
  people: Happened[][],
  common: Common,
  params: Partial<Params> = {},
  today = TODAY,
): Measures {
  const blank = Object.fromEntries(PARAMS.map((name) => [name, 0])) as Params;
  const stored = {
    of: (_: number, name: keyof Params) => ({ ...blank, ...params })[name],
    promises: () => [],
  };
  return new Measures(eventsOf(people), stored, common, momentAt(today));
}

export const NAMES = [
  ...NUMBER_MEASURES,
  ...(Object.keys(CHOICE_MEASURES) as (keyof typeof CHOICE_MEASURES)[]),
];
