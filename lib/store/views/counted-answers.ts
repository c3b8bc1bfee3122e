import type { AnswerBasis, AnswerFilter, AnswerKind, ScorePart } from '@/lib/crm/answer-filter';
import { dayNumber } from '@/lib/crm/calendar';
import type { Survey, SurveyResponse } from '@/lib/crm/surveys';
import { isTop, npsPart } from '@/lib/insight/satisfaction';
import { todayAt } from '@/lib/insight/today';
import { countedAs } from '@/lib/surveys/counted';
import { scaleOf } from '@/lib/surveys/scale';
import { type Analysed, analysedOf } from '../analysis-read';
import { fillAnswers, packedAnswers } from '../answer-pages';
import type { Database } from '../database';
import { fold } from '../fold';
import { withPages } from '../held-pages';
import { rootFinder } from '../lookups';
import type { PackedAnswer } from '../packed-answers';
import { holdsWords, isOfKind, wordsIn } from '../response-list';
import { type Asked, askedIn, hasAnswered, questionsOf, type Scoped, scopeOf } from '../results-scope';
import type { When } from '../segment-frame';
import { idsInSegment } from '../segment-members';
import { formOf } from '../survey-reads';
import { newestOfEach } from './analysis-compare';
import { driverCases } from './analysis-drivers';
import { ratingDimension, ratingIn } from './analysis-index';
import { careOf } from './analysis-loop';
import { speakingOf, withComment } from './analysis-topics';
import { readWaves, type Wave } from './analysis-waves';
import { placeReader } from './question-places';
import { textKeyOf } from './question-result';

/** Which answers are asked for, and of which kind. */
export type WantedAnswers = AnswerFilter & { which: AnswerKind };

/** Ids of the answers that were found, newest first, and how many there are at all. */
export interface FoundAnswers {
  ids: string[];
  all: number;
}

const TABLES = [
  'surveys',
  'responses',
  'answers',
  'invites',
  'contacts',
  ...withPages('columns'),
  'tags',
  'cases',
];

type RootOf = (contactId: string) => string;

/**
 * The answers that pass a filter: of each number of results, analysis and report just those that it counts, for both are found by the
 * same functions. First what the whole page rests on (time, tag, segment, language), then wave, care and basis, of which each person may
 * have one, and last what was answered.
 */
export async function findAnswers(db: Database, wanted: WantedAnswers, when: When): Promise<FoundAnswers> {
  await fillAnswers(db);
  const [groupBy, groupId = ''] = wanted.group?.split(':') ?? [];
  const among = wanted.segmentId ? await idsInSegment(db, wanted.segmentId, when) : undefined;
  const group = groupBy === 'segment' ? await idsInSegment(db, groupId, when) : null;
  return db.transaction('r', wanted.care ? db.tables : TABLES, async () => {
    const rows = wanted.surveyId ? [await db.surveys.get(wanted.surveyId)] : await db.surveys.toArray();
    const surveys = new Map(rows.flatMap((row) => (row ? [[row.id, row.body] as const] : [])));
    const surveyOf = new Map<PackedAnswer, Survey>();
    for (const survey of surveys.values())
      for (const answer of await packedAnswers(db, survey.id)) surveyOf.set(answer, survey);
    const answers = [...surveyOf.keys()].sort((a, b) => b.at - a.at);
    const scope = { ...wanted, surveyId: wanted.surveyId ?? '', among, aside: wanted.counted !== true };
    const scoped = await scopeOf(db, scope, { answers, isAside: (one) => one.aside, zone: when.zone });
    const survey = wanted.surveyId ? surveys.get(wanted.surveyId) : undefined;
    let found = scoped.counted;
    if (survey)
      found = await inSurvey(db, wanted, { read: analysedOf(survey, scoped), group, groupId, when });
    found = found.filter(plainTest(wanted, scoped));
    if (wanted.case) found = await byCase(db, found, wanted.case);
    found = found.filter((answer) =>
      isOfKind(wanted.which, answer, formOf(surveyOf.get(answer)!, answer.version)),
    );
    const ids = found.map(({ id }) => id);
    return { ids: await byWords(db, ids, wanted, { surveys, survey }), all: answers.length };
  });
}

/** What can be asked of the answers to any survey. */
function plainTest(
  { known, whole, via }: WantedAnswers,
  { people }: Scoped<PackedAnswer>,
): (answer: PackedAnswer) => boolean {
  return (answer) =>
    (known === undefined || people.has(answer.contactId ?? '') === known) &&
    (whole === undefined || answer.done === whole) &&
    (via === undefined || answer.via === via);
}

interface InSurvey {
  read: Analysed;
  /** Whom the segment of `group` holds. */
  group: ReadonlySet<string> | null;
  groupId: string;
  when: When;
}

/** What can be asked of the answers to one survey. */
async function inSurvey(
  db: Database,
  wanted: WantedAnswers,
  { read, group, groupId, when }: InSurvey,
): Promise<PackedAnswer[]> {
  const rootOf = await rootFinder(db);
  const asked = askedIn(read.questions, wanted);
  if (wanted.question !== undefined && !asked) return [];
  let found: PackedAnswer[] = read.counted;
  const only = (some: Iterable<PackedAnswer>) => {
    const kept = new Set(some);
    found = found.filter((answer) => kept.has(answer));
  };
  if (wanted.topic !== undefined) only(await speakingOf(db, read, wanted.topic));
  if (wanted.care) only((await careOf(db, read, when)).steps[wanted.care]);
  const waves = wanted.wave === undefined ? null : await wavesOf(db, read, wanted.wave, when);
  const among = new Set(found);
  const parts = waves?.map(({ given, asked }) => [given.filter((one) => among.has(one)), asked] as const);
  const { basis } = wanted;
  // What counts of each person counts in each wave by itself.
  found = (parts ?? [[found, null] as const]).flatMap(([some, asking]) =>
    basis ? basisOf(basis, some, { read, wanted, asked, rootOf, asking }) : some,
  );
  found.sort((a, b) => b.at - a.at);
  if (wanted.dimension !== undefined) found = ratingDimension(read, found, wanted.dimension);
  if (group) found = found.filter(({ contactId }) => contactId !== null && group.has(rootOf(contactId)));
  else if (groupId)
    found = found.filter(({ contactId }) => read.people.get(contactId ?? '')?.includes(groupId) === true);
  return asked ? found.filter(answerTest(wanted, asked, read.survey)) : found;
}

/** The waves that a filter names. */
async function wavesOf(
  db: Database,
  read: Analysed,
  name: string,
  { now, zone }: When,
): Promise<Pick<Wave, 'given' | 'asked'>[]> {
  const [scheduleId = '', number] = name.split(':');
  const schedule = read.survey.schedules?.[scheduleId];
  if (!schedule) return [];
  const { dayAt } = todayAt(now, zone);
  const { waves, outside } = await readWaves(db, read, schedule, (at) => dayNumber(dayAt(at)));
  if (number === 'all') return waves;
  if (number === '0') return [{ given: outside, asked: new Set() }];
  return waves.filter(({ at }) => at === Number(number) - 1);
}

interface Basis {
  read: Analysed;
  wanted: WantedAnswers;
  asked: Asked | undefined;
  rootOf: RootOf;
  /** Who was asked in the wave. */
  asking: ReadonlySet<string> | null;
}

function basisOf(
  basis: AnswerBasis,
  found: PackedAnswer[],
  { read, wanted, asked, rootOf, asking }: Basis,
): PackedAnswer[] {
  const { scores, measured, people } = read;
  const scored = found.filter((answer) => scores.has(answer));
  const newest = (some: PackedAnswer[]) => keptOf(some, newestOfEach(some, rootOf), wanted.left);
  switch (basis) {
    case 'score':
      return keptOf(scored, scored, wanted.left);
    case 'person': {
      // Compared are those of whom it is known whether they are in the group.
      const telling = scored.filter(
        (answer) =>
          (!wanted.group || people.has(answer.contactId ?? '')) && (!asked || hasAnswered(asked, answer)),
      );
      return newest(telling);
    }
    case 'index':
      return newest(ratingIn(read, found));
    case 'drivers': {
      if (!measured) return [];
      const { complete, whole } = driverCases(read, measured, rootOf);
      const among = new Set(found);
      return keptOf(complete, whole, wanted.left).filter((answer) => among.has(answer));
    }
    case 'asked':
      return newest(found.filter(({ contactId }) => contactId !== null && asking?.has(rootOf(contactId))));
    case 'unscored': {
      const scoring = new Set(scored.flatMap(({ contactId }) => (contactId ? [rootOf(contactId)] : [])));
      const without = found.filter((answer) => !scores.has(answer));
      return newest(without.filter(({ contactId }) => contactId === null || !scoring.has(rootOf(contactId))));
    }
    case 'comments': {
      const { read: those, left } = withComment(read.survey, found);
      return keptOf([...those, ...left], those, wanted.left);
    }
  }
}

/** Those of some answers that count, or those that are left out for them. */
function keptOf(some: PackedAnswer[], counting: PackedAnswer[], left = false): PackedAnswer[] {
  if (!left) return counting;
  const kept = new Set(counting);
  return some.filter((answer) => !kept.has(answer));
}

/** What is asked of the answer to one question. */
function answerTest(
  { value, part, least, most, place, shown }: WantedAnswers,
  asked: Asked,
  survey: Survey,
): (answer: PackedAnswer) => boolean {
  const { question } = asked;
  const placeIn = place === undefined ? null : placeReader(survey, asked);
  return (answer) => {
    if (place !== undefined && shown) return asked.versions.has(answer.version) && placeIn!(answer) === place;
    if (!hasAnswered(asked, answer)) return false;
    const given = answer.values[question.id]!;
    if (value !== undefined && !countedAs(question, given).includes(value)) return false;
    if (part !== undefined && !(typeof given === 'number' && isPart(part, given, question))) return false;
    if (least !== undefined && !(typeof given === 'number' && given >= least)) return false;
    if (most !== undefined && !(typeof given === 'number' && given <= most)) return false;
    return placeIn === null || placeIn(answer) === place;
  };
}

/** Only an nps has promoters; of any other scale the satisfied are told apart. */
function isPart(part: ScorePart, score: number, question: Asked['question']): boolean {
  if (part !== 'satisfied' && part !== 'unsatisfied')
    return question.type === 'nps' && npsPart(score) === part;
  const scale = scaleOf(question);
  if (!scale || score < scale[0] || score > scale[1]) return false;
  return isTop(score, scale) === (part === 'satisfied');
}

async function byCase(
  db: Database,
  answers: PackedAnswer[],
  wanted: NonNullable<AnswerFilter['case']>,
): Promise<PackedAnswer[]> {
  const rows = await db.cases.where('k.response').above('').toArray();
  const of = new Set(
    rows.filter(({ k }) => wanted !== 'open' || k.open !== undefined).map(({ body }) => body.responseId),
  );
  return answers.filter(({ id }) => of.has(id) === (wanted !== 'none'));
}

/** Bodies that are read at once. */
const PART = 1000;

/** Texts stand in the bodies alone: they are read last, of what is left. */
async function byWords(
  db: Database,
  ids: string[],
  { text = '', says = '', page = '', question, version }: WantedAnswers,
  { surveys, survey }: { surveys: ReadonlyMap<string, Survey>; survey: Survey | undefined },
): Promise<string[]> {
  const words = wordsIn(text);
  const said = question === undefined ? [] : wordsIn(says);
  const address = fold(page);
  if (words.length === 0 && said.length === 0 && address === '') return ids;
  const asked = survey && askedIn(questionsOf(survey), { question, version });
  const key = asked ? textKeyOf(asked.question) : (question ?? '');
  const found: string[] = [];
  await eachBody(db, ids, (body) => {
    const own = surveys.get(body.surveyId);
    if (
      holdsWords(body, own ? formOf(own, body.version) : null, words) &&
      said.every((word) => fold(String(body.values[key] ?? '')).includes(word)) &&
      (address === '' || fold(body.page ?? '').includes(address))
    )
      found.push(body.id);
  });
  const kept = new Set(found);
  return ids.filter((id) => kept.has(id));
}

/** Of many it takes less time to read all in a row than each by its id. */
async function eachBody(
  db: Database,
  ids: readonly string[],
  use: (body: SurveyResponse) => void,
): Promise<void> {
  if (ids.length <= PART) {
    for (const row of await db.responses.bulkGet([...ids])) if (row) use(row.body);
    return;
  }
  const wanted = new Set(ids);
  for (let last = '', more = true; more; ) {
    const rows = await db.responses.where('id').above(last).limit(PART).toArray();
    for (const { id, body } of rows) if (wanted.has(id)) use(body);
    last = rows.at(-1)?.id ?? last;
    more = rows.length === PART;
  }
}
