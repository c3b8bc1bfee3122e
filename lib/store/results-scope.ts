import { localMoment } from '@/lib/crm/calendar';
import type { Survey, SurveyResponse } from '@/lib/crm/surveys';
import type { AuthorForm, Question, Texts } from '@/lib/surveys/form';
import { withPipesNamed } from '@/lib/surveys/piping';
import { scaleOf } from '@/lib/surveys/scale';
import type { Database } from './database';
import { StoreError } from './errors';
import { rootFinder } from './lookups';
import { tagsOfPeople } from './people-tags';
import { formOf, lastVersion } from './survey-reads';
import { withChildren } from './tag-tree';

/** Which answers the results rest on. */
export interface Scope {
  surveyId: string;
  tagId?: string | undefined;
  /** Only of these contacts, and of who went into one of them. */
  among?: ReadonlySet<string> | undefined;
  from?: string | undefined;
  to?: string | undefined;
  aside: boolean;
  lang?: string | undefined;
}

/** What decides whether an answer is in the scope, and whether it counts. */
interface Answered {
  at: number;
  lang: string;
  contactId: string | null;
}

export interface Scoped<A> {
  /** Newest first, those that were set aside too. */
  all: A[];
  /** Those of them that count. */
  counted: A[];
  /** Tags of the contacts that gave them, by id; a deleted one is nobody. */
  people: Map<string, readonly string[]>;
  /** Whether somebody who was asked at this moment is of the group and of the days that are asked for. In which language they read is not known. */
  isAskedFor(at: number, person: { rootId: string; tags: readonly string[] }): boolean;
}

/** The survey that results are asked of. @throws StoreError `missing` */
export async function surveyOf(db: Database, { surveyId }: Scope): Promise<Survey> {
  const survey = (await db.surveys.get(surveyId))?.body;
  if (!survey || survey.deletedAt !== null) throw new StoreError('missing', 'This survey was deleted.');
  return survey;
}

/** Those of the answers to a survey that are asked for. @param isAside whether one was left out */
export async function scopeOf<A extends Answered>(
  db: Database,
  scope: Scope,
  { answers, isAside, zone }: { answers: A[]; isAside: (answer: A) => boolean; zone: string },
): Promise<Scoped<A>> {
  const people = await tagsOfPeople(
    db,
    answers.flatMap((one) => one.contactId ?? []),
  );
  const { among } = scope;
  const rootOf = among ? await rootFinder(db) : (id: string) => id;
  const wanted = scope.tagId ? new Set(await withChildren(db, scope.tagId)) : null;
  const isAskedFor: Scoped<A>['isAskedFor'] = (at, { rootId, tags }) =>
    isWithin(at, scope, zone) &&
    (!among || among.has(rootId)) &&
    (!wanted || tags.some((tag) => wanted.has(tag)));
  const all = answers.filter(({ at, lang, contactId }) => {
    if (scope.lang && lang !== scope.lang) return false;
    return isAskedFor(at, { rootId: rootOf(contactId ?? ''), tags: people.get(contactId ?? '') ?? [] });
  });
  return { all, counted: all.filter((one) => scope.aside || !isAside(one)), people, isAskedFor };
}

/** Asks for the local day only where one was given: it takes longer than all the rest. */
function isWithin(at: number, { from, to }: Scope, zone: string): boolean {
  if (!from && !to) return true;
  const { day } = localMoment(at, zone);
  return !(from && day < from) && !(to && day > to);
}

/** A question with the versions whose answers to it add up. */
export interface Asked {
  /** As the last of them asked it: what is judged and computed goes by it. */
  question: Question<Texts>;
  /** The same, and behind its choices and rows those that only earlier ones had: what an answer holds may be one of them. */
  ever: Question<Texts>;
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
  const groups = new Map<string, Map<string, Omit<Asked, 'rescaled'> & { versions: Set<number> }>>();
  for (const version of versions) {
    for (const [question, scale] of scaledIn(formOf(survey, version))) {
      const own = groups.get(question.id) ?? new Map();
      const group = own.get(scale);
      const versions = group?.versions ?? new Set();
      own.set(scale, {
        question: group?.question ?? question,
        ever: group ? withEarlier(group.ever, question) : question,
        versions: versions.add(version),
      });
      groups.set(question.id, own);
    }
  }
  return [...groups.values()].flatMap((own) =>
    [...own.values()].map((group) => ({ ...group, rescaled: own.size > 1 })),
  );
}

/** A question with what could be answered to it before. */
function withEarlier(question: Question<Texts>, before: Question<Texts>): Question<Texts> {
  const more = <T extends { id: string }>(now: T[] = [], then: T[] = []) =>
    then.filter(({ id }) => !now.some((one) => one.id === id));
  const [choices, rows] = [more(question.choices, before.choices), more(question.rows, before.rows)];
  const other = question.other ?? before.other;
  return {
    ...question,
    ...(choices.length > 0 ? { choices: [...(question.choices ?? []), ...choices] } : {}),
    ...(rows.length > 0 ? { rows: [...(question.rows ?? []), ...rows] } : {}),
    ...(other ? { other } : {}),
  };
}

/** The question that is named, on the scale of the version that is named, else on its last. */
export function askedIn(
  questions: readonly Asked[],
  { question, version }: { question?: string | undefined; version?: number | undefined },
): Asked | undefined {
  return questions.find(
    (one) => one.question.id === question && (version === undefined || one.versions.has(version)),
  );
}

/** First and last version whose answers are counted together, where others asked it on another scale. */
export function spanOf({ versions, rescaled }: Asked): [number, number] | null {
  return rescaled ? [Math.min(...versions), Math.max(...versions)] : null;
}

/** What a form asks, and behind it what it computes, as numbers under their names. */
export function questionsIn({ pages, computed = [], lang }: AuthorForm): Question<Texts>[] {
  return [
    ...pages.flatMap((page) => page.questions).filter(({ type }) => type !== 'statement'),
    ...computed.map(
      ({ name }): Question<Texts> => ({ id: `@${name}`, type: 'number', title: { [lang]: name } }),
    ),
  ];
}

/** The same, each with its scale; of what is computed that is how. */
function scaledIn(form: AuthorForm | null): [Question<Texts>, string][] {
  const ways = new Map(form?.computed?.map((one) => [`@${one.name}`, JSON.stringify(one)]));
  return (form ? withPipesNamed(questionsIn(form)) : []).map((one) => [
    one,
    ways.get(one.id) ?? scaleText(one),
  ]);
}

/** Equal where answers can be added. What a number may be at most is no scale. */
function scaleText(question: Question<Texts>): string {
  return question.type === 'number' ? 'number' : `${question.type} ${scaleOf(question)}`;
}

/** Answers that were given to this question, on its scale. */
export function answersTo<A extends { version: number }>({ versions }: Asked, responses: A[]): A[] {
  return responses.filter(({ version }) => versions.has(version));
}

/** Whether an answer says something to this question, on its scale. */
export function hasAnswered(
  { question, versions }: Asked,
  { version, values }: Pick<SurveyResponse, 'version' | 'values'>,
): boolean {
  return versions.has(version) && Object.hasOwn(values, question.id);
}

/** The language in which the author wrote the last version. */
export function ownLanguage(survey: Survey): string {
  return formOf(survey, lastVersion(survey))?.lang ?? survey.draft.lang;
}
