import type { DriversView, Rated } from '@/lib/api/analysis-views';
import { chance } from '@/lib/crm/practice/random';
import { driversOf } from '@/lib/insight/drivers/drivers';
import type { Texts, Value } from '@/lib/surveys/form';
import { scaleOf } from '@/lib/surveys/scale';
import { type Analysed, readAnalysis } from '../analysis-read';
import type { Database } from '../database';
import { rootFinder } from '../lookups';
import type { PackedAnswer } from '../packed-answers';
import { type Asked, answersTo, type Scope } from '../results-scope';
import type { Measured } from '../survey-measure';
import { newestOfEach } from './analysis-compare';

/** A column of figures: what it is of, and the way up its scale of each answer, 0 to 100. */
interface Column {
  what: Rated;
  of: Map<PackedAnswer, number>;
}

/** Who left a question out is left out with all answers: one that fewer of them gave would cost too many. */
const KNOWN = 0.6;
const MOST_WHOLE = 2 ** 31;
const SEED = 20_261_122;

/**
 * What moves the survey's score, of each person the newest answer that rates everything: one that was broken off takes nobody out, and two of one person resemble each other, and the interval of resampled
 * answers would be as narrow as if twice as many had been asked (Cameron & Miller 2015, Journal of Human Resources 50). Answers are read first; the resampling holds no
 * transaction, and lets the page breathe.
 */
export async function driversView(db: Database, scope: Scope, zone: string): Promise<DriversView> {
  const read = await readAnalysis(db, scope, zone, async (found) => ({
    ...found,
    rootOf: await rootFinder(db),
  }));
  const { measured, scores, rootOf } = read;
  if (!measured) return { missing: { what: 'score', needs: 1, has: 0 } };
  const { all, kept, complete, whole } = driverCases(read, measured, rootOf);
  const repeated = complete.length - whole.length;
  const cases = whole.map((answer) => [scores.get(answer)!, ...kept.map(({ of }) => of.get(answer)!)]);
  // The same answers give the same intervals.
  const luck = chance(SEED);
  const found = await driversOf(cases, {
    random: () => luck.whole(0, MOST_WHOLE - 1) / MOST_WHOLE,
    pause: () => new Promise((resolve) => setTimeout(resolve, 0)),
  });
  if (kept.length < 2 || found.kind === 'alone')
    return { missing: { what: 'drivers', needs: 2, has: kept.length } };
  if (found.kind === 'few') return { missing: { what: 'cases', needs: found.needed, has: found.n } };
  if (found.kind === 'flat') return { missing: { what: 'variation', needs: 1, has: 0 } };
  if (found.kind === 'unrelated') return { missing: { what: 'relation', needs: 1, has: 0 } };
  const { n, r2, method, resamples } = found;
  return {
    missing: null,
    measure: measured.type,
    repeated,
    n,
    r2,
    method,
    resamples,
    drivers: found.drivers.map(({ at, ...driver }) => ({
      ...driver,
      ...kept[at]!.what,
      performance: meanOf(whole.map((answer) => kept[at]!.of.get(answer)!)),
    })),
    left: all.filter((one) => !kept.includes(one)).map(({ what, n: known }) => ({ ...what, n: known })),
  };
}

/** What the drivers rest on: all columns and those that are kept, the answers that rate all of these, and of each person the newest. */
export function driverCases(read: Analysed, measured: Measured, rootOf: (contactId: string) => string) {
  const given = [...read.scores.keys()];
  const enough = KNOWN * newestOfEach(given, rootOf).length;
  const all = columnsOf(read, measured).map((column) => {
    const newest = newestOfEach(
      given.filter((answer) => column.of.has(answer)),
      rootOf,
    );
    return {
      ...column,
      n: newest.length,
      isVaried: new Set(newest.map((one) => column.of.get(one))).size > 1,
    };
  });
  // Who gave every time the same rating tells nothing, nor does a question that everybody answered alike.
  const kept = all.filter(({ n, isVaried }) => n >= enough && isVaried);
  const complete = given.filter((answer) => kept.every(({ of }) => of.has(answer)));
  return { all, kept, complete, whole: newestOfEach(complete, rootOf) };
}

const meanOf = (values: readonly number[]): number =>
  values.reduce((sum, one) => sum + one, 0) / values.length;

/** A question or a row of one, and what each answer says on its scale, 0 to 100. */
interface Scaled {
  key: string;
  title: Texts;
  dimension: string | undefined;
  asked: Asked;
  read(value: Value | undefined): number | null;
}

/**
 * Everything on a scale but the score itself: by dimension where there are two and more, as the mean of their questions, else question by
 * question. Questions without a dimension stand beside those that have one.
 */
function columnsOf({ questions, scores }: Analysed, measured: Measured): Column[] {
  const scaled = questions
    .filter(({ question }) => question.id !== measured.asked.question.id)
    .flatMap((asked) => scaledOf(asked));
  const dimensions = new Set(scaled.flatMap(({ dimension }) => dimension ?? []));
  const groups = new Map<string, { what: Rated; of: Scaled[] }>();
  for (const one of scaled) {
    const named = dimensions.size > 1 && one.dimension ? one.dimension : null;
    const key = named ? `dimension ${named}` : `question ${one.key}`;
    const group = groups.get(key) ?? {
      what: { key, dimension: named, title: named ? null : one.title },
      of: [],
    };
    group.of.push(one);
    groups.set(key, group);
  }
  return [...groups.values()].map(({ what, of }) => ({ what, of: meansOf(of, [...scores.keys()]) }));
}

/** What of a question is on a scale: the question, or each row of a matrix whose columns all have scores. */
function scaledOf(asked: Asked): Scaled[] {
  const { id, type, title, dimension, rows = [], choices = [] } = asked.question;
  const scale = type === 'number' ? null : scaleOf(asked.question);
  if (scale) {
    const read = (value: Value | undefined) => (typeof value === 'number' ? share(value, scale) : null);
    return [{ key: id, title, dimension, asked, read }];
  }
  const points = new Map(choices.flatMap((one) => (one.score === undefined ? [] : [[one.id, one.score]])));
  const ends: [number, number] = [Math.min(...points.values()), Math.max(...points.values())];
  if (type !== 'matrix' || points.size < choices.length || !(ends[0] < ends[1])) return [];
  return rows.map((row) => ({
    key: `${id} ${row.id}`,
    title: row.text,
    dimension,
    asked,
    read: (value) => {
      if (typeof value !== 'object' || Array.isArray(value) || !Object.hasOwn(value, row.id)) return null;
      const point = points.get(String(value[row.id]));
      return point === undefined ? null : share(point, ends);
    },
  }));
}

const share = (value: number, [low, high]: readonly [number, number]): number =>
  (100 * (value - low)) / (high - low);

function meansOf(scaled: Scaled[], answers: PackedAnswer[]): Map<PackedAnswer, number> {
  const sums = new Map<PackedAnswer, { sum: number; n: number }>();
  for (const { asked, read } of scaled) {
    const { id } = asked.question;
    for (const answer of answersTo(asked, answers)) {
      const value = read(Object.hasOwn(answer.values, id) ? answer.values[id] : undefined);
      if (value === null) continue;
      const before = sums.get(answer) ?? { sum: 0, n: 0 };
      sums.set(answer, { sum: before.sum + value, n: before.n + 1 });
    }
  }
  return new Map([...sums].map(([answer, { sum, n }]) => [answer, sum / n]));
}
