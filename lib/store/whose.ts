import type { Contact } from '@/lib/crm/contacts';
import type { Invite, Proof } from '@/lib/crm/surveys';
import { normalizePoint } from '@/lib/exchange/points';
import type { Who } from '@/lib/surveys/answer';
import type { AuthorForm, Values } from '@/lib/surveys/form';
import type { Database } from './database';
import { rootsOf } from './lookups';

/** Whose an answer is: by personal link, by the site's signature, by an address or phone that one contact alone has. */

/** What an answer says of who gave it. */
export interface Claim {
  token: string | null;
  /** The site's own id of its user, when its server signed it. */
  user: string | null;
  /** The e-mail address, when the server signed that. */
  signedKey: string | null;
  /** Normal forms of the addresses and phones that it names. */
  keys: string[];
}

export interface Owner {
  contactId: string;
  proof: Proof;
}

/** The claim of an answer; addresses and phones that were asked for in the form count like those that the site told. */
export function claimOf(
  who: Who,
  { signed, asked, region }: { signed: boolean; asked: Asked; region: string | null },
): Claim {
  const options = { region: region ?? undefined };
  const keyOf = (kind: 'email' | 'phone', value: string | undefined) => {
    const point = value ? normalizePoint(kind, value, options) : { error: 'empty' as const };
    return 'error' in point ? [] : [point.key];
  };
  const [email] = keyOf('email', who.email);
  return {
    token: who.token ?? null,
    user: signed && who.id ? who.id : null,
    signedKey: signed && !who.id && email ? email : null,
    keys: [
      ...new Set([
        ...keyOf('email', who.email),
        ...keyOf('phone', who.phone),
        ...asked.emails.flatMap((one) => keyOf('email', one)),
        ...asked.phones.flatMap((one) => keyOf('phone', one)),
      ]),
    ],
  };
}

/** Addresses, phones and the name that a person gave in the form itself. */
export interface Asked {
  emails: string[];
  phones: string[];
  name: string | null;
}

/** A question for the name is a line of text that measures `name`, or has that id. */
const NAME = 'name';

export function askedIn(form: AuthorForm, values: Values): Asked {
  const asked: Asked = { emails: [], phones: [], name: null };
  for (const { id, type, dimension } of form.pages.flatMap((page) => page.questions)) {
    const value = values[id];
    if (typeof value !== 'string') continue;
    if (type === 'email') asked.emails.push(value);
    if (type === 'phone') asked.phones.push(value);
    if (type === 'text' && (dimension === NAME || id === NAME)) asked.name ??= value.trim() || null;
  }
  return asked;
}

/** What the claims of several answers rest on, read at once: nothing is waited for while they are settled one by one. */
export class Owners {
  private constructor(
    readonly invites: Map<string, Invite>,
    private readonly users: Map<string, string>,
    private readonly holders: Map<string, Set<string>>,
    private readonly roots: Map<string, string>,
  ) {}

  static async read(db: Database, claims: Claim[]): Promise<Owners> {
    const some = (of: (claim: Claim) => string | null) => [
      ...new Set(claims.flatMap((one) => of(one) ?? [])),
    ];
    const keys = [...new Set(claims.flatMap((one) => one.keys))];
    const [invites, known, found] = await Promise.all([
      db.invites
        .where('k.token')
        .anyOf(some((one) => one.token))
        .toArray(),
      db.responses
        .where('k.user')
        .anyOf(some((one) => one.user))
        .toArray(),
      db.contacts.where('k.points').anyOf(keys).distinct().toArray(),
    ]);
    const named = [
      ...invites.map((row) => row.body.contactId),
      ...known.flatMap((row) => row.body.contactId ?? []),
    ];
    const others = named.filter((id) => !found.some((row) => row.id === id));
    const rows = [
      ...found,
      ...(await db.contacts.bulkGet([...new Set(others)])).filter((row) => row !== undefined),
    ];
    const roots = await standing(db, rows);
    const holders = new Map<string, Set<string>>();
    for (const { id, body } of found) {
      const root = roots.get(id);
      if (!root) continue;
      for (const { key } of Object.values(body.points)) {
        holders.set(key, (holders.get(key) ?? new Set()).add(root));
      }
    }
    const users = new Map<string, string>();
    for (const { body } of known.sort((a, b) => (a.body.assignedAt ?? 0) - (b.body.assignedAt ?? 0))) {
      if (body.who.id && body.contactId) users.set(body.who.id, body.contactId);
    }
    return new Owners(new Map(invites.map((row) => [row.body.token, row.body])), users, holders, roots);
  }

  /** Null when nobody, or more than one, can be meant: it waits then. A name alone assigns nothing. */
  of({ token, user, signedKey, keys }: Claim): Owner | null {
    const invited = this.roots.get(this.invites.get(token ?? '')?.contactId ?? '');
    if (invited) return { contactId: invited, proof: 'token' };
    const told = this.roots.get(this.users.get(user ?? '') ?? '');
    if (told) return { contactId: told, proof: 'signed' };
    const signed = this.holders.get(signedKey ?? '');
    if (signed?.size === 1) return { contactId: [...signed][0]!, proof: 'signed' };
    const claimed = new Set(keys.flatMap((key) => [...(this.holders.get(key) ?? [])]));
    return claimed.size === 1 ? { contactId: [...claimed][0]!, proof: 'claimed' } : null;
  }
}

/** The contacts that these stand for; one that is deleted, or went into one that is, stands for nobody. */
async function standing(db: Database, rows: { id: string; body: Contact }[]): Promise<Map<string, string>> {
  const roots = await rootsOf(
    db,
    rows.filter((row) => row.body.deletedAt === null),
  );
  const ends = await db.contacts.bulkGet([...new Set(roots.values())]);
  const gone = new Set(ends.flatMap((row) => (row && row.body.deletedAt !== null ? [row.id] : [])));
  return new Map([...roots].filter(([, root]) => !gone.has(root)));
}
