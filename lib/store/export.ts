import type { ExportResult } from '@/lib/api/data-views';
import { localMoment } from '@/lib/crm/calendar';
import type { Contact } from '@/lib/crm/contacts';
import { SENSITIVE_FIELDS } from '@/lib/crm/fields';
import type { PersonOut } from '@/lib/exchange/person-out';
import { COLUMN_SETS, type ColumnSet, writePeopleCsv } from '@/lib/exchange/write-people-csv';
import { writeVcard } from '@/lib/exchange/write-vcard';
import { lunarText } from '@/lib/insight/lunar-text';
import type { Progress } from './batch';
import type { Database } from './database';
import { StoreError } from './errors';
import { exportCalendar } from './export-calendar';
import { isShown } from './keys';
import { logged } from './log';
import { mergedRoots } from './lookups';
import { photosOf } from './photos-shown';
import { TagTree } from './tag-tree';
import type { Context } from './work';

export interface ExportInput {
  format: 'vcard4' | 'vcard3' | 'csv' | 'ics';
  ids?: string[] | undefined;
  personal: boolean;
  sensitive: boolean;
  notes: boolean;
  photos?: boolean | undefined;
  columns?: string[] | undefined;
  titles?: Record<string, string> | undefined;
}

const PART = 1000;
const TYPES = { vcard4: 'text/vcard', vcard3: 'text/vcard', csv: 'text/csv', ics: 'text/calendar' } as const;
const ENDINGS = { vcard4: 'vcf', vcard3: 'vcf', csv: 'csv', ics: 'ics' } as const;

/** Contacts as a file for other programs. What is private is in it only when it was asked for. It is logged. */
export async function exportFile(ctx: Context & Progress, input: ExportInput): Promise<ExportResult> {
  const { day } = localMoment(ctx.now(), ctx.zone);
  const scope = await readScope(ctx, input);
  const roots = await mergedRoots(ctx.db);
  const { parts, count } =
    input.format === 'ics'
      ? await exportCalendar(ctx, {
          ids: input.ids,
          titles: input.titles,
          contacts: scope.contacts,
          roots,
          day,
        })
      : await exportPeople(ctx, input, scope.contacts, roots);
  await logged(ctx, { format: input.format, count });
  return {
    file: new Blob(parts, { type: TYPES[input.format] }),
    name: `sidelight-${day}.${ENDINGS[input.format]}`,
    count,
    personal: scope.personal,
  };
}

/** The contacts that are meant, without personal ones that were not asked for. */
async function readScope(
  { db, signal }: Context & Progress,
  { ids, personal }: ExportInput,
): Promise<{ contacts: Contact[]; personal: number }> {
  const contacts: Contact[] = [];
  let left = 0;
  const take = (bodies: (Contact | undefined)[]) => {
    if (signal?.aborted) throw new StoreError('cancelled', 'Stopped. Nothing was saved.');
    for (const body of bodies) {
      if (!isShown(body)) continue;
      if (body.kind === 'personal' && !personal) left += 1;
      else contacts.push(body);
    }
  };
  if (ids) {
    for (let start = 0; start < ids.length; start += PART) {
      const rows = await db.contacts.bulkGet(ids.slice(start, start + PART));
      take(rows.map((row) => row?.body));
    }
    return { contacts, personal: left };
  }
  for (let last = '', more = true; more; ) {
    const rows = await db.contacts.where('id').above(last).limit(PART).toArray();
    take(rows.map((row) => row.body));
    last = rows.at(-1)?.id ?? last;
    more = rows.length === PART;
  }
  return { contacts, personal: left };
}

async function exportPeople(
  { db, onProgress, signal }: Context & Progress,
  { format, sensitive, notes, photos, columns }: ExportInput,
  contacts: Contact[],
  roots: ReadonlyMap<string, string>,
): Promise<{ parts: BlobPart[]; count: number }> {
  const tags = await TagTree.read(db);
  const people: PersonOut[] = [];
  const parts: BlobPart[] = [];
  const version = format === 'vcard4' ? '4.0' : '3.0';
  for (let start = 0; start < contacts.length; start += PART) {
    if (signal?.aborted) throw new StoreError('cancelled', 'Stopped. Nothing was saved.');
    const part = contacts.slice(start, start + PART);
    const written = notes ? await notesOf(db, part, roots) : new Map<string, string[]>();
    const faces = photos && format !== 'csv' ? await photosOf(db, part) : new Map<string, string>();
    const own = part.map((body) => ({
      ...personOut(body, tags, written.get(body.id) ?? [], sensitive),
      ...photoOut(faces.get(body.id)),
    }));
    if (format === 'csv') people.push(...own);
    else parts.push(own.map((one) => writeVcard(one, version, lunar)).join(''));
    onProgress?.(Math.min(start + PART, contacts.length), contacts.length);
  }
  if (format === 'csv') {
    const sets = columns ? COLUMN_SETS.filter((set) => columns.includes(set)) : COLUMN_SETS;
    parts.push(writePeopleCsv(people, new Set<ColumnSet>(sets), lunar));
  }
  return { parts, count: contacts.length };
}

function photoOut(base64: string | undefined): Pick<PersonOut, 'photo'> {
  return base64 ? { photo: { type: 'image/jpeg', base64 } } : {};
}

function lunar(date: Parameters<typeof lunarText>[0]): string {
  return lunarText(date, 'zh-Hans');
}

/** Values that hold; what was put aside for another stays at home. What the user confirmed goes first, then the newest. */
function personOut(body: Contact, tags: TagTree, notes: string[], sensitive: boolean): PersonOut {
  const facts = Object.values(body.facts)
    .filter(
      (fact) =>
        fact.asideAt === undefined &&
        (sensitive || !(fact.sensitive || SENSITIVE_FIELDS.includes(fact.field))),
    )
    .sort((a, b) => (b.confirmedAt ?? 0) - (a.confirmedAt ?? 0) || b.at - a.at);
  const dates = Object.values(body.dates)
    .filter((date) => date.asideAt === undefined)
    .sort((a, b) => (b.confirmedAt ?? 0) - (a.confirmedAt ?? 0) || b.at - a.at);
  return {
    name: body.name,
    points: Object.values(body.points),
    facts,
    dates,
    tags: Object.keys(body.tags)
      .map((id) => tags.path(id).join(' / '))
      .filter((path) => path !== ''),
    notes,
    kept: Object.values(body.kept ?? {}),
  };
}

/** Notes about one person alone, the oldest first, also those of whom was merged into them: one about several is about others too. */
async function notesOf(
  db: Database,
  contacts: Contact[],
  roots: ReadonlyMap<string, string>,
): Promise<Map<string, string[]>> {
  const meant = new Set(contacts.map(({ id }) => id));
  const merged = [...roots].flatMap(([id, root]) => (meant.has(root) ? [id] : []));
  const ranges = [...meant, ...merged].sort().map((id): [string, string] => [`${id}|note|`, `${id}|note|~`]);
  const rows =
    ranges.length > 0 ? await db.activities.where('k.typed').inAnyRange(ranges).distinct().toArray() : [];
  const notes = new Map<string, string[]>();
  for (const { body } of rows.sort((a, b) => a.body.at - b.body.at)) {
    const [only, ...others] = new Set(
      body.participants.map((one) => roots.get(one.contactId) ?? one.contactId),
    );
    if (!only || others.length > 0) continue;
    notes.set(only, [...(notes.get(only) ?? []), body.text]);
  }
  return notes;
}
