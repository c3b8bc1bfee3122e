import { localMoment } from '@/lib/crm/calendar';
import type { SurveyResponse } from '@/lib/crm/surveys';
import { writeCsv } from '@/lib/exchange/csv-write';
import type { Question, Texts, Value } from '@/lib/surveys/form';
import { scaleOf } from '@/lib/surveys/scale';
import type { Database } from './database';
import { namesOf } from './people-tags';
import { type Asked, ownLanguage, questionsOf, type Scope, scopeOf, surveyOf } from './results-scope';
import { answersOf } from './survey-reads';

type Cell = string | number;

/** What stands before the questions. Names of columns are the same in every language, for whatever reads the file. */
const COLUMNS = ['id', 'at', 'done', 'name', 'email', 'proof', 'lang', 'page', 'flags', 'aside'];

/** The answers as a table for a spreadsheet, a row each, newest first. @param only of these answers alone @throws StoreError `missing` */
export async function resultsFile(
  db: Database,
  scope: Scope,
  zone: string,
  only?: ReadonlySet<string>,
): Promise<{ file: string; name: string }> {
  return db.transaction(
    'r',
    ['surveys', 'responses', 'contacts', 'columns', 'pageImages', 'meta', 'tags'],
    async () => {
      const survey = await surveyOf(db, scope);
      const own = await answersOf(db, survey.id);
      const answers = only ? own.filter(({ id }) => only.has(id)) : own;
      const { counted } = await scopeOf(db, scope, { answers, isAside: (one) => one.aside !== null, zone });
      const names = await namesOf(
        db,
        counted.flatMap((one) => one.contactId ?? []),
      );
      const lang = ownLanguage(survey);
      const columns = questionsOf(survey).flatMap((asked) => columnsOf(asked, lang));
      const rows = counted.map((response) => [
        ...headOf(response, names, zone),
        ...columns.map((column) => column.cell(response)),
      ]);
      const file = writeCsv([[...COLUMNS, ...columns.map((column) => column.title)], ...rows]);
      const name = survey.name.replace(/[^\p{L}\p{N}]+/gu, '-').replace(/^-|-$/g, '') || 'survey';
      return { file, name: `${name}.csv` };
    },
  );
}

function headOf(response: SurveyResponse, names: Map<string, string>, zone: string): Cell[] {
  const { id, at, done, who, proof, lang, page, flags, aside, contactId } = response;
  const { day, time } = localMoment(at, zone);
  return [
    id,
    `${day} ${time}`,
    done ? 'yes' : 'no',
    names.get(contactId ?? '') ?? who.name ?? '',
    who.email ?? '',
    proof,
    lang,
    page ?? '',
    flags.join(' '),
    aside?.why ?? '',
  ];
}

interface Column {
  title: string;
  cell(response: SurveyResponse): Cell;
}

/** A question is one column, a matrix one for each row, `other` one more; and each scale that it had is one by itself. */
function columnsOf({ ever: question, versions, rescaled }: Asked, lang: string): Column[] {
  if (!rescaled) return cellsOf(question, lang);
  const range = scaleOf(question)?.join('-') ?? `version ${[...versions].sort((a, b) => a - b).join(' ')}`;
  return cellsOf(question, lang).map(({ title, cell }) => ({
    title: `${title} (${range})`,
    cell: (response) => (versions.has(response.version) ? cell(response) : ''),
  }));
}

function cellsOf(question: Question<Texts>, lang: string): Column[] {
  const { id, choices = [], rows = [], other } = question;
  const say = (texts: Texts | undefined) => texts?.[lang] ?? Object.values(texts ?? {})[0] ?? '';
  const title = say(question.title);
  const words = new Map(choices.map((choice) => [choice.id, say(choice.text)]));
  if (other) words.set('other', say(other));
  if (question.type === 'matrix') {
    return rows.map((row) => ({
      title: `${title} / ${say(row.text)}`,
      cell: ({ values }) => cellOf((values[id] as Record<string, string> | undefined)?.[row.id], words),
    }));
  }
  const own: Column = { title, cell: ({ values }) => cellOf(values[id], words) };
  const beside: Column = {
    title: `${title} / ${say(other)}`,
    cell: ({ values }) => cellOf(values[`${id}.other`], new Map()),
  };
  return other ? [own, beside] : [own];
}

function cellOf(value: Value | undefined, words: Map<string, string>): Cell {
  if (value === undefined || typeof value === 'number') return value ?? '';
  if (Array.isArray(value)) return value.map((one) => words.get(one) ?? one).join('; ');
  return words.get(String(value)) ?? String(value);
}
