import type { ResponseWhich } from '@/lib/api/operations/responses';
import type { Results } from '@/lib/api/results';
import type { AnswerKind } from '@/lib/crm/answer-filter';
import type { ResponseFlag, Survey, SurveyResponse } from '@/lib/crm/surveys';
import type { AuthorForm } from '@/lib/surveys/form';
import { commentOf, isLowScore, scoreOf, writtenIn } from './answer-text';
import type { Database, Row } from './database';
import { fold } from './fold';
import { newestFirst } from './keys';
import { identityOf } from './lookups';
import type { PackedAnswer } from './packed-answers';
import type { ResponseKeys } from './survey-keys';
import { formOf } from './survey-reads';

export interface Wanted {
  surveyId?: string | undefined;
  contactId?: string | undefined;
  which: ResponseWhich;
  text?: string | undefined;
  before?: number | undefined;
  limit: number;
}

/**
 * Answers, newest first. A page never ends between two of one moment, so that the next, asked with `before`, skips none.
 * @param surveys every survey, by id
 */
export async function listResponses(
  db: Database,
  wanted: Wanted,
  surveys: Map<string, Survey>,
): Promise<{ responses: SurveyResponse[]; more: boolean }> {
  const words = wordsIn(wanted.text ?? '');
  const found: SurveyResponse[] = [];
  for (let at: Place | null = firstPlace(wanted); at; ) {
    const { rows, next } = await readPart(db, wanted, at);
    for (const response of rows) {
      if (!isWanted(response, wanted, words, surveys)) continue;
      if (found.length >= wanted.limit && response.at !== found.at(-1)?.at) {
        return { responses: found, more: true };
      }
      found.push(response);
    }
    at = next;
  }
  return { responses: found, more: false };
}

/** Where reading goes on: the index key, how many rows are asked for, and which of that key were read. */
interface Place {
  key: string;
  size: number;
  seen: Set<string>;
}

/** Rows read at once; of a filter that few pass the next are read until the page is full. */
const PART = 200;

function indexOf({ surveyId, which }: Wanted): 'survey' | 'open' | 'unassigned' | 'all' {
  if (surveyId) return 'survey';
  return which === 'open' || which === 'unassigned' ? which : 'all';
}

function firstPlace({ surveyId, before }: Wanted): Place {
  const from = before === undefined ? '' : newestFirst(before);
  return { key: (surveyId ? `${surveyId}|` : '') + from, size: PART, seen: new Set() };
}

async function readPart(
  db: Database,
  wanted: Wanted,
  { key, size, seen }: Place,
): Promise<{ rows: SurveyResponse[]; next: Place | null }> {
  const { surveyId, contactId, before } = wanted;
  const isBefore = (body: SurveyResponse) => before === undefined || body.at < before;
  if (contactId) {
    const ids = await identityOf(db, contactId);
    const ranges = ids.sort().map((id): [string, string] => [`${id}|`, `${id}~`]);
    const own = await db.responses.where('k.contact').inAnyRange(ranges).toArray();
    const rows = own.map((row) => row.body).filter(isBefore);
    return { rows: rows.sort((a, b) => b.at - a.at), next: null };
  }
  const index = indexOf(wanted);
  const end = surveyId ? `${surveyId}~` : '~';
  const read = await db.responses.where(`k.${index}`).between(key, end).limit(size).toArray();
  const rows = read
    .filter((row) => !seen.has(row.id))
    .map((row) => row.body)
    .filter(isBefore);
  if (read.length < size) return { rows, next: null };
  const last = String(read.at(-1)?.k[index]);
  // More of one moment than a part holds: ask for more at once.
  const next = { key: last, size: last === key ? size * 2 : PART, seen: new Set(idsAt(read, index, last)) };
  return { rows, next };
}

function idsAt(
  read: Row<Partial<ResponseKeys>, SurveyResponse>[],
  index: keyof ResponseKeys,
  key: string,
): string[] {
  return read.filter((row) => row.k[index] === key).map((row) => row.id);
}

function isWanted(
  response: SurveyResponse,
  { surveyId, which }: Wanted,
  words: string[],
  surveys: Map<string, Survey>,
): boolean {
  if (surveyId && response.surveyId !== surveyId) return false;
  const survey = surveys.get(response.surveyId);
  const form = survey ? formOf(survey, response.version) : null;
  if (which === 'flagged' || which === 'kept') {
    if (response.aside !== null) return false;
    if (!(which === 'flagged' ? openFlags(response).length > 0 : response.looks?.at(-1)?.kept)) return false;
  } else if (
    !isOfKind(
      which,
      { ...response, aside: response.aside !== null, handled: response.handledAt !== null },
      form,
    )
  )
    return false;
  return holdsWords(response, form, words);
}

/** Whether all of these words stand in what somebody wrote, or in who they say they are. @param words folded */
export function holdsWords(response: SurveyResponse, form: AuthorForm | null, words: string[]): boolean {
  if (words.length === 0) return true;
  const { who } = response;
  const text = fold([writtenIn(form, response.values), who.name, who.email, who.phone].join(' '));
  return words.every((word) => text.includes(word));
}

/** Words of a search, folded. */
export const wordsIn = (text: string): string[] => fold(text).split(/\s+/).filter(Boolean);

/** Whether an answer is of one of the kinds that the inbox is worked through by. */
export function isOfKind(
  which: AnswerKind,
  answer: Pick<PackedAnswer, 'aside' | 'handled' | 'contactId' | 'values'>,
  form: AuthorForm | null,
): boolean {
  const { aside, handled, contactId } = answer;
  if (which === 'aside') return aside;
  if (which === 'all') return true;
  if (aside) return false;
  if (which === 'open') return !handled;
  if (which === 'unassigned') return contactId === null && !handled;
  if (which === 'detractors') return isLowScore(scoreOf(form, answer));
  return commentOf(form, answer.values) !== '';
}

/** Flags for which nobody has looked at it yet. */
export function openFlags({ flags, looks }: Pick<SurveyResponse, 'flags' | 'looks'>): ResponseFlag[] {
  const last = looks?.at(-1);
  return last?.kept ? flags.filter((flag) => !last.flags.includes(flag)) : flags;
}

/** What the badge says: answers that nobody has handled, and those of them that nobody is known to have given; whether there are any at all. */
export async function responseCounts(db: Database): Promise<Results['responses.counts']> {
  const [first, unread, unassigned] = await Promise.all([
    db.responses.where('k.all').above('').limit(1).count(),
    db.responses.where('k.open').above('').count(),
    db.responses.where('k.unassigned').above('').count(),
  ]);
  return { any: first > 0, unread, unassigned };
}
