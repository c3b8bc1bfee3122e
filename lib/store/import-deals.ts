import { v7 as uuid } from 'uuid';
import type { ImportPreview } from '@/lib/api/import-views';
import type { Contact } from '@/lib/crm/contacts';
import { DEAL_SCHEMA, type PipelineStage } from '@/lib/crm/deals';
import { DEFAULT_PIPELINE } from '@/lib/crm/defaults';
import { digest } from '@/lib/crm/digest';
import { stageMeant } from '@/lib/exchange/deal-stage';
import type { FileDeal, FileDraft } from '@/lib/exchange/file-contacts';
import { momentOf } from '@/lib/exchange/moment';
import type { Database } from './database';
import { companyAt } from './deals';
import { fold } from './fold';
import { type Origin, provenance } from './provenance';
import { settingsOf } from './settings';
import { SETTINGS_ID } from './settings-row';
import type { Work } from './work';

/** The board has room for so many stages. */
const MOST_STAGES = 12;
const MOST_CONTACTS = 50;
/** Until the user says otherwise. */
const NEW_STAGE_CHANCE = 0.25;

/** Somebody, or a company, of whom a file may tell deals. */
type Told = Pick<FileDraft, 'deals'>;

/** Whose a deal is: a contact's, or a company's alone. */
type Whose = { contact: Contact } | { companyId: string };

/** What a whole import knows of deals: those that stand already, and which stage of the board a word of the file means. */
export class DealBook {
  private constructor(
    private readonly ids: Map<string, string>,
    private readonly chosen: Readonly<Record<string, string>>,
  ) {}

  /** @param chosen by the file's word the stage that the user chose, '' for a new one */
  static async read(
    db: Database,
    told: readonly Told[],
    chosen: Readonly<Record<string, string>> = {},
  ): Promise<DealBook> {
    if (!told.some(({ deals }) => deals)) return new DealBook(new Map(), chosen);
    const rows = await db.deals.toArray();
    const known = rows.flatMap(({ id, body }) =>
      body.external && body.deletedAt === null ? [[body.external, id] as const] : [],
    );
    return new DealBook(new Map(known), chosen);
  }

  idOf(key: string): string | undefined {
    return this.ids.get(key);
  }

  wrote(key: string, id: string): void {
    this.ids.set(key, id);
  }

  /** Reads what deals of a part of the file meet, so that they are written without waiting. */
  async prepare(work: Work, told: readonly Told[]): Promise<void> {
    const keys = told.flatMap(({ deals = [] }) => deals.map((deal) => deal.key));
    if (keys.length === 0) return;
    await work.load('settings', [SETTINGS_ID]);
    await work.load('deals', [...new Set(keys.flatMap((key) => this.ids.get(key) ?? []))]);
  }

  /** The stage that a word means on this board, or null where one is to be made. */
  stageOf(text: string, stages: readonly PipelineStage[]): PipelineStage | null {
    const chosen = this.chosen[text];
    if (chosen === undefined) return stageFor(text, stages);
    return stages.find((stage) => stage.id === chosen) ?? named(text, stages);
  }
}

function named(text: string, stages: readonly PipelineStage[]): PipelineStage | null {
  return stages.find(({ id, name }) => fold(name || id) === fold(text) || id === newId(text)) ?? null;
}

/** A stage of that name, or of that meaning; the first where the file says none. */
function stageFor(text: string, stages: readonly PipelineStage[]): PipelineStage | null {
  if (text.trim() === '') return stages[0]!;
  const meant = stageMeant(text);
  return named(text, stages) ?? stages.find(({ id }) => meant.state === 'open' && id === meant.stage) ?? null;
}

/** The same stage in every import. */
function newId(text: string): string {
  return digest(fold(text)).slice(0, 12);
}

/** Of the deals of a file how many there are, and which stages they stand in. */
export async function dealsIn(
  db: Database,
  told: readonly Told[],
): Promise<Pick<ImportPreview, 'deals' | 'stages'>> {
  const once = new Map(told.flatMap(({ deals = [] }) => deals.map((deal) => [deal.key, deal] as const)));
  const { pipeline = DEFAULT_PIPELINE } = await settingsOf(db);
  const stages = new Map<string, number>();
  for (const { stage, state } of once.values()) {
    if (state === 'open' && stage) stages.set(stage, (stages.get(stage) ?? 0) + 1);
  }
  return {
    deals: once.size,
    stages: [...stages].map(([text, count]) => ({
      text,
      count,
      stageId: stageFor(text, pipeline)?.id ?? null,
    })),
  };
}

/** Keys of other programs of the deals that these contacts have. */
export async function dealKeysOf(db: Database, ids: string[]): Promise<Map<string, string[]>> {
  const keys = new Map<string, string[]>();
  if (ids.length === 0) return keys;
  const asked = new Set(ids);
  const rows = await db.deals.where('k.contacts').anyOf(ids).distinct().toArray();
  for (const { body } of rows) {
    if (!body.external) continue;
    for (const id of body.contactIds)
      if (asked.has(id)) keys.set(id, [...(keys.get(id) ?? []), body.external]);
  }
  return keys;
}

/**
 * Brings the deals of a contact or a company. One that stands already, of this file or an earlier one, gains the contact and nothing else.
 * @returns how many were made
 */
export function bringDeals(
  work: Work,
  whose: Whose,
  deals: readonly FileDeal[],
  book: DealBook,
  how: { from: Origin; zone: string },
): number {
  let made = 0;
  for (const deal of deals) {
    const known = book.idOf(deal.key);
    const there = known ? work.read('deals', known) : undefined;
    if (!there || there.deletedAt !== null) {
      book.wrote(deal.key, newDeal(work, whose, deal, book, how));
      made += 1;
    } else if ('contact' in whose && isRoomFor(whose.contact.id, there.contactIds))
      there.contactIds.push(whose.contact.id);
  }
  return made;
}

const isRoomFor = (id: string, among: readonly string[]) =>
  !among.includes(id) && among.length < MOST_CONTACTS;

function newDeal(
  work: Work,
  whose: Whose,
  { key, title, stage, state, amount, expectedOn, closedAt, madeAt, reason, reasonCode, text }: FileDeal,
  book: DealBook,
  { from, zone }: { from: Origin; zone: string },
): string {
  const moment = (one: string | undefined) => (one ? momentOf(one, zone)?.at : undefined);
  const createdAt = moment(madeAt) ?? moment(closedAt) ?? work.now;
  const { id } = work.add('deals', {
    id: uuid(),
    schema: DEAL_SCHEMA,
    clock: '',
    deletedAt: null,
    title,
    contactIds: 'contact' in whose ? [whose.contact.id] : [],
    companyId: 'contact' in whose ? companyAt([whose.contact]) : whose.companyId,
    amount: amount ?? null,
    stageId: stageId(work, state === 'open' ? stage : '', book),
    // How long it has stood there no file tells.
    stageAt: state === 'open' ? work.now : createdAt,
    expectedOn: expectedOn ?? null,
    nextStep: null,
    state,
    closedAt: state === 'open' ? null : (moment(closedAt) ?? work.now),
    reason: reason ?? '',
    ...(reasonCode ? { reasonCode } : {}),
    note: text,
    owner: '',
    createdAt,
    external: key,
    provenance: provenance(work.now, from),
  });
  return id;
}

/** A stage that the board lacks is made, at its end, as long as there is room: in the same batch, so that it goes with it. */
function stageId(work: Work, text: string, book: DealBook): string {
  const settings = work.read('settings', SETTINGS_ID)!;
  const stages = settings.pipeline ?? DEFAULT_PIPELINE;
  const known = book.stageOf(text, stages);
  if (known || stages.length >= MOST_STAGES) return (known ?? stages[0]!).id;
  const made = { id: newId(text), name: text.slice(0, 60), chance: NEW_STAGE_CHANCE };
  settings.pipeline = [...stages, made];
  return made.id;
}
