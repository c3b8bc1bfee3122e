/** What a survey asks, and when it is shown. Types only: the widget runs on this and ships no validator. */

export const QUESTION_TYPES = [
  'nps',
  'csat',
  'ces',
  'single',
  'multiple',
  'dropdown',
  'yesno',
  'matrix',
  'ranking',
  'slider',
  'text',
  'longtext',
  'email',
  'phone',
  'number',
  'date',
  'consent',
  'statement',
] as const;
export type QuestionType = (typeof QUESTION_TYPES)[number];

/** The author's words by language tag (`en`, `zh-Hans`, ...). */
export type Texts = Record<string, string>;

/**
 * What was answered to one question: a number (nps, csat, ces, slider, number), the id of a choice (single, dropdown), `yes` or `no`
 * (yesno), ids of choices (multiple in the form's order, ranking best first), choice ids by row (matrix), text (text, longtext,
 * email, phone), a day `YYYY-MM-DD` (date), `true` (consent). What was written beside the choice `other` stands under the
 * question's id followed by `.other`. A 0 is an answer; no answer is an absent key.
 */
export type Value = number | string | boolean | string[] | Record<string, string>;
export type Values = Record<string, Value>;

export const OPERATORS = [
  'is',
  'isNot',
  'anyOf',
  'noneOf',
  'has',
  'hasAll',
  'lt',
  'lte',
  'gt',
  'gte',
  'between',
  'contains',
  'lacks',
  'answered',
  'skipped',
] as const;
export type Operator = (typeof OPERATORS)[number];

/**
 * One comparison. `q` is the id of a question, `id.row` of a matrix, `id.0` the first place of a ranking (`id.1` the second), or `@name`: a hidden field, `@lang`, `@url`, `@score`.
 * `to` is what it is compared with: a number or text, a list (`anyOf`, `noneOf`, `hasAll`), a pair (`between`, both ends included).
 */
export interface Condition {
  q: string;
  is: Operator;
  to?: number | string | boolean | (number | string)[];
}
export type Rule = Condition | { all: Rule[] } | { any: Rule[] };

export interface Choice<T = string> {
  id: string;
  text: T;
  /** Adds to `@score` when chosen. */
  score?: number;
}

export interface Question<T = string> {
  /** Unique in the form, never used again for another question: `q1`. */
  id: string;
  type: QuestionType;
  /** May hold `{{q1}}` or `{{@name|friend}}`: see piping. */
  title: T;
  help?: T;
  required?: boolean;
  /** Asked only when this holds; a question that is not asked has no answer. */
  when?: Rule;
  /** Words at both ends of a scale. */
  ends?: [T, T];
  /** Both ends of csat (1 to 5 unless told), ces (1 to 7), slider (0 to 100), number, date (`YYYY-MM-DD`). nps is 0 to 10. */
  range?: [number, number] | [string, string];
  step?: number;
  /** How a csat scale is drawn; `numbers` unless told. */
  face?: 'stars' | 'faces' | 'numbers';
  choices?: Choice<T>[];
  /** Rows of a matrix; its columns are `choices`. */
  rows?: Choice<T>[];
  /** The words of a last choice `other`, with a field beside it. */
  other?: T;
  /** The choices (or rows) in an order of each visitor's own; `other` stays last. */
  shuffle?: boolean;
  /** How many may be picked, at least and at most. */
  pick?: [number, number];
  /** Longest text, in characters; 500 for a line and 5,000 for a text unless told. */
  most?: number;
  /** What it measures, for the results. The widget does not read it. */
  dimension?: string;
}

/** Goes to a later page or to an ending, when the rule holds. The first that holds decides; without one the next page follows. */
export interface Jump {
  when: Rule;
  to: string;
}

export interface Page<T = string> {
  id: string;
  questions: Question<T>[];
  next?: Jump[];
}

export interface Ending<T = string> {
  id: string;
  title: T;
  text?: T;
  link?: { text: T; url: string };
  /** https or http address that is opened instead. */
  redirect?: string;
  /** Shows the number of the case that this answer opens. */
  receipt?: boolean;
  /** What happens next, in its order; the first has happened already. At most `MOST_STEPS`. */
  steps?: T[];
}

/** So many steps of what happens next are shown. */
export const MOST_STEPS = 5;

export const FOLDS = ['sum', 'mean', 'min', 'max', 'count', 'first'] as const;
export type Fold = (typeof FOLDS)[number];

/** One part of a computed value: an answer or a number, counted while its rule holds. */
export interface Term {
  /** `q1`, `q1.row`, `@name` of a value computed before it or of a hidden field, `@score`. Absent: `value` is meant. */
  q?: string;
  value?: number;
  /** It is multiplied by this; in a mean this is its weight. 1 unless told. */
  times?: number;
  when?: Rule;
}

/**
 * A number that is computed from the answers: `@name` in rules and texts, a column of the results. What was not answered is left out;
 * of nothing comes nothing, but a `count` is 0. `first` is the first part whose rule holds: if, else if, else.
 */
export interface Computed {
  /** What stands behind the `@`. */
  name: string;
  by: Fold;
  of: Term[];
  /** Decimals, 0 to 6; 2 unless told. */
  round?: number;
}

/** Pages that follow each other, or questions of one page, in an order that is drawn for each who answers. */
export interface Block {
  id: string;
  /** Ids of the pages, or of the questions, in the author's order. */
  of: string[];
  /** Only so many of them are shown; all unless told. */
  shows?: number;
}

/** What was drawn, by id of the block: what was shown, in its order. */
export type Order = Record<string, string[]>;

/** The words of the first language that a translation was made of, by `idOf` the text and language; only where they were changed since. */
export type Stale = Record<string, Texts>;

export type Place = 'popover' | 'dialog' | 'inline' | 'tab' | 'page';

/** What makes it appear: milliseconds on the page, share of the page scrolled, the pointer leaving, a click, a name given to `track`, or code alone. */
export type Trigger =
  | { after: number }
  | { scroll: number }
  | { exit: true }
  | { click: string }
  | { track: string }
  | { code: true };

/** A rule over the address of the page; all that are not `not` are alternatives, each `not` forbids. */
export interface AddressRule {
  is?: string;
  starts?: string;
  has?: string;
  not?: boolean;
}

export interface Show {
  place: Place;
  /** Which side a popover or a feedback tab stands at. */
  side?: 'start' | 'end';
  on: Trigger;
  urls?: AddressRule[];
  /** From this visit on. */
  visits?: number;
  /** Share of the visitors who are asked, 0 to 1. */
  sample?: number;
  /** Days until the same visitor may be asked this again; absent: never twice. */
  again?: number;
  /** Days of quiet after any survey of this site; 30 unless told. */
  quiet?: number;
  /** Epoch ms after which nobody is asked. */
  until?: number;
  /** Nobody is asked any more after so many answers. */
  stop?: number;
  theme?: 'auto' | 'light' | 'dark';
}

/** `Form<Texts>` is what the author writes; `Form` is one language of one version, as the widget gets it. */
export interface Form<T = string> {
  v: 1;
  /** Ten letters and digits, public. */
  id: string;
  /** 1 for the first that was published; 0 while it is a draft. */
  version: number;
  /** `complaint` opens a case; `contact` waits to become a contact. */
  kind: 'survey' | 'complaint' | 'contact';
  title: T;
  /** Said before the first question on a full page. */
  intro?: T;
  /** What happens with the answer, under the form. */
  privacy?: { text: T; url?: string };
  /** The language of this form; of an author's form the first one, in which no text is missing. */
  lang: string;
  langs: string[];
  pages: Page<T>[];
  /** The first is the ordinary one. */
  endings: Ending<T>[];
  /** Each may rest on those before it. */
  computed?: Computed[];
  blocks?: Block[];
  show: Show;
}
export interface AuthorForm extends Form<Texts> {
  /** Translations to be looked at. It is no visitor's matter, and stands in no published version. */
  stale?: Stale;
}

/** What the loader needs to know of a form before it loads a byte more. */
export interface Due {
  id: string;
  version: number;
  show: Show;
}
