import { type Params, STAGES } from '../measure-params';
import { rhythmFrom } from '../rhythm/gaps';
import {
  type KeptStage,
  type Stage,
  type StageFacts,
  type StageVerdict,
  settle,
  stageOf,
} from '../rhythm/stage';
import type { Common } from './common';
import { type Basis, basisOf, returnsOf } from './figures';
import { gapsOf, type Past } from './past';

/** What a stage is told by, and on what: purchases, talks, or any exchange where nothing ever went both ways. */
export interface StageGround extends StageFacts {
  basis: Basis | 'talk';
}

/**
 * Null: there was no exchange and no purchase, or nobody was counted yet. Before the first count it is not known whether enough customers come
 * back for purchases to be judged: a stage told then by talks would be another one the next day.
 */
export function stageGround(past: Past, common: Common, cadence: number, today: number): StageGround | null {
  if (common.contacts === 0) return null;
  const basis = basisOf(past, common) ?? (past.both.n > 0 ? 'both' : past.talk.n > 0 ? 'talk' : null);
  if (!basis) return null;
  const series = past[basis];
  const gap = basis !== 'buy' && cadence > 0 ? cadence : rhythmFrom(gapsOf(series), common[basis]).gap;
  return {
    basis,
    // What was never answered is no meeting: whoever was written to often is still being explored.
    n: basis === 'talk' ? 0 : series.n,
    silence: today - series.last,
    gap,
    age: today - series.first,
    // Talks come in bouts: whoever is silent after one has not left as a customer has. There silence against their own rhythm tells.
    returns: basis === 'buy' ? returnsOf(past, common, today) : null,
    recent: series.recent,
    before: series.before,
  };
}

/** What daily runs kept of the stage, and the user's word for it. */
export type StageParams = Pick<
  Params,
  'cadence' | 'stage' | 'stageSince' | 'stageNext' | 'stageNextOn' | 'stageSet' | 'stageSetAt'
>;

/** The stage by the daily runs so far; undefined before the first. */
export function keptStage({ stage, stageNext, stageNextOn }: StageParams): KeptStage | undefined {
  const known = STAGES[stage - 1];
  const next = STAGES[stageNext - 1];
  if (!known) return undefined;
  return next ? { stage: known, next: { stage: next, on: stageNextOn } } : { stage: known };
}

export interface StageNow {
  stage: Stage;
  /** Number of the day since which it stands there; null: not known yet. */
  since: number | null;
  /** The user's own word; else by count. */
  set: boolean;
  verdict: StageVerdict | null;
  ground: StageGround | null;
}

/**
 * Where a contact stands: the user's word, else what the last daily run kept and today's look settle on.
 * @param moment number of the local day, and the local day of a minute since 1970
 */
export function stageNow(
  past: Past,
  params: StageParams,
  common: Common,
  { day: today, dayOf }: { day: number; dayOf(minutes: number): number },
): StageNow | null {
  const ground = stageGround(past, common, params.cadence, today);
  const verdict = ground && stageOf(ground);
  const set = STAGES[params.stageSet - 1];
  if (set) return { stage: set, since: dayOf(params.stageSetAt), set: true, verdict, ground };
  if (!verdict) return null;
  const kept = keptStage(params);
  const { stage } = settle(kept, verdict, today);
  const since = kept?.stage === stage ? params.stageSince : kept ? today : null;
  return { stage, since, set: false, verdict, ground };
}

/** What a daily run keeps: the parameters of the stage after today's look. @param since since when, at the first look */
export function settledParams(
  verdict: StageVerdict | null,
  params: StageParams,
  today: number,
  since: () => number,
): Pick<Params, 'stage' | 'stageSince' | 'stageNext' | 'stageNextOn'> {
  if (!verdict) return { stage: 0, stageSince: 0, stageNext: 0, stageNextOn: 0 };
  const kept = keptStage(params);
  const after = settle(kept, verdict, today);
  const moved = kept?.stage !== after.stage;
  return {
    stage: STAGES.indexOf(after.stage) + 1,
    stageSince: moved ? (kept ? today : since()) : params.stageSince,
    stageNext: after.next ? STAGES.indexOf(after.next.stage) + 1 : 0,
    stageNextOn: after.next?.on ?? 0,
  };
}
