import { v7 as uuid } from 'uuid';
import { type ReportWords, SURVEY_SCHEMA, type Survey } from '@/lib/crm/surveys';
import { type FormFault, faultsOf } from '@/lib/surveys/check';
import type { AuthorForm } from '@/lib/surveys/form';
import type { Progress } from './batch';
import { command } from './command';
import { deleteRows } from './each-row';
import { same } from './edits';
import { StoreError } from './errors';
import { formOf, lastVersion } from './survey-reads';
import type { Context } from './work';

type Done = Record<string, never>;

const LETTERS = '0123456789abcdefghijklmnopqrstuvwxyz';

/** Ten letters and digits that nobody guesses: 51 bits. */
export function newCode(): string {
  const random = crypto.getRandomValues(new Uint32Array(10));
  return Array.from(random, (one) => LETTERS[one % LETTERS.length]).join('');
}

/** The draft as it is kept: its name in public and its version are the store's to say. */
export function draftOf(form: AuthorForm, code: string): AuthorForm {
  return { ...structuredClone(form), v: 1, id: code, version: 0 };
}

export function addSurvey(
  ctx: Context,
  { name, form }: { name: string; form: AuthorForm },
): Promise<{ id: string }> {
  return command(ctx, async (work) => {
    const code = newCode();
    const { id } = work.add('surveys', {
      id: uuid(),
      schema: SURVEY_SCHEMA,
      clock: '',
      deletedAt: null,
      name,
      code,
      state: 'draft',
      draft: draftOf(form, code),
      versions: {},
      createdAt: work.now,
      followUp: true,
    });
    return { id };
  });
}

export function editSurvey(
  ctx: Context,
  given: {
    id: string;
    name?: string | undefined;
    draft?: AuthorForm | undefined;
    followUp?: boolean | undefined;
    weights?: Record<string, number> | undefined;
    report?: ReportWords | undefined;
  },
): Promise<Done> {
  return command(ctx, async (work) => {
    const survey = await work.one('surveys', given.id);
    if (given.name !== undefined) survey.name = given.name;
    if (given.draft !== undefined) survey.draft = draftOf(given.draft, survey.code);
    if (given.followUp !== undefined) survey.followUp = given.followUp;
    if (given.weights !== undefined) survey.weights = given.weights;
    if (given.report !== undefined) survey.report = given.report;
    return {};
  });
}

/** What is published: marks of translations are the author's alone. */
function publicOf({ stale: _, ...form }: AuthorForm): AuthorForm {
  return form;
}

/** Whether the draft says something else than the last version. */
export function isChanged(survey: Survey): boolean {
  const last = formOf(survey, lastVersion(survey));
  return !last || !same({ ...last, version: 0 }, { ...publicOf(survey.draft), version: 0 });
}

/**
 * Freezes the draft as the next version and opens the survey. A draft that says what the last version says is that version,
 * unless somebody else knows a later one.
 * @param given `above`: a number that somebody else knows was given already
 * @throws StoreError `invalid` for a form with faults, which it names
 */
export function publishSurvey(
  ctx: Context,
  { id, above = 0 }: { id: string; above?: number },
): Promise<{ version: number }> {
  return command(ctx, async (work) => {
    const survey = await work.one('surveys', id);
    const earlier = Object.values(survey.versions).map(({ form }) => form);
    const faults = faultsOf(survey.draft, earlier);
    if (faults.length > 0) throw new StoreError('invalid', faults.map(faultText).join('; '));
    survey.state = 'open';
    const last = lastVersion(survey);
    if (last >= above && !isChanged(survey)) return { version: last };
    const version = Math.max(last, above) + 1;
    const form = { ...structuredClone(publicOf(survey.draft)), version };
    survey.versions[String(version)] = { at: work.now, form };
    return { version };
  });
}

function faultText({ code, pageId, questionId, lang }: FormFault): string {
  const where = [questionId ?? pageId, lang].filter(Boolean).join(' ');
  return where ? `${where}: ${code}` : code;
}

/** @throws StoreError `invalid` for a survey that was never published */
export function setSurveyState(
  ctx: Context,
  { id, state }: { id: string; state: 'open' | 'closed' },
): Promise<Done> {
  return command(ctx, async (work) => {
    const survey = await work.one('surveys', id);
    if (lastVersion(survey) === 0) throw new StoreError('invalid', 'This survey was never published.');
    survey.state = state;
    return {};
  });
}

/** Deletes surveys. Their answers stay on the time lines; none comes in any more. */
export function deleteSurveys(
  ctx: Context & Progress,
  { ids }: { ids: string[] },
): Promise<{ count: number }> {
  return deleteRows(ctx, 'surveys', ids);
}
