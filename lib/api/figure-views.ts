import type { Day } from '@/lib/crm/calendar';
import type { ExitReason } from '@/lib/crm/exit-reasons';
import type { MeasureName } from '@/lib/crm/measure-names';
import type { Evidence, Words } from './views';

/** Figures of a contact as views show them. Types only, free of zod, JSON-safe. */

/** One figure: what it is, what it means, and how it was counted. */
export interface FigureView {
  name: MeasureName;
  /** As it is shown; null where there is too little data. */
  value: Words | null;
  /** What that means for this contact, or what is missing. */
  meaning: Words;
  /** On how much it rests: of the contact's own, and of all. */
  n: Words | null;
  method: Words;
  /** How it went over the last year, quarter by quarter; null where it was not known long enough. */
  trend?: Words | null;
  /** Figures that make it up. */
  parts: Words[];
  evidence: Evidence[];
}

export interface StageView {
  stage: 'exploration' | 'growth' | 'maturity' | 'decline' | 'exit';
  /** The day since which it stands there; null: not known yet. */
  since: Day | null;
  /** The rule that holds, in one sentence, and what would move it. */
  reason: Words;
  moves: Words | null;
  /** The user's own word against what is counted; then `reason` says what that is. */
  set: { reason: string; code: ExitReason | null; at: number; counted: FigureStage | null } | null;
}
export type FigureStage = StageView['stage'];

export interface FiguresView {
  /** At most two that are out of their usual range, each with its reason in `meaning`. */
  unusual: FigureView[];
  figures: FigureView[];
  /** Whether stage and figures of trade are told of this contact at all: not of somebody personal. */
  trade: boolean;
  stage: StageView | null;
  /** The day on which all contacts were last seen at once; null: never yet. */
  countedOn: Day | null;
}
