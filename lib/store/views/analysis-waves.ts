import type { WaveChanges, WaveRow, WavesView } from '@/lib/api/analysis-views';
import { dayFromNumber, dayNumber } from '@/lib/crm/calendar';
import type { Schedule } from '@/lib/crm/schedules';
import type { Survey } from '@/lib/crm/surveys';
import { type Waves, waveAt, waveDays } from '@/lib/insight/asking/waves';
import { todayAt } from '@/lib/insight/today';
import type { Question, Texts } from '@/lib/surveys/form';
import { withPipesNamed } from '@/lib/surveys/piping';
import { scaleOf } from '@/lib/surveys/scale';
import { type Analysed, readAnalysis } from '../analysis-read';
import type { Database } from '../database';
import { same } from '../edits';
import { cameWithAnswer } from '../invites';
import { rootFinder } from '../lookups';
import type { PackedAnswer } from '../packed-answers';
import { tagsOfPeople } from '../people-tags';
import type { Scope } from '../results-scope';
import type { When } from '../segment-frame';
import { formOf } from '../survey-reads';
import { differenceOf, newestOfEach, withCorrected } from './analysis-compare';
import { indexOf, ratingIn } from './analysis-index';

/** What a wave rests on, before it is counted. People stand by the id of whom they went into. */
export interface Wave {
  at: number;
  /** All of it, newest first. */
  given: PackedAnswer[];
  /** Of each person the newest. */
  answers: PackedAnswer[];
  /** Of each person the newest that has a score: one that was broken off before the score takes nobody out of the figure. */
  scored: PackedAnswer[];
  /** Of each person the newest that rates something: what the index is of. */
  rating: PackedAnswer[];
  /** Answers with a score of people who gave another one after it. */
  repeated: number;
  /** Who was asked in it, and who of them answered; nobody deleted. */
  asked: Set<string>;
  answered: Set<string>;
  /** Everybody who gave a score and is a contact. */
  people: Set<string>;
}

/** The waves of a survey one by one, each beside the one before: by the schedule asked for, else its first. */
export async function wavesView(
  db: Database,
  { scheduleId, ...scope }: Scope & { scheduleId?: string | undefined },
  { now, zone }: When,
): Promise<WavesView> {
  return readAnalysis(db, scope, zone, async (read): Promise<WavesView> => {
    const schedules = Object.entries(read.survey.schedules ?? {});
    const found = schedules.find(([id]) => id === scheduleId) ?? schedules[0];
    if (!found) return { missing: { what: 'waves', needs: 1, has: 0 } };
    const { measured } = read;
    if (!measured) return { missing: { what: 'score', needs: 1, has: 0 } };
    const [id, schedule] = found;
    const { dayAt, day } = todayAt(now, zone);
    const { waves, outside, twice } = await readWaves(db, read, schedule, (at) => dayNumber(dayAt(at)));
    const rows = waves.map((wave, at): WaveRow => {
      const scores = wave.scored.map((answer) => read.scores.get(answer)!);
      const before = waves[at - 1];
      const earlier = before?.scored.map((answer) => read.scores.get(answer)!) ?? [];
      const { first, last } = waveDays(schedule, wave.at);
      return {
        number: wave.at + 1,
        from: dayFromNumber(first),
        until: last === null ? null : dayFromNumber(last),
        isNow: waveAt(schedule, dayNumber(day)) === wave.at,
        asked: wave.asked.size,
        answered: wave.answered.size,
        n: scores.length,
        otherScale: wave.answers.length - scores.length,
        repeated: wave.repeated,
        figure: measured.figure(scores),
        index: indexOf(read, wave.rating).total,
        others: before ? differenceOf(scores, earlier, measured) : null,
        changes: before ? changesOf(read.survey, before, wave) : null,
      };
    });
    return {
      missing: null,
      scheduleId: id,
      schedules: schedules.map(([one, { audience }]) => ({ id: one, audience })),
      measure: measured.type,
      outside: outside.length,
      both: twice.size,
      rows: withCorrected(rows),
    };
  });
}

/**
 * An answer is of the wave in which its giver was asked last before it; of somebody who was not asked, of that in whose time it came.
 * @returns besides the waves the answers that lie in none, and who gave a score in two waves that follow each other
 */
export async function readWaves(
  db: Database,
  read: Analysed,
  schedule: Schedule,
  dayOf: (at: number) => number,
): Promise<{ waves: Wave[]; outside: PackedAnswer[]; twice: Set<string> }> {
  const { survey, counted, scores } = read;
  const rootOf = await rootFinder(db);
  const waves = new Map<number, Wave>();
  const waveOf = (at: number): Wave => {
    const known = waves.get(at);
    if (known) return known;
    const made = {
      at,
      given: [],
      answers: [],
      scored: [],
      rating: [],
      repeated: 0,
      asked: new Set(),
      answered: new Set(),
      people: new Set(),
    } as Wave;
    waves.set(at, made);
    return made;
  };
  const asked = new Map<string, number[]>();
  const invites = (await db.invites.where('k.survey').equals(survey.id).toArray()).map(({ body }) => body);
  const living = await tagsOfPeople(
    db,
    invites.map(({ contactId }) => rootOf(contactId)),
  );
  for (const body of invites) {
    const root = rootOf(body.contactId);
    asked.set(root, [...(asked.get(root) ?? []), body.at]);
    const wave = waveAt(schedule, dayOf(body.at));
    const tags = living.get(root);
    if (wave === null || cameWithAnswer(body) || !tags) continue;
    if (read.isAskedFor(body.at, { rootId: root, tags })) waveOf(wave).asked.add(root);
  }
  const outside: PackedAnswer[] = [];
  for (const answer of counted) {
    const root = answer.contactId === null ? null : rootOf(answer.contactId);
    const at = placeOf(schedule, answer.at, (root && asked.get(root)) || [], dayOf);
    if (at === null) {
      outside.push(answer);
      continue;
    }
    const wave = waveOf(at);
    wave.given.push(answer);
    if (root === null) continue;
    if (scores.has(answer) && read.people.has(answer.contactId!)) wave.people.add(root);
    if (wave.asked.has(root)) wave.answered.add(root);
  }
  for (const wave of waves.values()) {
    wave.rating = newestOfEach(ratingIn(read, wave.given), rootOf);
    const scored = wave.given.filter((answer) => scores.has(answer));
    wave.scored = newestOfEach(scored, rootOf);
    wave.answers = newestOfEach(wave.given, rootOf);
    wave.repeated = scored.length - wave.scored.length;
  }
  const inOrder = [...waves.values()].sort((a, b) => a.at - b.at);
  const twice = inOrder.flatMap(({ people }, at) =>
    [...people].filter((one) => inOrder[at - 1]?.people.has(one)),
  );
  return { waves: inOrder, outside, twice: new Set(twice) };
}

function placeOf(
  schedule: Waves,
  at: number,
  asked: readonly number[],
  dayOf: (at: number) => number,
): number | null {
  const last = Math.max(...asked.filter((one) => one <= at));
  const byAsking = Number.isFinite(last) ? waveAt(schedule, dayOf(last)) : null;
  return byAsking ?? waveAt(schedule, dayOf(at));
}

/** What the last version answered in a wave asks otherwise than that of the wave before; null where it asks the same. */
function changesOf(survey: Survey, before: Wave, wave: Wave): WaveChanges | null {
  const [earlier, later] = [before, wave].map(({ answers }) => {
    const version = answers.reduce((most, answer) => Math.max(most, answer.version), 0);
    const questions = formOf(survey, version)?.pages.flatMap((page) => page.questions) ?? [];
    return new Map(questions.filter(({ type }) => type !== 'statement').map((one) => [one.id, one]));
  }) as [Map<string, Question<Texts>>, Map<string, Question<Texts>>];
  if (earlier.size === 0 || later.size === 0) return null;
  const titles = (form: typeof later, has: (one: Question<Texts>) => boolean) =>
    withPipesNamed([...form.values()]).flatMap(({ id, title }) => (has(form.get(id)!) ? [title] : []));
  const inBoth = (changed: (one: Question<Texts>, before: Question<Texts>) => boolean) =>
    titles(later, (one) => earlier.has(one.id) && changed(one, earlier.get(one.id)!));
  const changes: WaveChanges = {
    dropped: titles(earlier, ({ id }) => !later.has(id)),
    added: titles(later, ({ id }) => !earlier.has(id)),
    reworded: inBoth((one, before) => !same(one.title, before.title)),
    rescaled: inBoth((one, before) => !same(scaleOf(one), scaleOf(before))),
  };
  return Object.values(changes).some((some) => some.length > 0) ? changes : null;
}
