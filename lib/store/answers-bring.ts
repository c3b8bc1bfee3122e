import { v5 as uuidOf } from 'uuid';
import type { Results } from '@/lib/api/results';
import { IMPORT_SCHEMA } from '@/lib/crm/imports';
import type { Settings } from '@/lib/crm/settings';
import { SURVEY_SCHEMA, type Survey } from '@/lib/crm/surveys';
import { answersFormatOf } from '@/lib/exchange/answers/headings';
import type { FileAnswer } from '@/lib/exchange/answers/meaning';
import { faultsOf } from '@/lib/surveys/check';
import { answerIds } from './answers-ids';
import { seqOf } from './answers-preview';
import { type AnswersFile, BRINGING, type ReadFile, readAnswersFile } from './answers-read';
import { rememberedAs } from './answers-remembered';
import { type Arrival, takeBrought } from './arrivals';
import { batch, type Progress } from './batch';
import { refuseNewer } from './command';
import { takeBackDead } from './dead-jobs';
import { StoreError } from './errors';
import { inTurn, lockOf } from './lock';
import { SETTINGS_ID } from './settings-row';
import { lastVersion } from './survey-reads';
import { draftOf, newCode } from './surveys';
import type { Context, Work } from './work';

/** Answers written in one transaction: each brings an activity with it. */
const PART = 300;
const MOST_HELD = 1000;

type Json = NonNullable<Settings['mappings']>[string];
type Brought = Results['answers.bring'];
type Given = AnswersFile & { id: string; name: string };

/**
 * Brings the answers of a file to a survey, or to one that is made of it, as one batch, and leaves a report as any import does. What was
 * brought before stays as it is. One at a time: what a page that died left half done is taken back first, for its rows would count as
 * brought, and go when it is taken back later.
 * @throws StoreError `cancelled` when it is stopped, also while it waits for another
 */
export function bringAnswers(ctx: Context & Progress, given: Given): Promise<Brought> {
  refuseNewer(ctx.db);
  return inTurn(lockOf(ctx.db, BRINGING), ctx.signal, async () => {
    await takeBackDead(ctx.db, BRINGING, ctx.commandId);
    return bringAlone(ctx, given);
  });
}

async function bringAlone(ctx: Context & Progress, { id, name, ...file }: Given): Promise<Brought> {
  const read = await readAnswersFile(ctx.db, { ...file, name: titleOf(name) });
  if (read.answers.length === 0) throw new StoreError('invalid', 'imports.held_answer');
  const survey = read.survey ?? madeSurvey(read, { id, name, now: ctx.now() });
  const ids = await answerIds(ctx.db, survey.id, read.answers);
  const given = { survey, name, batchId: id, ids };
  return batch<FileAnswer, Brought>(ctx, {
    items: read.answers,
    batchId: id,
    size: PART,
    start: { surveyId: survey.id, added: 0, updated: 0, already: 0, held: read.heldBack.length },
    run: async (work, part, before) => {
      if (part[0] === read.answers[0]) {
        if (!read.survey) work.add('surveys', structuredClone(survey));
        await remember(work, read, survey.id);
      }
      const taken = await takeBrought(
        work,
        survey,
        part.map((answer) => arrivalOf(answer, given)),
      );
      const count = (state: string) => taken.filter((one) => one.state === state).length;
      const after = {
        ...before,
        added: before.added + count('new'),
        updated: before.updated + count('updated'),
        already: before.already + count('already'),
        held: before.held + count('unknown'),
      };
      if (part.at(-1) === read.answers.at(-1)) await report(work, { id, name, read, counts: after });
      return after;
    },
  });
}

/** A file's name is its survey's, without what programs put behind it. */
const titleOf = (name: string): string => name.replace(/\.[a-z]{1,4}$/i, '').trim() || name;

/** A survey that was asked elsewhere: closed, with the form of the file as its one version. */
function madeSurvey(read: ReadFile, { id, name, now }: { id: string; name: string; now: number }): Survey {
  const faults = faultsOf(read.form);
  if (faults.length > 0) throw new StoreError('invalid', 'imports.problem_answers');
  const code = newCode();
  const draft = draftOf(read.form, code);
  return {
    // The same when the batch goes on after its page died.
    id: uuidOf('survey', id),
    schema: SURVEY_SCHEMA,
    clock: '',
    deletedAt: null,
    name: titleOf(name).slice(0, 200),
    code,
    state: 'closed',
    draft,
    versions: { 1: { at: now, form: { ...structuredClone(draft), version: 1 } } },
    createdAt: now,
    followUp: true,
    madeOf: name,
  };
}

function arrivalOf(
  answer: FileAnswer,
  {
    survey,
    name,
    batchId,
    ids,
  }: { survey: Survey; name: string; batchId: string; ids: Map<FileAnswer, string> },
): Arrival {
  const { at, took, done, lang, who, page, hidden, aside, values } = answer;
  return {
    signed: false,
    via: 'file',
    brought: { file: name, batchId, aside },
    payload: {
      v: 1,
      id: ids.get(answer)!,
      seq: seqOf(answer),
      form: survey.code,
      version: lastVersion(survey),
      lang: lang ?? survey.draft.lang,
      startedAt: at - (took ?? 0),
      at,
      done,
      values,
      hidden,
      who,
      ...(page ? { page } : {}),
    },
  };
}

/** Keeps how this header is read, and for which survey. */
async function remember(work: Work, { header, columns }: ReadFile, surveyId: string): Promise<void> {
  const settings = await work.one('settings', SETTINGS_ID);
  const known = { surveyId, columns } as unknown as Json;
  settings.mappings = { ...settings.mappings, [rememberedAs(header)]: known };
}

async function report(
  work: Work,
  { id, name, read, counts }: { id: string; name: string; read: ReadFile; counts: Brought },
): Promise<void> {
  const { added, updated, already, held } = counts;
  await work.db.imports.put({
    id,
    k: { at: work.now },
    body: {
      id,
      schema: IMPORT_SCHEMA,
      name,
      format: `answers-${answersFormatOf(read.header)}`,
      encoding: read.encoding,
      at: work.now,
      state: 'done',
      counts: { added, changed: updated, same: already, held },
      heldBack: read.heldBack.slice(0, MOST_HELD).map((one) => ({ ...one })),
      unmapped: read.left.slice(0, 1000),
    },
  });
}
