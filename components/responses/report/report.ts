import type { DataTable } from '@/components/insights/table';
import type {
  BiasView,
  CompareView,
  DriversView,
  IndexView,
  LoopView,
  TopicsView,
  WavesView,
} from '@/lib/api/analysis-views';
import type { ResultsView, SurveyView } from '@/lib/api/survey-views';
import type { Query } from '@/lib/crm/segments';
import type { ToAnswers } from '../counted';
import { type Counted, plain, type Said } from '../counted-words';

/** What a report is made of: the survey, and what was counted of its answers. */
export interface ReportGround {
  survey: SurveyView;
  results: ResultsView;
  index: IndexView;
  drivers: DriversView;
  groups: CompareView;
  topics: TopicsView;
  bias: BiasView;
  waves: WavesView;
  loop: LoopView;
  /** Local day of the first and the last answer, as it is read; null without answers. */
  between: { first: string; last: string } | null;
  /** The day on which all this was counted, as it is read. */
  today: string;
  /** Addresses of the rows behind a number. */
  links: ReportLinks;
}

export interface ReportLinks {
  /** Answers of the survey: those that a number counts. */
  answers: ToAnswers;
  answer(id: string): string;
  survey: string;
  results: string;
  analysis: string;
}

/** A sentence, of whose numbers some lead to what they count; `rows` lead there beside it, and `href` to where the whole is counted. */
export interface Line extends Said {
  href?: string | undefined;
  rows?: readonly Counted[];
}

/** What could be done: generated of the figures, or the author's own. */
export interface Proposal extends Line {
  key: string;
  /** Whom it concerns, where it can be said: it can become a play for them. */
  whom?: Query | undefined;
}

export type Block =
  | ({ kind: 'line' } & Line)
  | { kind: 'quote'; text: string; href: string }
  | { kind: 'table'; label: string; table: DataTable }
  | { kind: 'drivers'; of: Extract<DriversView, { missing: null }> }
  | { kind: 'proposals'; survey: string; proposals: Proposal[] };

export interface ReportPart {
  id: 'background' | 'method' | 'scores' | 'factors' | 'proposals';
  title: string;
  blocks: Block[];
}

export const line = (said: string | Said, href?: string, rows?: readonly Counted[]): Block => ({
  kind: 'line',
  ...(typeof said === 'string' ? plain(said) : said),
  href,
  ...(rows ? { rows } : {}),
});
