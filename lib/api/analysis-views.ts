/** What the analysis of a survey shows. Types only, free of zod, JSON-safe. */
import type { Audience } from '@/lib/crm/schedules';
import type { Difference } from '@/lib/insight/comparing/differences';
import type { Driver, Drivers } from '@/lib/insight/drivers/drivers';
import type { Texts } from '@/lib/surveys/form';
import type { Counted } from './insights-views';
import type { Interval } from './survey-views';

/** A dimension, or a question that stands for itself. */
export interface Rated {
  key: string;
  dimension: string | null;
  title: Texts | null;
}

export type IndexView = Counted<{
  /** Of weight 0: rated, and in no index. */
  rows: (Interval & { dimension: string; weight: number })[];
  /** Over all dimensions that count, 0 to 100; null where none does, or fewer than two rated one. */
  total: Interval | null;
  /** Earlier answers of the same people, which are left out. */
  repeated: number;
}>;

export type DriversView = Counted<
  Omit<Drivers, 'kind' | 'drivers'> & {
    measure: 'nps' | 'csat' | 'ces';
    /** Earlier answers of the same people, which are left out. */
    repeated: number;
    /** The strongest first; `performance` is the mean, 0 to 100 of its scale. */
    drivers: (Omit<Driver, 'at'> & Rated & { performance: number })[];
    /** Rated by too few of those who gave the score: left out. */
    left: (Rated & { n: number })[];
  }
>;

/** What answers are told apart by: tags or segments of the contacts, or what was chosen at a question. */
export type ComparedBy = 'tag' | 'segment' | { question: string };

/** A group beside all who are not in it; `others.chance` is corrected for the number of groups looked at. */
export interface GroupRow {
  /** Id of the tag, the segment or the choice; `yes` and `no`. */
  key: string;
  /** Of a tag or a segment; null for a choice, whose words stand in `title`. */
  name: string | null;
  title: Texts | null;
  figure: Interval;
  others: Difference;
}

export type CompareView = Counted<{
  measure: 'nps' | 'csat' | 'ces';
  /** People whose newest answer stands in a group or beside one. */
  n: number;
  /** Earlier answers of theirs, which are left out. */
  repeated: number;
  rows: GroupRow[];
}>;

export type TopicsView = Counted<{
  /** Comments that were read: the newest. */
  comments: number;
  /** Older ones that were not, where there are very many. */
  unread: number;
  topics: {
    term: string;
    /** Answers that speak of it. */
    n: number;
    /** The score of those whose newest comment speaks of it, beside those who wrote of other things; null where either are too few. */
    others: Difference | null;
    quotes: { responseId: string; text: string; score: number | null }[];
  }[];
  measure: 'nps' | 'csat' | 'ces' | null;
}>;

export type BiasView = Counted<{
  /** Share of those asked by a personal link who answered. */
  rate: Interval;
  /** By tag of ten and more who were asked: their share, and how it lies to the others. */
  rows: { tagId: string; name: string; rate: Interval; others: Difference }[];
}>;

/** What a wave asked otherwise than the one before, by the titles of the questions. */
export interface WaveChanges {
  dropped: Texts[];
  added: Texts[];
  reworded: Texts[];
  rescaled: Texts[];
}

export interface WaveRow {
  /** From 1. */
  number: number;
  from: string;
  /** Null where it has no end. */
  until: string | null;
  isNow: boolean;
  /** People asked in it, and how many of them answered. */
  asked: number;
  answered: number;
  /** People (and answers of nobody known) with a score. */
  n: number;
  /** People (and answers of nobody known) without one, or on an earlier scale alone: in no figure. */
  otherScale: number;
  /** Answers with a score of people who gave another one in the same wave: the newest counts. */
  repeated: number;
  figure: Interval | null;
  /** Over all dimensions, 0 to 100. */
  index: Interval | null;
  /** Against the wave before; null for the first, and where either are too few. `chance` is corrected for the number of waves looked at. */
  others: Difference | null;
  changes: WaveChanges | null;
}

export type WavesView = Counted<{
  scheduleId: string;
  schedules: { id: string; audience: Audience }[];
  measure: 'nps' | 'csat' | 'ces';
  /** Answers that lie in no wave. */
  outside: number;
  /** People who gave a score in two waves that follow each other. */
  both: number;
  rows: WaveRow[];
}>;

/** What became of low scores; a share is null where there is nobody to count. */
export interface LoopView {
  /** Of those that were given here: what a file brought is not counted. */
  answers: number;
  low: number;
  /** Low scores of nobody known: nobody can be written to. */
  strangers: number;
  /** Of low scores. */
  withCase: Interval | null;
  /** Of low scores of contacts: who heard something at all. */
  replied: Interval | null;
  /** Of those that are a day old: who heard something within it. */
  within24: Interval | null;
  /** Middle of the hours until then. */
  medianHours: number | null;
  /** Of the cases: whose customer was told what was done. */
  told: Interval | null;
  /** Of those who were told 30 days ago or longer: where somebody looked whether it holds. */
  rechecked: Interval | null;
  /** Low scores of contacts that nobody has handled, answered or made a case of. */
  open: number;
}
