import type { TabPerson } from '@/lib/api/views';
import type { PageContext } from '@/lib/sites/page-context';
import type { Database } from '@/lib/store/database';
import { contactsToAutolog, isLogged } from '@/lib/store/matches';
import { neverSet } from '@/lib/store/never-log';
import { settingsOf } from '@/lib/store/settings';
import type { Own } from './own-identities';
import { loggable, type PageEvent, pageEvent } from './page-events';
import { isUser, matchPeople } from './recognise';

/**
 * Who wrote a mail: it went out if that was the user, by the account that is open or, to others than themselves, by any identity of theirs.
 * A page knows the account and no alias; what another account of the user's wrote to this one came in. A conversation has told itself who
 * wrote last in it.
 */
export function withDirection(context: PageContext, { mine, open, elsewhere }: Own): PageContext {
  if (context.direction === 'out' || loggable(context) !== 'mail' || mine.size === 0) return context;
  const sender = context.people.find(({ role }) => role === 'sender');
  if (!sender) return context;
  const recipients = context.people.filter(({ role }) => role === 'recipient');
  const toOthers = recipients.some((one) => !isUser(one, mine));
  // Folded away, or all of them blind: an alias of this account wrote, unless it is known to be of another.
  const toNobody = recipients.length === 0 && !isUser(sender, elsewhere);
  const out = isUser(sender, open) || (isUser(sender, mine) && (toOthers || toNobody || open.size === 0));
  return { ...context, direction: out ? 'out' : 'in' };
}

interface Telling {
  now: number;
  account: string | null;
  /** Names of the event, where it is not the page itself. */
  keys?: PageEvent['keys'];
}

/** A mail, conversation, post or comment as it goes on the time line: date, direction, subject and link. Its text is never read. */
export function mailDraft(context: PageContext, contactIds: string[], { now, account, keys }: Telling) {
  const kind = loggable(context) ?? 'mail';
  // Of a conversation that does not tell its hour only the day is known, on which it was seen.
  const unknown = kind === 'mail' ? ('minute' as const) : ('day' as const);
  return {
    type: kind === 'mail' ? ('mail' as const) : ('message' as const),
    contactIds,
    at: context.at ?? now,
    precision: context.at === null ? unknown : (context.precision ?? 'minute'),
    // A post is written to nobody, and in a conversation somebody else may have had the last word: no answer is owed.
    direction: kind === 'mail' ? (context.direction ?? ('in' as const)) : context.direction,
    channel: context.site,
    subject: context.subject ?? '',
    link: context.permalink,
    externalKeys: keys ?? pageEvent(context, now, account).keys,
    from: {
      source: context.site,
      how: 'page' as const,
      ...(context.permalink ? { link: context.permalink } : {}),
    },
  };
}

/** Contacts of a message whose mails are logged without asking, for themselves or for the whole site, and who lack this one. */
export async function autologged(
  db: Database,
  context: PageContext,
  site: string,
  { mine, account }: Pick<Own, 'mine' | 'account'>,
  now: number,
): Promise<string[]> {
  const partners = context.people.filter(({ role }) =>
    context.direction === 'out' ? role === 'recipient' : role === 'sender',
  );
  const matched = (await matchPeople(db, partners))
    .filter((ids) => ids.length === 1)
    .map(([id]) => id as string);
  if (!matched.length) return [];
  const { autologOrigins, neverLog } = await settingsOf(db);
  const rule = { all: autologOrigins.includes(site), never: neverSet([...neverLog, ...mine]) };
  const wanted = await contactsToAutolog(db, matched, rule);
  const told = mailDraft(context, wanted, { now, account });
  if (told.externalKeys.length === 0) return wanted;
  const logged = await Promise.all(wanted.map((id) => isLogged(db, told, id)));
  return wanted.filter((_, i) => !logged[i]);
}
/** The mail that the tab shows belongs to this person: sender of one that came, recipient of one that went; a conversation to whom it is with. */
export function isPartner(person: TabPerson, context: PageContext): boolean {
  return context.direction === 'out' && loggable(context) === 'mail'
    ? person.role === 'recipient'
    : person.role === 'sender';
}
