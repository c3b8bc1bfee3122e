import { localMoment } from '@/lib/crm/calendar';
import type { Survey, SurveyResponse } from '@/lib/crm/surveys';
import type { Question, Texts } from '@/lib/surveys/form';
import { scaleOf } from '@/lib/surveys/scale';
import type { Database } from './database';
import { StoreError } from './errors';
import { answersOf, formOf, lastVersion } from './survey-reads';
import { rootsOf } from './lookups';
import { withChildren } from './tag-tree';

/** Which answers the results rest on. */
export interface Scope {
  surveyId: string;
  tagId?: string | undefined;
  from?: string | undefined;
  to?: string | undefined;
  aside: boolean;
  lang?: string | undefined;
}

export interface Person {
  name: string;
  tags: string[];
}

export interface Scoped {
  survey: Survey;
  /** Newest first, those that were set aside too. */
  all: SurveyResponse[];
  /** Those of them that count. */
  counted: SurveyResponse[];
  /** Contacts that gave them, by id; a deleted one is nobody. */
  people: Map<string, Person>;
}

/** Reads the answers of a survey that results are asked of. @throws StoreError `missing` */
export async function readScope(db: Database, scope: Scope, zone: string): Promise<Scoped> {
  const survey = (await db.surveys.get(scope.surveyId))?.body;
  if (!survey || survey.deletedAt !== null) throw new StoreError('missing', 'This survey was deleted.');
  const responses = await answersOf(db, survey.id);
  const people = await peopleOf(db, responses);
  const tags = scope.tagId ? new Set(await withChildren(db, scope.tagId)) : null;
  const all = responses.filter((response) => {
    if (!isWithin(response.at, scope, zone)) return false;
    if (scope.lang && response.lang !== scope.lang) return false;
    return !tags || people.get(response.contactId ?? '')?.tags.some((tag) => tags.has(tag)) === true;
  });
  return { survey, all, counted: all.filter((one) => scope.aside || one.aside === null), people };
}

/** Asks for the local day only where one was given: it takes longer than all the rest. */
function isWithin(at: number, { from, to }: Scope, zone: string): boolean {
  if (!from && !to) return true;
  const { day } = localMoment(at, zone);
  return !(from && day < from) && !(to && day > to);
}

async function peopleOf(db: Database, responses: SurveyResponse[]): Promise<Map<string, Person>> {
  const ids = [...new Set(responses.flatMap((one) => one.contactId ?? []))];
  const rows = (await db.contacts.bulkGet(ids)).filter((row) => row !== undefined);
  const roots = await rootsOf(
    db,
    rows.filter((row) => row.body.deletedAt === null),
  );
  const merged = [...roots].filter(([id, root]) => id !== root).map(([, root]) => root);
  const ends = merged.length > 0 ? await db.contacts.bulkGet([...new Set(merged)]) : [];
  const bodies = new Map([...rows, ...ends].flatMap((row) => (row ? [[row.id, row.body] as const] : [])));
  return new Map(
    [...roots].flatMap(([id, root]) => {
      const body = bodies.get(root);
      return body?.deletedAt === null
        ? [[id, { name: body.name, tags: Object.keys(body.tags) }] as const]
        : [];
    }),
  );
}

/** A question with the versions whose answers to it add up. */
export interface Asked {
  question: Question<Texts>;
  versions: ReadonlySet<number>;
  /** Other versions asked it on another scale: their answers are counted apart. */
  rescaled: boolean;
}

/**
 * Every question that was ever asked, in the order of the last version and as it says them; behind them those of earlier versions.
 * The id of a question is never given to another one, so that answers to all versions add up; but 4 of 5 is not 4 of 10, and where
 * the scale was changed the earlier ones stand behind the last by themselves.
 */
export function questionsOf(survey: Survey): Asked[] {
  const versions = Object.keys(survey.versions)
    .map(Number)
    .sort((a, b) => b - a);
  const groups = new Map<string, Map<string, { question: Question<Texts>; versions: Set<number> }>>();
  for (const version of versions) {
    for (const question of formOf(survey, version)?.pages.flatMap((page) => page.questions) ?? []) {
      if (question.type === 'statement') continue;
      const own = groups.get(question.id) ?? new Map();
      const scale = scaleText(question);
      own.set(scale, own.get(scale) ?? { question, versions: new Set() });
      own.get(scale).versions.add(version);
      groups.set(question.id, own);
    }
  }
  return [...groups.values()].flatMap((own) =>
    [...own.values()].map((group) => ({ ...group, rescaled: own.size > 1 })),
  );
}

/** Equal where answers can be added. What a number may be at most is no scale. */
function scaleText(question: Question<Texts>): string {
  return question.type === 'number' ? 'number' : `${question.type} ${scaleOf(question)}`;
}

/** Answers that were given to this question, on its scale. */
export function answersTo({ versions }: Asked, responses: SurveyResponse[]): SurveyResponse[] {
  return responses.filter(({ version }) => versions.has(version));
}

/** The language in which the author wrote the last version. */
export function ownLanguage(survey: Survey): string {
  return formOf(survey, lastVersion(survey))?.lang ?? survey.draft.lang;
}
