import { v7 as uuid } from 'uuid';
import type { Results } from '@/lib/api/results';
import type { Contact } from '@/lib/crm/contacts';
import { INVITE_SCHEMA, type Invite } from '@/lib/crm/surveys';
import { todayAt } from '@/lib/insight/today';
import { command } from './command';
import type { Database } from './database';
import { identitiesOf, namesOf, rootFinder, rootsOf } from './lookups';
import type { When } from './segment-frame';
import { surveysById } from './survey-reads';
import type { Context, Work } from './work';

/** Nobody is asked twice within so many days, whatever the survey. */
export const QUIET_DAYS = 30;

type Skipped = Results['invites.add']['skipped'][number];

/**
 * Makes a personal link for each contact, and leaves out whom one should not ask: a personal contact, who must not be contacted or
 * refused surveys, who was asked lately. `force` overrules the last of these alone: the others are no matter of taste.
 */
export function addInvites(
  ctx: Context,
  given: { surveyId: string; contactIds: string[]; channel: Invite['channel']; force: boolean },
): Promise<Results['invites.add']> {
  return command(ctx, async (work) => {
    await work.one('surveys', given.surveyId);
    const contacts = await work.live('contacts', [...new Set(given.contactIds)]);
    const { ask, skipped } = await guard(work.db, contacts, { now: work.now, zone: ctx.zone }, given.force);
    const links = ask.map(({ id: contactId }) => {
      const { token } = newInvite(work, { surveyId: given.surveyId, contactId, channel: given.channel });
      return { contactId, token };
    });
    return { links, skipped };
  });
}

export function newInvite(
  work: Work,
  given: Pick<Invite, 'surveyId' | 'contactId' | 'channel' | 'scheduleId' | 'heldOut' | 'share'> &
    Partial<Pick<Invite, 'id' | 'token'>>,
  answeredAt: number | null = null,
): Invite {
  return work.add('invites', {
    id: uuid(),
    token: newToken(),
    ...given,
    schema: INVITE_SCHEMA,
    clock: '',
    deletedAt: null,
    at: work.now,
    answeredAt,
  });
}

/**
 * Notes in the running command that the user asked somebody in person, who answered: what was asked of them before by a link is
 * answered too.
 */
export async function askedInPerson(
  work: Work,
  { surveyId, contactId, at }: { surveyId: string; contactId: string; at: number },
): Promise<void> {
  const invites = (await invitesOf(work.db, [contactId])).filter((invite) => invite.surveyId === surveyId);
  for (const { id } of invites.filter(({ answeredAt }) => answeredAt === null)) {
    const [invite] = await work.load('invites', [id]);
    if (invite) invite.answeredAt = at;
  }
  newInvite(work, { surveyId, contactId, channel: 'phone' }, at);
}

/**
 * Whether it was noted together with its answer: see `askedInPerson`. Whom the user asked in person in vain is noted nowhere, so
 * that such a one counts in no share of those who answered. By telephone on a schedule somebody is asked before they answer.
 */
export function cameWithAnswer({ channel, scheduleId }: Pick<Invite, 'channel' | 'scheduleId'>): boolean {
  return channel === 'phone' && scheduleId === undefined;
}

/** What `addInvites` would do, without doing it; who is left out is named. */
export async function checkInvites(
  db: Database,
  { contactIds }: { contactIds: string[] },
  when: When,
): Promise<Results['invites.check']> {
  return db.transaction('r', db.invites, db.contacts, async () => {
    const given = (await db.contacts.bulkGet([...new Set(contactIds)])).filter((row) => row !== undefined);
    const roots = await rootsOf(
      db,
      given.filter(({ body }) => body.deletedAt === null),
    );
    const rows = await db.contacts.bulkGet([...new Set(roots.values())]);
    const contacts = rows.flatMap((row) => (row?.body.deletedAt === null ? [row.body] : []));
    const names = new Map(contacts.map(({ id, name }) => [id, name]));
    const { ask, skipped } = await guard(db, contacts, when, false);
    return {
      ask: ask.map(({ id }) => id),
      skipped: skipped.map((one) => ({ ...one, name: names.get(one.contactId) ?? '' })),
    };
  });
}

/** Parts those who may be asked from those who are left out. Days are local ones, as schedules count them. */
export async function guard(
  db: Database,
  contacts: Contact[],
  { now, zone }: When,
  force: boolean,
): Promise<{ ask: Contact[]; skipped: Skipped[] }> {
  const ids = contacts.map(({ id }) => id);
  const asked = await lastAsked(db, ids);
  const { daysSince } = todayAt(now, zone);
  const ask: Contact[] = [];
  const skipped: Skipped[] = [];
  for (const contact of contacts) {
    const at = asked.get(contact.id) ?? null;
    const lately = !force && at !== null && daysSince(at) < QUIET_DAYS;
    const left = refusal(contact) ?? (lately ? { why: 'asked' as const, at } : null);
    if (left) skipped.push({ contactId: contact.id, ...left });
    else ask.push(contact);
  }
  return { ask, skipped };
}

/** Why somebody is asked by no survey, whatever was before; null where nothing stands in the way. */
export function refusal({ kind, doNotContact, consents }: Contact): Omit<Skipped, 'contactId'> | null {
  if (kind === 'personal') return { why: 'personal', at: null };
  if (doNotContact) return { why: 'doNotContact', at: doNotContact.at };
  const { survey } = consents;
  if (survey?.state === 'refused' || survey?.state === 'withdrawn') return { why: 'consent', at: survey.at };
  return null;
}

const newToken = (): string => tokenOf(crypto.getRandomValues(new Uint8Array(16)));

/** 128 bits as base64url. */
export function tokenOf(bytes: Uint8Array): string {
  return btoa(String.fromCharCode(...bytes))
    .replaceAll('+', '-')
    .replaceAll('/', '_')
    .replaceAll('=', '');
}

/** Who was asked, those of whom a draw decided that they are not left out. */
async function invitesOf(db: Database, contactIds: string[]): Promise<Invite[]> {
  return (await turnsOf(db, contactIds)).filter(({ heldOut }) => !heldOut);
}

/** Who was asked, and who was held out when their turn came. */
export async function turnsOf(db: Database, contactIds: string[]): Promise<Invite[]> {
  const ranges = [...new Set(contactIds)].sort().map((id): [string, string] => [`${id}|`, `${id}~`]);
  if (ranges.length === 0) return [];
  const rows = await db.invites.where('k.contact').inAnyRange(ranges).toArray();
  return rows.map((row) => row.body);
}

/** When each was asked last, also under the name of somebody merged into them. */
async function lastAsked(db: Database, contactIds: string[]): Promise<Map<string, number>> {
  const identities = await identitiesOf(db, contactIds);
  const standsFor = new Map([...identities].flatMap(([root, ids]) => ids.map((id) => [id, root] as const)));
  const asked = new Map<string, number>();
  for (const { contactId, at } of await invitesOf(db, [...standsFor.keys()])) {
    const id = standsFor.get(contactId) ?? contactId;
    asked.set(id, Math.max(asked.get(id) ?? 0, at));
  }
  return asked;
}

/** Who was asked what, and when, the last first: these contacts, or all whom one survey asked, by whatever survey. */
export async function askedOf(
  db: Database,
  { contactIds = [], surveyId }: { contactIds?: string[] | undefined; surveyId?: string | undefined },
): Promise<Results['invites.asked']> {
  return db.transaction('r', db.invites, db.surveys, db.contacts, async () => {
    const rootOf = await rootFinder(db);
    const own = surveyId ? await db.invites.where('k.survey').equals(surveyId).toArray() : [];
    const identities = await identitiesOf(db, contactIds);
    const people = [...identities.values()].flat();
    const invites = await invitesOf(db, [...people, ...own.map((row) => row.body.contactId)]);
    const surveys = await surveysById(
      db,
      invites.map((invite) => invite.surveyId),
    );
    const names = await namesOf(
      db,
      invites.map((invite) => invite.contactId),
    );
    return invites
      .sort((a, b) => b.at - a.at)
      .map((invite) => ({
        contactId: rootOf(invite.contactId),
        name: names.get(invite.contactId) ?? '',
        isGone: !names.has(invite.contactId),
        surveyId: invite.surveyId,
        survey: surveys.get(invite.surveyId)?.name ?? '',
        at: invite.at,
        answeredAt: invite.answeredAt,
        withAnswer: cameWithAnswer(invite),
      }));
  });
}
