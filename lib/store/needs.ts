import { v7 as uuid } from 'uuid';
import type { Need } from '@/lib/crm/contacts';
import { command } from './command';
import { StoreError } from './errors';
import { type Origin, provenance } from './provenance';
import type { Context } from './work';

type Done = Record<string, never>;

/** Notes what somebody needs, or changes what was noted. What is set was heard just now. */
export function setNeed(
  ctx: Context,
  given: {
    contactId: string;
    needId?: string | undefined;
    need: Pick<Need, 'quote' | 'kind' | 'strength' | 'status'>;
    activityId?: string | undefined;
    from?: Origin | undefined;
  },
): Promise<{ id: string }> {
  return command(ctx, async (work) => {
    const contact = await work.one('contacts', given.contactId);
    const needs = contact.needs ?? {};
    const id = given.needId ?? uuid();
    const before = needs[id];
    if (given.needId && !before) throw new StoreError('missing', 'This need was removed meanwhile.');
    if (given.activityId) await work.one('activities', given.activityId);
    contact.needs = {
      ...needs,
      [id]: {
        ...(before ?? provenance(work.now, given.from)),
        ...given.need,
        ...(given.activityId ? { activityId: given.activityId } : {}),
        confirmedAt: work.now,
      },
    };
    return { id };
  });
}

export function removeNeed(
  ctx: Context,
  { contactId, needId }: { contactId: string; needId: string },
): Promise<Done> {
  return command(ctx, async (work) => {
    const contact = await work.one('contacts', contactId);
    if (!contact.needs?.[needId]) throw new StoreError('missing', 'This need was removed meanwhile.');
    const { [needId]: _gone, ...rest } = contact.needs;
    contact.needs = rest;
    return {};
  });
}
