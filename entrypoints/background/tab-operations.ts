import type { Input, Result } from '@/lib/api/client';
import type { Caller } from '@/lib/api/contract';
import { ApiError, type Request } from '@/lib/api/message';
import type { OperationName, Operations } from '@/lib/api/operations';
import { chooseLanguage } from '@/lib/i18n/languages';
import type { Sender } from '@/lib/platform/messaging';
import { browserLanguages, openPage, pageUrl } from '@/lib/platform/pages';
import { injectIntoOpenTabs, reconcileSites } from '@/lib/platform/scripts';
import { inTurn } from '@/lib/platform/session';
import {
  DEFAULT_SITE,
  mayRead,
  openTabOf,
  publishLanguage,
  readPublic,
  releaseSite,
  siteOf,
  updatePublic,
} from '@/lib/platform/sites';
import { wake } from '@/lib/platform/wake';
import type { Database } from '@/lib/store/database';
import { same } from '@/lib/store/edits';
import { EVERYWHERE, rememberIdentity } from '@/lib/store/identities';
import { keepText } from '@/lib/store/sent-texts';
import { deviceOf } from '@/lib/store/settings';
import { readingsOf } from '@/lib/store/site-readings';
import { withDrafts } from './draft-marks';
import { insertInto } from './insert-into';
import { linkTo } from './link-person';
import { autologged, mailDraft, withDirection } from './mail-log';
import { marksFor } from './marks';
import { changeSite, hideFor, overlayState, UNFOLDED } from './overlay-state';
import { ownOn, rememberOwn } from './own-identities';
import { eventNamed, pageEvent } from './page-events';
import { pageStructure } from './page-structure';
import { isAdmitted, mintToken, panelDocument, spendToken } from './panel-admission';
import { knownAs, noteReport, siteReadings } from './readings';
import { personKey, placeOf, recognise } from './recognise';
import { standsBeside, tellBeside } from './side-panel';
import { drawTab, drawTabs, showOwed } from './tab-badge';
import { currentContext } from './tab-context';
import { chipClicked, type FrameRecord, forgetFrame, type Report, readTab, takeReport } from './tab-records';
import { tabView } from './tab-view';
import {
  beginTeaching,
  type Change,
  endTeaching,
  keepTaught,
  recipesFor,
  renameTaught,
  takeRecipe,
  taughtSites,
  tellTaught,
  withoutTaught,
} from './taught';
import { recordOf, siteOfTab, viewedTab } from './viewed-tab';

/** Names of the operations that the background answers itself. */
export type TabOperation = {
  [N in OperationName]: Operations[N]['kind'] extends 'tab' ? N : never;
}[OperationName];

/** Runs a store operation on behalf of the background. */
type Perform = <N extends OperationName>(op: N, input: Input<N>, commandId: string) => Promise<Result<N>>;

export interface TabContext {
  db: Database;
  caller: Caller;
  sender: Sender;
  place?: Request['place'];
  commandId: string;
  now: number;
  perform: Perform;
}

type Handler<N extends TabOperation> = (input: Parsed<N>, context: TabContext) => Promise<Result<N>>;
type Parsed<N extends OperationName> = Operations[N]['input']['_zod']['output'];

/** The document of a page. Firefox before 153 names none: its frame stands in for it, with when the document says it was loaded. */
const documentOf = ({ documentId, frameId }: Sender, loaded: number | undefined) =>
  documentId ?? `frame-${frameId}-${loaded ?? ''}`;

function tabOf({ tabId }: Sender): number {
  if (tabId === null) throw new ApiError('forbidden', 'This operation speaks of the tab that asks.');
  return tabId;
}

async function siteOfSender(context: TabContext): Promise<string> {
  const site =
    context.caller === 'overlay'
      ? siteOf(context.sender.url ?? '')
      : await siteOfTab(await viewedTab(context));
  if (!site) throw new ApiError('missing', 'There is no web page in this tab.');
  return site;
}

/** Pages live on when their site is switched off, and what they say may have been on its way. */
async function refuseIfOff(site: string): Promise<void> {
  const { sites } = await readPublic();
  if (!sites[site]?.on) throw new ApiError('forbidden', 'This site is switched off.');
}

/** Switches one of a site's scripts. The permission goes when the last of them is off. */
async function switchSite(
  origin: string,
  change: { on: boolean } | { bridge: boolean },
  script: 'overlay' | 'bridge',
): Promise<void> {
  const site = siteOf(origin);
  if (!site) throw new ApiError('invalid', 'This is not the address of a web page.');
  const isOn = Object.values(change).some(Boolean);
  if (isOn && !(await mayRead(site)))
    throw new ApiError('forbidden', 'The browser has not been given permission for this site.');
  const { sites } = await updatePublic((state) => {
    // A site that is known for its surveys only has no overlay.
    const before = state.sites[site] ?? { ...DEFAULT_SITE, on: false };
    return { ...state, sites: { ...state.sites, [site]: { ...before, ...change } } };
  });
  await reconcileSites();
  if (isOn) await injectIntoOpenTabs(site, script);
  else if (!sites[site]?.on && !sites[site]?.bridge) await releaseSite(site);
  await drawTabs();
  // The workspace lists the sites, and hears only of what is kept.
  await wake('store');
}

/** How often a change of recipes is tried when another window changes the same ones. */
const TRIES = 3;

/** Changes recipes of the user's own, and has the pages that they are for read anew. */
async function changeTaught<T extends { change: Change }>(
  { db, commandId, perform }: TabContext,
  make: () => Promise<T>,
): Promise<T> {
  for (let tries = 1; ; tries++) {
    try {
      const made = await make();
      await perform('settings.teach', made.change, commandId);
      await tellTaught(db);
      return made;
    } catch (error) {
      if (tries === TRIES || !(error instanceof ApiError) || error.code !== 'conflict') throw error;
    }
  }
}

/** After each change in the store the same page is told once more. */
const isAgain = (before: FrameRecord | undefined, { documentId, contexts }: Report): boolean =>
  before?.documentId === documentId && same(before.contexts, contexts);

/** What the documents of a tab say is taken in their order: who has gone said so last, whatever the report before had to wait for. */
const saidIn = (tabId: number) => `said:${tabId}`;

/** So long the toolbar's number waits for what is being looked at, in ms. */
const BADGE_MS = 100;

export const tabOperations: { [N in TabOperation]: Handler<N> } = {
  async 'tab.report'(
    { contexts, generation, loaded, theme, claimed },
    { db, sender, commandId, now, perform },
  ) {
    const tabId = tabOf(sender);
    const site = siteOf(sender.url ?? '') ?? '';
    const report = { documentId: documentOf(sender, loaded), generation, loaded, contexts, theme, claimed };
    const { before, outcome } = await inTurn(saidIn(tabId), async () => {
      await refuseIfOff(site);
      // First: the views that the report wakes leave out whom it shows as the user.
      if (!sender.isPrivate) await rememberOwn(db, site, contexts);
      return {
        before: (await readTab(tabId))?.frames[sender.frameId ?? 0],
        outcome: await takeReport(tabId, sender.frameId ?? 0, site, report, now),
      };
    });
    if (outcome === 'busy') throw new ApiError('busy', 'Too many reports.');
    if (outcome === 'stale') throw new ApiError('moved', 'A younger report came first.');
    if (!sender.isPrivate && !isAgain(before, report)) await noteReport(db, site, { contexts, claimed }, now);
    const own = await ownOn(db, site, contexts);
    const known = await marksFor(db, contexts, now);
    const { documentId } = report;
    const frame = { tabId, frameId: sender.frameId ?? 0, documentId, generation };
    // The panel asks at this moment who is there, and is waited for; the number on the toolbar is not.
    setTimeout(() => void showOwed(frame, contexts, known, own.mine).catch(() => undefined), BADGE_MS);
    const marks = contexts.some(({ kind }) => kind === 'compose')
      ? await withDrafts(db, contexts, known.marks, { site, own: own.mine, now, frame })
      : known.marks;
    const message = contexts.find(({ kind, messageKey }) => kind === 'message' && messageKey);
    // From a private window nothing is kept unasked.
    if (message && !sender.isPrivate) {
      const settled = withDirection(message, own);
      const ids = await autologged(db, settled, site, own, now);
      if (ids.length)
        await perform(
          'activities.log',
          { activity: mailDraft(settled, ids, { now, account: own.account }) },
          `${commandId}-log`,
        );
    }
    return { marks };
  },

  async 'tab.forget'({ generation, loaded }, { sender }) {
    const tabId = tabOf(sender);
    const gone = { documentId: documentOf(sender, loaded), generation };
    await inTurn(saidIn(tabId), () => forgetFrame(tabId, sender.frameId ?? 0, gone));
    await drawTab(tabId);
    await wake('tab');
    return {};
  },

  async 'tab.choose'({ generation, context, person }, { sender, now }) {
    const frame = (await readTab(tabOf(sender)))?.frames[sender.frameId ?? 0];
    const chosen = frame?.generation === generation ? frame.contexts[context]?.people[person] : undefined;
    if (chosen) {
      await chipClicked(tabOf(sender), { person: personKey(chosen), at: now, said: chosen.said ?? null });
      // In the side panel they are seen as it is.
      const beside = await standsBeside(sender.windowId ?? null);
      if (!beside) await changeSite(siteOf(sender.url ?? '') ?? '', UNFOLDED);
      await wake('tab');
    }
    return {};
  },

  async 'tab.sent'({ context }, { db, sender, commandId, now, perform }) {
    const site = siteOf(sender.url ?? '') ?? '';
    await refuseIfOff(site);
    const sent = {
      ...context,
      direction: 'out' as const,
      at: now,
      precision: 'minute' as const,
      permalink: null,
    };
    const own = await ownOn(db, site, [context]);
    const ids = sender.isPrivate ? [] : await autologged(db, sent, site, own, now);
    if (ids.length)
      await perform(
        'activities.log',
        { activity: mailDraft(sent, ids, { now, account: own.account }) },
        commandId,
      );
    return { logged: ids.length };
  },

  async 'tab.panel'(_, { sender, now }) {
    const token = await mintToken(tabOf(sender), siteOf(sender.url ?? '') ?? '', now);
    return { url: pageUrl('panel', `#${token}`) };
  },

  async 'tab.state'(_, context) {
    const beside = await standsBeside(context.sender.windowId ?? null);
    return overlayState(await readPublic(), await siteOfSender(context), beside);
  },

  async 'tab.recipes'(_, context) {
    return recipesFor(context.db, await siteOfSender(context));
  },

  async 'tab.fold'({ folded }, context) {
    await changeSite(await siteOfSender(context), folded ? { folded } : UNFOLDED);
    return {};
  },

  async 'tab.aside'(_, context) {
    await changeSite(await siteOfSender(context), { aside: true });
    return {};
  },

  async 'tab.width'({ width }, context) {
    await changeSite(await siteOfSender(context), { width });
    return {};
  },

  async 'tab.hide'({ minutes }, { now }) {
    await hideFor(minutes, now);
    return {};
  },

  async 'tab.hello'({ token }, { db, sender, now }) {
    if (sender.tabId !== null && sender.frameId !== 0) {
      const document = panelDocument(sender);
      const known = await isAdmitted(sender.tabId, document);
      if (!known && !(token && (await spendToken(token, sender.tabId, document, now))))
        throw new ApiError('forbidden', 'This frame was not opened by Sidelight.');
    }
    const device = await deviceOf(db);
    const language = chooseLanguage(device.language === 'auto' ? null : device.language, browserLanguages());
    await publishLanguage(language);
    return { language, theme: device.theme };
  },

  async 'tab.view'({ person }, context) {
    const profile = context.caller === 'panel';
    return tabView(context.db, await viewedTab(context), { person, now: context.now, profile });
  },

  async 'tab.identify'({ person, contactId }, context) {
    const { db, now } = context;
    const tab = await viewedTab(context);
    const current = tab && currentContext(await recordOf(tab));
    const shown = current?.context.people.find((one) => personKey(one) === person);
    // An answer is kept for the thread: one about somebody who stands elsewhere would be found there by nobody.
    if (!current || !shown) throw new ApiError('moved', 'The page shows somebody else.');
    const place = placeOf(current.context);
    if (place) await rememberIdentity(db, place, person, contactId, now);
    // Who is told by a handle or a link is not asked about again on the next page that shows them.
    if (contactId === null && shown.contactPoints.length > 0)
      await rememberIdentity(db, EVERYWHERE, person, null, now);
    await wake('tab');
    return {};
  },

  async 'tab.link'({ person, contactId }, context) {
    const { db, commandId, now, perform } = context;
    const tab = await viewedTab(context);
    const record = tab && (await recordOf(tab));
    const current = currentContext(record);
    const shown = current?.context.people.find((one) => personKey(one) === person);
    if (!record || !current || !shown) throw new ApiError('missing', 'The page has changed.');
    const point = await linkTo(
      db,
      { shown, context: current.context, origin: record.origin },
      contactId,
      now,
    );
    if (point) await perform('contacts.setPoint', { id: contactId, point }, commandId);
    await wake('tab');
    return {};
  },

  async 'tab.insert'({ text, draft, contactIds, templateId }, context) {
    const { db, now } = context;
    const tab = await viewedTab(context);
    const outcome = tab ? await insertInto(tab.id, { text, draft }) : 'none';
    if (outcome === 'late') throw new ApiError('moved', 'The mail on the page has changed.');
    if (outcome === 'inserted') await keepText(db, { contactIds, templateId, text, draft }, now);
    return { outcome };
  },

  async 'tab.reads'({ on }, context) {
    await changeSite(await siteOfSender(context), { reads: on });
    await wake('tab');
    return {};
  },

  async 'tab.log'({ contactId, event }, context) {
    const { db, commandId, now, perform } = context;
    const tab = await viewedTab(context);
    const record = tab && (await recordOf(tab));
    const current = currentContext(record);
    if (!current) throw new ApiError('missing', 'No mail is open.');
    const own = await ownOn(db, record?.origin ?? null, [current.context]);
    const page = pageEvent(withDirection(current.context, own), now, own.account);
    // Nothing is put on the time line of somebody whom the page does not show.
    const known = await recognise(db, current.context, own.mine);
    const theirs = new Set(known.flatMap((one) => (one.contactId === contactId ? one.key : [])));
    if (theirs.size === 0) throw new ApiError('moved', 'The page shows somebody else.');
    const shown = event === null ? page : eventNamed(page, event, theirs);
    if (!shown) throw new ApiError('moved', 'The page shows something else.');
    if (!shown.logs) throw new ApiError('missing', 'No mail is open.');
    const { context: told, keys } = shown;
    const activity = mailDraft(told, [contactId], { now, account: own.account, keys });
    return perform('activities.log', { activity }, commandId);
  },

  async 'tab.asked'(_, { place, now }) {
    return place ? (await import('./asked')).takeAsked(place.window, now) : null;
  },

  async 'tab.beside'({ open }, { place }) {
    if (place) await tellBeside(place.window, open);
    return {};
  },

  async 'tab.structure'(_, context) {
    const tab = await viewedTab(context);
    const site = await siteOfTab(tab);
    if (!tab || !site) throw new ApiError('missing', 'There is no web page in this tab.');
    return { text: await pageStructure(tab.id, site) };
  },

  async 'tab.teach'(_, context) {
    await beginTeaching(await viewedTab(context), context.now);
    return {};
  },

  async 'sites.teach'({ recipe }, context) {
    const { db, sender, now } = context;
    const site = siteOf(sender.url ?? '') ?? '';
    const tabId = tabOf(sender);
    await changeTaught(context, async () => ({ change: await keepTaught(db, recipe, { tabId, site, now }) }));
    // Last: what could not be kept may be tried again.
    await endTeaching(tabId);
    return {};
  },

  'sites.taught': (_, { db }) => taughtSites(db),

  async 'sites.take'({ text }, context) {
    return (await changeTaught(context, () => takeRecipe(context.db, text))).taken;
  },

  async 'sites.rename'(given, context) {
    await changeTaught(context, async () => ({ change: await renameTaught(context.db, given) }));
    return {};
  },

  async 'sites.untaught'({ key }, context) {
    await changeTaught(context, async () => ({ change: await withoutTaught(context.db, key) }));
    return {};
  },

  'sites.readings': (_, { db }) => siteReadings(db),

  async 'sites.structure'({ origin }) {
    const tabId = await openTabOf(origin);
    if (tabId === null) throw new ApiError('missing', 'No page of this site is open.');
    return { text: await pageStructure(tabId, origin) };
  },

  async 'sites.list'(_, { db }) {
    const [{ sites }, { RECIPES }, mine, notes] = await Promise.all([
      readPublic(),
      import('@/lib/sites/recipes'),
      taughtSites(db),
      readingsOf(db),
    ]);
    const permitted = await Promise.all(Object.keys(sites).map(mayRead));
    return Object.entries(sites).map(([origin, { on, bridge = false, reads = false }], i) => ({
      origin,
      site: knownAs(origin, notes[origin], RECIPES) ?? 'generic',
      taught: mine.some(({ hosts }) => hosts.includes(new URL(origin).hostname)),
      on: on && (permitted[i] ?? false),
      bridge: bridge && (permitted[i] ?? false),
      reads,
    }));
  },

  async 'sites.switch'({ origin, on }) {
    await switchSite(origin, { on }, 'overlay');
    return {};
  },

  async 'sites.reads'({ origin, on }) {
    await changeSite(origin, { reads: on });
    await wake('store');
    return {};
  },

  async 'sites.bridge'({ origin, on }) {
    await switchSite(origin, { bridge: on }, 'bridge');
    return {};
  },

  async 'workspace.open'({ hash }) {
    await openPage('workspace', hash);
    return {};
  },
};
