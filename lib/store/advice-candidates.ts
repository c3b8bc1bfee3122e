import type { EffectivePlay } from '@/lib/advice/catalogue/effective';
import { barredByTraits } from '@/lib/advice/engine/barred';
import { FEATURES, type Feature, FIGURE_OF, featureOf } from '@/lib/advice/engine/features';
import { sigmoid } from '@/lib/advice/engine/laplace';
import { phiOf } from '@/lib/advice/engine/learned';
import { stakeOf, timingOf } from '@/lib/advice/engine/score';
import { PLAYS } from '@/lib/advice/plays';
import { UNANSWERED_DAYS } from '@/lib/advice/situation';
import { CHOICE_MEASURES, type ChoiceMeasure, type MeasureName } from '@/lib/crm/measure-names';
import { wayOf } from '@/lib/insight/events';
import type { Measures } from '@/lib/insight/measures';
import { mayNeedNoAnswer } from '@/lib/insight/traits';
import type { Advisor } from './advice';
import type { Database } from './database';
import { placeIn } from './page-parts';
import { readMeasures } from './read-measures';
import { findMembers } from './segment-find';

/** So many stand first by their score alone. */
const FIRST = 80;

/**
 * Contacts whom the user took up and for whom a play may be advised, the likely best first, by packed pages alone: nobody's rows are
 * read. Left out is who is barred for certain: not to be contacted, who refused the channel or has no address for it, who waits for an
 * answer of the user. The score leaves the draw out; whoever shows advice weighs the first of them exactly. Behind the very first those who have something
 * open stand last: most often it is owed to them, and bars what could be suggested.
 */
export async function candidatesOf(
  db: Database,
  { plays, learned, when, usage }: Pick<Advisor, 'plays' | 'learned' | 'when' | 'usage'>,
): Promise<string[]> {
  const measures = await readMeasures(db, when.now, when.zone);
  const best = new Float64Array(measures.ids.length);
  const open = new Uint8Array(measures.ids.length);
  const asked = plays.filter((play) => !play.off);
  const features = new Features(measures);
  const waits = waitsFor(measures, PLAYS[usage.purpose].answerAfterDays);
  // All at once first: what only rows tell is then read in one going through.
  await findMembers(db, { any: asked.map(({ condition }) => condition) }, when, 'taken');
  for (const play of asked) {
    const { everybody, found } = await findMembers(db, play.condition, when, 'taken');
    const [score, isBarred, traits] = [
      scorer(play, features, learned),
      barredByTraits(play),
      everybody.traits(),
    ];
    for (let at = 0; at < found.length; at += 1) {
      if (found[at] !== 1 || isBarred(traits[at] as number)) continue;
      const id = everybody.ids[at] as string;
      const place = measures.ids[at] === id ? at : placeIn(measures.ids, id);
      if (place < 0 || (play.channel && waits(place, traits[at] as number))) continue;
      best[place] = Math.max(best[place] as number, score(place));
      open[place] = everybody.open[at] as number;
    }
  }
  const order = Array.from(best.keys())
    .filter((at) => (best[at] as number) > 0)
    .sort((a, b) => (best[b] as number) - (best[a] as number) || a - b);
  const [first, rest] = [order.slice(0, FIRST), order.slice(FIRST)];
  const isFree = (at: number) => open[at] === 0;
  const ordered = [...first, ...rest.filter(isFree), ...rest.filter((at) => !isFree(at))];
  return ordered.map((at) => measures.ids[at] as string);
}

/**
 * Says of the contact at a place whether they wait for an answer of the user for certain, by their newest exchange: `unanswered` says so of one
 * of whom more is known. Nothing else is written to them.
 * @param restDays for so many days a mail may rest
 */
function waitsFor(
  { events, moment }: Measures,
  restDays: number,
): (place: number, traits: number) => boolean {
  return (place, traits) => {
    if (mayNeedNoAnswer(traits)) return false;
    const { offsets, codes, at, days } = events;
    let newest = -1;
    for (let n = offsets[place + 1]! - 1; n >= offsets[place]!; n -= 1) {
      const way = wayOf(codes[n]!);
      if (way === 0) continue;
      // Of what went both ways within a minute it is not told which was the last.
      if (newest >= 0 && at[n] !== at[newest]) break;
      if (way !== 1) return false;
      newest = n;
    }
    if (newest < 0 || at[newest]! >= moment.minutes) return false;
    const since = moment.day - days[newest]!;
    return since >= restDays && since <= UNANSWERED_DAYS;
  };
}

/** What plays weigh, of those who are asked about: told once for all plays. */
class Features {
  private readonly columns = new Map<Feature, Float64Array>();

  constructor(readonly measures: Measures) {}

  /** Reads one of the contacts at places; 0 where it is not known, which is what is usual. */
  reader(name: Feature): (at: number) => number {
    const column = this.columns.get(name) ?? new Float64Array(this.measures.ids.length).fill(Number.NaN);
    this.columns.set(name, column);
    const figure = FIGURE_OF[name];
    const read = this.measures.reader(figure);
    return (at) => {
      const known = column[at] as number;
      if (!Number.isNaN(known)) return known;
      const value = featureOf(name, valueAt(figure, read(at))) ?? 0;
      column[at] = value;
      return value;
    };
  }
}

/** Chance by plays and what was learned, times what is at stake, of the contact at a place. */
function scorer(
  { id, prior, timing, lever }: EffectivePlay,
  features: Features,
  learned: Advisor['learned'],
): (at: number) => number {
  const { measures } = features;
  const slope = 1 + (learned.mean[0] ?? 0);
  const { play } = phiOf(learned, { playId: id, prior: 0, features: {} });
  const base = prior.base * slope + (learned.mean[1] ?? 0) + (play === null ? 0 : (learned.mean[play] ?? 0));
  const terms = FEATURES.flatMap((name, at) => {
    const weight = (prior.weights[name] ?? 0) * slope + (learned.mean[2 + at] ?? 0);
    return weight === 0 ? [] : [{ weight, feature: features.reader(name) }];
  });
  const grade = measures.reader('valueGrade');
  const moment = timing && measures.reader(timing.by);
  return (at) => {
    let logit = base;
    for (const { weight, feature } of terms) logit += weight * feature(at);
    const stake = stakeOf(valueAt('valueGrade', grade(at)));
    const fits = timing && moment ? timingOf(numberOr(moment(at)), timing) : 1;
    return sigmoid(logit) * stake * fits * lever;
  };
}

function valueAt(name: MeasureName, value: number): number | string | undefined {
  if (Number.isNaN(value)) return undefined;
  return name in CHOICE_MEASURES ? CHOICE_MEASURES[name as ChoiceMeasure][value] : value;
}

const numberOr = (value: number) => (Number.isNaN(value) ? undefined : value);
