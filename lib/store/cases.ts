import { v7 as uuid } from 'uuid';
import { addDays, localMoment } from '@/lib/crm/calendar';
import { type Case, type CaseKind, type CaseState, RECHECK_DAYS } from '@/lib/crm/cases';
import { receiptNumber } from '@/lib/surveys/answer';
import { newActivity } from './activity-row';
import type { Progress } from './batch';
import { newCase } from './case-row';
import { command } from './command';
import { deleteRows } from './each-row';
import { StoreError } from './errors';
import type { Origin } from './provenance';
import type { Context, Work } from './work';

type Done = Record<string, never>;

/** Opens a case by hand, of a mail or of an answer: an answer has one case, and it is answered when it is there already. */
export function openCase(
  ctx: Context,
  given: {
    kind: CaseKind;
    title: string;
    text: string;
    contactIds: string[];
    responseId?: string | undefined;
    activityId?: string | undefined;
    from?: Origin | undefined;
  },
): Promise<{ id: string; number: string }> {
  return command(ctx, async (work) => {
    await work.all('contacts', given.contactIds);
    const response = given.responseId ? await work.one('responses', given.responseId) : null;
    const [known] = response?.caseId ? await work.live('cases', [response.caseId]) : [];
    if (known) return { id: known.id, number: known.number };
    const opened = newCase(work, {
      ...given,
      number: receiptNumber(response?.id ?? uuid()),
      responseId: response?.id ?? null,
      activityId: given.activityId ?? (response?.contactId ? response.id : null),
      contactIds: given.contactIds.length > 0 ? given.contactIds : [response?.contactId ?? []].flat(),
      openedAt: response?.at ?? work.now,
    });
    if (response) response.caseId = opened.id;
    note(work, opened, 'opened');
    return { id: opened.id, number: opened.number };
  });
}

/** Puts on the time line of its contacts what happened with a case. */
function note(work: Work, { contactIds, number, title }: Case, channel: 'opened' | 'told'): void {
  if (contactIds.length === 0) return;
  newActivity(work, { type: 'case', contactIds, channel, subject: title, text: number });
}

/** Sets fields of a case. Whoever it is given to sees it as under way. */
export function editCase(
  ctx: Context,
  given: { id: string } & {
    [F in 'title' | 'text' | 'kind' | 'owner' | 'expectation' | 'cause' | 'contactIds']?: Case[F] | undefined;
  },
): Promise<Done> {
  return command(ctx, async (work) => {
    const { id, ...fields } = given;
    const stored = await work.one('cases', id);
    if (fields.contactIds) await work.all('contacts', fields.contactIds);
    for (const [field, value] of Object.entries(fields)) if (value !== undefined) stored[field] = value;
    return {};
  });
}

/** What has to be asked before a case can be resolved. */
export function missingOf({ expectation, cause }: Case): ('expectation' | 'cause')[] {
  return [
    ...(expectation.trim() ? [] : ['expectation' as const]),
    ...(cause.trim() ? [] : ['cause' as const]),
  ];
}

/** @throws StoreError `invalid` when it is to be resolved and expectation or cause is not known */
export function moveCase(ctx: Context, { id, state }: { id: string; state: CaseState }): Promise<Done> {
  return command(ctx, async (work) => {
    const stored = await work.one('cases', id);
    const missing = missingOf(stored);
    if (state === 'resolved' && missing.length > 0) {
      throw new StoreError('invalid', `Before it is resolved: ${missing.join(', ')}.`);
    }
    if (state === 'resolved') stored.resolvedAt ??= work.now;
    else if (stored.state === 'resolved') reopen(stored);
    stored.state = state;
    return {};
  });
}

/** What was told and looked at belonged to an end that did not hold. */
function reopen(stored: Case): void {
  Object.assign(stored, { resolvedAt: null, toldAt: null, recheckOn: null, recheckedAt: null });
}

/** Notes when the customer had the first reply. A case that was new is then under way. */
export function repliedToCase(
  ctx: Context,
  { id, at }: { id: string; at?: number | undefined },
): Promise<Done> {
  return command(ctx, async (work) => {
    const stored = await work.one('cases', id);
    stored.repliedAt ??= Math.min(at ?? work.now, work.now);
    if (stored.state === 'new') stored.state = 'inProgress';
    return {};
  });
}

/** Notes that the customer was told what was done. On `recheckOn` somebody looks whether it holds. */
export function toldCustomer(ctx: Context, { id }: { id: string }): Promise<Done> {
  return command(ctx, async (work) => {
    const stored = await work.one('cases', id);
    if (stored.state !== 'resolved') throw new StoreError('invalid', 'This case is not resolved yet.');
    if (stored.toldAt !== null) return {};
    stored.toldAt = work.now;
    stored.repliedAt ??= work.now;
    stored.recheckOn = addDays(localMoment(work.now, ctx.zone).day, RECHECK_DAYS);
    note(work, stored, 'told');
    return {};
  });
}

/** Somebody looked: it holds, or the case is opened again. */
export function recheckCase(ctx: Context, { id, holds }: { id: string; holds: boolean }): Promise<Done> {
  return command(ctx, async (work) => {
    const stored = await work.one('cases', id);
    if (stored.recheckOn === null) throw new StoreError('invalid', 'The customer was not told yet.');
    if (holds) {
      stored.recheckedAt ??= work.now;
      return {};
    }
    reopen(stored);
    stored.state = 'inProgress';
    return {};
  });
}

export function deleteCases(ctx: Context & Progress, { ids }: { ids: string[] }): Promise<{ count: number }> {
  return deleteRows(ctx, 'cases', ids);
}
