import type { Evidence, Param, Words } from '@/lib/api/views';
import type { Activity } from '@/lib/crm/activities';
import type { Provenance } from '@/lib/crm/row';
import type { Today } from '@/lib/insight/today';
import { shorten } from './topic';

/** A sentence of the dictionary `advice`. */
export function words(key: string, params: Record<string, Param> = {}): Words {
  return { key: `advice.${key}`, params };
}

/** When it was, no more exact than it is known. */
export function momentOf(activity: Activity, today: Today): Param {
  return activity.precision === 'day' ? { date: today.dayAt(activity.at) } : { moment: activity.at };
}

const ONE_WAY: ReadonlySet<string> = new Set(['mail', 'message']);

/** What spoke for whose an event of a website is, where it was kept in the place of a quote; empty for all others. */
export function proofHeld({ channel, provenance }: Activity): string {
  const isTracked = channel === 'web' && provenance.how === 'survey';
  return (isTracked && provenance.evidence) || '';
}

/** The activity as a footnote: its own words, and what, when and by whom it was. */
export function evidenceOf(activity: Activity, today: Today): Evidence {
  const quote = proofHeld(activity) ? '' : activity.provenance.evidence;
  const said = quote || activity.subject || activity.text;
  return {
    quote: said ? shorten(said.replace(/\s+/g, ' ').trim(), 300) : null,
    words: words(`from_${sourceKey(activity)}`, { at: momentOf(activity, today) }),
    at: activity.at,
    activityId: activity.id,
    link: activity.link,
  };
}

function sourceKey({ type, direction, promise }: Activity): string {
  if (type === 'promise') return promise?.by === 'them' ? 'promise_theirs' : 'promise_mine';
  return ONE_WAY.has(type) && direction ? `${type}_${direction}` : type;
}

/** A figure or a state that no single activity shows. */
export function figure(key: string, params: Record<string, Param> = {}, at: number | null = null): Evidence {
  return { quote: null, words: words(key, params), at, activityId: null, link: null };
}

/** Where a value of the profile is from. */
export function provenanceOf(value: Provenance, key: string, quote: string | null = null): Evidence {
  const typed = value.how === 'typed' || !value.source;
  return {
    quote: value.evidence ?? quote,
    words: typed
      ? words(`${key}_typed`, { at: { moment: value.at } })
      : words(`${key}_source`, { at: { moment: value.at }, source: value.source }),
    at: value.at,
    activityId: null,
    link: value.link ?? null,
  };
}
