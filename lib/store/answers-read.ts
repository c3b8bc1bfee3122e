import type { AnswerPlace, AnswersHead } from '@/lib/api/answer-views';
import type { Survey } from '@/lib/crm/surveys';
import { guessAnswers } from '@/lib/exchange/answers/guess';
import { answersFormatOf } from '@/lib/exchange/answers/headings';
import { formOfTable } from '@/lib/exchange/answers/make';
import type { AnswerColumn, AnswersMapping } from '@/lib/exchange/answers/meaning';
import { type AnswersTable, proposeAnswers } from '@/lib/exchange/answers/propose';
import { type ReadAnswers, readAnswers } from '@/lib/exchange/answers/read';
import { answersTable } from '@/lib/exchange/answers/table';
import { placesOf } from '@/lib/exchange/answers/titles';
import { FileError, type HeldBack } from '@/lib/exchange/file-error';
import type { AuthorForm } from '@/lib/surveys/form';
import { rememberedAs } from './answers-remembered';
import type { Database } from './database';
import { settleDead } from './dead-jobs';
import { StoreError } from './errors';
import { settingsOf } from './settings';
import { formOf, lastVersion } from './survey-reads';

const SHOWN = 5;

/** The command that brings answers: of a store one is at work at a time. */
export const BRINGING = 'answers.bring';

/** How a table of answers is read, and for which survey. The same gives the same answers. */
export interface AnswersFile {
  bytes: Uint8Array;
  encoding?: string | undefined;
  /** Null: a survey is made of the file. */
  surveyId: string | null;
  columns: (AnswerColumn | null)[];
  /** Epoch ms, of answers in a table that tells no moment. */
  at: number;
  zone: string;
  /** Of the file. */
  name?: string;
}

/** What was chosen for a header when it was brought before. */
interface Remembered {
  surveyId: string;
  columns: (AnswerColumn | null)[];
}

/**
 * How a file of answers would be read. Of a bringing that died nothing stays, nor the survey that it made: it is taken back first.
 * @throws StoreError `invalid`, its message the key of the sentence that says why it cannot be
 */
export async function answersHead(
  db: Database,
  bytes: Uint8Array,
  given: { encoding?: string | undefined; surveyId?: string | null | undefined },
): Promise<AnswersHead> {
  const table = tableOf(bytes, given.encoding);
  await settleDead(db, BRINGING);
  const { mappings = {} } = await settingsOf(db);
  const remembered = mappings[rememberedAs(table.header)] as Remembered | undefined;
  const surveys = (await db.surveys.toArray())
    .map((row) => row.body)
    .filter((one) => one.deletedAt === null && lastVersion(one) > 0);
  const known = surveys.find(({ id }) => id === remembered?.surveyId);
  const survey =
    given.surveyId === undefined
      ? (known ?? likeliest(table, surveys))
      : (surveys.find(({ id }) => id === given.surveyId) ?? null);
  const isRemembered = !!known && survey?.id === known.id;
  const { columns, why } = mappingOf(table, survey);
  return {
    format: answersFormatOf(table.header),
    encoding: table.encoding,
    header: table.header,
    samples: table.rows.slice(0, SHOWN).map(({ cells }) => table.header.map((_, at) => cells[at] ?? '')),
    rows: table.rows.length,
    surveyId: survey?.id ?? null,
    surveys: surveys.map(({ id, name }) => ({ id, name })).sort((a, b) => a.name.localeCompare(b.name)),
    places: survey ? placesIn(lastForm(survey)) : [],
    columns: isRemembered ? table.header.map((_, at) => remembered!.columns[at] ?? null) : columns,
    why: isRemembered ? why.map(() => 'remembered') : why,
    isRemembered,
  };
}

export function tableOf(bytes: Uint8Array, encoding?: string): ReturnType<typeof answersTable> {
  try {
    return answersTable(bytes, encoding);
  } catch (error) {
    if (error instanceof FileError) throw new StoreError('invalid', error.message);
    throw error;
  }
}

export function lastForm(survey: Survey): AuthorForm {
  return formOf(survey, lastVersion(survey))!;
}

function mappingOf(table: AnswersTable, survey: Survey | null): AnswersMapping {
  return survey ? proposeAnswers(table, lastForm(survey)) : guessAnswers(table);
}

/** The survey whose questions the columns name: most of those that could be questions, and the most of all surveys; null where none does. */
function likeliest(table: AnswersTable, surveys: readonly Survey[]): Survey | null {
  const asked = guessAnswers(table).columns.filter((column) => column?.is === 'ask').length;
  const counts = surveys.map((survey) => {
    const { columns, why } = proposeAnswers(table, lastForm(survey));
    return {
      survey,
      named: columns.filter((column, at) => column && 'q' in column && why[at] === 'title').length,
    };
  });
  const [best] = counts.sort((a, b) => b.named - a.named);
  return best && best.named > 0 && best.named * 2 >= asked ? best.survey : null;
}

function placesIn(form: AuthorForm): AnswerPlace[] {
  const say = (texts: Record<string, string> | undefined) =>
    texts?.[form.lang] ?? Object.values(texts ?? {})[0] ?? '';
  return placesOf(form).map(({ question, is, part }) => {
    const { id: q, type, title, rows = [], choices = [], other } = question;
    const own = is === 'other' ? other : [...rows, ...choices].find(({ id }) => id === part)?.text;
    const column: AnswerColumn =
      is === 'row' ? { is, q, row: part! } : is === 'tick' ? { is, q, choice: part! } : { is, q };
    return { column, type, text: is === 'value' ? say(title) : `${say(title)} / ${say(own)}` };
  });
}

/** A file as answers to a form: to the last version of a survey, or to the form that it is itself. */
export interface ReadFile extends ReadAnswers {
  /** Null: it is to be made. */
  survey: Survey | null;
  form: AuthorForm;
  /** As columns of that form. */
  columns: (AnswerColumn | null)[];
  header: string[];
  encoding: string;
}

/** @throws StoreError `invalid` for what cannot be read, `missing` when the survey is not there any more */
export async function readAnswersFile(db: Database, file: AnswersFile): Promise<ReadFile> {
  const table = tableOf(file.bytes, file.encoding);
  const survey = file.surveyId ? ((await db.surveys.get(file.surveyId))?.body ?? null) : null;
  if (file.surveyId && (!survey || survey.deletedAt !== null || lastVersion(survey) === 0))
    throw new StoreError('missing', 'This survey was deleted.');
  const given = table.header.map((_, at) => file.columns[at] ?? null);
  const made = survey
    ? { form: lastForm(survey), columns: given.map((column) => (column?.is === 'ask' ? null : column)) }
    : formOfTable(table, given, file.name ?? '');
  const read = readAnswers(table, made.form, made.columns, { zone: file.zone, at: file.at });
  const torn = table.torn.map(
    (row): HeldBack => ({ where: String(row), reason: 'imports.held_line', text: '' }),
  );
  return {
    ...read,
    ...made,
    survey,
    header: table.header,
    encoding: table.encoding,
    heldBack: [...torn, ...read.heldBack],
    // The first is the first that was given: who comes later is compared with them.
    answers: read.answers.sort((a, b) => a.at - b.at),
  };
}
