import { choicesOf } from '@/lib/crm/figure-choices';
import type { Settings } from '@/lib/crm/settings';
import type { MeasureMoment } from '@/lib/insight/measures';
import type { Common } from '@/lib/insight/measures/common';
import { settledParams } from '@/lib/insight/measures/stage-now';
import { stageSince } from '@/lib/insight/measures/stage-since';
import { wholeCommon } from '@/lib/insight/measures/whole';
import { stageOf } from '@/lib/insight/rhythm/stage';
import type { Database } from './database';
import { filled, isWhole } from './filled';
import { LAST } from './keys';
import { type MeasureChange, writeMeasures } from './measure-pages';
import { notePages } from './page-log';
import { measureMoment, measuresOf, putCommon, readCommon, readMeasures } from './read-measures';
import { settingsOf } from './settings';

/** How far the stages are settled: `day|id`. */
export const SETTLED = 'insightTo';
const END = '￿';
/** Pages of one transaction: whoever else wants to write waits for its end. */
const PAGES = 4;

/** What the daily run is asked with. */
export interface Refresh {
  db: Database;
  now(): number;
  zone: string;
  onProgress?: ((done: number, total: number) => void) | undefined;
  signal?: AbortSignal | undefined;
}

/**
 * Counts once a local day what all contacts must be seen for at once, and settles the stage of each. A run that dies is gone on with by
 * the next one, from where it was; one page at a time does it.
 * What was counted today is counted anew where a rate, a weight or the currency was set since, or where much came or went.
 * @param again count although it was counted today
 * @returns whether anything was done
 */
export function refreshInsight(asked: Refresh, { again = false } = {}): Promise<{ changed: boolean }> {
  const { db } = asked;
  return navigator.locks.request(`figures of ${db.name}`, async () => {
    const moment = measureMoment(asked.now(), asked.zone);
    const settled = await settledTo(db, moment.day);
    const counted = settled !== null && !(await isOutdated(db, await readCommon(db, moment.day)));
    if (db.newer || !isWhole(await filled(db)) || (counted && settled === END && !again))
      return { changed: false };
    if (!counted || again) await countAll(asked, moment);
    await settleAll(asked, moment);
    return { changed: true };
  });
}

/** What was set when it was counted, as a text. */
function countedAs({ baseCurrency, rates, figures }: Settings): string {
  return JSON.stringify([baseCurrency, Object.entries(rates ?? {}).sort(), choicesOf(figures)]);
}

/** By such a share the number of contacts must differ from when it was counted. */
const MUCH = 0.1;

async function isOutdated(db: Database, common: Common): Promise<boolean> {
  if (common.contacts === 0 || common.as !== countedAs(await settingsOf(db))) return true;
  const now = await db.contacts.where('k.name').between('', LAST, true, true).count();
  return Math.abs(now - common.contacts) > MUCH * common.contacts;
}

/** The id up to which stages are settled on a day; null: not begun. */
async function settledTo(db: Database, day: number): Promise<string | null> {
  const [of, id] = String((await db.meta.get(SETTLED))?.value ?? '').split('|');
  return of === String(day) ? (id ?? '') : null;
}

async function countAll({ db, now, zone }: Refresh, moment: MeasureMoment): Promise<void> {
  const settings = await settingsOf(db);
  const { events, stored } = await readMeasures(db, now(), zone);
  const common = {
    ...wholeCommon(events, stored, moment, choicesOf(settings.figures)),
    as: countedAs(settings),
  };
  await db.transaction('rw', db.meta, async () => {
    await putCommon(db, common);
    await db.meta.put({ key: SETTLED, value: `${moment.day}|` });
  });
}

async function settleAll(asked: Refresh, moment: MeasureMoment): Promise<void> {
  const { db } = asked;
  const total = await db.measures.count();
  for (let done = 0; ; done += 1) {
    asked.signal?.throwIfAborted();
    const more = await db.transaction(
      'rw',
      [db.settings, db.measures, db.events, db.pageImages, db.meta],
      async () => settlePart(asked, moment),
    );
    asked.onProgress?.(Math.min(done + 1, total), total);
    if (!more) return;
  }
}

/** Settles the stages of the next contacts. Answers whether there are more. */
async function settlePart({ db, now, zone }: Refresh, moment: MeasureMoment): Promise<boolean> {
  const from = await settledTo(db, moment.day);
  if (from === null || from === END) return false;
  const ids = await idsBehind(db, from);
  const last = ids.at(-1);
  if (last === undefined) {
    await db.meta.put({ key: SETTLED, value: `${moment.day}|${END}` });
    return false;
  }
  const measures = await measuresOf(db, ids, now(), zone);
  const changes = new Map<string, MeasureChange>();
  for (const [at, id] of measures.ids.entries()) {
    const params = measures.params(at);
    const ground = measures.ground(at);
    const since = () => stageSince(measures.events, at, measures.common, params.cadence, moment.day);
    const after = settledParams(ground && stageOf(ground), params, moment.day, since);
    const moved = (Object.keys(after) as (keyof typeof after)[]).some((name) => after[name] !== params[name]);
    if (moved) changes.set(id, { params: after });
  }
  await notePages(db, { measures: await writeMeasures(db, changes) });
  await db.meta.put({ key: SETTLED, value: `${moment.day}|${last}` });
  return true;
}

/** Ids of the next contacts behind one. */
async function idsBehind(db: Database, id: string): Promise<string[]> {
  const before = db.measures.where('from').belowOrEqual(id).reverse().limit(1);
  const [first = ''] = await before.primaryKeys();
  const pages = await db.measures.where('from').aboveOrEqual(first).limit(PAGES).toArray();
  return pages.flatMap((page) => page.ids.split('\n')).filter((one) => one > id);
}
