import type { TabView } from '@/lib/api/views';
import { localMoment, zoneHere } from '@/lib/crm/calendar';
import { digest } from '@/lib/crm/digest';
import { cutText } from '@/lib/crm/whole-text';
import type { PageContext, Person } from '@/lib/sites/page-context';
import { personKey } from './recognise';
import { type Clicked, isClicked } from './tab-records';

/** As the contract has it for names of events. */
const LONGEST_KEY = 500;

/** Sites on which people write to each other and in public; on all others a message is a mail. */
const NETWORKS: ReadonlySet<string> = new Set([
  'bluesky',
  'facebook',
  'github',
  'instagram',
  'linkedin',
  'mastodon',
  'weibo',
  'x',
  'xmpp',
  'zhihu',
]);

/** What of a page can be put on a time line: the page itself, or a comment on it. */
export interface PageEvent {
  context: PageContext;
  logs: TabView['logs'];
  /** Its names, under each of which it is logged once; the first is told to the panel. */
  keys: string[];
}

/** Whether no mail is to be spoken of on this site. */
export const isNetwork = (site: string): boolean => NETWORKS.has(site);

/** What of the page itself can be put on a time line. */
export function loggable({ kind, site }: PageContext): Exclude<TabView['logs'], 'comment'> {
  if (kind === 'post') return 'post';
  if (kind !== 'message') return null;
  return isNetwork(site) ? 'message' : 'mail';
}

/**
 * What the page is about. A mail or post bears its name on its site; a conversation is logged once a day, and once more when it was the
 * other one who had the last word: what came is no longer waiting for an answer. Each account of a site has names
 * of its own: a mail that two of them hold has two.
 * @param account what tells the account from the site's others, where that is known
 */
export function pageEvent(context: PageContext, now: number, account: string | null): PageEvent {
  const key = pageKey(context, now, account);
  return { context, logs: loggable(context), keys: key === null ? [] : [key] };
}

function pageKey(context: PageContext, now: number, account: string | null): string | null {
  const { site, messageKey, threadKey, permalink } = context;
  if (messageKey) return `${account === null ? site : `${site}/${account}`}:${messageKey}`;
  const kind = loggable(context);
  if (kind === 'post') return permalink && cutText(`${site}:${permalink}`, LONGEST_KEY);
  if (kind !== 'message' || !threadKey) return null;
  const { day } = localMoment(context.at ?? now, zoneHere());
  return cutText([site, threadKey, day, context.direction ?? []].flat().join(':'), LONGEST_KEY);
}

/**
 * The comment that stands at somebody on the page, an event beside the post. It is named by its link, as a page of its own would be, and by
 * its number, which a page tells that has no link; where neither is there, after the page, who wrote it, and how it begins: "just now" is
 * no date, and becomes one. Null where none stands there, or nothing names it.
 */
function commentEvent(context: PageContext, person: Person | undefined): PageEvent | null {
  const said = person?.said;
  if (!person || !said) return null;
  const { site, permalink } = context;
  const words = permalink && digest(JSON.stringify([permalink, personKey(person), said.subject]));
  const number = said.messageKey ?? (said.permalink ? null : words);
  const keys = [said.permalink, number && `comment:${number}`].flatMap((name) =>
    name ? cutText(`${site}:${name}`, LONGEST_KEY) : [],
  );
  if (keys.length === 0) return null;
  const link = said.permalink ?? permalink;
  const written = {
    ...context,
    ...said,
    permalink: link,
    kind: 'post' as const,
    threadKey: null,
    direction: null,
  };
  return { context: written, logs: 'comment', keys };
}

/**
 * What the panel speaks of beside somebody: what the chip stands at that was clicked, else what they are there first with; their comment,
 * or what the page is about. Whoever wrote the page stands for that, though they commented on it.
 */
export function eventAt(page: PageEvent, person: string | null, clicked: Clicked | null): PageEvent {
  const theirs = page.context.people.filter((one) => person !== null && personKey(one) === person);
  const chosen = clicked && theirs.find((one) => isClicked(clicked, one));
  return commentEvent(page.context, chosen ?? theirs[0]) ?? page;
}

/**
 * How the panel names what it shows when it asks to log that: an event without a name of its own by who wrote what and when, which is
 * enough to see that another stands there by now, and too little to find it again.
 */
export function nameOf({ keys, context }: PageEvent): string {
  const { site, kind, people, subject, at, permalink } = context;
  const writers = people.filter(({ role }) => role !== 'mention').map(personKey);
  return keys[0] ?? `shown:${digest(JSON.stringify([site, kind, writers, subject, at, permalink]))}`;
}

/**
 * Of what can be logged on a page for these people that which bears this name: the page itself, or a comment of theirs. Null where the
 * page has gone on to something else.
 */
export function eventNamed(page: PageEvent, name: string, people: ReadonlySet<string>): PageEvent | null {
  const theirs = page.context.people.filter((one) => people.has(personKey(one)));
  const comments = theirs.flatMap((one) => commentEvent(page.context, one) ?? []);
  return [page, ...comments].find((one) => nameOf(one) === name) ?? null;
}
