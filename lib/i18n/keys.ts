import type advice from './en/advice';
import type advising from './en/advising';
import type analysis from './en/analysis';
import type answers from './en/answers';
import type beside from './en/beside';
import type care from './en/care';
import type cases from './en/cases';
import type common from './en/common';
import type data from './en/data';
import type deals from './en/deals';
import type duplicates from './en/duplicates';
import type elsewhere from './en/elsewhere';
import type figures from './en/figures';
import type health from './en/health';
import type importing from './en/importing';
import type imports from './en/imports';
import type insights from './en/insights';
import type logic from './en/logic';
import type panel from './en/panel';
import type plays from './en/plays';
import type popup from './en/popup';
import type practice from './en/practice';
import type relations from './en/relations';
import type report from './en/report';
import type responses from './en/responses';
import type results from './en/results';
import type schedules from './en/schedules';
import type segments from './en/segments';
import type surveys from './en/surveys';
import type teach from './en/teach';
import type templates from './en/templates';
import type tiers from './en/tiers';
import type unfolded from './en/unfolded';
import type welcome from './en/welcome';
import type workspace from './en/workspace';

/** The English dictionaries are the list of keys: a key that is not in them does not compile. */
interface English {
  advice: typeof advice;
  advising: typeof advising;
  analysis: typeof analysis;
  answers: typeof answers;
  beside: typeof beside;
  care: typeof care;
  cases: typeof cases;
  common: typeof common;
  data: typeof data;
  deals: typeof deals;
  duplicates: typeof duplicates;
  elsewhere: typeof elsewhere;
  figures: typeof figures;
  health: typeof health;
  importing: typeof importing;
  imports: typeof imports;
  insights: typeof insights;
  logic: typeof logic;
  panel: typeof panel;
  plays: typeof plays;
  popup: typeof popup;
  practice: typeof practice;
  relations: typeof relations;
  report: typeof report;
  responses: typeof responses;
  results: typeof results;
  schedules: typeof schedules;
  segments: typeof segments;
  surveys: typeof surveys;
  teach: typeof teach;
  templates: typeof templates;
  tiers: typeof tiers;
  unfolded: typeof unfolded;
  welcome: typeof welcome;
  workspace: typeof workspace;
}

/** One file of words a language: loaded when the page that speaks them opens. */
export type Namespace = keyof English;

/** A file of words as the code sees it at run time. */
export type Dictionary = Readonly<Record<string, string>>;

type PluralSuffix = '_one' | '_other';

/** A key without its plural form; the forms for one vocabulary alone are no keys of their own. */
type Stem<Name extends string> = Name extends `${string}__${string}`
  ? never
  : Name extends `${infer Base}${PluralSuffix}`
    ? Base
    : Name;

type StemOf<Words> = Stem<keyof Words & string>;

/** `namespace.key`; the forms of a plural share the key without its suffix. */
export type Key = { [N in Namespace]: `${N}.${StemOf<English[N]>}` }[Namespace];

type EnglishText<K extends Key> = K extends `${infer N extends Namespace}.${infer Base}`
  ? Extract<keyof English[N], Base | `${Base}${PluralSuffix}`> extends infer Found
    ? Found extends keyof English[N]
      ? English[N][Found]
      : never
    : never
  : never;

type Placeholders<Text> = Text extends `${string}{${infer Name}}${infer Rest}`
  ? Name | Placeholders<Rest>
  : never;

/** What the sentence of a key wants filled in: its placeholders, by name. */
export type Blanks<K extends Key> = Placeholders<EnglishText<K>>;
