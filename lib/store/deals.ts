import { v7 as uuid } from 'uuid';
import type { Contact } from '@/lib/crm/contacts';
import { DEAL_SCHEMA, type Deal, type PipelineStage } from '@/lib/crm/deals';
import { DEFAULT_PIPELINE } from '@/lib/crm/defaults';
import { inForce } from '@/lib/crm/in-force';
import { stageOf } from '@/lib/insight/deals';
import { newActivity } from './activity-row';
import type { Progress } from './batch';
import { command } from './command';
import { deleteRows } from './each-row';
import { StoreError } from './errors';
import { type Origin, provenance } from './provenance';
import { SETTINGS_ID } from './settings-row';
import type { Context, Work } from './work';

type Done = Record<string, never>;

/** Stages that are remembered of one deal. */
const MOST_PASSED = 200;

/** The stages of the board, as the user ordered them. */
export async function stagesIn(work: Work): Promise<readonly PipelineStage[]> {
  return (await work.one('settings', SETTINGS_ID)).pipeline ?? DEFAULT_PIPELINE;
}

/** What of a deal its user may set. */
export type DealFields = Pick<
  Deal,
  'title' | 'contactIds' | 'companyId' | 'amount' | 'expectedOn' | 'nextStep' | 'note' | 'owner'
>;

/** A new deal. Without a company it is of the one at which its first contact works. */
export function addDeal(
  ctx: Context,
  given: Partial<DealFields> & { title: string; stageId?: string | undefined; from?: Origin | undefined },
): Promise<{ id: string }> {
  return command(ctx, async (work) => {
    const contacts = await work.all('contacts', given.contactIds ?? []);
    if (given.companyId) await work.one('companies', given.companyId);
    const stages = await stagesIn(work);
    const stage = given.stageId === undefined ? stages[0]! : known(stages, given.stageId);
    const deal = work.add('deals', {
      id: uuid(),
      schema: DEAL_SCHEMA,
      clock: '',
      deletedAt: null,
      title: given.title,
      contactIds: contacts.map((one) => one.id),
      companyId: given.companyId === undefined ? companyAt(contacts) : given.companyId,
      amount: given.amount ?? null,
      stageId: stage.id,
      stageAt: work.now,
      expectedOn: given.expectedOn ?? null,
      nextStep: given.nextStep ?? null,
      state: 'open',
      closedAt: null,
      reason: '',
      note: given.note ?? '',
      owner: given.owner ?? '',
      createdAt: work.now,
      provenance: provenance(work.now, given.from),
    });
    return { id: deal.id };
  });
}

/** The company at which the first of them works. */
export function companyAt([contact]: Contact[]): string | null {
  const facts = Object.values(contact?.facts ?? {}).filter((fact) => fact.field === 'company');
  return inForce(facts)?.ref ?? null;
}

function known(stages: readonly PipelineStage[], id: string): PipelineStage {
  const stage = stages.find((one) => one.id === id);
  if (!stage) throw new StoreError('conflict', 'This stage is no longer on the board.');
  return stage;
}

/** Sets fields of a deal. */
export function editDeal(
  ctx: Context,
  given: { id: string } & { [F in keyof DealFields]?: DealFields[F] | undefined },
): Promise<Done> {
  return command(ctx, async (work) => {
    const { id, ...fields } = given;
    const deal = await work.one('deals', id);
    if (fields.contactIds) {
      const [before] = await work.live('contacts', deal.contactIds.slice(0, 1));
      const contacts = [...new Set(await work.all('contacts', fields.contactIds))];
      fields.contactIds = contacts.map((one) => one.id);
      // The company came with the first contact, and goes with them.
      const isTheirs = before !== undefined && deal.companyId === companyAt([before]);
      if (fields.companyId === undefined && isTheirs && before !== contacts[0]) {
        fields.companyId = companyAt(contacts);
      }
    }
    if (fields.companyId) await work.one('companies', fields.companyId);
    for (const [field, value] of Object.entries(fields)) if (value !== undefined) deal[field] = value;
    return {};
  });
}

/** Puts an open deal into another stage, from where its age there is counted anew. */
export function moveDeal(ctx: Context, { id, stageId }: { id: string; stageId: string }): Promise<Done> {
  return command(ctx, async (work) => {
    const deal = await work.one('deals', id);
    if (deal.state !== 'open') throw new StoreError('invalid', 'A closed deal is opened again first.');
    const stages = await stagesIn(work);
    moveTo(deal, known(stages, stageId).id, { now: work.now, from: stageOf(deal, stages).id });
    return {};
  });
}

function moveTo(deal: Deal, stageId: string, { now, from }: { now: number; from: string }): void {
  if (deal.stageId === stageId) return;
  const passed = [...(deal.passed ?? []), { stageId: from, at: deal.stageAt }];
  deal.passed = passed.slice(-MOST_PASSED);
  deal.stageId = stageId;
  deal.stageAt = now;
}

/** Ends a deal as won or lost. What was won is logged as a purchase of its contacts where the user says so. */
export function closeDeal(
  ctx: Context,
  given: {
    id: string;
    state: 'won' | 'lost';
    reason: string;
    code?: Deal['reasonCode'];
    purchase: boolean;
  },
): Promise<Done> {
  return command(ctx, async (work) => {
    const deal = await work.one('deals', given.id);
    if (deal.state !== 'open') throw new StoreError('invalid', 'This deal is closed already.');
    if (given.purchase && (given.state !== 'won' || !deal.amount || deal.contactIds.length === 0)) {
      throw new StoreError('invalid', 'A purchase needs a deal that was won, its amount and a contact.');
    }
    const live = given.purchase ? await work.live('contacts', deal.contactIds) : [];
    const buyers = [...new Set(live.map((one) => one.id))];
    if (given.purchase && buyers.length === 0) {
      throw new StoreError('invalid', 'A purchase needs a contact that is not deleted.');
    }
    Object.assign(deal, { state: given.state, reason: given.reason, closedAt: work.now });
    if (given.state === 'lost' && given.code) deal.reasonCode = given.code;
    if (!given.purchase) return {};
    // A deal that was opened again and is won again is bought once, for what it was won for last.
    const key = `deal:${deal.id}`;
    const own = await work.db.activities.where('k.external').equals(key).primaryKeys();
    const [bought] = await work.live('activities', own);
    if (bought) {
      Object.assign(bought, { amount: deal.amount, subject: deal.title });
      return {};
    }
    if (deal.external && (await work.db.activities.where('k.external').equals(deal.external).count()) > 0)
      return {};
    newActivity(work, {
      type: 'purchase',
      contactIds: buyers,
      amount: deal.amount,
      subject: deal.title,
      externalKeys: [key],
    });
    return {};
  });
}

/** Opens a closed deal again, where it stood. */
export function reopenDeal(ctx: Context, { id }: { id: string }): Promise<Done> {
  return command(ctx, async (work) => {
    const deal = await work.one('deals', id);
    if (deal.state === 'open') throw new StoreError('invalid', 'This deal is open already.');
    const stage = stageOf(deal, await stagesIn(work));
    Object.assign(deal, { state: 'open', reason: '', closedAt: null, stageId: stage.id, stageAt: work.now });
    delete deal.reasonCode;
    return {};
  });
}

export function deleteDeals(ctx: Context & Progress, { ids }: { ids: string[] }): Promise<{ count: number }> {
  return deleteRows(ctx, 'deals', ids);
}

/**
 * Sets the stages of the board. Deals of a stage that goes are moved to the one that is named for it.
 * @throws StoreError `invalid` when a stage with open deals goes and none is named, or two stages have one id
 */
export function setPipeline(
  ctx: Context,
  { stages, moves }: { stages: PipelineStage[]; moves: Record<string, string> },
): Promise<{ moved: number }> {
  return command(ctx, async (work) => {
    const ids = new Set(stages.map((stage) => stage.id));
    if (ids.size < stages.length) throw new StoreError('invalid', 'Two stages have the same id.');
    const before = await stagesIn(work);
    const gone = before.filter((stage) => !ids.has(stage.id)).map((stage) => stage.id);
    const rows =
      gone.length > 0 ? await work.db.deals.where('k.open').anyOf(gone).primaryKeys() : ([] as string[]);
    const deals = rows.length > 0 ? await work.live('deals', rows) : [];
    for (const deal of deals) {
      const into = moves[deal.stageId];
      if (!into || !ids.has(into)) {
        throw new StoreError('invalid', 'A stage in which deals stand needs another to move them to.');
      }
      moveTo(deal, into, { now: work.now, from: deal.stageId });
    }
    (await work.one('settings', SETTINGS_ID)).pipeline = stages;
    return { moved: deals.length };
  });
}
