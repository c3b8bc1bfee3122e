import type { TabPerson } from '@/lib/api/views';
import type { PageContext } from '@/lib/sites/page-context';
import type { Database } from '@/lib/store/database';
import { contactsToAutolog, isLogged } from '@/lib/store/matches';
import { neverSet } from '@/lib/store/never-log';
import { settingsOf } from '@/lib/store/settings';
import { keysOf, matchPeople } from './recognise';

/** Name of a mail on its site, under which it is logged once. */
export function externalKeyOf(context: PageContext): string | null {
  return context.messageKey && `${context.site}:${context.messageKey}`;
}

/** A mail whose page does not tell its direction went out when its sender is the user, and came in otherwise. */
export function withDirection(context: PageContext, own: ReadonlySet<string>): PageContext {
  if (context.direction || context.kind !== 'message') return context;
  const sender = context.people.find(({ role }) => role === 'sender');
  if (!sender) return context;
  const mine = keysOf(sender).some(({ key }) => own.has(key));
  return { ...context, direction: mine ? 'out' : own.size > 0 ? 'in' : null };
}

/** A mail as it goes on the time line: date, direction, subject and link. Its text is never read. */
export function mailDraft(context: PageContext, contactIds: string[], now: number) {
  const key = externalKeyOf(context);
  return {
    type: 'mail' as const,
    contactIds,
    at: context.at ?? now,
    precision: context.at === null ? ('minute' as const) : (context.precision ?? 'minute'),
    direction: context.direction ?? ('in' as const),
    channel: context.site,
    subject: context.subject ?? '',
    link: context.permalink,
    externalKeys: key ? [key] : [],
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
  own: ReadonlySet<string>,
): Promise<string[]> {
  const partners = context.people.filter(({ role }) =>
    context.direction === 'out' ? role === 'recipient' : role === 'sender',
  );
  const matched = (await matchPeople(db, partners))
    .filter((ids) => ids.length === 1)
    .map(([id]) => id as string);
  if (!matched.length) return [];
  const { autologOrigins, neverLog } = await settingsOf(db);
  const rule = { all: autologOrigins.includes(site), never: neverSet([...neverLog, ...own]) };
  const wanted = await contactsToAutolog(db, matched, rule);
  const key = externalKeyOf(context);
  if (key === null) return wanted;
  const logged = await Promise.all(wanted.map((id) => isLogged(db, key, id)));
  return wanted.filter((_, i) => !logged[i]);
}
/** The mail that the tab shows belongs to this person: sender of one that came, recipient of one that went. */
export function isPartner(person: TabPerson, context: PageContext): boolean {
  return context.direction === 'out' ? person.role === 'recipient' : person.role === 'sender';
}
