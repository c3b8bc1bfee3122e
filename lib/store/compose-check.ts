import { checkDraft, quietKey } from '@/lib/advice/compose/rules';
import type { Recipient } from '@/lib/advice/compose/situation';
import type { CheckLine } from '@/lib/api/compose-views';
import { zoneHere } from '@/lib/crm/calendar';
import type { Contact } from '@/lib/crm/contacts';
import { isTradedWith, SHOWN_STAGE } from '@/lib/crm/stage-names';
import type { Database } from './database';
import { measuresOf } from './read-measures';
import { type Brief, briefs } from './reads';
import { sameTexts } from './sent-texts';
import { employer } from './views/profile';
import type { At } from './views/situation';

/** A draft as the page tells it. */
export interface DraftShown {
  /** Whom it goes to; `contactId` of those who are known. */
  people: { contactId: string | null; name: string; address: string | null }[];
  /** Null where the text is not read. */
  draft: { first: string; sentences: string[] } | null;
  /** Contact point keys of the user's own. */
  own: ReadonlySet<string>;
  /** Tells it from another draft. */
  key?: string;
}

/** A mail to more people is no letter: of the rest nothing is said. */
export const MOST_RECIPIENTS = 40;
/** Anybody may have an address there: it makes nobody a colleague. */
const PUBLIC =
  /^(?:gmail|googlemail|outlook|hotmail|live|msn|yahoo|icloud|me|proton|protonmail|fastmail|gmx|aol|qq|foxmail|163|126|yeah|sina|sohu|zoho|mail)\./;

/** What there is to know before a draft is sent. */
export async function composeLines(
  db: Database,
  { people, draft, own, key }: DraftShown,
  at: At,
): Promise<CheckLine[]> {
  const known = people.slice(0, MOST_RECIPIENTS);
  const ids = [...new Set(known.flatMap(({ contactId }) => contactId ?? []))];
  const strangers = known.filter(({ contactId }) => !contactId).map(({ name }) => name);
  if (ids.length === 0 && !draft) return [];
  const zone = at.zone ?? zoneHere();
  const [read, measures, same] = await Promise.all([
    briefs(db, ids),
    measuresOf(db, ids, at.now, zone),
    sameTexts(db, ids, draft?.sentences ?? [], at.now, key),
  ]);
  const domains = new Set([...own].flatMap((key) => domainOf(key) ?? []));
  const recipients = read.map((brief): Recipient => {
    const { contact, figures } = brief;
    const place = measures.ids.indexOf(contact.id);
    const number = (name: 'silence' | 'gap' | 'overdue') => (place < 0 ? null : measures.number(name, place));
    const stage = place < 0 || !isTradedWith(contact) ? null : measures.stage(place)?.stage;
    const mail = contact.consents.mail;
    return {
      contactId: contact.id,
      name: contact.name,
      called: calledOf(contact, known),
      company: isColleague(contact, domains) ? null : employer(contact, brief.company),
      cases: openCases(brief),
      doNotContact: contact.doNotContact,
      consent: mail ? { state: mail.state, at: mail.at, basis: mail.basis } : null,
      stage: stage ? SHOWN_STAGE[stage] : null,
      lastAt: figures?.lastAt || null,
      silence: number('silence'),
      gap: number('gap'),
      overdue: number('overdue'),
      same: same.get(contact.id) ?? null,
      isPersonal: contact.kind === 'personal',
      quiet: quietOf(contact, at.now),
    };
  });
  return checkDraft({ recipients, strangers, first: draft?.first ?? null });
}

function openCases({ cases }: Brief): Recipient['cases'] {
  return cases
    .filter(({ state }) => state !== 'resolved')
    .map(({ id, number, title, openedAt }) => ({ id, number, title, openedAt }));
}

/** Names by which somebody may be greeted besides their own: as the page has them, nicknames. */
function calledOf({ id, facts }: Contact, people: DraftShown['people']): string[] {
  // A page that shows no name tells the address in its place.
  const shown = people.flatMap((one) => (one.contactId === id && !one.name.includes('@') ? [one.name] : []));
  const nicknames = Object.values(facts).flatMap(({ field, value }) => (field === 'nickname' ? [value] : []));
  return [...shown, ...nicknames];
}

function quietOf({ snoozes = {} }: Contact, now: number): Set<string> {
  const keys = Object.entries(snoozes).filter(
    ([key, until]) => key.startsWith(quietKey('')) && (until === null || until > now),
  );
  return new Set(keys.map(([key]) => key));
}

function domainOf(key: string): string | null {
  const domain = /@([^@\s]+)$/.exec(key)?.[1]?.toLowerCase();
  return domain && !PUBLIC.test(domain) ? domain : null;
}

function isColleague({ points }: Contact, domains: ReadonlySet<string>): boolean {
  return Object.values(points).some(({ key }) => domains.has(domainOf(key) ?? ''));
}
