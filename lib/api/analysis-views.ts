/** What the analysis of a survey shows. Types only, free of zod, JSON-safe. */
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
  rows: (Interval & { dimension: string; weight: number })[];
  /** Over all dimensions, 0 to 100. */
  total: Interval;
}>;

export type DriversView = Counted<
  Omit<Drivers, 'kind' | 'drivers'> & {
    measure: 'nps' | 'csat' | 'ces';
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
  /** Answers that stand in a group or beside one. */
  n: number;
  rows: GroupRow[];
}>;

export type TopicsView = Counted<{
  /** Comments that were read. */
  comments: number;
  topics: {
    term: string;
    /** Answers that speak of it. */
    n: number;
    /** The score of those who speak of it, beside those who wrote of other things; null where either are too few. */
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
