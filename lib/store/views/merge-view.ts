import type { MergeRow, MergeValue, MergeView } from '@/lib/api/merge-views';
import type { Contact, MergeChoices } from '@/lib/crm/contacts';
import { SINGLE_FIELDS } from '@/lib/crm/fields';
import { hasName } from '@/lib/crm/has-name';
import { inForce } from '@/lib/crm/in-force';
import type { Today } from '@/lib/insight/today';
import type { Database } from '../database';
import { StoreError } from '../errors';
import { fold } from '../fold';
import { isShown } from '../keys';
import { tagPaths } from '../lookups';
import { NO_CHOICES, takeIn } from '../merge-values';
import { isSameDate } from '../same-date';
import { duplicateContact } from './duplicate-views';
import { dateViews, factViews, pointViews } from './profile';
import { type At, todayOf } from './situation';

/** Fields whose values never contradict each other. */
const SEVERAL = ['nickname'];

/**
 * Where contacts contradict each other, and what would be left of them: computed by the merge itself, of copies.
 * @throws StoreError `missing` when one of them is gone or was merged
 */
export async function mergeView(
  db: Database,
  { into, from, choices }: { into: string; from: string[]; choices?: MergeChoices | undefined },
  at: At,
): Promise<MergeView> {
  const ids = [into, ...from];
  const [rows, figures] = await Promise.all([db.contacts.bulkGet(ids), db.figures.bulkGet(ids)]);
  const bodies = rows.flatMap((row) => (isShown(row?.body) ? [row.body] : []));
  if (bodies.length < ids.length) {
    throw new StoreError('missing', 'One of these contacts does not exist any more.');
  }
  const [stays, ...goes] = structuredClone(bodies) as [Contact, ...Contact[]];
  for (const one of goes) takeIn(stays, one, { at: at.now, order: '', choices: choices ?? NO_CHOICES });
  const tags = await tagPaths(db, Object.keys(stays.tags));
  const today = todayOf(at);
  return {
    contacts: bodies.map((body, index) => duplicateContact(body, figures[index])),
    rows: rowsOf(bodies, today),
    result: {
      name: stays.name,
      kind: stays.kind,
      facts: factViews(stays.facts),
      points: pointViews(stays.points),
      dates: dateViews(standing(stays.dates), today),
      tags: tags.map((tag) => tag.path.join(' / ')),
      activities: figures.reduce((sum, one) => sum + (one?.activities ?? 0), 0),
    },
  };
}

/** Without those in whose place another was chosen. */
function standing(dates: Contact['dates']): Contact['dates'] {
  return Object.fromEntries(Object.entries(dates).filter(([, date]) => date.asideAt === undefined));
}

function rowsOf(bodies: Contact[], today: Today): MergeRow[] {
  const names = gathered(
    bodies.map((body) => ({
      id: body.id,
      text: body.name,
      date: null,
      contactIds: [body.id],
      at: body.addedAt,
    })),
    (value) => fold(value.text ?? ''),
  );
  const kinds = gathered(
    bodies.map(({ id, kind, addedAt }) => ({
      id: kind,
      text: kind,
      date: null,
      contactIds: [id],
      at: addedAt,
    })),
    (value) => value.id,
  );
  const rows: MergeRow[] = [
    { kind: 'name', field: 'name', values: names, proposed: properName(names, bodies) },
    { kind: 'kind', field: 'kind', values: kinds, proposed: kinds[0]?.id ?? null },
    ...factRows(bodies),
    ...dateRows(bodies, today),
  ];
  return rows.filter((row) => row.values.length > 1);
}

/** Whose name is proposed: of the one that stays, unless that is an address and another is called by a name. */
function properName(names: MergeValue[], bodies: Contact[]): string | null {
  const named = new Set(bodies.flatMap((body) => (hasName(body) ? [body.id] : [])));
  const proper = names.find(({ contactIds }) => contactIds.some((id) => named.has(id)));
  return (proper ?? names[0])?.id ?? null;
}

function factRows(bodies: Contact[]): MergeRow[] {
  const facts = bodies.flatMap(({ id: contactId, facts: own }) =>
    Object.entries(own).flatMap(([id, fact]) => (isRelation(fact) ? [] : [{ contactId, id, fact }])),
  );
  return [...new Set(facts.map(({ fact }) => fact.field))].map((field): MergeRow => {
    const own = facts.filter(({ fact }) => fact.field === field);
    const values = gathered(
      own.map(({ contactId, id, fact }) => ({
        id,
        text: fact.value,
        date: null,
        contactIds: [contactId],
        at: fact.at,
      })),
      (value) => fold(value.text ?? ''),
    );
    const holds = inForce(own.map(({ fact }) => fact));
    const chosen = values.find((value) => fold(value.text ?? '') === fold(holds?.value ?? ''));
    return {
      kind: 'fact',
      field,
      values,
      proposed: SINGLE_FIELDS.includes(field) ? (chosen?.id ?? null) : null,
    };
  });
}

/** Whom somebody knows, and what else they are called, stands side by side. A company is chosen like any value. */
function isRelation({ field, ref }: Contact['facts'][string]): boolean {
  return SEVERAL.includes(field) || (ref !== undefined && field !== 'company');
}

function dateRows(bodies: Contact[], today: Today): MergeRow[] {
  const dates = bodies.flatMap(({ id: contactId, dates: own }) =>
    dateViews(own, today).map((date) => ({ contactId, date, stored: own[date.id]! })),
  );
  return [...new Set(dates.map(({ date }) => date.kind))].map((kind): MergeRow => {
    const own = dates.filter(({ date }) => date.kind === kind);
    const values: MergeValue[] = [];
    for (const { contactId, date } of own) {
      const known = values.find((value) => value.date && isSameDate({ ...value.date, kind }, date));
      if (known) known.contactIds.push(contactId);
      else values.push({ id: date.id, text: null, date, contactIds: [contactId], at: date.provenance.at });
    }
    const holds = inForce(own.map(({ stored }) => stored));
    const chosen = values.find((value) => value.date && holds && isSameDate({ ...value.date, kind }, holds));
    return { kind: 'date', field: kind, values, proposed: kind === 'birthday' ? (chosen?.id ?? null) : null };
  });
}

/** Equal values once, under the id of the first: it is the one that a merge keeps. */
function gathered(values: MergeValue[], keyOf: (value: MergeValue) => string): MergeValue[] {
  const once = new Map<string, MergeValue>();
  for (const value of values) {
    const known = once.get(keyOf(value));
    if (known) known.contactIds.push(...value.contactIds);
    else once.set(keyOf(value), value);
  }
  return [...once.values()];
}
