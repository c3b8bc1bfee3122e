import type { LifecycleView, StageRow } from '@/lib/api/insights-views';
import { dayNumber } from '@/lib/crm/calendar';
import { CHOICE_MEASURES } from '@/lib/crm/measure-names';
import { monthName, monthOf } from '@/lib/insight/books/cohorts';
import { dwellOf, PHASES, stageSteps } from '@/lib/insight/books/lifecycle';
import { type Past, pastsOn } from '@/lib/insight/measures/past';
import { stageGround } from '@/lib/insight/measures/stage-now';
import { type Stage, stageOf } from '@/lib/insight/rhythm/stage';
import { quantile } from '@/lib/insight/value/rfm';
import { type At, type Books, figure, type Whom } from './insights-books';
import { fewerThan } from './insights-buyers';

const FEWEST = 10;
/** Months that are looked at for how long somebody stays, and those of them whose steps are shown. */
const MONTHS = 24;
const STEPS = 12;

/** Where contacts stand, for how long, and where they went from month to month. */
export function lifecycleView(ctx: At, whom: Whom): Promise<LifecycleView> {
  return figure(ctx, 'lifecycle', whom, (books): LifecycleView => {
    const { measures, today } = books;
    const people = tradedIn(books);
    const staged = people.filter((at) => measures.stage(at) !== null);
    const personal = [...books.personal].filter((at) => measures.stage(at) !== null).length;
    const lacking = fewerThan(FEWEST, personal > 0 ? 'staged' : 'contacts', staged.length);
    if (lacking) return lacking;
    const ends = monthEnds(books, MONTHS);
    const series = people.map((at) => stagesOn(books, at, ends));
    const seriesOf = new Map(people.map((at, place) => [at, series[place]!]));
    const now = staged.map((at) => {
      const { stage, since, set } = measures.stage(at)!;
      // Before the first daily run it is known by months.
      return { stage, set, since: since ?? ends[lastTurn(seriesOf.get(at)!, stage)] ?? today };
    });
    return {
      missing: null,
      contacts: staged.length,
      personal,
      stages: CHOICE_MEASURES.stage.map((stage): StageRow => {
        const own = now.filter((one) => one.stage === stage);
        const since = own.map((one) => today - one.since).sort((a, b) => a - b);
        const { months, n } = dwellOf(series, stage);
        return {
          stage,
          phase: PHASES[stage],
          count: own.length,
          set: own.filter((one) => one.set).length,
          days: since.length === 0 ? null : Math.round(quantile(since, 0.5)),
          months,
          spells: n,
        };
      }),
      steps: stageSteps(series.map((stages) => stages.slice(-STEPS - 1))),
      span: STEPS,
    };
  });
}

/** Contacts that stand in a stage now. */
export function stageMembers(books: Books, stage: string): string[] {
  const { measures, events } = books;
  return tradedIn(books).flatMap((at) => (measures.stage(at)?.stage === stage ? [events.ids[at]!] : []));
}

/** Those who count and have a stage, once they have been in touch. */
function tradedIn({ people, personal }: Books): number[] {
  return personal.size === 0 ? people : people.filter((at) => !personal.has(at));
}

/** Place from which on the last stages are this one; behind the end where the last is another. */
function lastTurn(stages: readonly (Stage | null)[], stage: Stage): number {
  let at = stages.length;
  while (at > 0 && stages[at - 1] === stage) at -= 1;
  return at;
}

/** Last days of so many months that are over, the earliest first. */
function monthEnds({ day }: Books, months: number): number[] {
  const now = monthOf(day);
  return Array.from({ length: months }, (_, at) => dayNumber(`${monthName(now - months + 1 + at)}-01`) - 1);
}

/** By contact, as long as nothing of it changes: figures that are taken over keep what was counted of its past. */
const known = new WeakMap<Past, (Stage | null)[]>();

function stagesOn(books: Books, at: number, ends: readonly number[]): (Stage | null)[] {
  const past = books.measures.past(at);
  const before = known.get(past);
  if (before) return before;
  const stages = stagesAt(books, at, ends);
  known.set(past, stages);
  return stages;
}

/** Where a contact stood on each of some days, the earliest first: by what had happened until then and by what is usual today. */
function stagesAt({ events, measures }: Books, at: number, days: readonly number[]): (Stage | null)[] {
  const first = events.days[events.offsets[at]!]!;
  const cadence = measures.param(at, 'cadence');
  // Before the first day nothing had happened.
  const began = days.filter((day) => !(first <= day)).length;
  const stages = pastsOn(events, at, days.slice(began)).map((past, n) => {
    const ground = stageGround(past, measures.common, cadence, days[began + n]!);
    return ground && stageOf(ground).stage;
  });
  return [...days.slice(0, began).map(() => null), ...stages];
}
