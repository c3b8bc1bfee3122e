/** The recipe format: what Sidelight knows of a site, as JSON. docs/decisions/recipe-format.md says why. */
import type { PageKind, PersonRole } from './page-context';

/**
 * One variant. The built-in recipes say above each, as a comment, why it does not match the wrong thing: those who mend a
 * recipe need the reason, pages do not.
 */
export interface Dated {
  /** Reported as the variant that matched. */
  id: string;
  /** Year or month in which it was first seen: `2023-11`. */
  since: string;
  /** Reason or remark of whoever taught the recipe. */
  why?: string;
  /** Rests on a single source or on inference: not yet seen to match on a page of the site. */
  unseen?: true;
}

export interface Place extends Dated {
  /** CSS selector. Here as everywhere `{name}` in quotes stands for what the address pattern captured. */
  find: string;
}

/** A piece of code that a recipe may name; each is written once, in `sources.ts`. */
export type Step =
  | 'address'
  | 'mailto'
  | 'title-account'
  /** "(3) Name | Site" */
  | 'title-name'
  /** "(3) Name (@handle) / Site", in any language of the site: the name, and the handle. */
  | 'title-person'
  | 'title-handle'
  /** The first word, without @. */
  | 'handle'
  /** The same, and a name without a host is of the page's own: `@li` on a.example is `li@a.example`. */
  | 'acct'
  | 'undouble'
  /** Of a longer text the first line that says something, at most 120 characters. */
  | 'first-line'
  /** The moment that stands in a number of LinkedIn's: its milliseconds are all but the last 22 bits. */
  | 'id-time'
  /** The year in two digits is of this century: "26-3-5". */
  | 'short-year';

/** Where a piece of text stands: an attribute (else the text) of the element itself, or of the first match in it. */
export interface Look {
  find?: string;
  attr?: string;
  /** Of the text only what stands in the element itself, not in elements within it. */
  text?: 'own';
  /** Look in the whole region or document, not in the person's element only. */
  in?: 'region' | 'document';
  /** Instead of the whole value what `:value` of this pattern stands for; from the path on if it begins with a slash. */
  pattern?: string;
  steps?: Step[];
}

/** A text with `{name}` for what the address pattern captured, or `{host}`; nothing if one of them is missing. */
export interface Fill {
  fill: string;
}

export type Source = Look | Fill;

/** What a page tells of what was written, beside who wrote it. */
export interface WrittenRule {
  subject?: Source[];
  messageKey?: Source[];
  /** When it was written, as the page shows it; see `dates.ts`. */
  at?: Source[];
  /**
   * Links with `{origin}`, `{path}`, `{message}`, `{thread}` and captures, of a comment also `{who}`, its author's handle: the first that can
   * be filled; the page's own origin only.
   */
  permalink?: string | string[];
  /** Of these names in the link the value is what stands here, not what the address of the page says. */
  names?: Record<string, Source[]>;
}

/** How to read people of one role. The first source that gives something counts, per field. */
export interface PersonRule extends Dated {
  /** CSS selector of the element that stands for one person; a chip is put there. `:scope` is the region itself. */
  each: string;
  email?: Source[];
  name?: Source[];
  handle?: Source[];
  url?: Source[];
  phone?: Source[];
  title?: Source[];
  company?: Source[];
  place?: Source[];
  /** The element stands for several people: a list of mailboxes, or structured data. */
  many?: { as: 'mailboxes' | 'json-ld'; from: Source };
  /**
   * Where the page shows the same people once more: a chip goes there if the element itself is hidden. For a
   * rule that reads the whole region (`:scope`) one must name the person, else nobody is read.
   */
  twin?: string;
  /** A name alone is enough: the site often hides the address. */
  nameOnly?: boolean;
  /** The element is at the head of a comment of theirs: what the one around it by `around` tells of it. */
  said?: WrittenRule & { around: string };
}

/** Address of a page. `*` is any text, `:name` captures one segment; see `pattern.ts`. */
export interface AddressPattern {
  path?: string;
  query?: Record<string, string>;
  hash?: string;
}

/** What tells the account that is open from the site's others. */
export interface AccountRule extends Dated {
  /** Counts at this address only; what it captures may be filled in, here and in the rules of the viewer. */
  address?: AddressPattern;
  /** Its name within the site, of the address or of what stands in this document or in one around it. */
  name: Source[];
  /** Somebody else's mailbox, or one that several share: its identities are the user's while it is open, and nowhere else. */
  lent?: true;
}

export interface PageRule extends WrittenRule {
  kind: Exclude<PageKind, 'none'>;
  /** The page counts at any of these addresses; without it, at every address of the site. */
  address?: AddressPattern[];
  /** In what everything of the page is looked for. Variants in order; it must be visible. */
  region: Place[];
  /** Messages of a thread that are open. Without it the region is the one message. */
  open?: Place[];
  /** Of a draft: in what its text is written. Variants in order; a frame of the page's own stands for what is edited in it. */
  editor?: Place[];
  /** The mail's own text: strangers write it, so nothing in it is read. */
  skip?: string;
  people: Partial<Record<Exclude<PersonRole, 'viewer'>, PersonRule[]>>;
  /** What the page shows must be there and be what the address says; else the page is in motion. */
  agree?: { shown: Look; with: string };
  /**
   * Nothing on the page proves that it shows whom the address names: it counts only while it names the same as when the document was
   * loaded, so not after a step within the page.
   */
  loaded?: true;
  /** More people than this, and the page is about nobody in particular. */
  atMost?: number;
  threadKey?: Source[];
  /**
   * Of a conversation whose head names who it is with: its messages. The last of them tells who wrote last, the user if it matches `own`,
   * and when; nothing else of them is read.
   */
  messages?: { each: string; own: string; at?: Source[] };
}

/**
 * What gives way when the panel stands at the right edge. By `inset` the element becomes the window less the panel, also
 * for what the page lays out absolutely in it.
 */
export interface Room {
  find: string;
  /** `hold`: for an application that fills its window. What is fixed or absolute ends beside the panel too, as in a narrower window. */
  by: 'margin' | 'width' | 'inset' | 'hold';
  /** Columns that the page never draws narrower than some width: here they may shrink to `min` pixels. */
  shrink?: { find: string; min: number }[];
  /**
   * Boxes that a script of the page placed by the width of the whole window: here each ends `right` pixels before the edge of
   * what holds it, and is `width` wide, or reaches there from where it begins. A box that is fixed in the window (`fixed`) ends so
   * many pixels before the panel and is at most as wide as what is beside it. A box whose left edge the script keeps in a custom
   * property (`left: '--left'`) goes as far to the left as the window became narrower, and not out of it.
   */
  end?: { find: string; right?: number; width?: number; fixed?: boolean; left?: `--${string}` }[];
}

export interface SiteRecipe {
  format: 1;
  id: string;
  name: string;
  /** `mail.example.com`, `*.example.com`, or `*` for software that stands on any host. */
  hosts: string[];
  /** What proves the software; needed where `hosts` is `*`. */
  mark?: string[];
  /** The user's own identities, of all rules together: in this document, or in a frame around it from the same origin. */
  viewer: PersonRule[];
  /** What the user said is not theirs, though the site shows it so: normal forms. In no file: it is put in on the way to a page. */
  notViewer?: string[];
  /** Tried in order. Without a rule that holds, what the site showed as the user's counts for all of it. */
  account?: AccountRule[];
  pages: PageRule[];
  /** Narrowest lasting elements that hold what is read; the first that is there is observed, and what stands beside it once it was read. */
  observe: string[];
  /** Attributes whose change alone shows another message, on the elements that `on` selects. */
  attributes?: { names: string[]; on: string };
  room?: Room;
  /** Controls that send a draft: it was sent when its window goes away after a click on one. */
  send?: string;
}
