import type { TabPerson } from '@/lib/api/views';
import type { PageContext } from '@/lib/sites/page-context';
import type { Database } from '@/lib/store/database';
import { contactsToAutolog } from '@/lib/store/matches';
import { settingsOf } from '@/lib/store/settings';
import { matchPeople } from './recognise';

/** Name of a mail on its site, under which it is logged once. */
export function externalKeyOf(context: PageContext): string | null {
  return context.messageKey && `${context.site}:${context.messageKey}`;
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

/** Contacts of a message whose mails are logged without asking, for themselves or for the whole site. */
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
  return contactsToAutolog(db, matched, {
    all: autologOrigins.includes(site),
    never: new Set([...neverLog, ...own]),
  });
}

/** The mail that the tab shows belongs to this person: sender of one that came, recipient of one that went. */
export function isPartner(person: TabPerson, context: PageContext): boolean {
  return context.direction === 'out' ? person.role === 'recipient' : person.role === 'sender';
}
