/**
 * What a recipe reads off a page: the only thing a content script ever says about it. JSON-safe, text only.
 * Elements never travel: they stay in `Reading.anchors`, beside the context.
 */
export type PageKind = 'message' | 'list' | 'compose' | 'profile' | 'post' | 'none';

export type PersonRole = 'sender' | 'recipient' | 'author' | 'profile' | 'mention' | 'viewer';

/** A way to reach somebody, as the page shows it, cleaned: `email` lower case, `handle` as `site:name`. */
export interface PagePoint {
  kind: 'email' | 'phone' | 'handle' | 'url';
  value: string;
}

/** What somebody wrote below a post or mail of another, told as a page is. */
export interface Said {
  /** First line. */
  subject: string | null;
  permalink: string | null;
  messageKey: string | null;
  at: number | null;
  precision: 'second' | 'minute' | 'day' | null;
}

/** Somebody whom the page names. `name` is null when the page shows none, or shows only the address. */
export interface Person {
  role: PersonRole;
  name: string | null;
  title?: string;
  company?: string;
  place?: string;
  contactPoints: PagePoint[];
  /** The display name is itself an address, and not this person's: a common way to deceive. */
  spoof?: boolean;
  /** The comment that this element stands at the head of. Who wrote several stands there as often. */
  said?: Said;
}

/** What is told of the text of a draft, where the user lets it be read: its first line, and a digest of each longer sentence. */
export interface DraftReading {
  first: string;
  sentences: string[];
}

/** The account of a site that is open, where the page tells it from the site's others. */
export interface PageAccount {
  /** Its name within the site: a number in the address, the name of whoever signed in. It is compared and never shown. */
  name: string;
  /** Somebody else's mailbox, or one that several people share. */
  lent?: true;
}

export interface PageContext {
  /** Id of the recipe that read the page, or `generic`. */
  site: string;
  kind: PageKind;
  /** In order of importance: sender or profile first. The viewer is never among them. */
  people: Person[];
  /** The user's own identities as the page shows them. */
  viewer: Person[];
  account?: PageAccount;
  subject: string | null;
  /** Link that opens this message or profile again, or null. */
  permalink: string | null;
  /** Identity of the message and of its thread on this site, when the page tells. */
  messageKey: string | null;
  threadKey: string | null;
  /** Epoch milliseconds, with how exact the page was; null when it does not tell. */
  at: number | null;
  precision: 'second' | 'minute' | 'day' | null;
  direction: 'in' | 'out' | null;
  /** Which of the recipe's variants matched, for the self-test and bug reports. */
  variant: string | null;
  /** Of a draft, where the user switched it on. */
  draft?: DraftReading;
}

/** A reading of a live document: the context, where it stands, and for each of `context.people` the element to put a chip at. */
export interface Reading {
  context: PageContext;
  region: Element;
  anchors: (Element | null)[];
}
