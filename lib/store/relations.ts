import { v7 as uuid } from 'uuid';
import type { RelationView } from '@/lib/api/relation-views';
import type { Contact } from '@/lib/crm/contacts';
import { type FamilyWord, familyWord, inverseOf, isRelation, type RelationKind } from '@/lib/crm/relations';
import { command } from './command';
import type { Database } from './database';
import { StoreError } from './errors';
import { isShown } from './keys';
import { identityOf, namesOf } from './lookups';
import { provenance } from './provenance';
import type { Context } from './work';

/**
 * Whom a contact is tied to, from both ends: those whom its facts name, and those whose facts name it or somebody merged into it.
 * Inside a transaction over the contacts.
 */
export async function relationsOf(db: Database, contact: Contact): Promise<RelationView[]> {
  const ids = await identityOf(db, contact.id);
  const rows = await db.contacts.where('k.refs').anyOf(ids).distinct().toArray();
  const naming = rows.flatMap((row) => (isShown(row.body) && row.id !== contact.id ? [row.body] : []));
  const named = relationFacts(contact).map(({ fact }) => fact.ref ?? '');
  const names = await namesOf(db, [...named, ...naming.map((one) => one.id)], ids);
  const own = relationFacts(contact).map(({ factId, fact }) =>
    viewOf(contact.id, factId, fact, { otherId: fact.ref ?? '', reversed: false }),
  );
  const theirs = naming.flatMap((one) =>
    relationFacts(one)
      .filter(({ fact }) => ids.includes(fact.ref ?? ''))
      .map(({ factId, fact }) => viewOf(one.id, factId, fact, { otherId: one.id, reversed: true })),
  );
  return [...own, ...theirs].flatMap((relation) => {
    const name = names.get(relation.other.id);
    return name === undefined ? [] : [{ ...relation, other: { ...relation.other, name } }];
  });
}

interface RelationFact {
  factId: string;
  fact: Contact['facts'][string];
}

function relationFacts({ facts }: Contact): RelationFact[] {
  return Object.entries(facts).flatMap(([factId, fact]) =>
    isRelation(fact.field) && fact.ref !== undefined && fact.asideAt === undefined ? [{ factId, fact }] : [],
  );
}

function viewOf(
  contactId: string,
  factId: string,
  fact: Contact['facts'][string],
  { otherId, reversed }: { otherId: string; reversed: boolean },
): RelationView {
  const kind = fact.field as RelationKind;
  const word = kind === 'family' ? familyWord(fact.word) : null;
  return {
    contactId,
    factId,
    kind,
    reversed,
    word: word && reversed ? inverseOf(word) : word,
    other: { id: otherId, name: '' },
  };
}

/**
 * Ties a contact to another. One that names the same person in words, without knowing them, now knows them.
 * @throws StoreError `invalid` when it is the same person
 */
export function addRelation(
  ctx: Context,
  given: { contactId: string; kind: RelationKind; otherId: string; word?: FamilyWord | undefined },
): Promise<{ id: string }> {
  return command(ctx, async (work) => {
    const [contact, other] = await work.all('contacts', [given.contactId, given.otherId]);
    if (!contact || !other || contact === other) {
      throw new StoreError('invalid', 'Nobody is related to themselves.');
    }
    const { kind, word } = given;
    const known = Object.entries(contact.facts).find(
      ([, fact]) =>
        fact.field === kind && (fact.ref === other.id || (!fact.ref && fact.value === other.name)),
    );
    const id = known?.[0] ?? uuid();
    contact.facts[id] = {
      ...(known?.[1] ?? provenance(work.now)),
      field: kind,
      value: other.name,
      ref: other.id,
      ...(kind === 'family' ? { word: word ?? 'relative' } : {}),
      confirmedAt: work.now,
    };
    return { id };
  });
}
