import { z } from 'zod';
import { operation } from '../contract';

const PagePoint = z.object({
  kind: z.enum(['email', 'phone', 'handle', 'url']),
  value: z.string().min(1).max(500),
});
const written = {
  subject: z.string().max(1000).nullable(),
  permalink: z.string().max(2000).nullable(),
  messageKey: z.string().max(500).nullable(),
  at: z.int().nullable(),
  precision: z.enum(['second', 'minute', 'day']).nullable(),
};
const Person = z.object({
  role: z.enum(['sender', 'recipient', 'author', 'profile', 'mention', 'viewer']),
  name: z.string().max(300).nullable(),
  title: z.string().max(300).optional(),
  company: z.string().max(300).optional(),
  place: z.string().max(300).optional(),
  contactPoints: z.array(PagePoint).max(20),
  spoof: z.boolean().optional(),
  said: z.object(written).optional(),
});

/** A page context as a content script reports it. Everything in it is hostile text. */
export const PageContextInput = z.object({
  site: z.string().max(60),
  kind: z.enum(['message', 'list', 'compose', 'profile', 'post', 'none']),
  people: z.array(Person).max(500),
  viewer: z.array(Person).max(20),
  account: z.object({ name: z.string().min(1).max(200), lent: z.literal(true).optional() }).optional(),
  ...written,
  threadKey: z.string().max(500).nullable(),
  direction: z.enum(['in', 'out']).nullable(),
  variant: z.string().max(80).nullable(),
  draft: z.object({ first: z.string().max(120), sentences: z.array(z.string().max(40)).max(40) }).optional(),
});

const theme = z.enum(['light', 'dark']);
const origin = z.string().max(300);
/** When the document was loaded, in epoch milliseconds and parts of them. */
const loaded = z.number().optional();

/** What the background knows of the open tabs: contexts, panel frames, sites switched on. */
export const tab = {
  /** A content script tells what its document shows, most important first. Answers with one mark a person: `Mark[][]`. */
  'tab.report': operation('tab', ['overlay'], () =>
    z.object({
      contexts: z.array(PageContextInput).max(5),
      generation: z.int().min(0),
      loaded,
      theme,
      /** A recipe claims this page, though it may recognise nobody on it. */
      claimed: z.boolean(),
    }),
  ),
  /** The document goes away. What it told later, having come back, stays. */
  'tab.forget': operation('tab', ['overlay'], () => z.object({ generation: z.int().min(0), loaded })),
  /** A chip was clicked: this person, by position in the last report, is to be shown. */
  'tab.choose': operation('tab', ['overlay'], () =>
    z.object({ generation: z.int().min(0), context: z.int().min(0).max(4), person: z.int().min(0).max(499) }),
  ),
  /** A mail was sent from the reported compose window. */
  'tab.sent': operation('tab', ['overlay'], () => z.object({ context: PageContextInput })),
  /** Address of a panel frame, with a token good for one frame and ten seconds. */
  'tab.panel': operation('tab', ['overlay'], () => z.object({})),
  /** How the overlay stands on this site: words' language, folded, width, hidden. */
  'tab.state': operation('tab', ['overlay', 'popup'], () => z.object({})),
  /** What may claim a page of this site: a page loads the recipes that it needs, and no others. */
  'tab.recipes': operation('tab', ['overlay'], () => z.object({})),
  'tab.fold': operation('tab', ['overlay', 'panel'], () => z.object({ folded: z.boolean() })),
  /** The panel of this site was taken to the browser's side panel: in its pages it stays folded, until it is unfolded there. */
  'tab.aside': operation('tab', ['panel', 'popup'], () => z.object({})),
  'tab.width': operation('tab', ['overlay', 'panel'], () => z.object({ width: z.int().min(280).max(640) })),
  'tab.hide': operation('tab', ['overlay', 'panel', 'popup'], () =>
    z.object({ minutes: z.int().min(0).max(1440) }),
  ),
  /** The panel's first word: spends its token. */
  'tab.hello': operation('tab', ['panel'], () => z.object({ token: z.string().max(64).nullable() })),
  /** Who is on this page; `person` selects one of them by key. */
  'tab.view': operation('tab', ['panel', 'popup'], () =>
    z.object({ person: z.string().max(700).nullable().default(null) }),
  ),
  /** "Is this Li Wei of Acme?": the answer is remembered for the thread. `contactId: null` means nobody I know. */
  'tab.identify': operation('tab', ['panel'], () =>
    z.object({ person: z.string().max(700), contactId: z.uuid().nullable() }),
  ),
  /** This person of the page is that contact: the way in which the page names them becomes theirs, with the page as its source. */
  'tab.link': operation('tab', ['panel'], () =>
    z.object({ person: z.string().max(700), contactId: z.uuid() }),
  ),
  /**
   * Puts a text where the caret stands in the draft that the panel showed, by a click there. `draft` names it (`ComposeView.key`): another
   * one is refused. Null: no draft is recognised, the text goes into whatever the user writes in.
   */
  'tab.insert': operation('tab', ['panel'], () =>
    z.object({
      text: z.string().min(1).max(20_000),
      draft: z.string().max(80).nullable(),
      contactIds: z.array(z.uuid()).max(500),
      templateId: z.uuid().nullable(),
    }),
  ),
  /** Whether the text of drafts may be read on the site of this tab. */
  'tab.reads': operation('tab', ['panel'], () => z.object({ on: z.boolean() })),
  /**
   * Puts the open mail, conversation, post or comment on a contact's time line: when, which way, subject and link, never its text. `event`
   * names what the panel showed (`TabView.event`). Where the page shows something else by now, or the contact is nobody on it, it is refused.
   */
  'tab.log': operation('tab', ['panel'], () =>
    z.object({ contactId: z.uuid(), event: z.string().max(500).nullable().default(null) }),
  ),
  /** What was asked from the browser's menu in the window of this side panel; told once. */
  'tab.asked': operation('tab', ['panel'], () => z.object({})),
  /** The side panel was opened or goes: the pages in front make room for it, or take their panel back. */
  'tab.beside': operation('tab', ['panel'], () => z.object({ open: z.boolean() })),
  /** The structure of the page, censored: for the user to read, and to copy into a report. Nothing is sent. */
  'tab.structure': operation('tab', ['panel', 'popup'], () => z.object({})),
  /** Begins to teach the page: our script asks its user to point at people. */
  'tab.teach': operation('tab', ['panel', 'popup'], () => z.object({})),
  /** Keeps the recipe that its user has just taught for this very host. Refused unless teaching was begun in the tab. */
  'sites.teach': operation('tab', ['overlay'], () => z.object({ recipe: z.string().max(100_000) })),
  /** Recipes of the user's own. */
  'sites.taught': operation('tab', ['workspace'], () => z.object({})),
  /** Takes a recipe from a file. It switches nothing on. */
  'sites.take': operation('tab', ['workspace'], () => z.object({ text: z.string().max(200_000) })),
  /** Gives a taught site another name and other hosts. */
  'sites.rename': operation('tab', ['workspace'], () =>
    z.object({
      key: z.string().max(253),
      name: z.string().trim().min(1).max(80),
      hosts: z.array(z.string().max(253)).min(1).max(50),
    }),
  ),
  'sites.untaught': operation('tab', ['workspace'], () => z.object({ key: z.string().max(253) })),
  /** What every site is read by, and what was last read where the user switched one on: counts and days. */
  'sites.readings': operation('tab', ['workspace'], () => z.object({})),
  /** The censored structure of a page of a site that is open in a tab: for the user to read, and to copy into a report. */
  'sites.structure': operation('tab', ['workspace'], () => z.object({ origin })),
  'sites.list': operation('tab', ['workspace', 'popup'], () => z.object({})),
  /** The permission must have been granted by the user just before. */
  'sites.switch': operation('tab', ['workspace', 'popup'], () => z.object({ origin, on: z.boolean() })),
  /** Whether the text of drafts may be read on a site that is on. */
  'sites.reads': operation('tab', ['workspace'], () => z.object({ origin, on: z.boolean() })),
  /**
   * Whether answers to surveys of a site are taken from the page itself. The permission must have been granted by the user just
   * before, as for `sites.switch`.
   */
  'sites.bridge': operation('tab', ['workspace', 'popup'], () =>
    z.object({ origin: z.string().max(300), on: z.boolean() }),
  ),
  /** Opens a page of the workspace in a tab: `#/contacts/ID`. */
  'workspace.open': operation('tab', ['panel', 'popup'], () => z.object({ hash: z.string().max(300) })),
} as const;
