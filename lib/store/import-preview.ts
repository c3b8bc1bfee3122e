import type { ImportCandidate, ImportPreview, ImportRecord, RecordStatus } from '@/lib/api/import-views';
import type { Contact } from '@/lib/crm/contacts';
import type { FileContacts, FileDraft, ReadOptions } from '@/lib/exchange/file-contacts';
import type { Database } from './database';
import { dealsIn } from './import-deals';
import { learn, nothingKnown } from './import-known';
import { Circle, candidateOf, meet } from './import-meet';
import { keysOf, People } from './import-people';
import { readImport } from './import-read';
import { type Held, heldText, settle, type Verdict } from './import-settle';
import { settingsOf } from './settings';
import { TagTree } from './tag-tree';

/** Records looked at in one transaction. */
const PART = 1000;
/** Records shown of each status; the counts tell of all. */
const SHOWN = 200;
/** Of each question more can be answered than read. */
const MOST_QUESTIONS = 1000;
const MOST_HELD = 1000;
const MOST_GAINS = 4;

/** Marks a candidate that is an earlier record of the file. */
const RECORD = 'record:';

type Tell = (done: number, total: number) => void;

/** What a file would do. Nothing is written. */
export async function previewImport(
  db: Database,
  bytes: Uint8Array,
  options: ReadOptions,
  tell: Tell = () => {},
): Promise<ImportPreview> {
  const read = readImport(bytes, options);
  const { drafts, companies, heldBack, unmapped } = read;
  const counts = { new: 0, changed: 0, same: 0, question: 0, held: heldBack.length };
  const records: ImportRecord[] = [];
  const held = [...heldBack];
  await eachVerdict(db, read, tell, (draft, verdict, bodies) => {
    if (verdict.is === 'held') {
      counts.held += 1;
      if (held.length < MOST_HELD)
        held.push({ where: draft.where, reason: verdict.reason, text: heldText(draft) });
      return;
    }
    const status = statusOf(verdict);
    counts[status] += 1;
    if (counts[status] > (status === 'question' ? MOST_QUESTIONS : SHOWN)) return;
    records.push(recordOf(draft, status, verdict, bodies));
  });
  return {
    format: read.format,
    encoding: read.encoding ?? null,
    counts,
    companies: companies.length,
    events: drafts.reduce((sum, one) => sum + (one.activities?.length ?? 0) + (one.cases?.length ?? 0), 0),
    ...(await dealsIn(db, [...drafts, ...companies])),
    records,
    heldBack: held.slice(0, MOST_HELD),
    unmapped,
  };
}

type Visit = (draft: FileDraft, verdict: Verdict, bodies: ReadonlyMap<string, Contact>) => void;

/** Settles each record, against the store and against the records before it. */
async function eachVerdict(db: Database, { drafts }: FileContacts, tell: Tell, visit: Visit): Promise<void> {
  const { region } = await settingsOf(db);
  const people = new People(db, new Set(drafts.flatMap((draft) => keysOf(draft, region))));
  await people.read();
  const earlier = new Circle();
  for (let start = 0; start < drafts.length; start += PART) {
    const part = drafts.slice(start, start + PART);
    await db.transaction('r', [db.contacts, db.activities, db.tags, db.meta, db.deals], async () => {
      const tags = await TagTree.read(db);
      const bodies = new Map<string, Contact>();
      const load = async (ids: string[]) => {
        const rows = await db.contacts.bulkGet(ids);
        for (const row of rows) if (row) bodies.set(row.id, row.body);
        return rows.map((row) => row?.body);
      };
      const { circle, ground } = await meet(db, part, { people, region, tags, load });
      for (const draft of part) {
        const keys = keysOf(draft, region);
        const sharing = [...new Set([...circle.sharing(keys), ...earlier.sharing(keys)])];
        const namesakes =
          keys.length > 0 ? [] : [...circle.namesakes(draft.name), ...earlier.namesakes(draft.name)];
        const verdict = settle(draft, sharing, namesakes, ground);
        visit(draft, verdict, bodies);
        if (verdict.is === 'of') {
          learn(verdict.candidate.known(), draft, ground);
          earlier.addKeys(verdict.candidate, keys);
        }
        if (verdict.is !== 'new') continue;
        const known = () => {
          const all = nothingKnown();
          learn(all, draft, ground);
          return all;
        };
        earlier.add(candidateOf({ id: RECORD + draft.where, name: draft.name }, known), keys);
      }
    });
    tell(Math.min(start + PART, drafts.length), drafts.length);
  }
}

function statusOf(verdict: Exclude<Verdict, Held>): RecordStatus {
  if (verdict.is !== 'of') return verdict.is;
  return verdict.rest ? 'changed' : 'same';
}

function recordOf(
  draft: FileDraft,
  status: RecordStatus,
  verdict: Verdict,
  bodies: ReadonlyMap<string, Contact>,
): ImportRecord {
  const into = verdict.is === 'of' ? verdict.candidate.name : null;
  return {
    where: draft.where,
    name: draft.name,
    detail: draft.points[0]?.value ?? '',
    status,
    into: into === draft.name ? null : into,
    gains: gainsOf(verdict.is === 'of' ? verdict.rest : draft),
    doubt: verdict.is === 'question' ? verdict.doubt : null,
    candidates:
      verdict.is === 'question' ? verdict.candidates.slice(0, 20).map((one) => shown(one, bodies)) : [],
  };
}

function shown(
  { id, name }: { id: string; name: string },
  bodies: ReadonlyMap<string, Contact>,
): ImportCandidate {
  const body = bodies.get(id);
  if (!body) return { choice: { record: id.slice(RECORD.length) }, name, detail: '' };
  const [point] = Object.values(body.points);
  const company = Object.values(body.facts).find((fact) => fact.field === 'company');
  const detail = [company?.value, point?.value].filter(Boolean).join(' · ');
  return { choice: { contactId: id }, name, detail };
}

function gainsOf(rest: FileDraft | null): string[] {
  if (!rest) return [];
  return [
    ...rest.points.map((point) => point.value),
    ...rest.facts.map((fact) => fact.value),
    ...rest.tags,
    ...(rest.activities ?? []).map((one) => one.subject),
    ...[...(rest.cases ?? []), ...(rest.deals ?? [])].map((one) => one.title),
    ...(rest.note ? [rest.note.slice(0, 80)] : []),
  ].slice(0, MOST_GAINS);
}
