import type { Company } from '@/lib/crm/companies';
import type { Contact } from '@/lib/crm/contacts';
import { batch, type Progress } from './batch';
import { StoreError } from './errors';
import { fold } from './fold';
import type { Context, Work } from './work';

/**
 * Merges one company into another: its people are at the one that stays, each fact of theirs with what it said before, and its values
 * are taken in under their own keys. `count` is how many people that moved.
 * @throws StoreError `invalid` when it is one and the same
 */
export function mergeCompanies(
  ctx: Context & Progress,
  { into, from }: { into: string; from: string },
): Promise<{ count: number }> {
  return batch<string, { count: number }>(ctx, {
    // The companies themselves are done with the first part.
    items: async () => [from, ...(await ctx.db.contacts.where('k.companies').equals(from).primaryKeys())],
    start: { count: 0 },
    run: async (work, part, { count }) => {
      const stays = await standing(work, into);
      if (part[0] === from) takeIn(stays, await standing(work, from), work.now);
      const people = await work.live(
        'contacts',
        part.filter((id) => id !== from),
      );
      for (const fact of people.flatMap(factsOf)) {
        if (fact.ref !== from) continue;
        fact.moved = [...(fact.moved ?? []), { ref: from, value: fact.value }];
        Object.assign(fact, { ref: stays.id, value: stays.name });
      }
      return { count: count + people.length };
    },
  });
}

/** A company, or one of the people of the one that it went into. */
interface Leaving {
  id: string;
  into: string;
}

/**
 * Takes a company out of the one that it went into, with the people who came with it and are still there.
 * @throws StoreError `invalid` when it was merged into none, `conflict` when that one itself went into another
 */
export function unmergeCompany(ctx: Context & Progress, { id }: { id: string }): Promise<{ count: number }> {
  return batch<Leaving, { count: number }>(ctx, {
    items: async () => {
      const into = (await ctx.db.companies.get(id))?.body.mergedInto ?? '';
      const people = await ctx.db.contacts.where('k.companies').equals(into).primaryKeys();
      return [id, ...people].map((one) => ({ id: one, into }));
    },
    start: { count: 0 },
    run: async (work, part, { count }) => {
      if (part[0]?.id === id) await giveBack(work, id);
      const people = await work.live(
        'contacts',
        part.flatMap((one) => (one.id === id ? [] : [one.id])),
      );
      const came = people
        .flatMap(factsOf)
        .filter((fact) => fact.ref === part[0]?.into && fact.moved?.at(-1)?.ref === id);
      for (const fact of came) {
        const moved = fact.moved ?? [];
        Object.assign(fact, moved.at(-1));
        if (moved.length > 1) fact.moved = moved.slice(0, -1);
        else delete fact.moved;
      }
      return { count: count + came.length };
    },
  });
}

async function standing(work: Work, id: string): Promise<Company> {
  const company = await work.one('companies', id);
  if (company.mergedInto) throw new StoreError('conflict', 'This company was merged meanwhile.');
  return company;
}

function factsOf({ facts }: Contact): Contact['facts'][string][] {
  return Object.values(facts).filter((fact) => fact.field === 'company');
}

function takeIn(into: Company, from: Company, now: number): void {
  if (into === from) throw new StoreError('invalid', 'A company cannot be merged into itself.');
  const points = new Set(Object.values(into.points).map((point) => point.key));
  const said = ({ field, value }: Company['facts'][string]) => `${field}|${fold(value)}`;
  const facts = new Set(Object.values(into.facts).map(said));
  const took = {
    points: missing(into.points, from.points, (point) => points.has(point.key)),
    facts: missing(into.facts, from.facts, (fact) => facts.has(said(fact))),
    tags: missing(into.tags, from.tags, () => false),
  };
  from.mergedInto = into.id;
  from.merge = { at: now, took };
}

/** Takes values in that are not known, under their own keys, which are answered. */
function missing<T>(
  into: Record<string, T>,
  from: Record<string, T>,
  known: (value: T) => boolean,
): string[] {
  const keys = Object.keys(from).filter((key) => !(key in into) && !known(from[key]!));
  for (const key of keys) into[key] = structuredClone(from[key]!);
  return keys;
}

async function giveBack(work: Work, id: string): Promise<void> {
  const from = await work.one('companies', id);
  if (!from.mergedInto) throw new StoreError('invalid', 'This company was merged into none.');
  const [into] = await work.load('companies', [from.mergedInto]);
  if (into?.mergedInto) {
    throw new StoreError(
      'conflict',
      'It went into a company that was itself merged: take that one out first.',
    );
  }
  for (const map of ['points', 'facts', 'tags'] as const) {
    for (const key of from.merge?.took[map] ?? []) {
      const now = into?.[map][key];
      if (now !== undefined) Object.assign(from[map], { [key]: now });
      delete into?.[map][key];
    }
  }
  from.mergedInto = null;
  delete from.merge;
}
