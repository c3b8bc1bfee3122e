import { v7 as uuid } from 'uuid';
import type { Activity } from '@/lib/crm/activities';
import { type Day, localMoment } from '@/lib/crm/calendar';
import type { Case } from '@/lib/crm/cases';
import type { Change, ChangedTable, Edit } from '@/lib/crm/changes';
import type { Company } from '@/lib/crm/companies';
import type { Contact } from '@/lib/crm/contacts';
import type { Deal } from '@/lib/crm/deals';
import type { Outcome } from '@/lib/crm/outcomes';
import type { Segment } from '@/lib/crm/segments';
import type { Invite, Survey, SurveyResponse } from '@/lib/crm/surveys';
import type { Tag } from '@/lib/crm/tags';
import type { Task } from '@/lib/crm/tasks';
import type { Template } from '@/lib/crm/templates';
import { loadChains, standing } from './chains';
import { tick } from './clock';
import type { Database, Row, SettingsBody } from './database';
import { type Body, diff } from './edits';
import { StoreError } from './errors';
import { refreshFigures } from './figures';
import {
  type DealKeys,
  dealKeys,
  type OutcomeKeys,
  outcomeKeys,
  type SegmentKeys,
  segmentKeys,
  type TemplateKeys,
  templateKeys,
} from './insight-keys';
import {
  type ActivityKeys,
  activityKeys,
  alsoNamed,
  type CompanyKeys,
  type ContactKeys,
  companyKeys,
  contactKeys,
  namedInEdit,
  type TagKeys,
  type TaskKeys,
  tagKeys,
  taskKeys,
} from './keys';
import { refreshLists } from './lists';
import { outdate } from './outdated';
import { defaultSettings, SETTINGS_ID } from './settings-row';
import {
  type CaseKeys,
  caseKeys,
  type InviteKeys,
  inviteKeys,
  type ResponseKeys,
  responseKeys,
  type SurveyKeys,
  surveyKeys,
} from './survey-keys';
import { aboutWhom, type Touched, touch } from './touched';
import type { Written } from './written';

/** The bodies of the tables that have a history. */
export interface Bodies {
  contacts: Contact;
  companies: Company;
  activities: Activity;
  tags: Tag;
  tasks: Task;
  settings: SettingsBody;
  surveys: Survey;
  responses: SurveyResponse;
  invites: Invite;
  cases: Case;
  segments: Segment;
  deals: Deal;
  outcomes: Outcome;
  templates: Template;
}

interface Keys {
  contacts: Partial<ContactKeys>;
  companies: Partial<CompanyKeys>;
  activities: Partial<ActivityKeys>;
  tags: Partial<TagKeys>;
  tasks: Partial<TaskKeys>;
  settings: Record<string, never>;
  surveys: Partial<SurveyKeys>;
  responses: Partial<ResponseKeys>;
  invites: Partial<InviteKeys>;
  cases: Partial<CaseKeys>;
  segments: Partial<SegmentKeys>;
  deals: Partial<DealKeys>;
  outcomes: Partial<OutcomeKeys>;
  templates: Partial<TemplateKeys>;
}

const KEYS: { [T in ChangedTable]: (body: Bodies[T]) => Keys[T] } = {
  contacts: contactKeys,
  companies: companyKeys,
  activities: activityKeys,
  tags: tagKeys,
  tasks: taskKeys,
  settings: () => ({}),
  surveys: surveyKeys,
  responses: responseKeys,
  invites: inviteKeys,
  cases: caseKeys,
  segments: segmentKeys,
  deals: dealKeys,
  outcomes: outcomeKeys,
  templates: templateKeys,
};

/** The row of a body: its keys stand beside it. */
export function rowOf<T extends ChangedTable>(table: T, body: Bodies[T]): Row<Keys[T], Bodies[T]> {
  return { id: body.id, k: KEYS[table](body), body };
}

/** What a command is done as. */
export interface Context {
  db: Database;
  /** Epoch ms. */
  now(): number;
  /** IANA name of the user's time zone. */
  zone: string;
  op: string;
  caller: string;
  commandId: string;
}

/** What a change row says besides its edits. */
export type Described = Pick<Change, 'commandId' | 'op' | 'caller' | 'batchId' | 'result' | 'undoes'>;

/** What writing a row that was not there comes to. It is computed outside of a transaction too, where this need not wait for the browser. */
export interface Fresh {
  edits: Edit[];
  about: string[];
  row: object;
}

export function freshRow(table: ChangedTable, body: Body): Fresh {
  const about = aboutWhom(table, null, body);
  return { edits: diff(table, null, body), about, row: rowOf(table, body as never) };
}

interface Staged {
  before: Body | null;
  after: Body;
  keepClock: boolean;
  /** It is written with the clock of now though nothing in it differs. */
  isRenewed?: boolean;
  fresh?: Fresh;
}

/**
 * One command's reads and writes inside its transaction. Bodies that it hands out are copies to be changed at will;
 * `commit` finds what differs and writes rows, change and figures at once.
 */
export class Work {
  /** Id of the change that this work will write. */
  readonly changeId = uuid();
  /** Changes that came with a restored history, to be named by this one. */
  brought: string[] = [];
  /** What the change is about besides the rows that it writes. */
  readonly about = new Set<string>();
  private readonly staged = new Map<string, Staged>();

  private constructor(
    readonly db: Database,
    readonly now: number,
    readonly today: Day,
    readonly clock: string,
    readonly device: string,
  ) {}

  /** Begins inside a transaction over every table. */
  static async begin(ctx: Context): Promise<Work> {
    const now = ctx.now();
    const { clock, device } = await tick(ctx.db, now);
    return new Work(ctx.db, now, localMoment(now, ctx.zone).day, clock, device);
  }

  /** Bodies by id, deleted ones too; `undefined` for an id that has no row. */
  async load<T extends ChangedTable>(table: T, ids: string[]): Promise<(Bodies[T] | undefined)[]> {
    const missing = [...new Set(ids)].filter((id) => !this.staged.has(`${table}/${id}`));
    const rows = missing.length > 0 ? await this.db.table(table).bulkGet(missing) : [];
    for (const row of rows) {
      if (row) this.stage(table, row.body, structuredClone(row.body));
    }
    // The settings are always there: undoing the first that was set gives its default back, and deletes nothing.
    if (table === 'settings' && missing.includes(SETTINGS_ID) && !this.read('settings', SETTINGS_ID)) {
      this.stage(table, defaultSettings() as unknown as Body, defaultSettings() as unknown as Body);
    }
    return ids.map((id) => this.read(table, id));
  }

  /**
   * Bodies that exist, in order; deleted ones and unknown ids are left out. A contact that was merged is answered by the one that
   * it went into, each once.
   */
  async live<T extends ChangedTable>(table: T, ids: string[]): Promise<Bodies[T][]> {
    const bodies = (await this.standing(table, ids)).filter((body) => body !== undefined);
    return [...new Set(bodies)];
  }

  private async standing<T extends ChangedTable>(
    table: T,
    ids: string[],
  ): Promise<(Bodies[T] | undefined)[]> {
    await this.load(table, ids);
    if (table === 'contacts') await loadChains(this, ids);
    return ids.map((id) => {
      if (table === 'contacts') return (standing(this, id) ?? undefined) as Bodies[T] | undefined;
      const body = this.read(table, id);
      return body?.deletedAt === null ? body : undefined;
    });
  }

  /** One body that exists. @throws StoreError `missing` */
  async one<T extends ChangedTable>(table: T, id: string): Promise<Bodies[T]> {
    const [body] = await this.all(table, [id]);
    return body as Bodies[T];
  }

  /** Several bodies that must all exist. @throws StoreError `missing` */
  async all<T extends ChangedTable>(table: T, ids: string[]): Promise<Bodies[T][]> {
    const bodies = await this.standing(table, ids);
    if (bodies.includes(undefined))
      throw new StoreError('missing', `One of the ${table} does not exist any more.`);
    return bodies as Bodies[T][];
  }

  /** A body that `load` has read before, without waiting. */
  read<T extends ChangedTable>(table: T, id: string): Bodies[T] | undefined {
    return this.staged.get(`${table}/${id}`)?.after as Bodies[T] | undefined;
  }

  /** A new row. Returns the body, which may still be changed. */
  add<T extends ChangedTable>(table: T, body: Bodies[T]): Bodies[T] {
    this.stage(table, null, body as unknown as Body);
    return body;
  }

  /** Puts a body that came from elsewhere in the place of the row's, clock and all. */
  replace<T extends ChangedTable>(table: T, body: Bodies[T]): void {
    const known = this.staged.get(`${table}/${body.id}`);
    this.stage(table, known?.before ?? null, body as unknown as Body, true);
  }

  /** Puts a body that came from elsewhere where there is no row, clock and all. */
  bring(table: ChangedTable, body: Body, fresh: Fresh): void {
    this.staged.set(`${table}/${body.id}`, { before: null, after: body, keepClock: true, fresh });
  }

  /** Says anew what a loaded row says: it is then the later one wherever it meets another state of itself. */
  renew(table: ChangedTable, id: string): void {
    const known = this.staged.get(`${table}/${id}`);
    if (known) known.isRenewed = true;
  }

  private stage(table: ChangedTable, before: Body | null, after: Body, keepClock = false): void {
    this.staged.set(`${table}/${after.id}`, { before, after, keepClock });
  }

  /** Whether nothing was read to be changed, or added. */
  get isIdle(): boolean {
    return this.staged.size === 0 && this.brought.length === 0 && this.about.size === 0;
  }

  /**
   * Writes what differs, with its change row and what is derived from the rows that it touches.
   * @param isBare what is derived is made anew when all is written, and not with each part of it
   */
  async commit(change: Described, isBare = false): Promise<Change> {
    const edits: Edit[] = [];
    const rows = new Map<ChangedTable, object[]>();
    const written: Written[] = [];
    const touched = new Map<string, Touched>();
    const subjects = new Set(this.about);
    for (const [key, { before, after, keepClock, isRenewed, fresh }] of this.staged) {
      const table = key.slice(0, key.indexOf('/')) as ChangedTable;
      const own = fresh?.edits ?? diff(table, before, after);
      if (own.length === 0 && !isRenewed) continue;
      const about = fresh?.about ?? aboutWhom(table, before, after);
      for (const one of own) edits.push(about.length > 0 && table !== 'contacts' ? { ...one, about } : one);
      for (const id of [after.id, ...about]) subjects.add(id);
      touch(touched, table, before, after, about);
      written.push({ table, before, after });
      if (!keepClock) after.clock = this.clock;
      const list = rows.get(table) ?? [];
      list.push(fresh?.row ?? rowOf(table, after as never));
      rows.set(table, list);
    }
    await Promise.all([...rows].map(([table, list]) => this.db.table(table).bulkPut(list)));
    const figured = isBare ? null : await refreshFigures(this.db, touched, this.today, this.clock);
    const body: Change = {
      ...change,
      id: this.changeId,
      clock: this.clock,
      device: this.device,
      at: this.now,
      subjects: [...subjects],
      edits,
      undoneBy: null,
      ...(this.brought.length > 0 ? { brought: this.brought } : {}),
    };
    await Promise.all([
      this.db.changes.put(changeRow(body)),
      edits.length > 0 ? countChange(this.db, this.clock) : null,
      figured ? refreshLists(this.db, written, figured) : outdate(this.db),
    ]);
    return body;
  }
}

/** The row of a change. */
export function changeRow(body: Change) {
  return {
    id: body.id,
    k: {
      command: body.commandId,
      subjects: [...body.subjects, ...namedIn(body.edits)],
      ...(body.batchId ? { batch: body.batchId } : {}),
      at: body.at,
      mine: `${body.device}|${body.clock}`,
    },
    body,
  };
}

/** Contacts that stand in values of others, as these were or are: erasing one must find the change. */
function namedIn(edits: readonly Edit[]): string[] {
  const named = edits.flatMap((edit) => (edit.table === 'contacts' ? namedInEdit(edit) : []));
  return [...new Set(named.map(alsoNamed))];
}

async function countChange(db: Database, clock: string): Promise<void> {
  await db.meta.put({ key: 'revision', value: clock });
  const device = await db.device.get('device');
  await db.device.put({
    ...device,
    id: 'device',
    changesSinceBackup: (device?.changesSinceBackup ?? 0) + 1,
  } as NonNullable<typeof device>);
}
