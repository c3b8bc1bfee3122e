import type { FormAtHub } from '@/lib/api/survey-views';
import type { Survey } from '@/lib/crm/surveys';
import { connectionOf, noteConnection } from '@/lib/store/connections';
import type { Database } from '@/lib/store/database';
import { StoreError } from '@/lib/store/errors';
import { formOf, lastVersion } from '@/lib/store/survey-reads';
import type { Context } from '@/lib/store/work';
import { inLanguage } from '@/lib/surveys/language';
import { deleteAnswer, deleteForm, type HubAddress, HubFault, putForm } from './client';
import { answersKey } from './keys';

/** What the hub has of a survey, as one text: it is up to date when this is what it would be now. */
export function uploadMark({ state }: Survey, version: number, keyId: string): string {
  return `${version} ${state} ${keyId}`;
}

/** Surveys whose last version, or state, the hub does not have; and those that it has and that are gone here. */
async function waitingOf(db: Database, uploaded: Record<string, string>, keyId: string) {
  const surveys = (await db.surveys.toArray()).map((row) => row.body);
  const live = surveys.filter((survey) => survey.deletedAt === null && lastVersion(survey) > 0);
  const ids = new Set(live.map((survey) => survey.id));
  return {
    stale: live
      .filter(({ id, state, madeOf }) => !madeOf || state === 'open' || id in uploaded)
      .filter((one) => uploaded[one.id] !== uploadMark(one, lastVersion(one), keyId)),
    gone: surveys.filter((one) => !ids.has(one.id) && one.id in uploaded),
  };
}

/** The rest is asked for the next time. */
const FORGOTTEN_AT_ONCE = 50;

/** What the hub has of a survey: its last version in its present state, something older, or nothing that a link could open. */
export async function formAtHub(db: Database, surveyId: string, now: number): Promise<FormAtHub> {
  const [hub, survey] = await Promise.all([connectionOf(db), db.surveys.get(surveyId)]);
  const mark = hub?.uploaded[surveyId];
  if (!survey || mark === undefined) return 'none';
  const { keyId } = await answersKey(db, now);
  return mark === uploadMark(survey.body, lastVersion(survey.body), keyId) ? 'latest' : 'older';
}

/** How many surveys the hub has yet to hear of. */
export async function waitingCount(db: Database, now: number): Promise<number> {
  const hub = await connectionOf(db);
  if (!hub) return 0;
  const { keyId } = await answersKey(db, now);
  const { stale, gone } = await waitingOf(db, hub.uploaded, keyId);
  return stale.length + gone.length;
}

/**
 * Brings the hub in line with every survey. A form that it refuses holds up neither the others nor the answers.
 * @throws HubFault when there is no way to the hub
 */
export async function uploadWaiting(ctx: Context): Promise<void> {
  const hub = await connectionOf(ctx.db);
  if (!hub) return;
  const { keyId } = await answersKey(ctx.db, ctx.now());
  const { stale, gone } = await waitingOf(ctx.db, hub.uploaded, keyId);
  for (const rid of (hub.forget ?? []).slice(0, FORGOTTEN_AT_ONCE)) {
    await deleteAnswer(hub, rid);
    await noteConnection(
      ctx.db,
      hub,
      (connection) => {
        connection.forget = connection.forget?.filter((one) => one !== rid) ?? [];
      },
      ctx.now(),
    );
  }
  for (const survey of gone) {
    await deleteForm(hub, survey.code);
    await note(ctx, hub, survey.id, null);
  }
  for (const survey of stale) {
    await upload(ctx, hub, survey, keyId).catch((fault) => {
      if (!(fault instanceof HubFault) || fault.problem !== 'refused') throw fault;
    });
  }
}

/**
 * Uploads one survey now.
 * @throws StoreError `missing` without a hub or a published version, HubFault when it was not taken
 */
export async function uploadSurvey(ctx: Context, { surveyId }: { surveyId: string }): Promise<void> {
  const hub = await connectionOf(ctx.db);
  const survey = (await ctx.db.surveys.get(surveyId))?.body;
  if (!hub) throw new StoreError('missing', 'No hub is connected.');
  if (!survey || survey.deletedAt !== null || lastVersion(survey) === 0) {
    throw new StoreError('missing', 'This survey has no published version.');
  }
  const { keyId } = await answersKey(ctx.db, ctx.now());
  await upload(ctx, hub, survey, keyId);
}

async function upload(ctx: Context, hub: HubAddress, survey: Survey, keyId: string): Promise<void> {
  const version = lastVersion(survey);
  const form = formOf(survey, version);
  if (!form) return;
  const langs = Object.fromEntries(form.langs.map((lang) => [lang, inLanguage(form, lang)]));
  const state = survey.state === 'closed' ? 'closed' : 'open';
  await putForm(hub, survey.code, { version, keyId, state, show: form.show, langs });
  await note(ctx, hub, survey.id, uploadMark(survey, version, keyId));
}

function note(ctx: Context, hub: HubAddress, surveyId: string, mark: string | null): Promise<void> {
  return noteConnection(
    ctx.db,
    hub,
    ({ uploaded }) => {
      if (mark === null) delete uploaded[surveyId];
      else uploaded[surveyId] = mark;
    },
    ctx.now(),
  );
}
