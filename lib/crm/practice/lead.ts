import { COMPANIES } from './companies';
import { PHRASES } from './phrases';
import { type At, chance } from './random';
import type { PracticeEvent, PracticePerson } from './shape';
import { type Pace, story } from './stories';

type Given = 'key' | 'name' | 'language' | 'company' | 'title';

/** Who is written by hand: what is left out is empty, `pace` fills the years before the events. */
export type Lead = Pick<PracticePerson, Given> &
  Partial<Omit<PracticePerson, Given | 'addedAt'>> & { pace?: Pace; address?: string };

/** A lead as one of the practice people; its time line in order of time. */
export function asPerson({ pace, address, ...lead }: Lead, at: At): PracticePerson {
  const company = COMPANIES.find((one) => one.name === lead.company);
  const before = pace
    ? story(pace, PHRASES[lead.language], chance(seedOf(lead.key)), at, company?.currency ?? 'EUR')
    : [];
  return {
    kind: 'work',
    city: company?.city ?? null,
    tags: [],
    birthday: null,
    dates: [],
    consents: {},
    cadenceDays: null,
    autolog: true,
    tasks: [],
    ...lead,
    points: [
      { kind: 'email', value: address ?? `${lead.key}@${company?.domain ?? 'post.example'}` },
      ...(lead.points ?? []),
    ],
    addedAt: at((pace?.first ?? 60) + 2, '09:30'),
    events: [...before, ...(lead.events ?? [])].sort((a, b) => a.at - b.at),
  };
}

function seedOf(key: string): number {
  return [...key].reduce((sum, sign) => (sum * 31 + sign.codePointAt(0)!) >>> 0, 7);
}

/** Short ways to write events. */
export function pen(at: At) {
  const mail =
    (direction: 'in' | 'out') =>
    (day: number, time: string, subject: string, more: Partial<PracticeEvent> = {}): PracticeEvent => ({
      at: at(day, time),
      type: 'mail',
      direction,
      subject,
      ...more,
    });
  const event =
    (type: PracticeEvent['type']) =>
    (day: number, time: string, subject: string, more: Partial<PracticeEvent> = {}): PracticeEvent => ({
      at: at(day, time),
      type,
      subject,
      ...more,
    });
  return {
    received: mail('in'),
    sent: mail('out'),
    call: event('call'),
    meeting: event('meeting'),
    message: event('message'),
    purchase: event('purchase'),
    visit: event('visit'),
    promise: event('promise'),
    note: (day: number, text: string, pinned = false): PracticeEvent => ({
      at: at(day, '17:40'),
      type: 'note',
      text,
      pinned,
    }),
  };
}
