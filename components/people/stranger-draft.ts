import type { PromiseProposal } from '@/lib/api/care-views';
import type { Input } from '@/lib/api/client';
import type { Proposal, TabPerson } from '@/lib/api/views';
import type { Vocabulary } from '@/lib/i18n';

export type ContactDraft = Input<'contacts.add'>['draft'];
type From = NonNullable<ContactDraft['from']>;

/** A field of the form for somebody new: its value, and where that was read. */
export interface DraftField {
  value: string;
  /** `page`: as the page shows it; `paste`: pasted text; null: typed. */
  from: 'page' | 'paste' | null;
  /** The words in which a pasted value stood. */
  evidence?: string;
}

export const DRAFT_FIELDS = ['name', 'company', 'title', 'email', 'phone', 'city'] as const;
export type DraftFieldName = (typeof DRAFT_FIELDS)[number];
export type DraftFields = Record<DraftFieldName, DraftField>;

const EMPTY: DraftField = { value: '', from: null };

/** What the page tells of somebody, as the form begins. A name that is an address is none. */
export function fieldsOf(person: TabPerson | null): DraftFields {
  const read = (value: string | null | undefined): DraftField => (value ? { value, from: 'page' } : EMPTY);
  const first = (kind: PointKind) => person?.points.find((point) => point.kind === kind)?.value;
  return {
    name: read(person?.name.includes('@') ? null : person?.name),
    company: read(person?.company),
    title: read(person?.title),
    email: read(first('email')),
    phone: read(first('phone')),
    city: read(person?.place),
  };
}

/** Where proposals of pasted text go: the form's own fields, by the name that the text bears them under. */
const PROPOSED: Readonly<Record<string, DraftFieldName>> = {
  name: 'name',
  company: 'company',
  title: 'title',
  email: 'email',
  phone: 'phone',
  city: 'city',
};

/** The field of the form that a proposal fills, if any. */
export function fieldFor(proposal: Proposal): DraftFieldName | null {
  return PROPOSED[proposal.field] ?? null;
}

/** The form with the chosen proposals in its empty fields. What is there stays; `draftOf` puts the rest beside it. */
export function withProposals(fields: DraftFields, chosen: readonly Proposal[]): DraftFields {
  const filled = { ...fields };
  for (const proposal of chosen) {
    const field = fieldFor(proposal);
    if (field && filled[field].value === '')
      filled[field] = { value: proposal.value, from: 'paste', evidence: proposal.evidence };
  }
  return filled;
}

const POINT_KINDS = [
  'email',
  'phone',
  'handle',
  'url',
  'wechat',
  'whatsapp',
  'line',
  'qq',
  'postal',
] as const;
type PointKind = (typeof POINT_KINDS)[number];

/** Where values of this form are from, for the record. */
export interface Origin {
  /** Host of the page. */
  source: string;
  link: string | null;
}

/** What was read off the page itself. */
export function pageFrom({ source, link }: Origin): From {
  return { how: 'page', source, ...(link && { link }) };
}

/** A promise that the user ticked, with its sentence. One without words says its sentence. */
export function promiseOf({
  quote,
  what,
  by,
  due,
}: PromiseProposal): NonNullable<ContactDraft['promises']>[number] {
  return { what: what.trim() || quote, by, due, from: { how: 'paste', evidence: quote } };
}

function fromOf(field: Pick<DraftField, 'from' | 'evidence'>, origin: Origin): From | undefined {
  if (field.from === 'page') return pageFrom(origin);
  if (field.from === 'paste') return { how: 'paste', ...(field.evidence && { evidence: field.evidence }) };
  return undefined;
}

/** Fields that the form shows: those that hold something, and the empty ones that are usually known of such people. */
export function shownFields(fields: DraftFields, purpose: Vocabulary): DraftFieldName[] {
  const asked: readonly DraftFieldName[] =
    purpose === 'people' ? ['name', 'email', 'phone'] : ['name', 'company', 'title', 'email', 'phone'];
  return DRAFT_FIELDS.filter((name) => asked.includes(name) || fields[name].value !== '');
}

/** An address, alone or behind a name as mails write it: `Li Wei <li.wei@acme.example>`. A handle, `@wei@social.example`, is none. */
const ADDRESSED =
  /^([^@<＜]*?)\s*[<＜]?([^\s@<>＜＞()"',;]+@[^\s@<>＜＞()"',;]+\.[^\s@<>＜＞()"',;.]+)[>＞]?$/u;

/** What was written as a name, taken apart; whoever has an address alone is called by it until they have a name. */
function readName(written: string): { name: string; address: string } {
  const [, before = '', address = ''] = ADDRESSED.exec(written.trim()) ?? [];
  const name = before.replace(/^["'“”]+|["'“”,:，：]+$/gu, '').trim();
  return { name: address ? name || address : written.trim(), address };
}

/** The contact to add: the form's fields, the page's other points, and pasted proposals beyond the form. */
export function draftOf(
  fields: DraftFields,
  person: TabPerson | null,
  proposals: readonly Proposal[],
  origin: Origin,
): ContactDraft {
  const points: NonNullable<ContactDraft['points']> = [];
  const facts: NonNullable<ContactDraft['facts']> = [];
  const addPoint = (kind: PointKind, value: string, from?: From) => {
    if (value && !points.some((point) => point.kind === kind && point.value === value))
      points.push({ kind, value, ...(from && { from }) });
  };
  const addFact = (field: string, value: string, from?: From) => {
    if (value && !facts.some((fact) => fact.field === field && fact.value === value))
      facts.push({ field, value, ...(from && { from }) });
  };

  const { name, address } = readName(fields.name.value);
  addPoint('email', fields.email.value.trim(), fromOf(fields.email, origin));
  addPoint('email', address, fromOf(fields.name, origin));
  addPoint('phone', fields.phone.value.trim(), fromOf(fields.phone, origin));
  for (const field of ['company', 'title', 'city'] as const)
    addFact(field, fields[field].value.trim(), fromOf(fields[field], origin));
  for (const point of person?.points ?? []) {
    // The form's own two fields stand for what was read there, also when they were changed or emptied.
    if (point.kind !== 'email' && point.kind !== 'phone')
      addPoint(point.kind, point.value, fromOf({ from: 'page' }, origin));
  }
  for (const { field, value, evidence } of proposals) {
    const from = fromOf({ from: 'paste', evidence }, origin);
    if (field === 'name' || field === 'birthday') continue;
    if (field === 'address') addPoint('postal', value, from);
    else if ((POINT_KINDS as readonly string[]).includes(field)) addPoint(field as PointKind, value, from);
    else addFact(field, value, from);
  }
  return { name, points, facts };
}
