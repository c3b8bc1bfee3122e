import { dayFromNumber, dayNumber } from '@/lib/crm/calendar';
import type { Contact } from '@/lib/crm/contacts';
import { fieldOfPoint, valuesIn } from '@/lib/crm/field-values';
import type { Clause } from '@/lib/crm/segments';
import { lastMove } from '@/lib/crm/tier-now';
import { comesOnce, coming } from './dates';
import { exchangeOf } from './figures';
import { type Days, daysWithin, inRange, isWithin } from './query-days';
import type { Ask } from './query-parts';
import type { Frame, Subject } from './query-subject';
import { consentOf } from './traits';

/** What was found where a clause looked: shown beside it as the reason. */
export type Found =
  /** Values of a field, a way to reach somebody, what somebody needs. */
  | { texts: string[] }
  /** Tags or companies by which it holds. */
  | { ids: string[] }
  | { number: number | null }
  | { word: string | null }
  /** `YYYY-MM-DD`. */
  | { days: string[] }
  /** How many, and the latest of them. */
  | { count: number; latest: string[] };

interface Answer {
  holds: boolean;
  found: Found;
}

type Of<A extends Ask> = Extract<Clause, { ask: A }>;
type Asked = Exclude<Ask, 'segment'>;

const MOST_LATEST = 5;

/** Each kind of clause, asked of one contact. */
export const CLAUSES: { [A in Asked]: (clause: Of<A>, subject: Subject, frame: Frame) => Answer } = {
  kind: ({ is }, { contact }) => ({ holds: contact.kind === is, found: { word: contact.kind } }),
  fact: (clause, { contact }, { fold }) => {
    const texts = valuesIn(contact, clause.field);
    return { holds: textsHold(clause, texts, fold), found: { texts } };
  },
  point: (clause, { contact }, { fold }) => {
    const texts = valuesIn(contact, fieldOfPoint(clause.kind));
    return { holds: textsHold(clause, texts, fold), found: { texts } };
  },
  tag: ({ tagId, has }, { contact }, frame) => {
    const below = frame.tagsBelow(tagId);
    const ids = Object.keys(contact.tags).filter((id) => below.has(id));
    return { holds: ids.length > 0 === has, found: { ids } };
  },
  tier: ({ tierId, has }, { contact }) => {
    const move = lastMove(contact.tiers);
    const stands = move?.tierId ?? null;
    const holds = tierId === null ? stands !== null : stands === tierId;
    return { holds: holds === has, found: { texts: move && stands ? [move.name] : [] } };
  },
  company: ({ companyId, has }, { contact }) => {
    const refs = Object.values(contact.facts).flatMap((fact) =>
      fact.field === 'company' ? (fact.ref ?? []) : [],
    );
    return { holds: refs.includes(companyId) === has, found: { ids: [...new Set(refs)] } };
  },
  consent: ({ channel, state }, { contact }) => {
    const known = consentOf(contact, channel);
    return { holds: known === state, found: { word: known } };
  },
  doNotContact: ({ is }, { contact }) => ({
    holds: (contact.doNotContact !== null) === is,
    found: { texts: contact.doNotContact ? [contact.doNotContact.reason] : [] },
  }),
  cadence: ({ is }, { contact }) => ({
    holds: (contact.cadence !== null) === is,
    found: { number: contact.cadence?.days ?? null },
  }),
  date: ({ kind, within }, { contact }, frame) => {
    const days = datesWithin(contact, kind, daysWithin(within, frame.today));
    return { holds: days.length > 0, found: { days } };
  },
  added: ({ within }, { contact }, frame) => {
    const day = frame.dayOf(contact.addedAt);
    return {
      holds: isWithin(daysWithin(within, frame.today), day),
      found: { days: [dayFromNumber(day)] },
    };
  },
  measure: ({ name, range }, { measures }) => {
    const value = measures[name];
    const number = typeof value === 'number' ? value : null;
    return { holds: inRange(range, number), found: { number } };
  },
  choice: (clause, { measures }) => {
    const value = measures[clause.name];
    const word = typeof value === 'string' ? value : null;
    return { holds: word !== null && clause.in.includes(word), found: { word } };
  },
  count: ({ types, exchange, direction, within, times }, { activities, contactIds }, frame) => {
    const days = daysWithin(within, frame.today);
    const counted = activities.filter(
      (one) =>
        (types.length === 0 || types.includes(one.type)) &&
        (!exchange || exchangeOf(one, contactIds) !== null) &&
        (direction === undefined || one.direction === direction) &&
        (!within || isWithin(days, frame.dayOf(one.at))),
    );
    return { holds: inRange(times, counted.length), found: listed(counted) };
  },
  spend: ({ within, amount }, { activities }, frame) => {
    const days = daysWithin(within, frame.today);
    let number = 0;
    for (const one of activities) {
      if (one.type !== 'purchase' || !one.amount) continue;
      if (!within || isWithin(days, frame.dayOf(one.at))) number += frame.worth(one.amount) ?? 0;
    }
    return { holds: inRange(amount, number), found: { number } };
  },
  answer: ({ surveyId, score, within, has }, { answers }, frame) => {
    const days = daysWithin(within, frame.today);
    const given = answers.filter(
      (one) =>
        (surveyId === null || one.surveyId === surveyId) &&
        (!score || inRange(score, one.score)) &&
        (!within || isWithin(days, frame.dayOf(one.at))),
    );
    return { holds: given.length > 0 === has, found: { count: given.length, latest: [] } };
  },
  need: ({ status, kind, about, unconfirmedDays }, { contact }, { fold, today, dayOf }) => {
    const texts = Object.values(contact.needs ?? {}).flatMap((need) =>
      (status === undefined || need.status === status) &&
      (kind === undefined || need.kind === kind) &&
      (about === undefined || fold(need.quote).includes(fold(about))) &&
      (unconfirmedDays === undefined || today - dayOf(heardAt(need)) >= unconfirmedDays)
        ? [need.quote]
        : [],
    );
    return { holds: texts.length > 0, found: { texts } };
  },
  deal: ({ state, within }, { deals }, frame) => {
    const days = daysWithin(within, frame.today);
    const found = deals.filter((one) => {
      if (one.state !== state) return false;
      if (!within) return true;
      if (state === 'open') return one.expectedOn !== null && isWithin(days, dayNumber(one.expectedOn));
      return one.closedAt !== null && isWithin(days, frame.dayOf(one.closedAt));
    });
    return { holds: found.length > 0, found: { count: found.length, latest: [] } };
  },
  case: ({ open }, { cases }) => {
    const count = cases.filter((one) => one.state !== 'resolved').length;
    return { holds: count > 0 === open, found: { count, latest: [] } };
  },
};

/** Whether what a clause names is there: a tag or a level that was deleted cannot be told, else "without" it would be everybody. */
export function namesWhatIs(clause: Clause, frame: Frame): boolean {
  if (clause.ask === 'tag') return frame.tagsBelow(clause.tagId).size > 0;
  return clause.ask !== 'tier' || clause.tierId === null || frame.isTier(clause.tierId);
}

function listed(rows: readonly { id: string; at: number }[]): Found {
  const latest = [...rows].sort((a, b) => b.at - a.at || (a.id < b.id ? 1 : -1)).slice(0, MOST_LATEST);
  return { count: rows.length, latest: latest.map(({ id }) => id) };
}

/** What is asked of texts: of a field, or of a way to reach somebody. */
export type OfTexts = Pick<Of<'fact'>, 'has' | 'value' | 'range'>;

/** Whether it holds for who has these texts and no others. */
export function textsHold(clause: OfTexts, texts: readonly string[], fold: Frame['fold']): boolean {
  return texts.some(textTest(clause, fold)) !== isTurned(clause);
}

/** Whether a clause holds for who has no text that passes `textTest`, and for nobody else. */
export const isTurned = ({ has }: OfTexts): boolean => has === 'empty' || has === 'isNot';

/** Whether any text passes, whatever it says. */
export const isOfAny = ({ has }: OfTexts): boolean => has === 'empty' || has === 'filled';

/** What it asks of one text. */
export function textTest(
  { has, value = '', range = {} }: OfTexts,
  fold: Frame['fold'],
): (text: string) => boolean {
  switch (has) {
    case 'empty':
    case 'filled':
      return () => true;
    case 'range':
      return (text) => inRange(range, numberIn(text));
    case 'contains': {
      const wanted = fold(value);
      return (text) => fold(text).includes(wanted);
    }
    case 'is':
    case 'isNot': {
      const wanted = fold(value);
      return (text) => fold(text) === wanted;
    }
    default:
      return () => false;
  }
}

/** A number as people write it in a field: `1 200`, `1,200.50`, `1,5`. Null for any other text. */
function numberIn(text: string): number | null {
  const plain = text
    .normalize('NFKC')
    .replace(/[\s']/g, '')
    .replace(/,(?=\d{3}(\D|$))/g, '')
    .replace(',', '.');
  return /^[-+]?\d+(\.\d+)?$/.test(plain) ? Number(plain) : null;
}

const EARLIEST = dayNumber('1900-01-01');
const A_YEAR = 366;

/** Days within a span on which dates of a kind fall. A yearly date falls once in any year, so that with an open beginning the last year is looked at. */
export function datesWithin(contact: Contact, kind: Of<'date'>['kind'], [from, to]: Days): string[] {
  const days = Object.values(contact.dates).flatMap((date) => {
    if (date.kind !== kind || date.asideAt !== undefined) return [];
    const start = Number.isFinite(from) ? from : comesOnce(date) ? EARLIEST : to - A_YEAR;
    const next = coming(date, dayFromNumber(Number.isFinite(start) ? start : EARLIEST));
    return next && dayNumber(next.day) <= to ? [next.day] : [];
  });
  return days.sort();
}

/** When a need was heard last. */
export const heardAt = ({ confirmedAt, at }: NonNullable<Contact['needs']>[string]): number =>
  confirmedAt ?? at;
