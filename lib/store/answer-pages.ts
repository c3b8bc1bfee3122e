import type { SurveyResponse } from '@/lib/crm/surveys';
import type { Database } from './database';
import { answersIn, lineOf, type PackedAnswer, packedOf } from './packed-answers';
import { lastUpTo } from './paged';
import type { Written } from './written';

/**
 * Answers packed: a page holds some hundreds of one survey in the order of their ids. Reading the bodies of twenty thousand takes a
 * browser most of a second, reading these a tenth of it.
 */

/** A page as stored. */
export interface AnswerPage {
  /** `survey|id`: answers of this page are not below it; the first page of a survey begins with `survey|`. */
  from: string;
  /** A line an answer, joined by commas and line feeds. */
  lines: string;
}

/** Grows when what is packed changes: the pages are filled anew then. */
const VERSION = 3;
const BETWEEN = ',\n';
/** Characters of a full page, and of one that is parted. More than 64 kB would be put into a file of its own by the browser. */
const FULL = 30_000;
const MOST = 48_000;
const PART = 2000;

async function isFilled(db: Database): Promise<boolean> {
  return (await db.meta.get('answers'))?.value === VERSION;
}

/** Has them filled anew by whoever asks next, inside a transaction. */
export async function forgetAnswers(db: Database): Promise<void> {
  await db.meta.delete('answers');
}

/** Fills the pages from the bodies where they are not, or are of another version of the product. */
export async function fillAnswers(db: Database): Promise<void> {
  if (db.newer || (await isFilled(db))) return;
  await db.transaction('rw', db.responses, db.answers, db.meta, async () => {
    if (await isFilled(db)) return;
    await db.answers.clear();
    const surveys = new Map<string, Map<string, string>>();
    for (let last = '', more = true; more; ) {
      const rows = await db.responses.where('id').above(last).limit(PART).toArray();
      for (const { body } of rows) if (body.deletedAt === null) put(surveys, body.surveyId, body);
      last = rows.at(-1)?.id ?? last;
      more = rows.length === PART;
    }
    for (const [surveyId, lines] of surveys) {
      await db.answers.bulkPut(parted(`${surveyId}|`, surveyId, [...lines]));
    }
    await db.meta.put({ key: 'answers', value: VERSION });
  });
}

function put(surveys: Map<string, Map<string, string>>, surveyId: string, body: SurveyResponse): void {
  const lines = surveys.get(surveyId) ?? new Map<string, string>();
  lines.set(body.id, lineOf(packedOf(body)));
  surveys.set(surveyId, lines);
}

/** Answers of a survey, newest first; read inside a transaction that `fillAnswers` came before. */
export async function packedAnswers(db: Database, surveyId: string): Promise<PackedAnswer[]> {
  const answers = (await isFilled(db)) ? await readPages(db, surveyId) : await readBodies(db, surveyId);
  return answers.sort((a, b) => b.at - a.at);
}

async function readPages(db: Database, surveyId: string): Promise<PackedAnswer[]> {
  const pages = await db.answers.where('from').between(`${surveyId}|`, `${surveyId}~`).toArray();
  return pages.flatMap((page) => answersIn(page.lines));
}

/** The data is of a newer version: nothing is written, and its pages may be of another shape. */
async function readBodies(db: Database, surveyId: string): Promise<PackedAnswer[]> {
  const rows = await db.responses.where('k.survey').between(`${surveyId}|`, `${surveyId}~`).toArray();
  return rows.map((row) => packedOf(row.body)).sort((a, b) => (a.id < b.id ? -1 : 1));
}

/** Brings the pages up to date, inside the transaction that wrote answers. */
export async function refreshAnswers(db: Database, written: Written[]): Promise<void> {
  const surveys = new Map<string, Map<string, string | null>>();
  for (const { table, before, after } of written) {
    if (table !== 'responses') continue;
    for (const [body, is] of [
      [before, false],
      [after, true],
    ] as const) {
      const answer = body as unknown as SurveyResponse | null;
      if (!answer) continue;
      const lines = surveys.get(answer.surveyId) ?? new Map<string, string | null>();
      lines.set(answer.id, is && answer.deletedAt === null ? lineOf(packedOf(answer)) : null);
      surveys.set(answer.surveyId, lines);
    }
  }
  if (surveys.size === 0 || !(await isFilled(db))) return;
  for (const [surveyId, lines] of surveys) await writeLines(db, surveyId, lines);
}

/** @param lines by id; null for an answer that is not there any more */
async function writeLines(db: Database, surveyId: string, lines: Map<string, string | null>): Promise<void> {
  const known = await db.answers.where('from').between(`${surveyId}|`, `${surveyId}~`).primaryKeys();
  const groups = new Map<string, string[]>();
  for (const id of lines.keys()) {
    const from = lastUpTo(known, `${surveyId}|${id}`) ?? `${surveyId}|`;
    groups.set(from, [...(groups.get(from) ?? []), id]);
  }
  const pages = await db.answers.bulkGet([...groups.keys()]);
  const emptied: string[] = [];
  const kept: AnswerPage[] = [];
  for (const [at, [from, ids]] of [...groups].entries()) {
    const page = pages[at];
    const own = new Map(page?.lines.split(BETWEEN).map((line) => [idOf(line), line]));
    for (const id of ids) {
      const line = lines.get(id);
      if (line) own.set(id, line);
      else own.delete(id);
    }
    if (own.size === 0) emptied.push(from);
    else kept.push(...parted(from, surveyId, [...own].sort(byId)));
  }
  await db.answers.bulkDelete(emptied);
  await db.answers.bulkPut(kept);
}

const byId = ([a]: [string, string], [b]: [string, string]) => (a < b ? -1 : 1);

const idOf = (line: string): string => answersIn(line)[0]!.id;

/** Lines in the order of their ids as pages, the first of which begins with `from`. */
function parted(from: string, surveyId: string, lines: [string, string][]): AnswerPage[] {
  const length = lines.reduce((sum, [, line]) => sum + line.length, 0);
  const most = length > MOST ? FULL : MOST;
  const pages: { from: string; lines: string[]; length: number }[] = [];
  for (const [id, line] of lines) {
    const last = pages.at(-1);
    if (last && last.length + line.length <= most) {
      last.lines.push(line);
      last.length += line.length;
    } else pages.push({ from: last ? `${surveyId}|${id}` : from, lines: [line], length: line.length });
  }
  return pages.map((page) => ({ from: page.from, lines: page.lines.join(BETWEEN) }));
}
