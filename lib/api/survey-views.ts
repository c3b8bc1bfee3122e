/** What views are shown of surveys, answers and cases. Types only, free of zod, JSON-safe. */
import type { CaseKind, CaseState } from '@/lib/crm/cases';
import type { Audience } from '@/lib/crm/schedules';
import type { Proof, ResponseFlag } from '@/lib/crm/surveys';
import type { AuthorForm, Question, Texts, Values } from '@/lib/surveys/form';

export interface SurveyRow {
  id: string;
  name: string;
  kind: AuthorForm['kind'];
  state: 'draft' | 'open' | 'closed';
  version: number;
  /** Complete answers that are not set aside. */
  answers: number;
  /** Answers that nobody has looked at. */
  fresh: number;
  lastAt: number | null;
  /** The figure of its first nps, else csat (a share), else ces; null before anybody gave one. */
  score: { type: 'nps' | 'csat' | 'ces'; figure: Interval } | null;
}

/** What the hub has of a survey: its last version as it is now, an older one, or none (which is so without a hub too). */
export type FormAtHub = 'none' | 'older' | 'latest';

export interface SurveyView extends SurveyRow {
  code: string;
  draft: AuthorForm;
  /** The last version, as visitors are shown it; null before the first. */
  published: AuthorForm | null;
  versions: { version: number; at: number }[];
  /** The draft says something else than the last version. */
  changed: boolean;
  followUp: boolean;
  /** What the author says in the report. */
  report: { purpose: string; proposals: string } | null;
  /** Where answers come in; null where no hub is connected. */
  hub: HubView | null;
  atHub: FormAtHub;
  /** Public key that the snippet pins, base64url of the raw point. */
  key: string;
}

/**
 * What is wrong with the hub: no connection address, or nothing there that answers to it; no way to it; another token; too many
 * questions; a form that it does not take; a fault of its own. A failed `hub.connect` has it as the message of `invalid`.
 */
export type HubProblem = 'address' | 'offline' | 'token' | 'busy' | 'refused' | 'server';

export interface HubView {
  /** Address without the token. */
  url: string;
  space: string;
  pulledAt: number | null;
  /** What went wrong last; null when all is well. */
  error: HubProblem | null;
  /** Versions that wait to be sent. */
  waiting: number;
  /** Answers that were not taken since it was connected: they do not open, or their form is unknown here. */
  refused: number;
}

export interface ResponseRow {
  id: string;
  surveyId: string;
  survey: string;
  contactId: string | null;
  /** Of the contact, else what the answer says, else null. */
  name: string | null;
  /** Where who answered can be written to: the contact's first mail address, else what the answer says. */
  address: string | null;
  at: number;
  done: boolean;
  proof: Proof;
  /** It came with a signature that no secret of this workspace made. */
  misSigned?: boolean;
  via: 'hub' | 'bridge' | 'text' | 'hand' | 'file';
  /** The file with which it came. */
  file?: string | null;
  /** The first nps, csat or ces that was answered, with its scale. */
  score: { type: 'nps' | 'csat' | 'ces'; value: number; range: [number, number] } | null;
  /** What was written, the longest text first. */
  comment: string;
  page: string | null;
  flags: ResponseFlag[];
  aside: { at: number; why: string } | null;
  /** What was decided about it, the last last. */
  looks: { at: number; kept: boolean; why?: string | undefined; flags: ResponseFlag[] }[];
  handledAt: number | null;
  caseId: string | null;
}

export interface ResponseView extends ResponseRow {
  version: number;
  lang: string;
  startedAt: number;
  receivedAt: number;
  /** The questions of the version that was shown, in the order that was drawn, and what it computes; a question that was not asked is missing. */
  questions: Question<Texts>[];
  values: Values;
  hidden: Record<string, string>;
  who: { id?: string; email?: string; name?: string; phone?: string };
  /** Contacts that it could belong to, by address, phone or name. */
  candidates: { id: string; name: string; why: string }[];
}

/** A figure with what it rests on. Shares are 0 to 1; NPS is -100 to 100. */
export interface Interval {
  value: number;
  low: number;
  high: number;
  n: number;
}

export interface QuestionResult {
  question: Question<Texts>;
  /** First and last version whose answers are counted here, where others asked it on another scale and stand by themselves. */
  versions?: [number, number];
  /** Who was asked and answered. */
  n: number;
  /** How often each value was given: numbers of a scale, ids of choices, `row|choice` of a matrix. */
  counts: { value: string; n: number }[];
  nps: (Interval & { promoters: number; passives: number; detractors: number }) | null;
  /** Share of 4 and 5 of a csat; mean of ces, slider, number. */
  share: Interval | null;
  mean: Interval | null;
  /** Of a question in a drawn order: to how many it was shown at each place, who answered there, and the mean of numbers. */
  places?: { place: number; shown: number; n: number; mean: number | null }[];
  /** Mean rank of each choice of a ranking, best first. */
  ranks: { value: string; mean: number }[] | null;
  /** Texts, the newest first, at most 500. */
  texts: { responseId: string; contactId: string | null; name: string | null; at: number; text: string }[];
  /** There are more texts than these. */
  textsCut?: boolean;
}

/** What can be asked of the answers to a survey, and what a filter that asks it names. */
export interface AnswerAsks {
  /** Every question of every version, the last scale of each first; in which versions, upwards, where others asked it on another scale. */
  questions: { question: Question<Texts>; versions: number[] | null }[];
  /** Of each schedule the waves that have begun, the newest first; `until` is null where one has no end. */
  schedules: {
    id: string;
    audience: Audience;
    names: Record<string, string>;
    waves: { number: number; from: string; until: string | null }[];
  }[];
  /** In which it was asked, in the order of the last version. */
  langs: string[];
}

/** A figure of one period; one of few answers is taken together with the next. */
export interface TrendPoint extends Interval {
  /** First and last local day, `YYYY-MM-DD`. */
  from: string;
  to: string;
  /** The smoothed level there, with its 95 % band. */
  level: { value: number; low: number; high: number };
  /** How it lies to the period before, the chance of error corrected for all such looks; null where either has too few. */
  change: { by: number; low: number; high: number; chance: number } | null;
}

/** A score that a goal can be set on, and both ends of what it can be. */
export interface GoalScale {
  of: 'nps' | 'csat' | 'ces' | 'index';
  /** Null: the index. */
  questionId: string | null;
  /** What the question asks, where the survey has several of its kind. */
  title: Texts | null;
  ends: [number, number];
}

/** A goal of a survey, and how the answers of the days that are shown stand to it, of its own people whatever group is shown. */
export interface GoalView extends Omit<GoalScale, 'ends'> {
  id: string;
  /** In the unit of the score: a share of a csat. */
  value: number;
  /** Local day, `YYYY-MM-DD`. */
  by: string;
  /** Whose answers count; `name` is null where it was deleted. Null: everybody's. */
  segment: { id: string; name: string | null } | null;
  /** What the score was when the goal was set; null where ten answers had not come. */
  was: (Interval & { at: number }) | null;
  figure: Interval | null;
  /**
   * The whole interval lies at or above it, below it, or on both sides; it rests on fewer than ten answers; there is no figure yet. It is not judged where it is
   * asked no more on a scale that holds the goal, its segment was deleted, or whom that holds cannot be told.
   */
  verdict: 'reached' | 'missed' | 'open' | 'few' | 'none' | 'unasked' | 'gone' | 'unclear';
  /** Of one that is open: about how many answers would tell; `never` where so many are out of reach. */
  needs: number | 'never' | null;
  /** Answers that are in no segment, for nobody knows whose they are. 0 where everybody's count. */
  unplaced: number;
  /** Its answers are those that the page shows: it can be drawn beside their figure. */
  isShown: boolean;
}

export interface ResultsView {
  surveyId: string;
  name: string;
  /** All answers, those that are whole, those set aside, those of somebody known. */
  counts: { all: number; done: number; aside: number; known: number };
  /** When the first and the last of all were given. */
  between: [number, number] | null;
  /** Middle of the time taken, in ms. */
  medianMs: number | null;
  questions: QuestionResult[];
  /** NPS (else the share of the first csat) over time, oldest first, and by tag of the contact. */
  trend: Record<'week' | 'month' | 'quarter', TrendPoint[]>;
  tags: ({ tagId: string; name: string } & Interval)[];
  /** What `trend` and `tags` measure. */
  measure: 'nps' | 'csat' | 'ces' | null;
  /** What goals can be set on. */
  scales: GoalScale[];
  goals: GoalView[];
  /** So many goals a survey may have. */
  mostGoals: number;
}

export interface CaseRow {
  id: string;
  number: string;
  kind: CaseKind;
  title: string;
  state: CaseState;
  owner: string;
  contacts: { id: string; name: string }[];
  openedAt: number;
  replyDueAt: number;
  repliedAt: number | null;
  resolvedAt: number | null;
  toldAt: number | null;
  recheckOn: string | null;
  recheckedAt: number | null;
}

export interface CaseView extends CaseRow {
  text: string;
  expectation: string;
  cause: string;
  responseId: string | null;
  activityId: string | null;
  link: string | null;
  /** Draft of a first reply in the language in which the customer wrote. */
  apology: string;
  /** What has to be asked before it can be resolved. */
  missing: ('expectation' | 'cause')[];
}
