import type { Look, SurveyResponse } from '@/lib/crm/surveys';
import { batch, type Progress } from './batch';
import { command } from './command';
import { contactOf, type Draft, readNamedIn } from './contact-draft';
import { forEachRow } from './each-row';
import { StoreError } from './errors';
import { follow, settle } from './follow-up';
import { formOf } from './survey-reads';
import { askedIn } from './whose';
import type { Context, Work } from './work';

type Done = Record<string, never>;

/** Says whose an answer is: it goes on that time line, with what follows from it. */
export function assignResponse(
  ctx: Context,
  { id, contactId }: { id: string; contactId: string },
): Promise<Done> {
  return command(ctx, async (work) => {
    await work.one('contacts', contactId);
    await give(work, await work.one('responses', id), contactId);
    return {};
  });
}

/** Puts an answer on a contact's time line, or moves it there. */
async function give(work: Work, response: SurveyResponse, contactId: string): Promise<void> {
  const [survey] = await work.load('surveys', [response.surveyId]);
  await work.load('activities', [response.id]);
  const [opened] = response.caseId ? await work.live('cases', [response.caseId]) : [];
  const before = response.contactId;
  response.contactId = contactId;
  response.assignedAt = work.now;
  if (opened) {
    const others = opened.contactIds.filter((one) => one !== before && one !== contactId);
    opened.contactIds = [contactId, ...others];
    opened.activityId ??= response.id;
  }
  if (survey) settle(work, response, survey);
}

/**
 * Makes a contact of what an answer says of its person: name, addresses, phones; and assigns it.
 * @throws StoreError `invalid` when it says nothing by which somebody could be called, `conflict` when it is somebody's already
 */
export function responseToContact(ctx: Context, { id }: { id: string }): Promise<{ contactId: string }> {
  return command(ctx, async (work) => {
    const response = await work.one('responses', id);
    const known = response.contactId ? await work.live('contacts', [response.contactId]) : [];
    if (known.length > 0) throw new StoreError('conflict', 'This answer has a contact already.');
    const [survey] = await work.load('surveys', [response.surveyId]);
    const form = survey ? formOf(survey, response.version) : null;
    const asked = form ? askedIn(form, response.values) : { emails: [], phones: [], name: null };
    const { who } = response;
    const emails = [...new Set([who.email ?? [], asked.emails].flat())];
    const phones = [...new Set([who.phone ?? [], asked.phones].flat())];
    const name = who.name?.trim() || asked.name || emails[0] || phones[0];
    if (!name) throw new StoreError('invalid', 'The answer names nobody.');
    const source = survey?.name ?? '';
    const draft: Draft = {
      name: name.slice(0, 300),
      points: [
        ...emails.map((value) => ({ kind: 'email' as const, value })),
        ...phones.map((value) => ({ kind: 'phone' as const, value })),
      ],
      facts: [],
      dates: [],
      tags: [],
      from: { source, how: 'survey', ...(response.page ? { link: response.page } : {}) },
    };
    const contact = contactOf(work, draft, await readNamedIn(work, [draft]));
    await give(work, response, contact.id);
    return { contactId: contact.id };
  });
}

/** Leaves answers out of the results, with the reason. */
export function setAside(
  ctx: Context & Progress,
  { ids, why }: { ids: string[]; why: string },
): Promise<{ count: number }> {
  return forEachRow(ctx, 'responses', ids, (response, now) => {
    response.aside = { at: now, why };
    look(response, { at: now, kept: false, why });
  });
}

/** Notes that answers count: they are in the results, and what they were looked at for does not ask for another look. */
export function keepResponses(
  ctx: Context & Progress,
  { ids }: { ids: string[] },
): Promise<{ count: number }> {
  return forEachRow(ctx, 'responses', ids, (response, now) => {
    response.aside = null;
    look(response, { at: now, kept: true });
  });
}

/** Looks that one answer can have in its log; the oldest go first. */
const MOST_LOOKS = 20;

function look(response: SurveyResponse, decided: Pick<Look, 'at' | 'kept' | 'why'>): void {
  const looks = [...(response.looks ?? []), { ...decided, flags: [...response.flags] }];
  response.looks = looks.slice(-MOST_LOOKS);
}

/** Notes that answers need nothing more, or that they do. */
export function handleResponses(
  ctx: Context & Progress,
  { ids, handled }: { ids: string[]; handled: boolean },
): Promise<{ count: number }> {
  return forEachRow(ctx, 'responses', ids, (response, now) => {
    if (!handled) response.handledAt = null;
    else response.handledAt ??= now;
  });
}

/** Deletes answers with their activity. They do not come back, however often they are sent. */
export function deleteResponses(
  ctx: Context & Progress,
  { ids }: { ids: string[] },
): Promise<{ count: number }> {
  return batch(ctx, {
    items: ids,
    start: { count: 0 },
    run: async (work, part, { count }) => {
      const responses = await work.live('responses', [...part]);
      const activities = await work.live('activities', [...part]);
      for (const row of [...responses, ...activities]) row.deletedAt = work.now;
      return { count: count + responses.length };
    },
  });
}

/** Silence after which somebody who answered in part will not go on. */
const SILENT = 24 * 3_600_000;
const AT_ONCE = 200;

/** Decides what follows from answers that were left half-way, once nothing more came for a day. Tells how many. */
export async function followSilent(ctx: Context): Promise<number> {
  const silent = () => ctx.db.responses.where('k.partial').belowOrEqual(ctx.now() - SILENT);
  if (ctx.db.newer || (await silent().count()) === 0) return 0;
  return command(ctx, async (work) => {
    const ids = await silent().limit(AT_ONCE).primaryKeys();
    const responses = await work.live('responses', ids);
    await work.load(
      'surveys',
      responses.map((response) => response.surveyId),
    );
    for (const response of responses) {
      const survey = work.read('surveys', response.surveyId);
      if (survey) follow(work, response, survey);
      response.followedAt ??= work.now;
    }
    return responses.length;
  });
}
