import { type Day, dayFromNumber } from '@/lib/crm/calendar';
import {
  CHOICE_MEASURES,
  type ChoiceMeasure,
  type MeasureName,
  NUMBER_MEASURES,
  type NumberMeasure,
} from '@/lib/crm/measure-names';
import { type Events, lastValue } from './events';
import { birthOf, type OwnPromise, PARAMS, type Param, type Params } from './measure-params';
import type { Common } from './measures/common';
import { replyHours, returnsOf, strengthAt, type Worth, worthOf } from './measures/figures';
import { type Loyalty, type LoyaltyParams, loyaltyOf, loyaltyScore } from './measures/loyalty';
import { gapsOf, type Past, pastOf } from './measures/past';
import { type Run, runsOf } from './measures/runs';
import {
  type StageGround,
  type StageNow,
  type StageParams,
  stageGround,
  stageNow,
} from './measures/stage-now';
import { yearsOn } from './occurrences';
import { overdue, type Rhythm, rhythmFrom } from './rhythm/gaps';
import { type Rfm, rfmGroup, rfmScores } from './value/rfm';

/** Parameters of many contacts, as the store gives them. */
export interface MeasureParams {
  of(at: number, name: Param): number;
  promises(at: number): OwnPromise[];
}

/** Now: the number of the local day, minutes since 1970, and the local day of a minute. */
export interface MeasureMoment {
  day: number;
  minutes: number;
  dayOf(minutes: number): number;
}

/** A figure by place, of those of whom it was counted so far; NaN of the others. */
interface Column {
  values: Float64Array;
  /** 1 for whom it was counted; null: for everybody. */
  counted: Uint8Array | null;
}

/**
 * Figures of contacts at a moment, derived from what is stored: by name for one, or a column for all. Nothing is counted before it is
 * asked for, and nothing twice.
 */
export class Measures {
  readonly today: Day;
  private pasts: (Past | undefined)[];
  private stages: ({ now: StageNow | null } | undefined)[];
  private readonly columns = new Map<MeasureName, Column>();

  constructor(
    readonly events: Events,
    readonly stored: MeasureParams,
    readonly common: Common,
    readonly moment: MeasureMoment,
  ) {
    this.today = dayFromNumber(moment.day);
    this.pasts = new Array(events.ids.length);
    this.stages = new Array(events.ids.length);
  }

  /** Ids of the contacts, in the order of the columns. */
  get ids(): string[] {
    return this.events.ids;
  }

  /**
   * A figure of everybody: numbers, or places in `CHOICE_MEASURES`; NaN where it is not known. The same array each time.
   * @param asked marks of those of whom it is wanted; of others it may be NaN although it could be told
   */
  column(name: MeasureName, asked?: Uint8Array): Float64Array {
    const column = this.begun(name);
    const { values, counted } = column;
    if (!counted) return values;
    const count = this.counter(name);
    for (let at = 0; at < values.length; at += 1) {
      if (counted[at] === 1 || (asked && asked[at] === 0)) continue;
      values[at] = count(at);
      counted[at] = 1;
    }
    if (!asked) column.counted = null;
    return values;
  }

  /** Reads the same of the contacts at places, of nobody else. Good until something else is waited for: columns may go over to the next state. */
  reader(name: MeasureName): (at: number) => number {
    const { values, counted } = this.begun(name);
    const count = this.counter(name);
    return (at) => {
      if (counted?.[at] === 0) {
        values[at] = count(at);
        counted[at] = 1;
      }
      return values[at]!;
    };
  }

  private begun(name: MeasureName): Column {
    const known = this.columns.get(name);
    if (known) return known;
    const size = this.ids.length;
    const column = { values: new Float64Array(size).fill(Number.NaN), counted: new Uint8Array(size) };
    this.columns.set(name, column);
    return column;
  }

  /**
   * Takes over the columns that were counted before, and counts those anew of whom something changed. What is the same for all (what is
   * usual, and the day) must be the same.
   * @param places by contact its place there; -1: count it anew
   */
  takeOver(before: Measures, places: Int32Array): void {
    const runs = runsOf(places);
    const inPlace =
      places.length === before.ids.length && runs.every(([at, place]) => place < 0 || place === at);
    if (inPlace) this.takeAway(before, runs);
    else this.copy(before, places, runs);
  }

  private copy(before: Measures, places: Int32Array, runs: readonly Run[]): void {
    for (let at = 0; at < places.length; at += 1) {
      const place = places[at]!;
      if (place < 0) continue;
      this.pasts[at] = before.pasts[place];
      this.stages[at] = before.stages[place];
    }
    for (const [name, own] of before.columns) {
      const { values, counted } = this.begun(name);
      for (const [at, place, size] of runs) {
        if (place < 0) continue;
        values.set(own.values.subarray(place, place + size), at);
        if (own.counted) counted!.set(own.counted.subarray(place, place + size), at);
        else counted!.fill(1, at, at + size);
      }
      if (!own.counted) this.column(name);
    }
  }

  /**
   * The same where everybody stands in the place of before: the arrays themselves go over, for to copy those of a hundred thousand contacts
   * takes longer than a command may. Whoever still asks the one before has them counted from its own events.
   */
  private takeAway(before: Measures, runs: readonly Run[]): void {
    const [{ pasts, stages }, columns] = [before, [...before.columns]];
    before.pasts = new Array(pasts.length);
    before.stages = new Array(stages.length);
    before.columns.clear();
    this.pasts = pasts;
    this.stages = stages;
    const anew = runs.flatMap(([at, place, size]) =>
      place < 0 ? Array.from({ length: size }, (_, n) => at + n) : [],
    );
    for (const at of anew) {
      pasts[at] = undefined;
      stages[at] = undefined;
    }
    for (const [name, column] of columns) {
      const { values, counted } = column;
      const count = this.counter(name);
      for (const at of anew) {
        values[at] = counted ? Number.NaN : count(at);
        if (counted) counted[at] = 0;
      }
      this.columns.set(name, column);
    }
  }

  /** A figure of the contact at a place as columns hold it. */
  private counter(name: MeasureName): (at: number) => number {
    if (!(name in CHOICE_MEASURES)) return (at) => this.number(name as NumberMeasure, at) ?? Number.NaN;
    const choices: readonly string[] = CHOICE_MEASURES[name as ChoiceMeasure];
    return (at) => {
      const value = this.choice(name as ChoiceMeasure, at);
      return value === null ? Number.NaN : choices.indexOf(value);
    };
  }

  /** Every figure of one contact by its name. */
  all(at: number): Record<MeasureName, number | string | null> {
    const numbers = NUMBER_MEASURES.map((name) => [name, this.number(name, at)]);
    const choices = Object.keys(CHOICE_MEASURES).map((name) => [
      name,
      this.choice(name as ChoiceMeasure, at),
    ]);
    return Object.fromEntries([...numbers, ...choices]);
  }

  number(name: NumberMeasure, at: number): number | null {
    return NUMBERS[name](this, at);
  }

  choice(name: ChoiceMeasure, at: number): string | null {
    switch (name) {
      case 'stage':
        return this.stage(at)?.stage ?? null;
      case 'rfm': {
        const scores = this.rfm(at);
        return scores && rfmGroup(scores);
      }
      case 'valueGrade':
        return this.grade(at);
    }
  }

  past(at: number): Past {
    this.pasts[at] ??= pastOf(this.events, at, this.moment.day);
    return this.pasts[at];
  }

  param(at: number, name: Param): number {
    return this.stored.of(at, name);
  }

  params(at: number): Params {
    const params = {} as Params;
    for (const name of PARAMS) params[name] = this.stored.of(at, name);
    return params;
  }

  promises(at: number): OwnPromise[] {
    return this.stored.promises(at);
  }

  /** How the contact is used to be in touch; a cadence that the user set stands for the gap. */
  rhythm(at: number): Rhythm {
    const rhythm = rhythmFrom(gapsOf(this.past(at).talk), this.common.talk);
    const cadence = this.param(at, 'cadence');
    return cadence > 0 ? { ...rhythm, gap: cadence } : rhythm;
  }

  /** What the stage is told by. */
  ground(at: number): StageGround | null {
    return stageGround(this.past(at), this.common, this.param(at, 'cadence'), this.moment.day);
  }

  stage(at: number): StageNow | null {
    this.stages[at] ??= { now: stageNow(this.past(at), this.stageParams(at), this.common, this.moment) };
    return this.stages[at].now;
  }

  rfm(at: number): Rfm | null {
    const { buy, purchases, spent } = this.past(at);
    if (buy.n === 0 || !this.common.rfm) return null;
    return rfmScores({ days: this.moment.day - buy.last, purchases, amount: spent }, this.common.rfm);
  }

  worth(at: number): Worth | null {
    return worthOf(this.past(at), this.common, this.moment.day);
  }

  loyalty(at: number): Loyalty | null {
    return loyaltyOf(...this.loyal(at));
  }

  loyaltyScore(at: number): number | null {
    return loyaltyScore(...this.loyal(at));
  }

  private loyal(at: number): [Past, LoyaltyParams, Common, number | null] {
    const past = this.past(at);
    const params = {
      score: this.param(at, 'score'),
      referred: this.param(at, 'referred'),
      answers: this.param(at, 'answers'),
    };
    return [past, params, this.common, returnsOf(past, this.common, this.moment.day)];
  }

  private stageParams(at: number): StageParams {
    return {
      cadence: this.param(at, 'cadence'),
      stage: this.param(at, 'stage'),
      stageSince: this.param(at, 'stageSince'),
      stageNext: this.param(at, 'stageNext'),
      stageNextOn: this.param(at, 'stageNextOn'),
      stageSet: this.param(at, 'stageSet'),
      stageSetAt: this.param(at, 'stageSetAt'),
    };
  }

  private grade(at: number): string | null {
    const past = this.past(at);
    if (past.buy.n === 0) return 'none';
    const { grades } = this.common;
    if (!grades) return null;
    const value = grades.by === 'worth' ? this.number('worth', at) : past.spent;
    if (value === null) return null;
    return value >= grades.high ? 'high' : value >= grades.middle ? 'middle' : 'low';
  }

  /** Own promises: kept in time, kept late, and late and still open. */
  kept(at: number): { kept: number; late: number; open: number } {
    const { day, dayOf } = this.moment;
    const counts = { kept: 0, late: 0, open: 0 };
    for (const { due, done } of this.promises(at)) {
      if (done !== null) counts[due === null || dayOf(done) <= due ? 'kept' : 'late'] += 1;
      else if (due !== null && due < day) counts.open += 1;
    }
    return counts;
  }
}

type Number_ = (of: Measures, at: number) => number | null;

const NUMBERS: Record<NumberMeasure, Number_> = {
  silence: (of, at) => since(of, of.past(at).talk),
  gap: (of, at) => (of.past(at).talk.n > 0 ? of.rhythm(at).gap : null),
  overdue: (of, at) => {
    const silence = since(of, of.past(at).talk);
    return silence === null ? null : overdue(silence, of.rhythm(at));
  },
  strength: (of, at) => {
    const past = of.past(at);
    return past.talk.n === 0 ? null : strengthAt(of.events, at, past, of.rhythm(at), of.moment.day);
  },
  exchanges: (of, at) => of.past(at).exchanges,
  purchases: (of, at) => of.past(at).purchases,
  spent: (of, at) => of.past(at).spent,
  sincePurchase: (of, at) => since(of, of.past(at).buy),
  recency: (of, at) => of.rfm(at)?.recency ?? null,
  frequency: (of, at) => of.rfm(at)?.frequency ?? null,
  monetary: (of, at) => of.rfm(at)?.monetary ?? null,
  returns: (of, at) => returnsOf(of.past(at), of.common, of.moment.day),
  worth: (of, at) => of.worth(at)?.expected ?? null,
  loyalty: (of, at) => of.loyaltyScore(at),
  promisesKept: (of, at) => of.kept(at).kept,
  promisesLate: (of, at) => of.kept(at).late,
  promisesOpen: (of, at) => of.kept(at).open,
  replyHours: (of, at) => replyHours(of.events, at, of.moment.minutes)?.hours ?? null,
  score: (of, at) => (of.param(at, 'score') > 0 ? of.param(at, 'score') - 1 : null),
  mood: (of, at) => lastValue(of.events, at, 'mood', of.moment.day),
  openCases: (of, at) => of.param(at, 'openCases'),
  openDeals: (of, at) => of.param(at, 'openDeals'),
  age: (of, at) => {
    const born = of.param(at, 'born');
    return born > 0 ? yearsOn(birthOf(born), of.today) : null;
  },
  sinceAdded: (of, at) => Math.max(0, of.moment.day - of.moment.dayOf(of.param(at, 'added'))),
};

function since({ moment }: Measures, { n, last }: Past['talk']): number | null {
  return n === 0 ? null : moment.day - last;
}
