import type { Activity } from '@/lib/crm/activities';
import type { Case } from '@/lib/crm/cases';
import type { ChangedTable } from '@/lib/crm/changes';
import type { Company } from '@/lib/crm/companies';
import type { Contact, ContactPoint, Fact } from '@/lib/crm/contacts';
import type { Deal } from '@/lib/crm/deals';
import type { SurveyResponse } from '@/lib/crm/surveys';
import type { Tag } from '@/lib/crm/tags';
import type { Task } from '@/lib/crm/tasks';
import type { Body } from '../edits';
import type { Manner } from './words';

/** What a row says, and whom it is about. */

/** Where something was found, the weightiest first. */
export const RANKS = ['name', 'company', 'fact', 'note', 'activity'] as const;
export type Rank = 0 | 1 | 2 | 3 | 4;
const [NAME, COMPANY, FACT, NOTE, ACTIVITY] = [0, 1, 2, 3, 4] as const;

/** What stands for itself in the results. */
export const KINDS = ['contact', 'company', 'tag', 'task', 'case', 'response', 'deal'] as const;
export type Kind = (typeof KINDS)[number];

/** A text of a row. */
export interface Said {
  rank: Rank;
  text: string;
  manner: Manner;
  /** Name of the field that it stands in. */
  field: string;
}

/** A row that search reads. */
export interface Subject {
  id: string;
  kind: Kind;
}

const KIND_OF: Partial<Record<ChangedTable, Kind>> = {
  contacts: 'contact',
  companies: 'company',
  tags: 'tag',
  tasks: 'task',
  cases: 'case',
  responses: 'response',
  deals: 'deal',
};

const LONGEST_NAME = 80;

type Reader = (body: never) => Said[];
const READERS: Partial<Record<ChangedTable, Reader>> = {
  contacts: contactTexts,
  companies: companyTexts,
  activities: activityTexts,
  tags: tagTexts,
  tasks: ({ title }: Task) => [said(ACTIVITY, title, 'title')],
  cases: caseTexts,
  responses: responseTexts,
  deals: dealTexts,
};

export function isSearched(table: ChangedTable): boolean {
  return table in READERS;
}

/** The texts of a row; none of a deleted one. */
export function textsOf(table: ChangedTable, body: Body | null): Said[] {
  if (!body || body.deletedAt !== null) return [];
  const texts = READERS[table]?.(body as never) ?? [];
  return texts.filter(({ text }) => text !== '');
}

/** Who is found by a row: whom it is about, or itself when it is about nobody. */
export function subjectsOf(table: ChangedTable, body: Body | null): Subject[] {
  if (!body) return [];
  const people = peopleIn(table, body);
  if (people.length > 0) return people.map((id) => ({ id, kind: 'contact' }));
  const kind = KIND_OF[table];
  return kind ? [{ id: body.id, kind }] : [];
}

function peopleIn(table: ChangedTable, body: unknown): string[] {
  if (table === 'activities')
    return [...new Set((body as Activity).participants.map((one) => one.contactId))];
  if (table === 'tasks' || table === 'cases' || table === 'deals')
    return [...new Set((body as Task | Case | Deal).contactIds)];
  if (table === 'responses') return [(body as SurveyResponse).contactId ?? []].flat();
  return [];
}

/** When it was, for the order of what is found: epoch ms. */
export function momentOf(table: ChangedTable, body: unknown): number {
  if (table === 'activities' || table === 'responses') return (body as Activity).at;
  if (table === 'contacts' || table === 'companies') return (body as Contact).addedAt;
  if (table === 'cases') return (body as Case).openedAt;
  return table === 'tasks' || table === 'deals' ? (body as Task | Deal).createdAt : 0;
}

function said(rank: Rank, text: string, field: string, manner: Manner = 'text'): Said {
  return { rank, text, field, manner };
}

function contactTexts({ name, facts, points, dates, doNotContact, needs = {} }: Contact): Said[] {
  return [
    said(NAME, name, 'name', 'name'),
    ...factTexts(facts),
    ...pointTexts(points),
    ...Object.values(dates).map(({ label }) => said(FACT, label ?? '', 'date', 'name')),
    ...Object.values(needs).map(({ quote }) => said(NOTE, quote, 'need')),
    said(NOTE, doNotContact?.reason ?? '', 'doNotContact'),
  ];
}

function companyTexts({ name, facts, points }: Company): Said[] {
  return [said(NAME, name, 'name', 'name'), ...factTexts(facts), ...pointTexts(points)];
}

function factTexts(facts: Record<string, Fact>): Said[] {
  const rank = (field: string): Rank => (field === 'nickname' ? NAME : field === 'company' ? COMPANY : FACT);
  return Object.values(facts).map(({ field, value }) => said(rank(field), value, field, mannerOf(value)));
}

/** A value is found like a name while it is short; a whole paragraph in a field is a text. */
function mannerOf(value: string): Manner {
  return value.length > LONGEST_NAME ? 'text' : 'name';
}

function pointTexts(points: Record<string, ContactPoint>): Said[] {
  return Object.values(points).flatMap(({ kind, value, key }) => {
    const phone = kind === 'phone' || kind === 'whatsapp';
    if (!phone) return [said(FACT, value, kind, 'name')];
    // As typed, and with the country that was added to it.
    return [said(FACT, value, kind, 'phone'), ...(key === value ? [] : [said(FACT, key, kind, 'phone')])];
  });
}

function activityTexts({ type, subject, text }: Activity): Said[] {
  const rank = type === 'note' ? NOTE : ACTIVITY;
  return [said(rank, subject, 'subject'), said(rank, text, 'text')];
}

function tagTexts({ name, synonyms }: Tag): Said[] {
  return [name, ...synonyms].map((one) => said(NAME, one, 'name', 'name'));
}

function caseTexts({ number, title, text, expectation, cause }: Case): Said[] {
  const texts = { number, title, text, expectation, cause };
  return Object.entries(texts).map(([field, value]) => said(ACTIVITY, value, field));
}

function dealTexts({ title, note, reason, nextStep }: Deal): Said[] {
  const texts = { title, note, reason, nextStep: nextStep?.text ?? '' };
  return Object.entries(texts).map(([field, value]) => said(ACTIVITY, value, field));
}

function responseTexts({ values, who }: SurveyResponse): Said[] {
  const texts = Object.values(values).filter((value) => typeof value === 'string');
  return [...texts, who.name ?? '', who.email ?? ''].map((value) => said(ACTIVITY, value, 'answer'));
}
