/** What views are shown: results of queries. Types only, free of zod, JSON-safe. */
import type { ActivityType, Direction } from '@/lib/crm/activities';
import type { Cadence, Channel, Consent, PointKind } from '@/lib/crm/contacts';
import type { Due, PartialDate } from '@/lib/crm/dates';
import type { Money, Provenance } from '@/lib/crm/row';
import type { Purpose } from '@/lib/crm/settings';
import type { PageKind, PersonRole } from '@/lib/sites/page-context';
import type { ComposeView } from './compose-views';
import type { DealLine } from './deal-views';
import type { MergedFrom } from './merge-views';
import type { TierView } from './tier-views';

export type Stage = 'exploring' | 'growing' | 'mature' | 'declining' | 'left';

/** A value inside a sentence; the view formats it in the user's language. */
export type Param =
  | string
  | number
  | { date: string } // YYYY-MM-DD
  | { due: Due }
  | { moment: number } // epoch ms
  | { money: Money };

/** A sentence by its dictionary key. `[..]` in the dictionary text marks what bears a footnote, in order of `evidence`. */
export interface Words {
  key: string;
  params: Record<string, Param>;
}

/** What a clause or a step rests on: shown as a footnote. */
export interface Evidence {
  /** The subject or sentence itself, as text; null where there is only a figure. */
  quote: string | null;
  words: Words;
  at: number | null;
  activityId: string | null;
  link: string | null;
}

/** One clause of the briefing: a bracket in the dictionary text for each of its evidence. */
export interface Clause {
  words: Words;
  evidence: Evidence[];
}

export type StepKind = 'promise' | 'task' | 'unanswered' | 'waiting' | 'cadence' | 'date' | 'first' | 'case';

/** One next step with its reason. `key` is stable, so that it can be snoozed. */
export interface Step {
  key: string;
  /** The key under which "never" is kept: of a birthday or a cadence not this time's alone, but every time's. */
  neverKey: string;
  kind: StepKind;
  contactId: string;
  title: Words;
  reason: Words;
  evidence: Evidence[];
  due: Due | null;
  /** Whole days since it was due; negative before. */
  lateDays: number;
  /** Set on steps that a row stands behind: `done` ticks that row. */
  activityId: string | null;
  taskId: string | null;
  caseId?: string;
  link: string | null;
}

export interface FactView {
  id: string;
  field: string;
  value: string;
  ref: string | null;
  /** Another value of the field was chosen in its place. */
  aside: boolean;
  /** The user said that this one holds. */
  confirmed?: boolean;
  provenance: Provenance;
}
export interface PointView {
  id: string;
  kind: PointKind;
  value: string;
  key: string;
  label: string | null;
  provenance: Provenance;
}
export interface DateView {
  id: string;
  kind: 'birthday' | 'anniversary' | 'contract' | 'renewal' | 'warranty' | 'other';
  label: string | null;
  date: PartialDate;
  /** Chinese text of a lunar date, e.g. 八月初九; null for a solar one. */
  lunarText: string | null;
  /** Next time it comes, YYYY-MM-DD; null when only a month is known. */
  next: string | null;
  /** Age on that day by 周岁 and 虚岁, when the year is known. */
  turning: { years: number; nominal: number } | null;
  provenance: Provenance;
}
/** What somebody needs. */
export interface NeedView {
  id: string;
  quote: string;
  kind: 'explicit' | 'latent';
  /** 1 to 3. */
  strength: number;
  status: 'open' | 'met' | 'dropped';
  /** When it was last heard that it holds, epoch ms. */
  confirmedAt: number | null;
  activityId: string | null;
}
export interface TagView {
  id: string;
  name: string;
  /** Names from the root down, the tag's own last. */
  path: string[];
}
export interface TimelineItem {
  id: string;
  type: ActivityType;
  at: number;
  precision: 'second' | 'minute' | 'day';
  direction: Direction | null;
  channel: string | null;
  subject: string;
  text: string;
  link: string | null;
  pinned: boolean;
  amount: Money | null;
  minutes: number | null;
  /** Of a mark of mood, -2 to 2. */
  value?: number;
  promise: { by: 'me' | 'them'; due: Due | null; doneAt: number | null; lateDays: number | null } | null;
  withOthers: { id: string; name: string }[];
  /** A website said whose it is, and nothing proves it. */
  claimed?: boolean;
  provenance: Provenance;
}
export interface TaskView {
  id: string;
  title: string;
  due: Due | null;
  doneAt: number | null;
  lateDays: number | null;
  contacts: { id: string; name: string }[];
}

/** 104 weeks, the last one today's. */
export interface PulseView {
  /** Monday of the first week, YYYY-MM-DD. */
  from: string;
  received: number[];
  sent: number[];
  /** Day on which contact is expected (cadence), YYYY-MM-DD. */
  expected: string | null;
}

export interface ContactView {
  id: string;
  name: string;
  kind: 'work' | 'personal';
  stage: Stage | null;
  tier: TierView | null;
  title: string | null;
  company: { id: string | null; name: string } | null;
  facts: FactView[];
  points: PointView[];
  dates: DateView[];
  tags: TagView[];
  consents: Partial<Record<Channel, Consent>>;
  doNotContact: { at: number; reason: string } | null;
  cadence: Cadence | null;
  autolog: boolean;
  /** What files said that has no field; times are epoch ms. */
  kept?: { name: string; value: string; source: string; at: number }[];
  addedAt: number;
  briefing: Clause[];
  steps: Step[];
  /** Pinned first, then newest first. */
  notes: TimelineItem[];
  timeline: TimelineItem[];
  timelineTotal: number;
  /** Open ones by due day, then those done in the last 14 days, the latest first. */
  tasks: TaskView[];
  pulse: PulseView;
  /** Those that are not resolved, the one whose first reply is due first before the others. */
  cases: { id: string; number: string; title: string; replyDueAt: number; repliedAt: number | null }[];
  /** Open ones, the one that is expected first before the others. */
  deals: DealLine[];
  /** Open ones, then those that are met or dropped; each group the last heard first. */
  needs: NeedView[];
  /** The last answer to a survey that gave a score. */
  score: {
    responseId: string;
    survey: string;
    at: number;
    type: 'nps' | 'csat' | 'ces';
    value: number;
    range: [number, number];
  } | null;
  others: { id: string; name: string; title: string | null }[];
  /** Contacts that were merged into this one, the last first. */
  mergedFrom: MergedFrom[];
  /** Rises with every change of this contact. */
  revision: string;
}

/** A row of the contacts table. */
export interface ContactRow {
  id: string;
  name: string;
  kind: 'work' | 'personal';
  stage: Stage | null;
  /** The level of customers; '' for none. */
  tier: string;
  company: string | null;
  title: string | null;
  address: string | null;
  phone: string | null;
  tags: string[];
  lastAt: number | null;
  next: Step | null;
  addedAt: number;
  /** 26 weeks. */
  pulse: { received: number[]; sent: number[] };
}

export interface ContactHit {
  id: string;
  name: string;
  title: string | null;
  company: string | null;
  address: string | null;
  /** What matched, when it was not the name. */
  matched: string | null;
}

export interface CompanyView {
  id: string;
  name: string;
  facts: FactView[];
  points: PointView[];
  contacts: ContactRow[];
  timeline: TimelineItem[];
  /** Companies that were merged into this one, the last first. */
  mergedFrom: MergedFrom[];
  revision: string;
}
export interface CompanyRow {
  id: string;
  name: string;
  people: number;
  domain: string | null;
  lastAt: number | null;
}
export interface TagNode extends TagView {
  parentId: string | null;
  synonyms: string[];
  /** Contacts with the tag itself, and with it or a tag under it. */
  own: number;
  total: number;
}

export interface TodayItem {
  contact: { id: string; name: string; company: string | null; stage: Stage | null };
  step: Step;
  /** Whole days since; null for what lies ahead. */
  ageDays: number | null;
}
export interface TodayView {
  waitingForYou: TodayItem[];
  youWaitFor: TodayItem[];
  due: TodayItem[];
  dates: TodayItem[];
  /** Tasks of nobody in particular. */
  tasks: TaskView[];
}

export interface ChangeView {
  id: string;
  op: string;
  caller: string;
  device: string;
  at: number;
  batchId: string | null;
  undoes: string | null;
  undone: boolean;
  canUndo: boolean;
  subjects: string[];
  edits: {
    table: string;
    id: string;
    path: string[];
    field: string;
    before: string | null;
    after: string | null;
  }[];
  /** All edits of the change, when only some are listed. */
  total: number;
}
export interface UndoResult {
  changeId: string;
  restored: number;
  /** Fields that were changed again since and were left as they are. */
  kept: { table: string; id: string; field: string }[];
}

/** As `ContactDraft` of the contract, without its validator. */
export interface ImportDraft {
  name: string;
  kind?: 'work' | 'personal';
  points: { kind: PointKind; value: string; label?: string; from?: DraftSource }[];
  facts: { field: string; value: string; from?: DraftSource }[];
  dates: { kind: DateView['kind']; label?: string; date: PartialDate; from?: DraftSource }[];
  tags: string[];
  note?: string;
  from?: DraftSource;
}
export interface DraftSource {
  source?: string;
  how?: Provenance['how'];
  evidence?: string;
  link?: string;
}

export interface WhenView {
  due: Due;
  /** The text without the date. */
  rest: string;
  index: number;
  length: number;
}
export interface Proposal {
  field: string;
  value: string;
  evidence: string;
  confidence: number;
}

/** A value that the page shows of a known contact, and that is not kept of them. */
export interface PageOffer {
  of: 'fact' | 'point';
  /** Field of the fact, or kind of the point. */
  field: string;
  value: string;
  /** What holds in its place now; null when there is nothing. */
  now: string | null;
}

/** What a chip may say: one of a fixed list, never the contact's text. */
export type MarkWord = 'late' | 'promise' | 'task' | 'waiting' | 'due' | 'check';
/** For one person of the reported context, by position. */
export interface Mark {
  known: boolean;
  word: MarkWord | null;
}

/** A recipe of the user's own; `file` is its text, to give away. */
export interface TaughtSite {
  /** Its first host: the key under which the settings keep it. */
  key: string;
  name: string;
  hosts: string[];
  /** Kinds of pages that it reads. */
  kinds: PageKind[];
  since: string;
  /** Recipe ids of the known sites of which it reads pages instead. */
  insteadOf: string[];
  file: string;
}
/** What came of a file with a recipe: its hosts, and whether it stands in place of what was taught of them, or of what is known. */
export interface TakenSite {
  hosts: string[];
  replaced: boolean;
  /** Recipe ids of known sites. */
  insteadOf: string[];
}
/** What was last read on a site that the user switched on: days, and how many of each role. Nobody is named. */
export interface SiteSeen {
  origin: string;
  /** `changed`: pages that used to be read are not any more. `unseen`: nothing was read there yet. */
  state: 'holds' | 'changed' | 'unseen';
  last: {
    kind: PageKind;
    day: string;
    variant: string | null;
    people: { role: PersonRole; count: number }[];
  }[];
  /** Pages of which nothing was read since, counted up to a few. */
  unread: { day: string; pages: number } | null;
}

/** What a site is read by, with its variants and their dates. */
export interface SiteReadings {
  /** Recipe id. */
  id: string;
  name: string;
  taught: boolean;
  hosts: string[];
  pages: { kind: PageKind; variants: { id: string; since: string; unseen: boolean }[] }[];
  seen: SiteSeen[];
}
export interface SiteView {
  origin: string;
  /** Recipe id, or `generic`. */
  site: string;
  /** It is read by a recipe of the user's own. */
  taught?: boolean;
  on: boolean;
  /** Answers to surveys of this site are taken from the page. */
  bridge: boolean;
  /** The text of drafts is read on it. */
  reads: boolean;
}
export interface OverlayState {
  on: boolean;
  folded: boolean;
  width: number;
  hiddenUntil: number | null;
  language: 'en' | 'zh-Hans' | 'zh-Hant';
  /** The text of drafts is read on this site. */
  reads: boolean;
  /** The browser's side panel shows this tab: the page keeps its room. */
  beside: boolean;
}

export interface TabPerson {
  key: string;
  /** As the page calls them. */
  name: string;
  address: string | null;
  role: PersonRole;
  title: string | null;
  company: string | null;
  place: string | null;
  points: { kind: PointKind; value: string }[];
  spoof: boolean;
  /** A mailing list, a robot: not offered as a contact. */
  automatic: boolean;
  contactId: string | null;
  /** As the user calls the contact; null of whoever is none. */
  contactName: string | null;
  /** By what the contact was recognised. */
  by: { kind: PointKind | 'thread' | 'name'; value: string; since: number | null } | null;
  /** The candidates bear the same name, and none of them has a point of this person. */
  byName: boolean;
  /** Contacts that may be meant: several have the address, or only the name is known. */
  candidates: ContactHit[];
}
export interface TabView {
  origin: string | null;
  site: string | null;
  kind: PageKind;
  state: 'off' | 'hidden' | 'nobody' | 'unrecognised' | 'reading';
  subject: string | null;
  permalink: string | null;
  direction: Direction | null;
  at: number | null;
  /** What of the page can be put on a time line: a mail, a conversation, a post, a comment of the person shown; null where there is nothing. */
  logs: 'mail' | 'message' | 'post' | 'comment' | null;
  /** Where people write to each other and in public, and no mail is to be spoken of. */
  network: boolean;
  /** That, with the name under which it is logged once; null where the page tells none. */
  event: { name: string | null; subject: string | null; permalink: string | null } | null;
  /** It is on the time line already. */
  logged: boolean;
  /** Offer "Log automatically" after the third manual log. */
  offerAutolog: boolean;
  people: TabPerson[];
  /** Key of the person shown. */
  person: string | null;
  /** Whose chip was clicked last in what the page shows now, and when (epoch ms). */
  clicked: { person: string; at: number } | null;
  contact: ContactView | null;
  /** What the page tells of the contact beyond what is kept. */
  offers: PageOffer[];
  /** The draft that is open, over whatever else the page shows. */
  compose: ComposeView | null;
  theme: 'light' | 'dark';
  /** What the product is for: the panel speaks in its words. */
  purpose: Purpose;
  folded: boolean;
  tabId: number | null;
  /** Of two views of a tab that with the greater one was made of what was told later, whichever of its documents told it. */
  generation: number;
}
