import type { ContactView, PageOffer, TabPerson, TabView } from '@/lib/api/views';
import { readPublic, siteOf } from '@/lib/platform/sites';
import type { PageContext } from '@/lib/sites/page-context';
import { offersAutolog } from '@/lib/store/autolog-offer';
import type { Database } from '@/lib/store/database';
import { contactHits, isLogged } from '@/lib/store/matches';
import { pageOffers } from '@/lib/store/page-offers';
import { reading } from '@/lib/store/reading';
import { settingsOf } from '@/lib/store/settings';
import { CONTACT_TABLES, contactView } from '@/lib/store/views/contact-view';
import { composeView } from './compose-view';
import { isPartner, mailDraft, withDirection } from './mail-log';
import { ownOf } from './own-identities';
import { eventAt, isNetwork, nameOf, pageEvent } from './page-events';
import { keysOf, personKey, recognise } from './recognise';
import { currentContext } from './tab-context';
import { readTab } from './tab-records';
import { ofPage, type ViewedTab } from './viewed-tab';

/** Who is meant when nobody was chosen: whoever the mail is from or to, a contact before a stranger, a person before a robot. */
function defaultPerson(people: TabPerson[], context: PageContext): TabPerson | null {
  if (context.kind === 'list') return null;
  const rank = (person: TabPerson) =>
    (isPartner(person, context) || person.role === 'profile' || person.role === 'author' ? 4 : 0) +
    (person.contactId || person.candidates.length ? 2 : 0) +
    (person.automatic ? 0 : 1);
  return people.reduce<TabPerson | null>(
    (best, person) => (best && rank(best) >= rank(person) ? best : person),
    null,
  );
}

/** What a page that is about somebody tells of them. Beside a mail stands only what names its sender. */
async function offersOf(
  db: Database,
  { key, role, spoof, title, company, place }: TabPerson,
  contactId: string,
  { people }: PageContext,
): Promise<PageOffer[]> {
  const person = people.find((one) => personKey(one) === key);
  if (!person || spoof || !['profile', 'author', 'sender'].includes(role)) return [];
  return pageOffers(db, contactId, { title, company, place, points: keysOf(person) });
}

/** The people as the user calls them. */
async function withContactNames(
  db: Database,
  people: TabPerson[],
  read: Pick<ContactView, 'id' | 'name'> | null,
): Promise<TabPerson[]> {
  const names = new Map(read ? [[read.id, read.name]] : []);
  const others = people.flatMap(({ contactId }) =>
    contactId === null || names.has(contactId) ? [] : [contactId],
  );
  if (others.length > 0)
    for (const { id, name } of await contactHits(db, [...new Set(others)])) names.set(id, name);
  return people.map((person) => ({ ...person, contactName: names.get(person.contactId ?? '') ?? null }));
}

/** What the panel and the popup show of a tab. `profile` adds the contact's own view. */
export async function tabView(
  db: Database,
  tab: ViewedTab | null,
  options: { person: string | null; now: number; profile: boolean },
): Promise<TabView> {
  const [state, told, [{ purpose }, ownOn]] = await Promise.all([
    readPublic(),
    tab && readTab(tab.id),
    reading(db, ['settings', 'device'], () => Promise.all([settingsOf(db), ownOf(db)])),
  ]);
  const record = tab && ofPage(tab, told);
  const site = record?.origin ?? (tab?.url ? siteOf(tab.url) : null);
  const frames = Object.values(record?.frames ?? {});
  const current = currentContext(record);
  const setting = site ? state.sites[site] : undefined;
  const view: TabView = {
    origin: site,
    site: current?.context.site ?? null,
    kind: current?.context.kind ?? 'none',
    state: 'nobody',
    subject: current?.context.subject ?? null,
    permalink: current?.context.permalink ?? null,
    direction: null,
    at: current?.context.at ?? null,
    logs: null,
    network: current !== null && isNetwork(current.context.site),
    event: null,
    logged: false,
    offerAutolog: false,
    people: [],
    person: null,
    clicked: record?.clicked ? { person: record.clicked.person, at: record.clicked.at } : null,
    contact: null,
    offers: [],
    compose: null,
    theme: record?.frames[0]?.theme ?? current?.frame.theme ?? 'light',
    purpose,
    folded: setting?.folded ?? false,
    tabId: tab?.id ?? null,
    generation: told?.turn ?? 0,
  };
  if (!setting?.on) return { ...view, state: 'off' };
  if (state.hiddenUntil && state.hiddenUntil > options.now) return { ...view, state: 'hidden' };
  if (!current) return { ...view, state: frames.some(({ claimed }) => claimed) ? 'unrecognised' : 'nobody' };

  const own = ownOn(site, [current.context]);
  const context = withDirection(current.context, own);
  const { now, profile } = options;
  const wanted = options.person ?? record?.clicked?.person ?? null;
  const [{ people, shown, event, contact, logged, offerAutolog, offers }, compose] = await Promise.all([
    reading(db, [...CONTACT_TABLES, 'identities'], async () => {
      const people = await recognise(db, context, own.mine);
      const shown = people.find(({ key }) => key === wanted) ?? defaultPerson(people, context);
      const id = shown?.contactId ?? null;
      const event = eventAt(
        pageEvent(context, now, own.account),
        shown?.key ?? null,
        record?.clicked ?? null,
      );
      const draft = id
        ? mailDraft(event.context, [id], { now, account: own.account, keys: event.keys })
        : null;
      const [contact, logged, offerAutolog, offers] = await Promise.all([
        id && profile ? contactView(db, id, { now }) : null,
        id && draft?.externalKeys.length ? isLogged(db, draft, id) : false,
        id ? offersAutolog(db, id) : false,
        shown && id && profile ? offersOf(db, shown, id, context) : [],
      ]);
      // Whom the panel shows has been read with all that is theirs.
      const called = await withContactNames(db, people, contact);
      return { people: called, shown, event, contact, logged, offerAutolog, offers };
    }),
    profile ? composeView(db, record, { own: own.mine, now, reads: setting.reads ?? false }) : null,
  ]);
  return {
    ...view,
    direction: context.direction,
    state: people.length ? 'reading' : 'nobody',
    people,
    person: shown?.key ?? null,
    contact,
    offers,
    compose,
    logs: event.logs,
    event: {
      name: nameOf(event),
      subject: event.context.subject,
      permalink: event.context.permalink,
    },
    logged,
    offerAutolog,
  };
}
