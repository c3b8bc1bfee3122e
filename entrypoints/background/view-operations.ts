import { ApiError } from '@/lib/api/message';
import { chooseLanguage } from '@/lib/i18n/languages';
import { browserLanguages } from '@/lib/platform/pages';
import { publishLanguage } from '@/lib/platform/sites';
import { wake } from '@/lib/platform/wake';
import { EVERYWHERE, rememberIdentity } from '@/lib/store/identities';
import { keepText } from '@/lib/store/sent-texts';
import { deviceOf } from '@/lib/store/settings';
import { insertInto } from './insert-into';
import { linkTo } from './link-person';
import { mailDraft, withDirection } from './mail-log';
import { ownOn } from './own-identities';
import { eventNamed, pageEvent } from './page-events';
import { pageStructure } from './page-structure';
import { isAdmitted, panelDocument, spendToken } from './panel-admission';
import { personKey, placeOf, recognise } from './recognise';
import { tellBeside } from './side-panel';
import { currentContext } from './tab-context';
import type { Handlers } from './tab-request';
import { tabView } from './tab-view';
import { recordOf, siteOfTab, viewedTab } from './viewed-tab';

/** What panel and popup ask of the page that they stand beside, and do with whom it shows. */
export const viewOperations: Handlers<
  | 'tab.hello'
  | 'tab.view'
  | 'tab.identify'
  | 'tab.link'
  | 'tab.insert'
  | 'tab.log'
  | 'tab.asked'
  | 'tab.beside'
  | 'tab.structure'
> = {
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
};
