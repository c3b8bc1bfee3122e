import { v7 as uuid } from 'uuid';
import { type Contact, MOST_EXTERNAL } from '@/lib/crm/contacts';
import type { FileCompany, FileDraft } from '@/lib/exchange/file-contacts';
import { complete, contactOf } from './contact-draft';
import { fold } from './fold';
import { writeCompanies } from './import-companies';
import { bringDeals, type DealBook } from './import-deals';
import { bringEvents } from './import-events';
import { type Ground, learn, nothingKnown, restOf } from './import-known';
import { candidateOf, meet } from './import-meet';
import { keysOf, type People } from './import-people';
import { type Candidate, heldText, OF_NOBODY, settle } from './import-settle';
import { readNamed } from './named';
import { givePhoto } from './photos';
import { type Origin, provenance } from './provenance';
import type { Work } from './work';

/** A row of the file that is about a person, or about a company and nobody. */
export type ImportItem = { person: FileDraft } | { company: FileCompany };

/** What the user chose where it was not clear whom a record is about: a contact, an earlier record of the file, nobody known, or to leave it. */
export type Choice = { contactId: string } | { record: string } | 'new' | 'skip';

export interface Given {
  format: string;
  /** Name of the file: the source of all values. */
  name: string;
  zone: string;
  people: People;
  /** By `where` of the record. */
  choices: ReadonlyMap<string, Choice>;
  /** For records without a choice of their own; without it they are held back. */
  otherwise: 'first' | 'new' | undefined;
  /** Base64 of a small copy of the picture of a record; null for one that cannot be read. */
  photoOf(draft: FileDraft): string | null;
  /** Deals that stand already, and what stages mean. */
  deals: DealBook;
  /** Name of each record, by its `where`. */
  nameOf(where: string): string | undefined;
}

export interface Written {
  added: number;
  changed: number;
  same: number;
  held: { where: string; reason: string; text: string }[];
}

/** Writes a part of a file in the running command: reads all that its records may meet, then writes without waiting. */
export async function writeItems(work: Work, items: readonly ImportItem[], given: Given): Promise<Written> {
  const drafts = items.flatMap((item) => ('person' in item ? [item.person] : []));
  const companies = items.flatMap((item) => ('company' in item ? [item.company] : []));
  const named = await readNamed(work, [
    ...drafts
      .flatMap((draft) => draft.facts.filter(({ field }) => field === 'company'))
      .map((fact) => fact.value),
    ...companies.map((company) => company.name),
  ]);
  const met = await meet(work.db, drafts, {
    people: given.people,
    region: named.region,
    tags: named.tags,
    load: (ids) => work.load('contacts', ids),
  });
  await given.deals.prepare(work, [...drafts, ...companies]);
  const written: Written = { added: 0, changed: 0, same: 0, held: [] };
  const from: Origin = { how: 'import', source: given.name };
  if (companies.length > 0) await writeCompanies(work, companies, { ...given, named }, from, written);
  const keyed: { id: string; keys: string[] }[] = [];
  const photos: ReturnType<typeof givePhoto>[] = [];
  for (const draft of drafts) {
    const keys = keysOf(draft, named.region);
    const verdict = decide(draft, keys, met, given);
    if (verdict.is === 'held') {
      written.held.push({
        where: draft.where,
        reason: verdict.reason,
        text: draft.unnamed ? heldText(draft) : draft.name,
      });
      continue;
    }
    if (verdict.is === 'of' && !verdict.rest) {
      written.same += 1;
      continue;
    }
    const says = { ...(verdict.is === 'of' ? verdict.rest! : fresh(draft, met.ground)), from };
    const contact =
      verdict.is === 'of' ? work.read('contacts', verdict.candidate.id)! : contactOf(work, says, named);
    if (verdict.is === 'of') complete(work, contact, says, named);
    bring(work, contact, says, given, from);
    bringDeals(work, { contact }, says.deals ?? [], given.deals, { from, zone: given.zone });
    if (says.photo) {
      const photo = given.photoOf(draft);
      if (photo) photos.push(givePhoto(work, contact, photo, from));
      else written.held.push({ where: draft.where, reason: 'imports.held_photo', text: draft.name });
    }
    const known = verdict.is === 'of' ? verdict.candidate.known() : nothingKnown();
    learn(known, draft, met.ground);
    keyed.push({ id: contact.id, keys });
    if (verdict.is === 'of') {
      written.changed += 1;
      met.circle.addKeys(verdict.candidate, keys);
    } else {
      written.added += 1;
      met.circle.add(
        candidateOf(contact, () => known),
        keys,
      );
    }
  }
  await work.db.photos.bulkPut(photos);
  given.people.wrote(work.clock, keyed);
  return written;
}

/** What a file tells of events that stand on somebody's time line already is not told again of a new contact. */
function fresh(draft: FileDraft, { events }: Ground): FileDraft {
  if (!draft.activities && !draft.cases) return draft;
  return {
    ...draft,
    activities: (draft.activities ?? []).filter(({ key }) => !events.has(key)),
    cases: (draft.cases ?? []).filter(({ key }) => !events.has(key)),
  };
}

type Met = Awaited<ReturnType<typeof meet>>;

type Decision =
  | { is: 'new' }
  | { is: 'of'; candidate: Candidate; rest: FileDraft | null }
  | { is: 'held'; reason: string };

function decide(draft: FileDraft, keys: string[], met: Met, given: Given): Decision {
  const choice = given.choices.get(draft.where);
  if (choice === 'skip') return { is: 'held', reason: 'importing.held_skipped' };
  const verdict = settle(
    draft,
    met.circle.sharing(keys),
    keys.length > 0 ? [] : met.circle.namesakes(draft.name),
    met.ground,
  );
  if (verdict.is !== 'question') return verdict;
  const made: Decision = draft.unnamed ? OF_NOBODY : { is: 'new' };
  if (choice === 'new') return made;
  const chosen = choice ? chosenOf(choice, verdict.candidates, given) : undefined;
  const first = !choice && given.otherwise === 'first' ? verdict.candidates[0] : undefined;
  const candidate = chosen ?? first;
  if (candidate) return { is: 'of', candidate, rest: restOf(draft, candidate.known(), met.ground) };
  if (!choice && given.otherwise === 'new') return made;
  return { is: 'held', reason: 'importing.held_question' };
}

function chosenOf(
  choice: { contactId: string } | { record: string },
  candidates: Candidate[],
  given: Given,
): Candidate | undefined {
  if ('contactId' in choice) return candidates.find(({ id }) => id === choice.contactId);
  const name = given.nameOf(choice.record);
  return name === undefined ? undefined : candidates.find((one) => fold(one.name) === fold(name));
}

/** What a contact has besides what a draft of any other origin could say. */
function bring(work: Work, contact: Contact, draft: FileDraft, given: Given, from: Origin): void {
  const source = { source: given.name, at: work.now };
  for (const kept of draft.kept ?? []) {
    contact.kept = { ...contact.kept, [uuid()]: { ...kept, format: given.format, ...source } };
  }
  if (draft.external && draft.external.length > 0) {
    contact.external = [...new Set([...(contact.external ?? []), ...draft.external])]
      .slice(0, MOST_EXTERNAL)
      .sort();
  }
  for (const channel of draft.refuses ?? []) {
    contact.consents[channel] ??= { state: 'refused', basis: '', ...provenance(work.now, from) };
  }
  bringEvents(work, contact.id, draft, { from, zone: given.zone });
}
