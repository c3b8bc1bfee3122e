import { v7 as uuid } from 'uuid';
import type { Company } from '@/lib/crm/companies';
import type { Contact, Fact, PointKind } from '@/lib/crm/contacts';
import { command } from './command';
import { pointOf } from './contact-draft';
import { StoreError } from './errors';
import { readNamed } from './named';
import { type Origin, provenance } from './provenance';
import { settingsOf } from './settings';
import type { Context, Work } from './work';

/** Facts and contact points: contacts and companies have them alike. */

type Owner = 'contacts' | 'companies';
type Done = Record<string, never>;

interface FactInput {
  field: string;
  value: string;
  ref?: string | undefined;
  sensitive?: boolean | undefined;
  from?: Origin | undefined;
}

interface PointInput {
  kind: PointKind;
  value: string;
  label?: string | undefined;
  from?: Origin | undefined;
}

async function ownerOf(work: Work, table: Owner, id: string): Promise<Contact | Company> {
  return work.one(table, id);
}

/** Throws when a value to be replaced or removed is not there any more. */
function present<T>(map: Record<string, T>, key: string): T {
  const value = map[key];
  if (value === undefined) throw new StoreError('missing', 'This value was removed meanwhile.');
  return value;
}

/** Adds a fact beside the others, or replaces the one named. A company is found by its name or created. */
export function setFact(
  ctx: Context,
  table: Owner,
  { id, factId, fact }: { id: string; factId?: string | undefined; fact: FactInput },
): Promise<{ id: string }> {
  return command(ctx, async (work) => {
    const { facts } = await ownerOf(work, table, id);
    const before: Partial<Fact> = factId ? present(facts, factId) : {};
    const { from, ref, sensitive, ...given } = fact;
    const company = given.field === 'company' && table === 'contacts';
    const named = company && !ref ? (await readNamed(work, [given.value])).company(given.value) : ref;
    // Fields that this version does not know stay; what the old value said of itself does not.
    const {
      ref: _ref,
      confirmedAt: _confirmed,
      asideAt: _aside,
      moved: _moved,
      evidence: _evidence,
      link: _link,
      ...kept
    } = before;
    const key = factId ?? uuid();
    facts[key] = {
      ...kept,
      ...given,
      ...(named ? { ref: named } : {}),
      ...(sensitive === undefined ? {} : { sensitive }),
      ...provenance(work.now, from),
    };
    return { id: key };
  });
}

export function removeFact(
  ctx: Context,
  table: Owner,
  { id, factId }: { id: string; factId: string },
): Promise<Done> {
  return command(ctx, async (work) => {
    const { facts } = await ownerOf(work, table, id);
    present(facts, factId);
    delete facts[factId];
    return {};
  });
}

/** Adds a contact point, or replaces the one named. The same address may belong to several contacts. */
export function setPoint(
  ctx: Context,
  table: Owner,
  { id, pointId, point }: { id: string; pointId?: string | undefined; point: PointInput },
): Promise<{ id: string }> {
  return command(ctx, async (work) => {
    const { points } = await ownerOf(work, table, id);
    const { region } = await settingsOf(work.db);
    const fresh = pointOf(point, provenance(work.now, point.from), region, 'typed');
    const [twin] = Object.entries(points).filter(([key, one]) => key !== pointId && one.key === fresh.key);
    if (twin && !pointId) return { id: twin[0] };
    const before = pointId ? present(points, pointId) : undefined;
    const { label: _label, evidence: _evidence, link: _link, ...kept } = before ?? {};
    const key = pointId ?? uuid();
    points[key] = { ...kept, ...fresh };
    return { id: key };
  });
}

export function removePoint(
  ctx: Context,
  table: Owner,
  { id, pointId }: { id: string; pointId: string },
): Promise<Done> {
  return command(ctx, async (work) => {
    const { points } = await ownerOf(work, table, id);
    present(points, pointId);
    delete points[pointId];
    return {};
  });
}

/** Adds a date to a contact, or replaces the one named. */
export function setDate(
  ctx: Context,
  given: {
    id: string;
    dateId?: string | undefined;
    date: {
      kind: Contact['dates'][string]['kind'];
      label?: string | undefined;
      date: Contact['dates'][string]['date'];
      from?: Origin | undefined;
    };
  },
): Promise<{ id: string }> {
  return command(ctx, async (work) => {
    const { dates } = await work.one('contacts', given.id);
    const { from, label, ...rest } = given.date;
    if (given.dateId) present(dates, given.dateId);
    const key = given.dateId ?? uuid();
    dates[key] = { ...rest, ...(label === undefined ? {} : { label }), ...provenance(work.now, from) };
    return { id: key };
  });
}

export function removeDate(ctx: Context, { id, dateId }: { id: string; dateId: string }): Promise<Done> {
  return command(ctx, async (work) => {
    const { dates } = await work.one('contacts', id);
    present(dates, dateId);
    delete dates[dateId];
    return {};
  });
}

/** Notes a consent for a channel with the wording it was asked in, or forgets it. */
export function setConsent(
  ctx: Context,
  given: {
    id: string;
    channel: keyof Contact['consents'];
    consent: {
      state: NonNullable<Contact['consents']['mail']>['state'];
      basis: string;
      textVersion?: string | undefined;
    } | null;
  },
): Promise<Done> {
  return command(ctx, async (work) => {
    const contact = await work.one('contacts', given.id);
    if (given.consent) {
      const { textVersion, ...consent } = given.consent;
      contact.consents[given.channel] = {
        ...consent,
        ...(textVersion === undefined ? {} : { textVersion }),
        ...provenance(work.now),
      };
    } else {
      delete contact.consents[given.channel];
    }
    return {};
  });
}
