/** The one interpreter: reads a Document with a recipe. It never changes the page. */
import { shownDate } from './dates';
import { recipeFor } from './match';
import { plain } from './names';
import type { Person, Reading, Said } from './page-context';
import { type Captures, fill, matchAddress } from './pattern';
import { type Budget, distinct, type Found, type FoundPeople, isSame, readPeople } from './people';
import type { PageRule, PersonRule, SiteRecipe, Source, WrittenRule } from './recipe';
import { firstText, type Scope, selectorFor, textOf, within } from './sources';
import { readAccount, readViewer } from './viewer';
import { isVisible, theVisible } from './visible';

/** People of one page that are told, the first ones: no screen shows more, and a longer report would be refused. */
export const MOST_PEOPLE = 500;
/** The same of pages that one document shows, of the user's identities, and of the signs of a key and a link. */
const MOST_READINGS = 5;
const MOST_IDENTITIES = 20;
const LONGEST_KEY = 500;
const LONGEST_LINK = 2000;

export interface ReadOptions {
  /** The user's own e-mail addresses, beside what the page tells. */
  own?: string[];
  /** Clock for "today" and weekdays, epoch milliseconds. */
  now?: number;
  /** Work for this turn; without it everything is read. */
  budget?: Budget;
}

/** What the page says, or null where no recipe claims it or nothing is recognised. */
export function read(
  document: Document,
  location: URL | Location,
  recipes: SiteRecipe[],
  options: ReadOptions = {},
): Reading | null {
  return readAll(document, location, recipes, options)[0] ?? null;
}

/** Every page that one document shows (a list beside an open message, a draft over both), most important first. */
export function readAll(
  document: Document,
  location: URL | Location,
  recipes: SiteRecipe[],
  options: ReadOptions = {},
): Reading[] {
  const recipe = recipeFor(location, recipes, document);
  if (!recipe) return [];
  const url = new URL(location.href);
  const open = readAccount(document, url, recipe);
  const lacks = new Set<string>();
  const readings = recipe.pages.flatMap((page) => {
    const captures = capturesOf(page, url);
    if (captures && page.loaded && !isLoadedFor(document, page, captures)) return [];
    const place = captures && regionOf(document, page, captures, lacks);
    if (!captures || !place) return [];
    const reading = readPage({ document, url, recipe, page, options, open, ...place, captures });
    return reading ? [reading] : [];
  });
  return readings.slice(0, MOST_READINGS);
}

interface Work {
  document: Document;
  url: URL;
  recipe: SiteRecipe;
  page: PageRule;
  options: ReadOptions;
  region: Element;
  place: string;
  captures: Captures;
  open: ReturnType<typeof readAccount>;
}

function capturesOf(page: PageRule, url: URL): Captures | null {
  const host = url.hostname;
  if (!page.address) return { host };
  for (const pattern of page.address) {
    const captures = matchAddress(pattern, url);
    if (captures) return { host, ...captures };
  }
  return null;
}

/** Whether the document was loaded at an address that names the same; where the browser does not tell, it was. */
function isLoadedFor(document: Document, page: PageRule, captures: Captures): boolean {
  const [entry] = document.defaultView?.performance.getEntriesByType('navigation') ?? [];
  if (!entry || !URL.canParse(entry.name)) return true;
  const then = capturesOf(page, new URL(entry.name));
  return then !== null && Object.entries(captures).every(([name, value]) => then[name] === value);
}

function regionOf(
  document: Document,
  page: PageRule,
  captures: Captures,
  lacks: Set<string>,
): { region: Element; place: string } | null {
  for (const { find, id } of page.region) {
    const wanted = selectorFor(find, captures);
    const region = wanted === null ? null : theVisible(document, wanted, lacks);
    if (region) return { region, place: id };
  }
  return null;
}

function readPage(work: Work): Reading | null {
  const { page, recipe, captures, region, document, options, open } = work;
  const scope: Scope = { root: region, captures, skip: page.skip };
  if (page.agree) {
    const shown = textOf(page.agree.shown, scope)?.toLowerCase();
    if (!shown || shown !== fill(page.agree.with, captures)?.toLowerCase()) return null;
  }
  const viewer = readViewer(document, recipe, { ...open?.captures, ...captures }, options.own ?? []);
  const story = page.kind === 'message' ? readThread(work, scope, viewer) : readRoles(work, scope);
  if (!story) return null;
  const isOther = ({ person }: Found) => !viewer.some((own) => isSame(own, person));
  const others = story.people.filter(isOther);
  const people = (page.kind === 'list' ? others : distinct(others)).slice(0, MOST_PEOPLE);
  if (page.atMost !== undefined && (people.length === 0 || people.length > page.atMost)) return null;
  const scopes = [{ ...scope, root: story.root }, scope];
  const threadKey = atMost(LONGEST_KEY, lookIn(scopes, page.threadKey));
  return {
    context: {
      site: recipe.id,
      kind: page.kind,
      people: people.map(({ person, said }) =>
        said
          ? {
              ...person,
              said: writtenOf(work, said.rule, [{ ...scope, root: said.root }], {
                who: said.who && withoutHost(said.who, captures.host),
              }),
            }
          : person,
      ),
      viewer: viewer.slice(0, MOST_IDENTITIES),
      ...(open && { account: open.account }),
      ...writtenOf(work, page, scopes, { thread: threadKey }),
      threadKey,
      direction: story.direction,
      ...lastMessage(work),
      variant: [work.place, story.rule].filter(Boolean).join('/'),
    },
    region,
    anchors: people.map(({ anchor }) =>
      anchor && (page.kind === 'list' || isVisible(anchor)) ? anchor : null,
    ),
  };
}

/** A handle of this host as the host's own addresses have it. */
const withoutHost = (who: string, host = ''): string =>
  who.endsWith(`@${host}`) ? who.slice(0, -host.length - 1) : who;

/** The first text that one of the scopes gives. */
const lookIn = (scopes: Scope[], sources?: Source[]): string | null =>
  scopes.reduce<string | null>((found, scope) => found ?? firstText(sources, scope), null);

/** What was written, as a page or a comment on it tells. `known` may be filled into its link. */
function writtenOf(
  { document, url, captures, options }: Work,
  rule: WrittenRule,
  scopes: Scope[],
  known: Record<string, string | null>,
): Said {
  const subject = lookIn(scopes, rule.subject);
  const messageKey = atMost(LONGEST_KEY, lookIn(scopes, rule.messageKey));
  const date = dateOf(document, lookIn(scopes, rule.at), options);
  const told = Object.entries(rule.names ?? {}).map(([name, sources]) => [name, lookIn(scopes, sources)]);
  const all = {
    ...captures,
    ...known,
    ...Object.fromEntries(told),
    message: messageKey,
    origin: url.origin,
    path: url.pathname,
  };
  const link = [rule.permalink ?? []]
    .flat()
    .reduce<string | null>((filled, template) => filled ?? fill(template, all, true), null);
  return {
    subject: subject && plain(subject),
    permalink:
      link && URL.canParse(link) && new URL(link).origin === url.origin ? atMost(LONGEST_LINK, link) : null,
    messageKey,
    at: date?.at ?? null,
    precision: date?.precision ?? null,
  };
}

/** Who wrote last in a conversation that says so, and when; nobody, where nobody has written. */
function lastMessage({ region, page, captures, document, options }: Work): Partial<Reading['context']> {
  if (!page.messages) return {};
  const { each, own, at } = page.messages;
  const last = within({ root: region, captures }, each).at(-1);
  if (!last?.parentElement) return { direction: null };
  const date = dateOf(document, firstText(at, { root: last, captures }), options);
  const isOwn = within({ root: last.parentElement, captures }, own).includes(last);
  return { direction: isOwn ? 'out' : 'in', ...(date && { at: date.at, precision: date.precision }) };
}

const dateOf = (document: Document, shown: string | null, { now = Date.now() }: ReadOptions) =>
  shownDate(shown ?? '', document.documentElement.lang, now);

/** A text that is not longer, else null: of a key or a link no part is of any use. */
const atMost = (length: number, text: string | null | undefined): string | null =>
  text && text.length <= length ? text : null;

interface Story {
  people: Found[];
  direction: 'in' | 'out' | null;
  rule: string | null;
  /** The message that the page is about, or the whole region. */
  root: Element;
}

/** The last open message that is not the viewer's own; if all are, the last one and those whom it went to. */
function readThread(work: Work, scope: Scope, viewer: Person[]): Story | null {
  const { page, recipe, options } = work;
  const roots = openMessages(page, scope);
  const senders: (FoundPeople & { root: Element; own: boolean })[] = [];
  for (const root of roots) {
    const from = readPeople('sender', page.people.sender, { ...scope, root }, recipe.id);
    const [sender, second] = distinct(from.found);
    if (!sender || second) continue;
    senders.push({ ...from, root, own: viewer.some((own) => isSame(own, sender.person)) });
  }
  const last = senders.at(-1);
  if (!last || last.root !== roots.at(-1)) return null;
  const chosen = senders.findLast(({ own }) => !own) ?? last;
  const within = { ...scope, root: chosen.root };
  const to = readPeople('recipient', page.people.recipient, within, recipe.id, options.budget);
  const rest = senders.flatMap(({ found }) =>
    found.map((one): Found => ({ ...one, person: { ...one.person, role: 'mention' } })),
  );
  return {
    people: [...(chosen.own ? [] : chosen.found), ...to.found, ...rest],
    direction: chosen.own ? 'out' : viewer.length > 0 ? 'in' : null,
    rule: chosen.rule,
    root: chosen.root,
  };
}

/** In document order: what is around several messages comes before them, so the last one is a message itself. */
function openMessages(page: PageRule, scope: Scope): Element[] {
  if (!page.open) return [scope.root];
  for (const { find } of page.open) {
    const open = within(scope, find).filter(isVisible);
    if (open.length > 0) return open;
  }
  return [];
}

/** One person may hold these roles; if two seem to, nobody does. */
const SINGLE = new Set(['profile', 'author']);

function readRoles({ page, region, recipe, options }: Work, scope: Scope): Story | null {
  const people: Found[] = [];
  const used: string[] = [];
  for (const [role, rules] of Object.entries(page.people) as [Person['role'], PersonRule[]][]) {
    const { found, rule } = readPeople(role, rules, scope, recipe.id, options.budget);
    if (SINGLE.has(role) && distinct(found).length !== 1) return null;
    people.push(...found);
    if (rule) used.push(rule);
  }
  return {
    people,
    direction: page.kind === 'compose' ? 'out' : null,
    rule: used.join('+') || null,
    root: region,
  };
}
