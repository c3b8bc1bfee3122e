import type { Evidence, Param, Words } from '@/lib/api/views';
import type { Activity } from '@/lib/crm/activities';
import { addDays, dayNumber } from '@/lib/crm/calendar';
import type { Contact, ContactDate, Need } from '@/lib/crm/contacts';
import { coming } from '@/lib/insight/dates';
import { exchangeOf } from '@/lib/insight/figures';
import { heardAt } from '@/lib/insight/query-clauses';
import { daysWithin, isWithin } from '@/lib/insight/query-days';
import { clausesOf } from '@/lib/insight/query-parts';
import type { Subject } from '@/lib/insight/query-subject';
import type { Today } from '@/lib/insight/today';
import { known } from './advise';
import type { EffectivePlay } from './catalogue/effective';
import { UNCONFIRMED_DAYS } from './catalogue/play';
import type { Measured } from './engine/features';
import { evidenceOf, provenanceOf } from './evidence';
import { shorten } from './topic';

type Said = EffectivePlay['says'][number];

const words = (key: string, params: Words['params'] = {}): Words => ({ key: `plays.${key}`, params });

/** What a play asks the user to do. */
export function titleOf({ id, title }: EffectivePlay): Words {
  return title === null ? words(`${id}_title`) : words('own', { text: title });
}

/** Why, with the contact's own figures: a bracket for each that the play speaks of. */
export function reasonOf(play: EffectivePlay, measured: Measured): Words {
  if (play.isOwn) return words(play.reason ? 'own' : 'own_reason', play.reason ? { text: play.reason } : {});
  // A condition of the user's own may not rest on what the product's sentence says.
  if (!isSaid(play, measured)) return words('own_reason');
  const params: Record<string, Param> = {};
  for (const said of play.says) if (isMeasure(said)) params[said] = rounded(said, measured[said]);
  return words(play.id, params);
}

/** Whether its sentence is true: every figure is known that it speaks of, and dates and needs are those of its own condition. */
function isSaid({ says, isAsked }: EffectivePlay, measured: Measured): boolean {
  return says.every((said) => {
    if (isMeasure(said)) return measured[said] !== undefined;
    return said === 'promise' || !isAsked;
  });
}

/** How many drafts there are of what is written again and again: the next is never the last one's. */
const DRAFTS: Readonly<Record<string, number>> = { greeting: 4, thanks: 2 };

/** The draft that belongs to it. @param done how often it was done for this contact */
export function draftOf({ id, text, isOwn }: EffectivePlay, name: string, done: number): Words | null {
  if (text !== null) return words('own', { text: text.replaceAll('{name}', name) });
  if (isOwn) return null;
  const drafts = DRAFTS[id];
  return words(drafts ? `${id}_text_${(done % drafts) + 1}` : `${id}_text`, { name });
}

/** What each bracket of the reason rests on: the activity itself where there is one. */
export function adviceEvidence(
  play: EffectivePlay,
  { contact, contactIds, activities, measures }: Subject & { contactIds: readonly string[] },
  today: Today,
): Evidence[] {
  const { says, isOwn } = play;
  if (isOwn || !isSaid(play, known(measures))) return [];
  const latest = (fits: (one: Activity) => boolean) =>
    activities.filter((one) => one.at <= today.now && fits(one)).sort((a, b) => b.at - a.at)[0];
  const proof: Partial<Record<Said, Activity | undefined>> = {
    silence: latest((one) => exchangeOf(one, contactIds) !== null),
    exchanges: latest((one) => exchangeOf(one, contactIds) !== null),
    sincePurchase: latest((one) => one.type === 'purchase'),
    purchases: latest((one) => one.type === 'purchase'),
    promise: latest((one) => one.type === 'promise'),
    promisesLate: latest((one) => one.type === 'promise' && one.promise?.by === 'me'),
  };
  return says.map((said) => {
    const activity = proof[said];
    if (activity) return evidenceOf(activity, today);
    const date = said === 'date' ? nextDate(contact, play, today) : undefined;
    if (date) return provenanceOf(date, 'from_date');
    const need = said === 'need' ? longestUnheard(contact, today) : undefined;
    if (need) return evidenceOfNeed(need);
    return {
      quote: null,
      words: words(isMeasure(said) && `from_${said}` in FIGURES ? `from_${said}` : 'from_figures', {
        on: { date: today.day },
      }),
      at: null,
      activityId: null,
      link: null,
    };
  });
}

/** The date that comes next of those that the play asks for. */
function nextDate({ dates }: Contact, { condition }: EffectivePlay, { day }: Today): ContactDate | undefined {
  const asked = clausesOf(condition).flatMap((clause) => (clause.ask === 'date' ? [clause] : []));
  return Object.values(dates)
    .flatMap((date) => {
      const next = date.asideAt === undefined ? coming(date, day) : null;
      return next ? [{ date, on: dayNumber(next.day) }] : [];
    })
    .filter(({ date, on }) =>
      asked.some(
        ({ kind, within }) => kind === date.kind && isWithin(daysWithin(within, dayNumber(day)), on),
      ),
    )
    .sort((a, b) => a.on - b.on)[0]?.date;
}

/** The open need that was heard of last so long ago that it is asked about again, the longest ago first. */
function longestUnheard({ needs = {} }: Contact, { day, dayAt }: Today): Need | undefined {
  return Object.values(needs)
    .filter(({ status }) => status === 'open')
    .filter((need) => addDays(dayAt(heardAt(need)), UNCONFIRMED_DAYS) <= day)
    .sort((a, b) => heardAt(a) - heardAt(b))[0];
}

/** A need in its own words, with when it was heard of last. */
function evidenceOfNeed(need: Need): Evidence {
  const at = heardAt(need);
  return {
    quote: shorten(need.quote, 300),
    words: words('from_need', { at: { moment: at } }),
    at,
    activityId: need.activityId ?? null,
    link: null,
  };
}

/** Figures of which the footnote says how they are counted. */
const FIGURES = {
  from_gap: 1,
  from_loyalty: 1,
  from_returns: 1,
  from_score: 1,
  from_openCases: 1,
  from_openDeals: 1,
};

function isMeasure(said: Said): said is Exclude<Said, 'date' | 'promise' | 'need'> {
  return said !== 'date' && said !== 'promise' && said !== 'need';
}

/** As a sentence says it: a share in percent, days and counts whole; a gap of at least two days. */
function rounded(said: string, value: number | string | undefined): Param {
  if (typeof value !== 'number') return value ?? '';
  if (said === 'returns' || said === 'overdue') return Math.round(100 * value);
  return said === 'gap' ? Math.max(2, Math.round(value)) : Math.round(value);
}
