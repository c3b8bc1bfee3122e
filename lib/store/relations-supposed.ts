import type { SupposedRelation } from '@/lib/api/relation-views';
import type { Company } from '@/lib/crm/companies';
import type { Contact } from '@/lib/crm/contacts';
import { inForce } from '@/lib/crm/in-force';
import { isRelation, refusalKey } from '@/lib/crm/relations';
import type { Database } from './database';
import { fold, wordsOf } from './fold';
import { isShown } from './keys';
import { identityOf } from './lookups';

/** Relations that what is known speaks for: offered, and never taken for granted. */

/** Rows looked at for one question: what more have says nothing of two. */
const MOST = 50;
/** Mailboxes that anybody may have. */
const ANYBODYS = new Set([
  'gmail.com',
  'googlemail.com',
  'outlook.com',
  'hotmail.com',
  'live.com',
  'msn.com',
  'yahoo.com',
  'icloud.com',
  'me.com',
  'mac.com',
  'aol.com',
  'gmx.de',
  'gmx.net',
  'web.de',
  'mail.ru',
  'yandex.ru',
  'proton.me',
  'protonmail.com',
  'qq.com',
  'foxmail.com',
  '163.com',
  '126.com',
  'sina.com',
  'sohu.com',
  'aliyun.com',
]);

/** What is supposed of a contact and was not refused. Inside a transaction over contacts and companies. */
export async function supposedOf(db: Database, contact: Contact): Promise<SupposedRelation[]> {
  const found = (await Promise.all([byDomain(db, contact), byHome(db, contact), byName(db, contact)])).flat();
  const ids = await identityOf(db, contact.id);
  const others = await db.contacts.bulkGet(found.map(({ other }) => other.id));
  return found.filter(({ kind, other }, at) => {
    if (other.id === contact.id || isSettled(contact, kind, [other.id])) return false;
    // What holds both ways was answered, whoever of the two was asked.
    const body = others[at]?.body;
    return !(body && BOTH_WAYS.has(kind) && isSettled(body, kind, ids));
  });
}

const BOTH_WAYS: ReadonlySet<string> = new Set(['family', 'friend']);

/** Whether a contact is tied so to one of these, or said that it is not. */
function isSettled({ facts, snoozes = {} }: Contact, kind: string, ids: readonly string[]): boolean {
  const isTied = Object.values(facts).some(({ field, ref = '' }) => field === kind && ids.includes(ref));
  return isTied || ids.some((id) => Object.hasOwn(snoozes, refusalKey(kind, id)));
}

function supposed(
  relation: Omit<SupposedRelation, 'key' | 'word'> & { word?: SupposedRelation['word'] },
): SupposedRelation {
  return { word: null, ...relation, key: refusalKey(relation.kind, relation.other.id) };
}

/** Who has no company, and an address at the domain of one, or of people who are at one. */
async function byDomain(db: Database, contact: Contact): Promise<SupposedRelation[]> {
  if (Object.values(contact.facts).some(({ field }) => field === 'company')) return [];
  const domains = domainsOf(contact).filter((domain) => !ANYBODYS.has(domain));
  const lists = await Promise.all(
    domains.map(async (domain) => {
      const [label] = wordsOf([domain]);
      if (!label) return [];
      const [companies, people] = await Promise.all([
        db.companies.where('k.words').equals(label).limit(MOST).toArray(),
        db.contacts.where('k.words').equals(label).limit(MOST).toArray(),
      ]);
      const own = companies.filter(({ body }) => pointsAt(body.points, domain));
      const refs = people.flatMap(({ body }) => {
        const fact = inForce(Object.values(body.facts).filter(({ field }) => field === 'company'));
        return isShown(body) && domainsOf(body).includes(domain) && fact?.ref ? [fact.ref] : [];
      });
      const rows = await db.companies.bulkGet([...new Set(refs)]);
      const all = [...own, ...rows].flatMap((row) => (row && stands(row.body) ? [row.body] : []));
      return [...new Map(all.map((one) => [one.id, one])).values()].map(({ id, name }) =>
        supposed({ kind: 'company', other: { id, name }, evidence: `@${domain}` }),
      );
    }),
  );
  const once = new Map(lists.flat().map((one) => [one.other.id, one]));
  // Two companies of one domain say nothing of which it is.
  return once.size === 1 ? [...once.values()] : [];
}

function stands({ deletedAt, mergedInto }: Company): boolean {
  return deletedAt === null && !mergedInto;
}

function domainsOf({ points }: Contact): string[] {
  return Object.values(points).flatMap(({ kind, key }) =>
    kind === 'email' ? [key.slice(key.lastIndexOf('@') + 1)] : [],
  );
}

function pointsAt(points: Contact['points'], domain: string): boolean {
  return Object.values(points).some(({ kind, value, key }) => {
    if (kind === 'email') return key.endsWith(`@${domain}`);
    if (kind !== 'url') return false;
    const host = URL.canParse(value) ? new URL(value).hostname : (value.split('/')[0] ?? '');
    return host.replace(/^www\./, '') === domain;
  });
}

/** Who lives at the same address and bears the same family name. */
async function byHome(db: Database, contact: Contact): Promise<SupposedRelation[]> {
  const homes = Object.values(contact.points).filter(({ kind }) => kind === 'postal');
  const lists = await Promise.all(
    homes.map(async ({ key, value }) => {
      const rows = await db.contacts.where('k.points').equals(key).limit(MOST).toArray();
      const others = rows.filter(
        ({ id, body }) => id !== contact.id && isShown(body) && isKin(body, contact),
      );
      return others.map(({ body }) =>
        supposed({
          kind: 'family',
          word: 'relative',
          other: { id: body.id, name: body.name },
          evidence: value,
        }),
      );
    }),
  );
  return lists.flat();
}

const HAN = /^\p{sc=Han}+$/u;

function isKin(a: Contact, b: Contact): boolean {
  const [one, other] = [familyName(a.name), familyName(b.name)];
  return one !== '' && one === other && fold(a.name) !== fold(b.name);
}

/** The first character of a Chinese name, the last word of others. */
function familyName(name: string): string {
  const folded = fold(name);
  return HAN.test(folded) ? ([...folded][0] ?? '') : (folded.split(' ').at(-1) ?? '');
}

/** Who is named in words, and is the one contact of that name. */
async function byName(db: Database, contact: Contact): Promise<SupposedRelation[]> {
  const named = Object.values(contact.facts).filter(({ field, ref }) => isRelation(field) && !ref);
  const lists = await Promise.all(
    named.map(async ({ field, value }) => {
      const rows = await db.contacts.where('k.full').equals(fold(value)).limit(2).toArray();
      const [only] = rows.filter(({ body }) => isShown(body));
      if (rows.length !== 1 || !only || !isRelation(field)) return [];
      return [supposed({ kind: field, other: { id: only.id, name: only.body.name }, evidence: value })];
    }),
  );
  return lists.flat();
}
