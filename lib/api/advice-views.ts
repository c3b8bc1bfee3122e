/** What is shown of advice. Types only, free of zod, JSON-safe. */
import type { Compared } from '@/lib/advice/engine/effect';
import type { Day } from '@/lib/crm/calendar';
import type { Channel } from '@/lib/crm/contacts';
import type { NotWhy } from '@/lib/crm/outcomes';
import type { PlayKind, PlaySetting } from '@/lib/crm/plays';
import type { Query } from '@/lib/crm/segments';
import type { Evidence, Param, Words } from './views';

/** One reason for or against. */
export interface WhyReason {
  /** A feature of the engine, or `learned`. */
  name: string;
  /** In log-odds. */
  amount: number;
  /** The contact's own figure: a number, or a word of a few. */
  value: Param | null;
}

export interface AdviceWhy {
  /** Probability that it is done, and of the play where nothing special is known. */
  chance: number;
  usual: number;
  for: WhyReason[];
  against: WhyReason[];
  factors: { drawn: number; value: number; timing: number; lever: number };
  /** How often it was done of those answered, by Wilson. */
  learned: { done: number; of: number; low: number; high: number } | null;
  /** What would have been said in its place, and its score as a share of the first's. */
  runnerUp: { title: Words; chance: number; share: number } | null;
  /** The reason without which the next one would stand first. */
  flip: string | null;
  rejected: { title: Words; why: string }[];
}

/** One step that is advised. */
export interface AdviceView {
  contactId: string;
  playId: string;
  kind: PlayKind;
  channel: Channel | null;
  minutes: number;
  title: Words;
  reason: Words;
  evidence: Evidence[];
  /** A draft of what to write or say. */
  draft: Words | null;
  why: AdviceWhy;
}

/** Advice on one contact; what was rejected where there is none. */
export interface ContactAdvice {
  advice: AdviceView | null;
  /** Something would be advised, and is held out to compare. */
  held: boolean;
  rejected: AdviceWhy['rejected'];
}

/** A row of the day's plan. */
export interface PlanItem {
  contact: { id: string; name: string; company: string | null };
  advice: AdviceView;
}

/** What of advice fits into the day. */
export interface PlanView {
  /** Minutes that the user has, and what the duties take of them. */
  minutes: number;
  duties: number;
  items: PlanItem[];
  /** Behind what fits. */
  rest: PlanItem[];
  /** Contacts held out in either, to be told beside what was shown. */
  held: { items: string[]; rest: string[] };
}

/** A play on its page. */
export interface PlayRow {
  id: string;
  title: Words;
  reason: Words | null;
  draft: Words | null;
  kind: PlayKind;
  channel: Channel | null;
  condition: Query;
  minutes: number;
  coolingDays: number;
  lever: number;
  off: boolean;
  isOwn: boolean;
  /** What the user changed of it. */
  setting: PlaySetting | null;
  outcomes: Record<'shown' | 'done' | 'dismissed' | 'later' | 'never' | 'ignored', number>;
  /** Share done of those answered, by Wilson; null before the first answer. */
  done: { value: number; low: number; high: number; n: number } | null;
}

/** Who would get a play today. */
export interface PlayTrial {
  /** Whom its condition finds, and who of a sample nothing bars. */
  count: number;
  sample: { id: string; name: string; bar: string | null }[];
}

/** The engine on the user's own past. */
export interface BacktestView {
  /** Days that were looked at, contacts, and what the plays would have said. */
  from: string;
  to: string;
  contacts: number;
  said: number;
  plays: { title: Words; said: number; hits: number; low: number; high: number; usual: number | null }[];
  /** Answers to advice in their order: how well the chance was told, by plays alone and with what was learned. */
  answered: {
    n: number;
    lossPlays: number;
    lossLearned: number;
    bins: { from: number; to: number; said: number; came: number; n: number }[];
  } | null;
  offPolicy: {
    ips: number;
    snips: number;
    dm: number;
    dr: number;
    ess: number;
    n: number;
    done: number;
  } | null;
}

/** Whom something was suggested about beside who was held out. */
export interface EffectView {
  /** What had to come: anything from them, or a purchase. */
  of: 'contact' | 'purchase';
  /** Days within which it had to. */
  days: number;
  /** Contacts that must have been advised before anybody is held out, and how many were by then. */
  needs: number;
  advised: number;
  /** Least of a group for anything to be said. */
  fewest: number;
  /** Since when some are held out; null: not yet. */
  since: Day | null;
  /** Turns that are younger than the days. */
  early: number;
  total: Compared;
  plays: (Compared & { playId: string; title: Words })[];
}

export type { NotWhy };
